//! The command line of `proofmark vex`: statements of vulnerabilities in products.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use proofmark_text::text;

/// What is done with statements.
#[derive(Debug, Subcommand)]
pub enum VexCommand {
    /// Write those of a release.
    #[command(about = text!("vex-cli-export").to_string())]
    Export(VexExportArgs),
    /// Write a document in another format.
    #[command(about = text!("vex-cli-convert").to_string())]
    Convert(VexConvertArgs),
    /// Show what a document states.
    #[command(about = text!("vex-cli-show").to_string())]
    Show {
        /// The document.
        #[arg(value_name = "FILE", help = text!("vex-cli-file").to_string())]
        file: PathBuf,
    },
}

/// What `vex export` is told.
#[derive(Debug, Args)]
pub struct VexExportArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("proofmark-cli-assess-dir").to_string())]
    pub directory: PathBuf,
    /// How it is written.
    #[command(flatten)]
    pub written: VexWritten,
    /// Whether what nobody decided is stated as well.
    #[arg(long, help = text!("vex-cli-undecided").to_string())]
    pub undecided: bool,
    /// The day the answer is for.
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
}

/// What `vex convert` is told.
#[derive(Debug, Args)]
pub struct VexConvertArgs {
    /// The document.
    #[arg(value_name = "FILE", help = text!("vex-cli-file").to_string())]
    pub file: PathBuf,
    /// How it is written.
    #[command(flatten)]
    pub written: VexWritten,
}

/// How a document is written.
#[derive(Debug, Args)]
pub struct VexWritten {
    /// In which format.
    #[arg(id = "written_as", long = "as", value_enum, value_name = "FORMAT", help = text!("vex-cli-as").to_string())]
    pub format: VexAs,
    /// Where to.
    #[arg(long, short, value_name = "FILE", help = text!("vex-cli-output").to_string())]
    pub output: Option<PathBuf>,
    /// The address its author publishes under.
    #[arg(long, value_name = "URL", help = text!("vex-cli-namespace").to_string())]
    pub namespace: Option<String>,
}

/// The formats that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VexAs {
    /// OpenVEX 0.2.0.
    Openvex,
    /// CSAF 2.0, profile `csaf_vex`.
    Csaf,
    /// CycloneDX 1.6.
    Cyclonedx,
    /// SPDX 3.0.1, security profile.
    Spdx,
}

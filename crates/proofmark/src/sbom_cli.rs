//! The command line of `proofmark sbom`: what is done with bills of materials themselves.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use proofmark_law::Guideline;
use proofmark_text::text;

use crate::sbom_convert_args::SbomConvertArgs;
use crate::sbom_generate_args::SbomGenerateArgs;
use crate::sbom_merge_args::SbomMergeArgs;
use crate::sbom_redact_args::SbomRedactArgs;

/// What is done with a bill of materials.
#[derive(Debug, Subcommand)]
pub enum SbomCommand {
    /// Generate one.
    #[command(about = text!("generate-cli").to_string())]
    Generate(SbomGenerateArgs),
    /// Write one in another format.
    #[command(about = text!("bill-cli-convert").to_string())]
    Convert(SbomConvertArgs),
    /// Merge several.
    #[command(about = text!("bill-cli-merge").to_string())]
    Merge(SbomMergeArgs),
    /// Make one fit for publication.
    #[command(about = text!("redact-cli").to_string())]
    Redact(SbomRedactArgs),
    /// Judge how good it is.
    #[command(about = text!("quality-cli-check").to_string())]
    Check(SbomCheckArgs),
    /// Say what became of components from one to the next.
    #[command(about = text!("quality-cli-diff").to_string())]
    Diff(SbomDiffArgs),
}

/// What `sbom diff` is told.
#[derive(Debug, Args)]
pub struct SbomDiffArgs {
    /// The earlier list.
    #[arg(value_name = "EARLIER", help = text!("quality-cli-earlier").to_string())]
    pub earlier: PathBuf,
    /// The newer list.
    #[arg(value_name = "NEWER", help = text!("quality-cli-newer").to_string())]
    pub newer: PathBuf,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
    /// Markdown for release notes.
    #[arg(long, help = text!("quality-cli-notes").to_string())]
    pub notes: bool,
    /// Show every entry.
    #[arg(long, short, help = text!("quality-cli-diff-all").to_string())]
    pub all: bool,
}

/// What `sbom check` is told.
#[derive(Debug, Args)]
pub struct SbomCheckArgs {
    /// The bill of materials.
    #[arg(value_name = "FILE", help = text!("quality-cli-file").to_string())]
    pub file: PathBuf,
    /// Whose requirements the exit code answers for.
    #[arg(long, value_enum, value_name = "GUIDELINE", default_value_t = Against::Regulation,
        help = text!("quality-cli-against").to_string())]
    pub against: Against,
    /// Whether a fault against the official schema is a no.
    #[arg(long, help = text!("quality-cli-strict").to_string())]
    pub strict: bool,
    /// Show everything.
    #[arg(long, short, help = text!("quality-cli-all").to_string())]
    pub all: bool,
}

/// What a bill of materials is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Against {
    Regulation,
    Ntia,
    Cisa,
    Bsi,
}

impl From<Against> for Guideline {
    fn from(against: Against) -> Self {
        match against {
            Against::Regulation => Self::Regulation,
            Against::Ntia => Self::Ntia,
            Against::Cisa => Self::Cisa,
            Against::Bsi => Self::Bsi,
        }
    }
}

//! The command line of `proofmark sbom generate`.

use std::path::PathBuf;

use clap::Args;
use proofmark_text::text;

/// What `sbom generate` is told.
#[derive(Debug, Args)]
pub struct SbomGenerateArgs {
    /// The tree.
    #[arg(value_name = "PATH", help = text!("generate-cli-path").to_string())]
    pub path: PathBuf,
    /// Where the list goes.
    #[arg(long, short, value_name = "FILE", help = text!("generate-cli-output").to_string())]
    pub output: Option<PathBuf>,
    /// What is handed out.
    #[arg(long, value_name = "FILE", help = text!("generate-cli-artefact").to_string())]
    pub artefact: Vec<PathBuf>,
    /// What the list is about.
    #[arg(long, value_name = "NAME", help = text!("generate-cli-name").to_string())]
    pub name: Option<String>,
    /// Its version.
    #[arg(long, value_name = "VERSION", help = text!("generate-cli-version").to_string())]
    pub version: Option<String>,
    /// What is passed over.
    #[arg(long, value_name = "PATH", help = text!("generate-cli-exclude").to_string())]
    pub exclude: Vec<String>,
    /// How long the tree is looked at.
    #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    #[arg(help = text!("generate-cli-time-limit").to_string())]
    pub time_limit_seconds: u32,
}

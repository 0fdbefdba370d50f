//! The command line of `proofmark sbom redact`.

use std::path::PathBuf;

use clap::Args;
use proofmark_text::text;

/// What `sbom redact` is told.
#[derive(Debug, Args)]
pub struct SbomRedactArgs {
    /// The internal list.
    #[arg(value_name = "FILE", help = text!("redact-cli-file").to_string())]
    pub file: PathBuf,
    /// What is taken out.
    #[arg(long, value_name = "FILE", help = text!("redact-cli-policy").to_string())]
    pub policy: Option<PathBuf>,
    /// Where the document goes.
    #[arg(long, short, value_name = "FILE", help = text!("redact-cli-output").to_string())]
    pub output: Option<PathBuf>,
}

//! The command line of `proofmark csaf`: what is done with documents of CSAF themselves.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use proofmark_text::text;

/// What is done with documents of CSAF.
#[derive(Debug, Subcommand)]
pub enum CsafCommand {
    /// Judge them.
    #[command(about = text!("csaf-check-cli-check").to_string())]
    Check(CsafCheckArgs),
}

/// What `csaf check` is told.
#[derive(Debug, Args)]
pub struct CsafCheckArgs {
    /// The documents.
    #[arg(value_name = "FILE", required = true, help = text!("csaf-check-cli-file").to_string())]
    pub files: Vec<PathBuf>,
    /// Show everything.
    #[arg(long, short, help = text!("csaf-check-cli-all").to_string())]
    pub all: bool,
}

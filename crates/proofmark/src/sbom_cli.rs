//! The command line of `proofmark sbom`: one file a subcommand.

use clap::Subcommand;
use proofmark_text::text;

use crate::sbom_generate_args::SbomGenerateArgs;

/// What is done with component lists.
#[derive(Debug, Subcommand)]
pub enum SbomCommand {
    /// Generate one.
    #[command(about = text!("generate-cli").to_string())]
    Generate(SbomGenerateArgs),
}

//! The command line of `proofmark sbom`: one file a subcommand.

use clap::Subcommand;
use proofmark_text::text;

use crate::sbom_convert_args::SbomConvertArgs;
use crate::sbom_merge_args::SbomMergeArgs;

/// What is done with component lists.
#[derive(Debug, Subcommand)]
pub enum SbomCommand {
    /// Write one in another format.
    #[command(about = text!("bill-cli-convert").to_string())]
    Convert(SbomConvertArgs),
    /// Merge several.
    #[command(about = text!("bill-cli-merge").to_string())]
    Merge(SbomMergeArgs),
}

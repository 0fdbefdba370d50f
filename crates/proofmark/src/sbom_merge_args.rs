//! The command line of `proofmark sbom merge`.

use std::path::PathBuf;

use clap::Args;
use proofmark_text::text;

/// What `sbom merge` is told.
#[derive(Debug, Args)]
pub struct SbomMergeArgs {
    /// The product's list.
    #[arg(value_name = "PRODUCT", help = text!("bill-cli-product").to_string())]
    pub product: PathBuf,
    /// Those of its parts.
    #[arg(value_name = "PART", required = true, num_args = 1.., help = text!("bill-cli-parts").to_string())]
    pub parts: Vec<PathBuf>,
    /// Where the document goes.
    #[arg(long, short, value_name = "FILE", help = text!("bill-cli-output").to_string())]
    pub output: Option<PathBuf>,
}

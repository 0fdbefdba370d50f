//! The command line of `proofmark scan`.

use std::path::PathBuf;

use clap::Args;
use proofmark_text::text;

/// What `scan` is told.
#[derive(Debug, Args)]
pub struct ScanArgs {
    /// The component list.
    #[arg(value_name = "FILE", help = text!("vulndb-cli-scan-file").to_string())]
    pub file: PathBuf,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
    /// Show everything.
    #[arg(long, short, help = text!("vulndb-cli-scan-all").to_string())]
    pub all: bool,
}

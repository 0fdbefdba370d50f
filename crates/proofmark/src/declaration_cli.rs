//! The command line of a release's EU declaration of conformity. It looks and saves: issuing takes two people at the window.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use proofmark_text::text;

/// What can be done with the declaration of a release.
#[derive(Debug, Subcommand)]
pub enum DeclarationCommand {
    /// How it stands.
    #[command(about = text!("issuing-cli-show").to_string())]
    Show(DeclarationArgs),
    /// Save what was issued.
    #[command(about = text!("issuing-cli-save").to_string())]
    Save {
        /// Whose.
        #[command(flatten)]
        of: DeclarationArgs,
        /// Which one.
        #[arg(long, value_name = "N", help = text!("issuing-cli-revision").to_string())]
        revision: Option<usize>,
        /// Where to.
        #[arg(long, short, value_name = "DIR", help = text!("issuing-cli-out").to_string())]
        out: PathBuf,
    },
}

/// Which release's.
#[derive(Debug, Args)]
pub struct DeclarationArgs {
    /// The product's id.
    #[arg(value_name = "PRODUCT", help = text!("issuing-cli-product").to_string())]
    pub product: String,
    /// The release's version.
    #[arg(value_name = "RELEASE", help = text!("issuing-cli-release").to_string())]
    pub release: String,
    /// The operator.
    #[arg(long, value_name = "ID", help = text!("record-cli-operator").to_string())]
    pub operator: Option<String>,
}

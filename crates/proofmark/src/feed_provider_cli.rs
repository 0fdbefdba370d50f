//! The command line of `proofmark feeds provider`.

use clap::{Args, Subcommand};
use proofmark_text::text;

use crate::going_out_args::GoingOutArgs;
use crate::provider_name::is_provider_name;

/// What can be done with publishers of CSAF documents.
#[derive(Debug, Subcommand)]
pub enum ProviderCommand {
    /// Add one.
    #[command(about = text!("csaf-cli-add").to_string())]
    Add(Box<AddArgs>),
    /// List those somebody gathered.
    #[command(about = text!("csaf-cli-list").to_string())]
    List(Box<ListArgs>),
    /// Believe the keys it has now.
    #[command(about = text!("csaf-cli-accept").to_string())]
    AcceptKeys(Box<AcceptArgs>),
    /// Forget one.
    #[command(about = text!("csaf-cli-remove").to_string())]
    Remove {
        /// Its feed.
        #[arg(value_name = "FEED", help = text!("csaf-cli-feed").to_string())]
        #[arg(value_parser = provider_name)]
        feed: String,
    },
}

/// What `feeds provider add` is told.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// A domain, or the address of metadata.
    #[arg(value_name = "DOMAIN|URL", help = text!("csaf-cli-where").to_string())]
    pub written: String,
    /// What its feed is to be called.
    #[arg(long, value_name = "FEED", help = text!("csaf-cli-name").to_string())]
    #[arg(value_parser = provider_name)]
    pub name: Option<String>,
    /// How to go outside.
    #[command(flatten)]
    pub going_out: GoingOutArgs,
}

/// What `feeds provider list` is told.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// The address of an `aggregator.json`.
    #[arg(value_name = "URL", help = text!("csaf-cli-aggregator").to_string())]
    pub url: String,
    /// How to go outside.
    #[command(flatten)]
    pub going_out: GoingOutArgs,
}

/// What `feeds provider accept-keys` is told.
#[derive(Debug, Args)]
pub struct AcceptArgs {
    /// Its feed.
    #[arg(value_name = "FEED", help = text!("csaf-cli-feed").to_string())]
    #[arg(value_parser = provider_name)]
    pub feed: String,
    /// How to go outside.
    #[command(flatten)]
    pub going_out: GoingOutArgs,
}

fn provider_name(written: &str) -> Result<String, String> {
    if is_provider_name(written) {
        Ok(written.to_owned())
    } else {
        Err(text!("csaf-provider-feed-name", name = written).to_string())
    }
}

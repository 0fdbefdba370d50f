//! The command line of `proofmark feeds`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use proofmark_courier::{Destination, feed_named};
use proofmark_text::text;

use crate::feed_provider_cli::ProviderCommand;
use crate::going_out_args::GoingOutArgs;
use crate::provider_name::is_provider_name;

/// What can be done with copies of feeds, and the vulnerability database made of them.
#[derive(Debug, Subcommand)]
pub enum FeedsCommand {
    /// Bring copies up to date.
    #[command(about = text!("feeds-cli-sync").to_string())]
    Sync(Box<SyncArgs>),
    /// Take files in.
    #[command(about = text!("feeds-cli-import").to_string())]
    Import(ImportArgs),
    /// Write all copies into one file.
    #[command(about = text!("feeds-cli-export").to_string())]
    Export {
        /// Where to.
        #[arg(value_name = "FILE", help = text!("feeds-cli-export-file").to_string())]
        file: PathBuf,
        /// Which feeds.
        #[arg(long, value_name = "FEED", help = text!("feeds-cli-export-only").to_string())]
        #[arg(value_parser = feed)]
        only: Vec<String>,
    },
    /// Say how they stand.
    #[command(about = text!("feeds-cli-status").to_string())]
    Status,
    /// List every feed there is.
    #[command(about = text!("feeds-cli-list").to_string())]
    List,
    /// Publishers of CSAF documents.
    #[command(subcommand, about = text!("csaf-cli").to_string())]
    Provider(ProviderCommand),
}

/// What `feeds sync` is told.
#[derive(Debug, Args)]
pub struct SyncArgs {
    /// Which feeds.
    #[arg(long, value_name = "FEED", help = text!("feeds-cli-only").to_string())]
    #[arg(value_parser = feed)]
    pub only: Vec<String>,
    /// Every feed there is.
    #[arg(long, conflicts_with = "only", help = text!("feeds-cli-all").to_string())]
    pub all: bool,
    /// Where else a feed lies.
    #[arg(long = "mirror", value_name = "FEED=URL", help = text!("feeds-cli-mirror").to_string())]
    #[arg(value_parser = mirror)]
    pub mirrors: Vec<Mirror>,
    /// Take copies that have fewer records than they should.
    #[arg(long, help = text!("feeds-cli-accept-shrunk").to_string())]
    pub accept_shrunk: bool,
    /// How to go outside.
    #[command(flatten)]
    pub going_out: GoingOutArgs,
}

/// What `feeds import` is told.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// A bundle; or directories, ZIP and tar archives, single records, catalogues and scores.
    #[arg(value_name = "PATH", required = true, help = text!("feeds-cli-import-path").to_string())]
    pub paths: Vec<PathBuf>,
    /// Leave out records that cannot be read.
    #[arg(long, help = text!("proofmark-cli-db-skip-unreadable").to_string())]
    pub skip_unreadable: bool,
    /// The key to believe.
    #[arg(long, value_name = "KEY", help = text!("feeds-cli-key").to_string())]
    pub key: Option<String>,
    /// Take older copies.
    #[arg(long, help = text!("feeds-cli-older").to_string())]
    pub older: bool,
    /// Take copies that have fewer records than they should.
    #[arg(long, help = text!("feeds-cli-accept-shrunk").to_string())]
    pub accept_shrunk: bool,
}

/// What `serve` is told about feeds.
#[derive(Debug, Clone, Copy, Args)]
pub struct FeedRhythmArgs {
    /// Whether copies of feeds are kept up to date.
    #[arg(long, conflicts_with = "demo", help = text!("feeds-cli-serve").to_string())]
    pub sync_feeds: bool,
}

/// Where a feed is fetched from instead of from its publisher.
#[derive(Debug, Clone)]
pub struct Mirror {
    /// The feed.
    pub feed: String,
    /// The address of the folder its files lie in; empty: its publisher's again.
    pub address: String,
}

/// The name of a feed of the register, or one that a publisher somebody added may have.
fn feed(written: &str) -> Result<String, String> {
    if feed_named(written).is_some() || is_provider_name(written) {
        return Ok(written.to_owned());
    }
    let says = text!("feeds-unknown", feed = written);
    Err(format!("{says}; {}", says.hint().unwrap_or_default()))
}

fn mirror(written: &str) -> Result<Mirror, String> {
    let (name, address) = written.split_once('=').ok_or_else(|| text!("feeds-mirror-form").to_string())?;
    let feed = feed(name)?;
    if is_provider_name(&feed) {
        return Err(text!("csaf-provider-mirror").to_string());
    }
    if address.is_empty() {
        return Ok(Mirror { feed, address: String::new() });
    }
    Destination::parse(address).map_err(|error| error.says.to_string())?;
    let slash = if address.ends_with('/') { "" } else { "/" };
    Ok(Mirror { feed, address: format!("{address}{slash}") })
}

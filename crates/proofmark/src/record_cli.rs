//! The command line of what concerns the record as a whole: backup, restore, export, import, doctor, purge, holds.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use proofmark_text::text;

/// Where the store is, if not in the home.
#[derive(Debug, Clone, Default, Args)]
pub struct StoreArgs {
    /// The database.
    #[arg(long, global = true, value_name = "URL", help = text!("record-cli-database").to_string())]
    pub database: Option<String>,
    /// Where documents lie.
    #[arg(long, global = true, value_name = "URL", help = text!("record-cli-blobs").to_string())]
    pub blobs: Option<String>,
}

/// What can be done with the record as a whole.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// Back everything up.
    #[command(about = text!("record-cli-backup").to_string())]
    Backup {
        /// Where to.
        #[arg(value_name = "DIR", help = text!("record-cli-backup-dir").to_string())]
        directory: PathBuf,
        /// With the ledger's key.
        #[arg(long, help = text!("record-cli-with-key").to_string())]
        with_key: bool,
    },
    /// Restore a backup.
    #[command(about = text!("record-cli-restore").to_string())]
    Restore {
        /// Where from.
        #[arg(value_name = "DIR", help = text!("record-cli-restore-dir").to_string())]
        directory: PathBuf,
        /// The key its ledger must be signed with.
        #[arg(long, value_name = "KEY", help = text!("record-cli-key").to_string())]
        key: Option<String>,
        /// Take it in though the ledger's secret key is nowhere.
        #[arg(long, help = text!("server-cli-without-key").to_string())]
        without_key: bool,
    },
    /// Export the complete record.
    #[command(about = text!("record-cli-export").to_string())]
    Export {
        /// Where to.
        #[arg(value_name = "DIR", help = text!("record-cli-export-dir").to_string())]
        directory: PathBuf,
    },
    /// Import an export.
    #[command(about = text!("record-cli-import").to_string())]
    Import {
        /// Where from.
        #[arg(value_name = "DIR", help = text!("record-cli-import-dir").to_string())]
        directory: PathBuf,
        /// The key its ledger must be signed with.
        #[arg(long, value_name = "KEY", help = text!("record-cli-key").to_string())]
        key: Option<String>,
        /// Take it in though the ledger's secret key is nowhere.
        #[arg(long, help = text!("server-cli-without-key").to_string())]
        without_key: bool,
    },
    /// Check everything.
    #[command(about = text!("record-cli-doctor").to_string())]
    Doctor {
        /// The whole ledger and every document too.
        #[arg(long, help = text!("record-cli-doctor-full").to_string())]
        full: bool,
    },
    /// Purge what nobody must keep.
    #[command(about = text!("record-cli-purge").to_string())]
    Purge(PurgeArgs),
    /// Holds.
    #[command(subcommand, about = text!("record-cli-hold").to_string())]
    Hold(HoldCommand),
}

/// What `purge` is told.
#[derive(Debug, Args)]
pub struct PurgeArgs {
    /// Whose things.
    #[arg(long, value_name = "ID", help = text!("record-cli-operator").to_string())]
    pub operator: Option<String>,
    /// Of one product.
    #[arg(long, value_name = "ID", help = text!("record-cli-product").to_string())]
    pub product: Option<String>,
    /// Only say what would go.
    #[arg(long, help = text!("record-cli-purge-dry-run").to_string())]
    pub dry_run: bool,
    /// Who asks.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
}

/// What can be done with holds.
#[derive(Debug, Subcommand)]
pub enum HoldCommand {
    /// Place one.
    #[command(about = text!("record-cli-hold-place").to_string())]
    Place {
        /// Its name.
        #[arg(value_name = "NAME", help = text!("record-cli-hold-name").to_string())]
        name: String,
        /// Why.
        #[arg(long, value_name = "WORDS", help = text!("record-cli-hold-because").to_string())]
        because: String,
        /// Whose.
        #[arg(long, value_name = "ID", help = text!("record-cli-operator").to_string())]
        operator: Option<String>,
        /// On one product.
        #[arg(long, value_name = "ID", help = text!("record-cli-product").to_string())]
        product: Option<String>,
        /// Who asks.
        #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
        by: Option<String>,
    },
    /// Lift one.
    #[command(about = text!("record-cli-hold-release").to_string())]
    Release {
        /// Its name.
        #[arg(value_name = "NAME", help = text!("record-cli-hold-name").to_string())]
        name: String,
        /// Whose.
        #[arg(long, value_name = "ID", help = text!("record-cli-operator").to_string())]
        operator: Option<String>,
        /// Who asks.
        #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
        by: Option<String>,
    },
    /// Show those in force.
    #[command(about = text!("record-cli-hold-list").to_string())]
    List {
        /// Whose.
        #[arg(long, value_name = "ID", help = text!("record-cli-operator").to_string())]
        operator: Option<String>,
    },
}

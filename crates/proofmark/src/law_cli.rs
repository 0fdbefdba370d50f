//! The command line of `proofmark law`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use proofmark_text::text;

/// What can be asked of the law itself.
#[derive(Debug, Subcommand)]
pub enum LawCommand {
    /// Show the one in use.
    #[command(about = text!("routes-cli-law-show").to_string())]
    Show {
        /// Show everything.
        #[arg(long, short, help = text!("routes-cli-law-show-all").to_string())]
        all: bool,
    },
    /// List those that are known.
    #[command(about = text!("routes-cli-law-history").to_string())]
    History,
    /// Compare two.
    #[command(about = text!("routes-cli-law-diff").to_string())]
    Diff {
        /// The one.
        #[arg(value_name = "OLD", help = text!("routes-cli-law-diff-old").to_string())]
        was: String,
        /// The other.
        #[arg(value_name = "NEW", help = text!("routes-cli-law-diff-new").to_string())]
        is: String,
        /// Directories with dossiers.
        #[arg(value_name = "DIR", help = text!("routes-cli-law-diff-dir").to_string())]
        directories: Vec<PathBuf>,
        /// The day the answers are for.
        #[arg(long, value_name = "DATE", help = text!("routes-cli-law-diff-as-of").to_string())]
        on: Option<Date>,
    },
    /// Take a signed one into use.
    #[command(about = text!("routes-cli-law-use").to_string())]
    Use(LawUseArgs),
    /// Sign one with this installation's key.
    #[command(about = text!("routes-cli-law-sign").to_string())]
    Sign {
        /// The file.
        #[arg(value_name = "FILE", help = text!("routes-cli-law-sign-file").to_string())]
        file: PathBuf,
        /// Where the signed one goes.
        #[arg(long, short, value_name = "FILE", help = text!("routes-cli-law-sign-out").to_string())]
        out: Option<PathBuf>,
        /// Who asks.
        #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
        by: Option<String>,
    },
    /// Map Annex I to standards.
    #[command(about = text!("neighbours-map-command").to_string())]
    Map(LawMapArgs),
    /// Try cases.
    #[command(about = text!("proofmark-cli-law-try").to_string())]
    Try {
        /// Case files, or directories of them.
        #[arg(value_name = "PATH", required = true, help = text!("proofmark-cli-law-try-path").to_string())]
        paths: Vec<PathBuf>,
    },
}

/// What `law map` is told.
#[derive(Debug, Args)]
pub struct LawMapArgs {
    /// One requirement.
    #[arg(value_name = "REQUIREMENT", help = text!("neighbours-map-requirement-help").to_string())]
    pub requirement: Option<String>,
    /// One standard.
    #[arg(long, value_name = "NAME", help = text!("neighbours-map-standard-help").to_string())]
    pub standard: Option<String>,
}

/// What `law use` is told.
#[derive(Debug, Args)]
pub struct LawUseArgs {
    /// The signed file.
    #[arg(value_name = "FILE", required_unless_present = "built_in")]
    #[arg(help = text!("routes-cli-law-use-file").to_string())]
    pub file: Option<PathBuf>,
    /// The key to believe.
    #[arg(long, value_name = "KEY", help = text!("routes-cli-law-use-key").to_string())]
    pub key: Option<String>,
    /// Take it although it is older.
    #[arg(long, help = text!("routes-cli-law-use-older").to_string())]
    pub older: bool,
    /// Back to what is built in.
    #[arg(long, conflicts_with_all = ["file", "key", "older"])]
    #[arg(help = text!("routes-cli-law-use-built-in").to_string())]
    pub built_in: bool,
    /// Who asks.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
}

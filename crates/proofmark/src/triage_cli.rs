//! The command line of `proofmark triage`: rules that decide on findings, and by when findings are dealt with.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use proofmark_text::text;

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum TriageCommand {
    /// What the rules would do.
    #[command(about = text!("triage-cli-preview").to_string())]
    Preview(TriageArgs),
    /// What is due.
    #[command(about = text!("triage-cli-due").to_string())]
    Due(DueArgs),
    /// The targets where none are stated.
    #[command(about = text!("triage-cli-defaults").to_string())]
    Defaults,
}

/// Which release is asked about.
#[derive(Debug, Args)]
pub struct TriageArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("proofmark-cli-assess-dir").to_string())]
    pub directory: PathBuf,
    /// The day the answer is for.
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
}

/// What `triage due` is told.
#[derive(Debug, Args)]
pub struct DueArgs {
    /// Which release.
    #[command(flatten)]
    pub release: TriageArgs,
    /// How many days ahead is looked.
    #[arg(long, value_name = "DAYS", default_value_t = 14, value_parser = clap::value_parser!(u32).range(..=3653))]
    #[arg(help = text!("triage-cli-within").to_string())]
    pub within: u32,
}

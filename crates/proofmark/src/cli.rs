//! The command line: its commands and options, with their help from the text catalogue.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use proofmark_facts::ProductKind;
use proofmark_text::text;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "proofmark", version, about = text!("proofmark-cli-about").to_string())]
#[command(after_help = text!("proofmark-cli-after").to_string(), max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command.
    #[command(flatten)]
    pub everywhere: Everywhere,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Everywhere {
    /// Where store, key and vulnerability database lie.
    #[arg(long, global = true, value_name = "DIR", help = text!("proofmark-cli-home").to_string())]
    pub home: Option<PathBuf>,
    /// How results are written.
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    #[arg(value_name = "FORMAT", help = text!("proofmark-cli-format").to_string())]
    pub format: Format,
    /// Whether to use colour.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    #[arg(value_name = "WHEN", help = text!("proofmark-cli-colour").to_string())]
    pub colour: Colour,
    /// Whether to leave progress out.
    #[arg(long, short, global = true, help = text!("proofmark-cli-quiet").to_string())]
    pub quiet: bool,
}

/// How results are written to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[value(help = text!("proofmark-cli-format-text").to_string())]
    Text,
    /// For programs.
    #[value(help = text!("proofmark-cli-format-json").to_string())]
    Json,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// In a terminal that has not asked for none.
    #[value(help = text!("proofmark-cli-colour-auto").to_string())]
    Auto,
    /// Always.
    #[value(help = text!("proofmark-cli-colour-always").to_string())]
    Always,
    /// Never.
    #[value(help = text!("proofmark-cli-colour-never").to_string())]
    Never,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Assess a release.
    #[command(about = text!("proofmark-cli-assess").to_string())]
    Assess(AssessArgs),
    /// Review a modification.
    #[command(about = text!("modification-cli-about").to_string())]
    Modification(ModificationArgs),
    /// Verify an evidence pack.
    #[command(about = text!("proofmark-cli-verify").to_string())]
    Verify(VerifyArgs),
    /// The vulnerability database.
    #[command(subcommand, about = text!("proofmark-cli-db").to_string())]
    Db(DbCommand),
    /// The ledger.
    #[command(subcommand, about = text!("proofmark-cli-ledger").to_string())]
    Ledger(LedgerCommand),
    /// Start a dossier.
    #[command(about = text!("proofmark-cli-init").to_string())]
    Init(InitArgs),
    /// Print a JSON Schema.
    #[command(about = text!("proofmark-cli-schema").to_string())]
    Schema(SchemaArgs),
}

/// What `assess` is told.
#[derive(Debug, Args)]
pub struct AssessArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("proofmark-cli-assess-dir").to_string())]
    pub directory: PathBuf,
    /// Where the papers and the evidence pack go.
    #[arg(long, short, value_name = "DIR", help = text!("proofmark-cli-assess-out").to_string())]
    pub out: Option<PathBuf>,
    /// The day the answer is for.
    #[arg(long, value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub as_of: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
    /// Who asks.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
    /// Show everything.
    #[arg(long, short, help = text!("proofmark-cli-assess-all").to_string())]
    pub all: bool,
}

/// What `modification` is told.
#[derive(Debug, Args)]
pub struct ModificationArgs {
    /// The directory with the dossier of the earlier version.
    #[arg(value_name = "OLD_DIR", help = text!("modification-cli-earlier").to_string())]
    pub earlier: PathBuf,
    /// The directory with the dossier of the newer version.
    #[arg(value_name = "NEW_DIR", help = text!("modification-cli-newer").to_string())]
    pub newer: PathBuf,
    /// Who asks.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
}

/// What `verify` is told.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The pack.
    #[arg(value_name = "PACK", help = text!("proofmark-cli-verify-pack").to_string())]
    pub pack: PathBuf,
    /// The key to trust.
    #[arg(long, value_name = "KEY", help = text!("proofmark-cli-verify-key").to_string())]
    pub key: Option<String>,
}

/// What can be done with the vulnerability database.
#[derive(Debug, Subcommand)]
pub enum DbCommand {
    /// Build it.
    #[command(about = text!("proofmark-cli-db-import").to_string())]
    Import {
        /// Directories, ZIP and tar archives, single records, or a catalogue of exploited vulnerabilities.
        #[arg(value_name = "PATH", required = true, help = text!("proofmark-cli-db-import-path").to_string())]
        paths: Vec<PathBuf>,
        /// Leave out records that cannot be read.
        #[arg(long, help = text!("proofmark-cli-db-skip-unreadable").to_string())]
        skip_unreadable: bool,
    },
    /// Say what it holds.
    #[command(about = text!("proofmark-cli-db-status").to_string())]
    Status,
}

/// What can be done with the ledger.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Prove the store against its tree.
    #[command(about = text!("proofmark-cli-ledger-verify").to_string())]
    Verify,
    /// Print the key others verify with.
    #[command(about = text!("proofmark-cli-ledger-key").to_string())]
    Key,
    /// Publish it as static tiles.
    #[command(about = text!("proofmark-cli-ledger-publish").to_string())]
    Publish {
        /// Where to.
        #[arg(value_name = "DIR", help = text!("proofmark-cli-ledger-publish-dir").to_string())]
        directory: PathBuf,
    },
}

/// What `init` is told.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The directory to start in.
    #[arg(value_name = "DIR", default_value = ".", help = text!("proofmark-cli-init-dir").to_string())]
    pub directory: PathBuf,
    /// The product's name.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-init-product").to_string())]
    pub product: String,
    /// The operator's name.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-init-operator").to_string())]
    pub operator: String,
    /// The release's version.
    #[arg(long, value_name = "VERSION", default_value = "0.1.0")]
    #[arg(help = text!("proofmark-cli-init-release").to_string())]
    pub release: String,
    /// What kind of object the product is.
    #[arg(long, value_enum, default_value_t = Kind::Software)]
    #[arg(help = text!("proofmark-cli-init-kind").to_string())]
    pub kind: Kind,
}

/// What kind of object a product is; the words are the dossier's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Software,
    Hardware,
    HardwareWithSoftware,
    RemoteService,
}

impl From<Kind> for ProductKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Software => Self::Software,
            Kind::Hardware => Self::Hardware,
            Kind::HardwareWithSoftware => Self::HardwareWithSoftware,
            Kind::RemoteService => Self::RemoteService,
        }
    }
}

/// What `schema` is told.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Of what.
    #[arg(value_enum, value_name = "NAME", help = text!("proofmark-cli-schema-name").to_string())]
    pub name: SchemaName,
}

/// What there are schemas of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is the name of the type its schema describes")]
pub enum SchemaName {
    Assessment,
    Modification,
    PackReport,
    Manifest,
    LedgerLine,
    LedgerReport,
    DatabaseStatus,
    Paper,
    Refusal,
}

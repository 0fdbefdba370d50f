//! The command line: its commands and options, with their help from the text catalogue.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Country, ProductKind};
use proofmark_text::text;

use crate::attesting_cli::{AttestingCommand, TrustedAttestorArgs};
use crate::case_cli::CaseArgs;
use crate::case_words::{ReportedStream, instant, member_state};
use crate::csaf_cli::CsafCommand;
use crate::declaration_cli::DeclarationCommand;
use crate::feeds_cli::FeedsCommand;
use crate::gate_cli::GateArgs;
use crate::law_cli::LawCommand;
use crate::quiz_args::QuizArgs;
use crate::record_cli::{RecordCommand, StoreArgs};
use crate::sbom_cli::SbomCommand;
use crate::scan_args::ScanArgs;
use crate::schema_cli::SchemaArgs;
use crate::serve_args::ServeArgs;
use crate::triage_cli::TriageCommand;
use crate::versions_cli::VersionsCommand;
use crate::vex_cli::VexCommand;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "proofmark", version, about = text!("proofmark-cli-about").to_string())]
#[command(after_help = text!("proofmark-cli-after").to_string(), max_term_width = 80)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command.
    #[command(flatten)]
    pub everywhere: Everywhere,
}

impl Cli {
    /// What the process was told.
    ///
    /// A scan is often the shortest of runs, a step of a pipeline for each list: it is read by a command line that has no other
    /// command, since to build all of them with their help takes longer than to look up a short list. What that does not take is
    /// read by the whole one, which says what is wrong, or helps.
    pub fn of_process() -> Result<Self, clap::Error> {
        let words: Vec<OsString> = std::env::args_os().collect();
        let is_scan = words.get(1).is_some_and(|word| word == "scan");
        match is_scan.then(|| ScanCli::try_parse_from(&words)) {
            Some(Ok(ScanCli { command: ScanAlone::Scan(args), everywhere })) => {
                Ok(Self { command: Command::Scan(args), everywhere })
            }
            _ => Self::try_parse_from(words),
        }
    }
}

/// The command line of a scan.
#[derive(Debug, Parser)]
#[command(name = "proofmark", disable_help_subcommand = true)]
struct ScanCli {
    #[command(subcommand)]
    command: ScanAlone,
    #[command(flatten)]
    everywhere: Everywhere,
}

#[derive(Debug, Subcommand)]
enum ScanAlone {
    Scan(ScanArgs),
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Everywhere {
    /// Where store, key and vulnerability database lie.
    #[arg(long, global = true, value_name = "DIR", help = text!("proofmark-cli-home").to_string())]
    pub home: Option<PathBuf>,
    /// Where the store is, if not there.
    #[command(flatten)]
    pub store: StoreArgs,
    /// The server that is asked instead.
    #[arg(long, global = true, value_name = "URL", help = text!("server-cli-server").to_string())]
    pub server: Option<String>,
    /// Which of its operators.
    #[arg(long, global = true, value_name = "ID", help = text!("server-cli-operator").to_string())]
    pub operator: Option<String>,
    /// Where the token lies.
    #[arg(long, global = true, value_name = "FILE", help = text!("server-cli-token-file").to_string())]
    pub token_file: Option<PathBuf>,
    /// Whose certificates are believed besides the system's.
    #[arg(long, global = true, value_name = "FILE", help = text!("server-cli-ca").to_string())]
    pub ca: Option<PathBuf>,
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
    /// Evaluate the gate.
    #[command(about = text!("gate-cli").to_string())]
    Gate(GateArgs),
    /// Count the deadlines of Article 14.
    #[command(about = text!("reporting-cli-clocks").to_string())]
    Clocks(ClocksArgs),
    /// Scan a component list.
    #[command(about = text!("vulndb-cli-scan").to_string())]
    Scan(ScanArgs),
    /// Bills of materials themselves.
    #[command(subcommand, about = text!("quality-cli").to_string())]
    Sbom(SbomCommand),
    /// Statements of vulnerabilities in products.
    #[command(subcommand, about = text!("vex-cli").to_string())]
    Vex(VexCommand),
    /// Documents of CSAF themselves.
    #[command(subcommand, about = text!("csaf-check-cli").to_string())]
    Csaf(CsafCommand),
    /// Rules and targets for findings.
    #[command(subcommand, about = text!("triage-cli").to_string())]
    Triage(TriageCommand),
    /// The response desk.
    #[command(about = text!("cases-cli").to_string())]
    Case(CaseArgs),
    /// Check a supplied product.
    #[command(about = text!("duties-cli-check").to_string())]
    Check(CheckArgs),
    /// Review a modification.
    #[command(about = text!("modification-cli-about").to_string())]
    Modification(ModificationArgs),
    /// Verify an evidence pack.
    #[command(about = text!("proofmark-cli-verify").to_string())]
    Verify(VerifyArgs),
    /// Feeds, and the vulnerability database made of them.
    #[command(subcommand, visible_alias = "db", about = text!("feeds-cli").to_string())]
    Feeds(FeedsCommand),
    /// The ledger.
    #[command(subcommand, about = text!("proofmark-cli-ledger").to_string())]
    Ledger(LedgerCommand),
    /// The law itself.
    #[command(subcommand, about = text!("proofmark-cli-law").to_string())]
    Law(LawCommand),
    /// Versions and ranges of them.
    #[command(subcommand, about = text!("cpe-versions-cli").to_string())]
    Versions(VersionsCommand),
    /// Start a dossier.
    #[command(about = text!("proofmark-cli-init").to_string())]
    Init(InitArgs),
    /// Explain something of the law.
    #[command(about = text!("teaching-cli-explain").to_string())]
    Explain(ExplainArgs),
    /// Ask questions about the law.
    #[command(about = text!("teaching-cli-quiz").to_string())]
    Quiz(QuizArgs),
    /// Say where a product stands and what comes first.
    #[command(about = text!("teaching-cli-maturity").to_string())]
    Maturity(MaturityArgs),
    /// Open the window.
    #[command(about = text!("web-cli-serve").to_string())]
    Serve(Box<ServeArgs>),
    /// Print a JSON Schema.
    #[command(about = text!("proofmark-cli-schema").to_string())]
    Schema(SchemaArgs),
    /// The EU declaration of conformity of a release.
    #[command(subcommand, about = text!("issuing-cli").to_string())]
    Declaration(DeclarationCommand),
    /// The record as a whole.
    #[command(flatten)]
    Record(RecordCommand),
}

/// What `explain` is told.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// What to explain.
    #[arg(value_name = "WHAT", help = text!("teaching-cli-explain-what").to_string())]
    pub what: String,
    /// A directory with a dossier.
    #[arg(value_name = "DIR", help = text!("teaching-cli-explain-dir").to_string())]
    pub directory: Option<PathBuf>,
    /// The day the answer is for.
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
}

/// What `maturity` is told.
#[derive(Debug, Args)]
pub struct MaturityArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("proofmark-cli-assess-dir").to_string())]
    pub directory: PathBuf,
    /// Where the papers go.
    #[arg(long, short, value_name = "DIR", help = text!("teaching-cli-maturity-out").to_string())]
    pub out: Option<PathBuf>,
    /// The day the answer is for.
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
    /// Show everything.
    #[arg(long, short, help = text!("proofmark-cli-assess-all").to_string())]
    pub all: bool,
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
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
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

/// What `clocks` is told.
#[derive(Debug, Args)]
pub struct ClocksArgs {
    /// What happened.
    #[arg(long, value_enum, help = text!("reporting-cli-stream").to_string())]
    pub stream: ReportedStream,
    /// When the operator became aware.
    #[arg(long, value_name = "INSTANT", value_parser = instant, help = text!("reporting-cli-aware").to_string())]
    pub aware: Timestamp,
    /// Whose coordinator is notified.
    #[arg(long, value_name = "STATE", value_parser = member_state)]
    #[arg(help = text!("reporting-cli-coordinator").to_string())]
    pub coordinator: Option<Country>,
    /// When a measure became available.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    #[arg(help = text!("reporting-cli-measure").to_string())]
    pub measure_available: Option<Timestamp>,
    /// When the early warning was submitted.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    #[arg(help = text!("reporting-cli-early-warning").to_string())]
    pub early_warning_submitted: Option<Timestamp>,
    /// When the notification was submitted.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    #[arg(help = text!("reporting-cli-notification").to_string())]
    pub notification_submitted: Option<Timestamp>,
    /// When the final report was submitted.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    #[arg(help = text!("reporting-cli-final-report").to_string())]
    pub final_report_submitted: Option<Timestamp>,
    /// The instant to judge at.
    #[arg(long, value_name = "INSTANT", value_parser = instant, help = text!("reporting-cli-at").to_string())]
    pub at: Option<Timestamp>,
}

/// What `check` is told.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("duties-cli-check-dir").to_string())]
    pub directory: PathBuf,
    /// The day the answer is for.
    #[arg(long, value_name = "DATE", help = text!("duties-cli-check-on").to_string())]
    pub on: Option<Date>,
    /// Who asks.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
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
    /// Whom else to trust.
    #[command(flatten)]
    pub attestors: TrustedAttestorArgs,
}

/// What can be done with the ledger.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Prove the store against its tree.
    #[command(about = text!("proofmark-cli-ledger-verify").to_string())]
    Verify,
    /// Print the key others verify with.
    #[command(about = text!("proofmark-cli-ledger-key").to_string())]
    Key {
        /// As other tools read it.
        #[arg(long, help = text!("proofmark-cli-ledger-key-pem").to_string())]
        pem: bool,
    },
    /// Publish it as static tiles.
    #[command(about = text!("proofmark-cli-ledger-publish").to_string())]
    Publish {
        /// Where to.
        #[arg(value_name = "DIR", help = text!("proofmark-cli-ledger-publish-dir").to_string())]
        directory: PathBuf,
    },
    /// What others say about it.
    #[command(flatten)]
    Attesting(AttestingCommand),
}

/// What `init` is told.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The directory to start in.
    #[arg(value_name = "DIR", default_value = ".", help = text!("proofmark-cli-init-dir").to_string())]
    pub directory: PathBuf,
    /// Answers instead of questions.
    #[arg(long, value_name = "FILE", help = text!("interview-cli-answers").to_string())]
    pub answers: Option<PathBuf>,
    /// The product's name.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-init-product").to_string())]
    pub product: Option<String>,
    /// The operator's name.
    #[arg(long, value_name = "NAME", help = text!("proofmark-cli-init-operator").to_string())]
    pub operator: Option<String>,
    /// The release's version.
    #[arg(long, value_name = "VERSION", help = text!("proofmark-cli-init-release").to_string())]
    pub release: Option<String>,
    /// What kind of object the product is.
    #[arg(long, value_enum, help = text!("proofmark-cli-init-kind").to_string())]
    pub kind: Option<Kind>,
}

/// What kind of object a product is; the words are the dossier's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Software,
    Hardware,
    HardwareWithSoftware,
    RemoteService,
}

impl Kind {
    /// The word of the dossier.
    pub fn word(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Hardware => "hardware",
            Self::HardwareWithSoftware => "hardware-with-software",
            Self::RemoteService => "remote-service",
        }
    }
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// Asks every command below for its help; what cannot be broken (an address, a list of words) may be longer.
    fn too_wide(command: &mut clap::Command, found: &mut Vec<String>) {
        let help = command.render_long_help().to_string();
        let wide = help.lines().filter(|line| line.chars().count() > 80 && line.trim().contains(' '));
        found.extend(wide.map(|line| format!("{}: {line}", command.get_name())));
        command.get_subcommands_mut().for_each(|below| too_wide(below, found));
    }

    #[test]
    fn help_fits_a_narrow_window() {
        let mut command = Cli::command();
        command.build();
        let mut found = Vec::new();
        too_wide(&mut command, &mut found);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_scan_is_read_alike_by_its_own_command_line_and_by_the_whole_one() {
        for words in [
            "proofmark scan list.json",
            "proofmark scan --home h list.json --format json --quiet",
            "proofmark scan --all --db d --colour never --server https://x.example --operator o list.json",
            "proofmark scan -aq -- -list.json",
            "proofmark scan --token-file t --ca c --database sqlite:x --blobs b list.json",
        ] {
            let words = words.split(' ');
            let alone = ScanCli::try_parse_from(words.clone()).unwrap();
            let whole = Cli::try_parse_from(words).unwrap();
            let ScanAlone::Scan(args) = alone.command;
            assert_eq!(format!("{:?}", Command::Scan(args)), format!("{:?}", whole.command));
            assert_eq!(format!("{:?}", alone.everywhere), format!("{:?}", whole.everywhere));
        }
        for words in [
            "proofmark scan",
            "proofmark scan a b",
            "proofmark scan a --nosuch",
            "proofmark scan --help",
            "proofmark scan -V",
        ] {
            assert!(ScanCli::try_parse_from(words.split(' ')).is_err(), "{words}");
            assert!(Cli::try_parse_from(words.split(' ')).is_err(), "{words}");
        }
    }
}

//! The command line of `proofmark case`: the response desk.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use proofmark_facts::Country;
use proofmark_text::text;

use crate::case_words::{Answered, Kind, NamedStage, ReportedStream, Source, instant, member_state};

// The parser does not break these lines, and a terminal has eighty columns.
const OPEN_USAGE: &str = "proofmark case open <NAME> --stream <STREAM> --source <SOURCE>
       --says <WORDS> [OPTIONS]";
const WITHDRAW_USAGE: &str = "proofmark case withdraw-measure <CASE> <NUMBER>
       --because <WORDS> [OPTIONS]";
const SUBMITTED_USAGE: &str = "proofmark case submitted <CASE> <STAGE> --representative <NAME>
       --reference <ID> --receipt <FILE> [OPTIONS]";

/// What is asked of the response desk.
#[derive(Debug, Args)]
pub struct CaseArgs {
    /// What.
    #[command(subcommand)]
    pub command: CaseCommand,
    /// Whose cases.
    #[arg(long, value_name = "ID", global = true, help = text!("record-cli-operator").to_string())]
    pub of: Option<String>,
    /// Who asks.
    #[arg(long, value_name = "NAME", global = true, help = text!("proofmark-cli-by").to_string())]
    pub by: Option<String>,
}

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// The cases there are.
    #[command(about = text!("cases-cli-list").to_string())]
    List {
        /// The instant it is judged at.
        #[command(flatten)]
        judged: Judged,
    },
    /// One of them.
    #[command(about = text!("cases-cli-show").to_string())]
    Show {
        /// Which.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Everything of it.
        #[arg(long, help = text!("cases-cli-all").to_string())]
        all: bool,
        /// The instant it is judged at.
        #[command(flatten)]
        judged: Judged,
    },
    /// Begin one.
    #[command(about = text!("cases-cli-open").to_string(), override_usage = OPEN_USAGE)]
    Open(OpenArgs),
    /// Draft a stage.
    #[command(about = text!("cases-cli-draft").to_string())]
    Draft {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which stage.
        #[arg(value_enum, value_name = "STAGE", help = text!("cases-cli-stage").to_string())]
        stage: NamedStage,
        /// For which product.
        #[arg(long, value_name = "PRODUCT", help = text!("cases-cli-draft-product").to_string())]
        product: Option<String>,
        /// The instant it is judged at.
        #[command(flatten)]
        judged: Judged,
    },
    /// Enter something in one.
    #[command(flatten)]
    Enter(EntryCommand),
}

/// What can be entered in a case.
#[derive(Debug, Subcommand)]
pub enum EntryCommand {
    /// Enter a further signal.
    #[command(about = text!("cases-cli-signal").to_string())]
    Signal {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// The signal.
        #[command(flatten)]
        signal: SignalArgs,
    },
    /// Reject a signal.
    #[command(about = text!("cases-cli-reject").to_string())]
    RejectSignal {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which signal.
        #[arg(value_name = "NUMBER", help = text!("cases-cli-number").to_string())]
        signal: usize,
        /// Why.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Begin assessing it.
    #[command(about = text!("cases-cli-assess").to_string())]
    Assess {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// When.
        #[command(flatten)]
        when: When,
    },
    /// When it happened.
    #[command(about = text!("cases-cli-occurred").to_string())]
    Occurred {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// When.
        #[command(flatten)]
        when: When,
    },
    /// Answer a fact.
    #[command(about = text!("cases-cli-fact").to_string())]
    Fact {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which fact.
        #[arg(value_name = "FACT", help = text!("cases-cli-fact-name").to_string())]
        fact: String,
        /// The answer.
        #[arg(value_enum, value_name = "ANSWER", help = text!("cases-cli-answer").to_string())]
        answer: Answered,
        /// How it is known.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Rule when the operator became aware.
    #[command(about = text!("cases-cli-aware").to_string())]
    Aware {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// When.
        #[command(flatten)]
        when: When,
        /// Why then.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Enter a measure.
    #[command(about = text!("cases-cli-measure").to_string())]
    Measure {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// What kind.
        #[arg(value_enum, value_name = "KIND", help = text!("cases-cli-kind").to_string())]
        kind: Kind,
        /// When it became available.
        #[command(flatten)]
        when: When,
        /// What it does.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-details").to_string())]
        details: String,
    },
    /// Take a measure back.
    #[command(about = text!("cases-cli-withdraw").to_string(), override_usage = WITHDRAW_USAGE)]
    WithdrawMeasure {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which measure.
        #[arg(value_name = "NUMBER", help = text!("cases-cli-number").to_string())]
        measure: usize,
        /// Why.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Name an affected product.
    #[command(about = text!("cases-cli-affects").to_string())]
    Affects {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which product.
        #[arg(value_name = "PRODUCT", help = text!("record-cli-product").to_string())]
        product: String,
        /// Which of its releases.
        #[arg(long = "release", value_name = "VERSION", help = text!("cases-cli-release").to_string())]
        releases: Vec<String>,
        /// It is not affected after all.
        #[arg(long, help = text!("cases-cli-not").to_string())]
        not: bool,
    },
    /// Name the component it lies in.
    #[command(about = text!("cases-cli-component").to_string())]
    Component {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Name and version.
        #[arg(value_name = "NAME", help = text!("cases-cli-component-name").to_string())]
        component: String,
    },
    /// Write a text of the notifications.
    #[command(about = text!("cases-cli-word").to_string())]
    Word {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which text.
        #[arg(value_name = "WHAT", help = text!("cases-cli-what").to_string())]
        what: String,
        /// The text.
        #[arg(value_name = "TEXT", required_unless_present = "file", help = text!("cases-cli-text").to_string())]
        text: Option<String>,
        /// A file that holds it.
        #[arg(long, value_name = "FILE", conflicts_with = "text", help = text!("cases-cli-text-file").to_string())]
        file: Option<PathBuf>,
    },
    /// Where the product is available.
    #[command(about = text!("cases-cli-available").to_string())]
    AvailableIn {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Member States.
        #[arg(value_name = "STATE", required = true, value_parser = member_state, help = text!("cases-cli-states").to_string())]
        member_states: Vec<Country>,
    },
    /// Whose coordinator was chosen.
    #[command(about = text!("cases-cli-coordinator").to_string())]
    Coordinator {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Its Member State.
        #[arg(value_name = "STATE", value_parser = member_state, help = text!("cases-cli-states").to_string())]
        member_state: Country,
        /// Why.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Take a step.
    #[command(about = text!("cases-cli-step").to_string())]
    Step {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Where to.
        #[arg(value_name = "STATE", help = text!("cases-cli-to").to_string())]
        to: String,
        /// Why.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Enter what was handed in.
    #[command(about = text!("cases-cli-submitted").to_string(), override_usage = SUBMITTED_USAGE)]
    Submitted(SubmittedArgs),
    /// Enter that the coordinator asks for a report.
    #[command(about = text!("cases-cli-asked").to_string())]
    ReportAsked {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// When it asked.
        #[command(flatten)]
        when: When,
        /// By when.
        #[arg(long, value_name = "INSTANT", value_parser = instant, help = text!("cases-cli-due").to_string())]
        due: Option<Timestamp>,
    },
    /// Enter that an earlier stage held everything.
    #[command(about = text!("cases-cli-given").to_string())]
    GivenBefore {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// Which stage.
        #[arg(value_enum, value_name = "STAGE", help = text!("cases-cli-stage").to_string())]
        stage: NamedStage,
        /// With what.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-because").to_string())]
        because: String,
    },
    /// Enter that users were told.
    #[command(about = text!("cases-cli-users").to_string())]
    UsersTold {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// When.
        #[command(flatten)]
        when: When,
        /// Whom.
        #[arg(long, value_name = "WORDS", help = text!("cases-cli-whom").to_string())]
        whom: String,
    },
    /// Put a document to it.
    #[command(about = text!("cases-cli-attach").to_string())]
    Attach {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// The document.
        #[arg(value_name = "FILE", help = text!("cases-cli-file").to_string())]
        file: PathBuf,
    },
    /// Remark something.
    #[command(about = text!("cases-cli-remark").to_string())]
    Remark {
        /// Which case.
        #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
        case: String,
        /// What.
        #[arg(value_name = "WORDS", help = text!("cases-cli-words").to_string())]
        words: String,
    },
}

/// What a case is opened with.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// What those who work on it call it.
    #[arg(value_name = "NAME", help = text!("cases-cli-name").to_string())]
    pub name: String,
    /// Which kind of event.
    #[arg(long, value_enum, help = text!("reporting-cli-stream").to_string())]
    pub stream: ReportedStream,
    /// What is rehearsed.
    #[arg(long, value_name = "WORDS", help = text!("cases-cli-exercise").to_string())]
    pub exercise: Option<String>,
    /// The first signal.
    #[command(flatten)]
    pub signal: SignalArgs,
}

/// A signal.
#[derive(Debug, Args)]
pub struct SignalArgs {
    /// Where it came from.
    #[arg(long, value_enum, value_name = "SOURCE", help = text!("cases-cli-source").to_string())]
    pub source: Source,
    /// What it says.
    #[arg(long, value_name = "WORDS", help = text!("cases-cli-says").to_string())]
    pub says: String,
    /// When it came.
    #[command(flatten)]
    pub when: When,
    /// Who or what exactly.
    #[arg(long, value_name = "WHO", help = text!("cases-cli-from").to_string())]
    pub from: Option<String>,
    /// It claims exploitation.
    #[arg(long, help = text!("cases-cli-claims").to_string())]
    pub claims_exploitation: bool,
}

/// When something happened.
#[derive(Debug, Args)]
pub struct When {
    /// The instant.
    #[arg(long, value_name = "INSTANT", value_parser = instant, help = text!("cases-cli-at").to_string())]
    pub at: Option<Timestamp>,
}

/// The instant clocks are judged at.
#[derive(Debug, Args)]
pub struct Judged {
    /// The instant.
    #[arg(long = "at", value_name = "INSTANT", value_parser = instant, help = text!("cases-cli-judged").to_string())]
    pub judged_at: Option<Timestamp>,
}

/// What was handed in.
#[derive(Debug, Args)]
pub struct SubmittedArgs {
    /// Which case.
    #[arg(value_name = "CASE", help = text!("cases-cli-case").to_string())]
    pub case: String,
    /// For which stage.
    #[arg(value_enum, value_name = "STAGE", help = text!("cases-cli-stage").to_string())]
    pub stage: NamedStage,
    /// When, as the receipt has it.
    #[command(flatten)]
    pub when: When,
    /// Who handed it in.
    #[arg(long, value_name = "NAME", help = text!("cases-cli-representative").to_string())]
    pub representative: String,
    /// The platform's identification.
    #[arg(long, value_name = "ID", help = text!("cases-cli-reference").to_string())]
    pub reference: String,
    /// The proof.
    #[arg(long, value_name = "FILE", help = text!("cases-cli-receipt").to_string())]
    pub receipt: PathBuf,
    /// The draft that was pasted from.
    #[arg(long, value_name = "FILE", help = text!("cases-cli-draft-file").to_string())]
    pub draft: Option<PathBuf>,
}

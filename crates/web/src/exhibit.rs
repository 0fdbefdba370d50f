//! An exhibit: a result as the command line shows it, wherever the store lies. The words are the door's.

use jiff::Timestamp;
use proofmark_actions::{
    Assessment, AttestationList, CaseInList, CaseView, CheckAnswer, CheckResult, DatabaseStatus,
    DeclarationStanding, DeclarationStands, Draft, Explanation, GateVerdict, LedgerReport, MaturityReport,
    ModificationReview, PurgeReport,
};
use proofmark_facts::{CaseRecord, Determination, HoldRecord, Problem};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

/// A result a command shows.
#[derive(Debug, Clone, Copy)]
pub enum Exhibit<'a> {
    /// An assessment; everything of it, or what is open.
    Assessment(&'a Assessment, bool),
    /// The check of a supplied product.
    SupplierCheck(&'a CheckResult),
    /// The review of a modification.
    Modification(&'a ModificationReview),
    /// Where a product stands; everything, or what is open.
    Maturity(&'a MaturityReport, bool),
    /// The gate's verdict; every hit, or the first of each rule.
    Gate(&'a GateVerdict, bool),
    /// Something explained, for a product where one is named.
    Explanations(&'a [Explanation], Option<&'a str>),
    /// What was found in the ledger.
    Ledger(&'a LedgerReport),
    /// What a vulnerability database holds.
    Database(&'a DatabaseStatus),
    /// Holds: those in force, or the one that was placed.
    Holds(&'a [HoldRecord]),
    /// What was purged and what stays; or what would be, where it was only looked at.
    Purge(&'a PurgeReport, bool),
    /// What others said about the ledger.
    Attestations(&'a AttestationList),
    /// How a release's EU declaration of conformity stands.
    Declaration(&'a DeclarationStanding),
    /// The cases of the response desk.
    Cases(&'a [CaseInList], Timestamp),
    /// A case with what the law says of it; everything, or what is to be done.
    Case(&'a CaseView, bool),
    /// A case something was entered in.
    CaseEntered(&'a CaseRecord),
    /// A draft of what is handed in for a stage.
    Draft(&'a Draft),
}

/// The answer to what was asked, in a word: programs end by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerWord {
    /// Yes, or the command did what was asked.
    Yes,
    /// No.
    No,
    /// It cannot be said yet.
    Undecided,
}

impl Exhibit<'_> {
    /// The answer. What the Regulation does not ask cannot be answered with no.
    pub fn answer(&self) -> AnswerWord {
        let of = |yes: bool| if yes { AnswerWord::Yes } else { AnswerWord::No };
        match self {
            Self::Assessment(assessment, _) => {
                of(!assessment.gate_is_asked || assessment.gate.may_be_placed_on_the_market)
            }
            Self::SupplierCheck(check) => match check.answer() {
                CheckAnswer::May | CheckAnswer::NotAsked => AnswerWord::Yes,
                CheckAnswer::MustNot => AnswerWord::No,
                CheckAnswer::Open => AnswerWord::Undecided,
            },
            Self::Modification(review) => match review.modification.stands {
                Some(Determination::NotSubstantial) => AnswerWord::Yes,
                Some(Determination::Substantial) => AnswerWord::No,
                None => AnswerWord::Undecided,
            },
            Self::Gate(verdict, _) => of(verdict.passed),
            Self::Ledger(report) => of(report.sound),
            Self::Database(status) => of(!status.has_alarm()),
            // Whether one is in force that says what the dossier says.
            Self::Declaration(standing) => match standing.stands {
                DeclarationStands::Issued => AnswerWord::Yes,
                DeclarationStands::NoLongerAgrees => AnswerWord::No,
                DeclarationStands::Draft | DeclarationStands::Waits => AnswerWord::Undecided,
            },
            // Whether nothing is late.
            Self::Cases(list, _) => of(!list.iter().any(|case| case.late && !case.exercise)),
            Self::Case(view, _) => of(!view.products.iter().any(|one| one.verdict.is_late())),
            Self::Draft(draft) => of(draft.can_be_handed_in),
            Self::CaseEntered(_)
            | Self::Maturity(..)
            | Self::Explanations(..)
            | Self::Holds(_)
            | Self::Purge(..)
            | Self::Attestations(_) => AnswerWord::Yes,
        }
    }
}

/// What a command line prints of an answer, so that it is the same against a server as against a directory.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Printed {
    /// The answer in a word: the exit code says the same.
    pub(crate) answer: AnswerWord,
    /// What was noticed in what was handed in.
    pub(crate) notices: Vec<Problem>,
    /// The result in words, laid out for the width that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    /// The result; absent where it is kept as a document, which is fetched by its digest.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<serde_json::Value>")]
    pub(crate) result: Option<Box<RawValue>>,
}

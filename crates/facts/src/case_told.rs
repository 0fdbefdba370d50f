//! What can be entered in a case of the response desk: what came in, what was found out, what was done. Entries are added
//! and never changed; what is entered later about the same holds from then on.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case_fact::CaseFact;
use crate::case_state::CaseState;
use crate::case_words::CaseWords;
use crate::country::Country;
use crate::declared_case::{ExceptionalCircumstance, MeasureKind, Stage};
use crate::digest::Sha256;

/// What one entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "entry", rename_all = "kebab-case")]
pub enum CaseTold {
    /// A signal came in. Signals are never merged: each keeps its instant and its source.
    Signal(Signal),
    /// A signal turned out to say nothing of exploitation in our product. It counts no longer once a second person has
    /// agreed.
    SignalRejected {
        /// Which one, among the case's signals, from one.
        signal: usize,
        /// Why.
        because: String,
    },
    /// The assessment began (guidance, point 213: immediately).
    AssessmentBegan {
        /// When.
        began_at: Timestamp,
    },
    /// What happened happened then: the exploitation, or the incident.
    Occurred {
        /// When.
        occurred_at: Timestamp,
    },
    /// A fact on which the law turns was found out, or is open again.
    Known {
        /// Which fact.
        fact: CaseFact,
        /// The answer; absent: not known (any more).
        #[serde(skip_serializing_if = "Option::is_none", default)]
        answer: Option<bool>,
        /// How that is known.
        because: String,
    },
    /// Somebody ruled when the operator became aware. A later ruling stands beside it, and moves the clocks later only where
    /// a second person has agreed.
    Ruled {
        /// When the operator became aware.
        aware_at: Timestamp,
        /// Why that instant.
        because: String,
    },
    /// A corrective or mitigating measure became available.
    MeasureAvailable {
        /// When.
        available_at: Timestamp,
        /// What kind of measure it is.
        kind: MeasureKind,
        /// What it does.
        details: String,
    },
    /// A measure turned out not to be one. It counts no longer once a second person has agreed.
    MeasureWithdrawn {
        /// Which one, among the case's measures, from one.
        measure: usize,
        /// Why.
        because: String,
    },
    /// A product is affected, or is not after all.
    Affects {
        /// The product's id.
        product: String,
        /// Its affected releases, by version; empty: not said.
        releases: Vec<String>,
        /// Whether it is affected.
        affected: bool,
    },
    /// The component it lies in, where somebody else made it: name and version.
    InComponent {
        /// Name and version.
        component: String,
    },
    /// Something the notifications, the users or an advisory are told, in words.
    Worded {
        /// What the words are.
        what: CaseWords,
        /// The words; empty: taken back.
        words: String,
    },
    /// Where the product is known to have been made available.
    AvailableIn {
        /// Member States.
        member_states: Vec<Country>,
    },
    /// Particularly exceptional circumstances that are claimed (Article 16(2), third subparagraph); none: they are not.
    Exceptional {
        /// Which.
        circumstances: Vec<ExceptionalCircumstance>,
    },
    /// Which coordinator was chosen, and why it is that one.
    Coordinator {
        /// Its Member State.
        member_state: Country,
        /// Why.
        because: String,
    },
    /// A step from one state to another.
    Moved {
        /// Where it stands from then on.
        to: CaseState,
        /// Why.
        because: String,
    },
    /// Something was handed in at the reporting platform, with proof of it.
    Submitted(Submission),
    /// The coordinator asked for an intermediate report (Article 14(6)).
    ReportAsked {
        /// When it asked.
        asked_at: Timestamp,
        /// When it wants it; absent: it named no day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        due_at: Option<Timestamp>,
    },
    /// A stage needs nothing of its own: what it asks for was given with an earlier one.
    GivenBefore {
        /// Which stage.
        stage: Stage,
        /// With what.
        because: String,
    },
    /// Users were told (Article 14(8)).
    UsersTold {
        /// When.
        told_at: Timestamp,
        /// Whom, and by what way.
        whom: String,
    },
    /// A document was put to the case.
    Attached {
        /// The document.
        file: CaseFile,
    },
    /// A remark of those who work on it.
    Remark {
        /// The remark.
        words: String,
    },
}

/// A first sign of a vulnerability, its exploitation, or an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// When it reached us.
    pub came_at: Timestamp,
    /// Where it came from.
    pub source: SignalSource,
    /// What it says, in our words.
    pub says: String,
    /// Who or what exactly: a name, an address, an identifier.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// It claims that somebody exploits it, in whatever product.
    pub claims_exploitation: bool,
}

/// Where a signal came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SignalSource {
    /// A catalogue of vulnerabilities exploited somewhere: ENISA's, CISA's.
    ExploitedCatalogue,
    /// A record of our own: telemetry, a log, a detection.
    Telemetry,
    /// A customer or user.
    Customer,
    /// Somebody who looks for vulnerabilities.
    Researcher,
    /// A supplier, or who maintains a component.
    Supplier,
    /// An authority or a CSIRT.
    Authority,
    /// The press, a blog, social media.
    Press,
    /// One of our own people, a test, a review.
    Own,
}

/// What was handed in for a stage, and the proof. Nothing counts as handed in without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// For which stage.
    pub stage: Stage,
    /// When it was handed in, as the receipt has it.
    pub submitted_at: Timestamp,
    /// Who handed it in: the assigned representative who was signed in at the platform.
    pub representative: String,
    /// The platform's identification of the notification.
    pub reference: String,
    /// The proof: a receipt, a picture of the page, a message.
    pub receipt: CaseFile,
    /// The draft that was pasted from; absent: it was written without one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draft: Option<CaseFile>,
    /// The glossary of fields it was filled in by: version, and the day it was captured.
    pub glossary: String,
}

/// A document of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// Its name, without folders.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
    /// Its size in bytes.
    pub size: u64,
}

impl SignalSource {
    /// Every source.
    pub const ALL: [Self; 8] = [
        Self::ExploitedCatalogue,
        Self::Telemetry,
        Self::Customer,
        Self::Researcher,
        Self::Supplier,
        Self::Authority,
        Self::Press,
        Self::Own,
    ];

    /// Its word, as it is written and asked for.
    pub fn word(self) -> &'static str {
        match self {
            Self::ExploitedCatalogue => "exploited-catalogue",
            Self::Telemetry => "telemetry",
            Self::Customer => "customer",
            Self::Researcher => "researcher",
            Self::Supplier => "supplier",
            Self::Authority => "authority",
            Self::Press => "press",
            Self::Own => "own",
        }
    }
}

impl CaseTold {
    /// Whether it counts only once a second person has agreed: what would end or postpone a duty.
    pub fn needs_a_second_person(&self) -> bool {
        matches!(self, Self::SignalRejected { .. } | Self::MeasureWithdrawn { .. })
    }

    /// What kind of entry it is, in a word, as the ledger writes it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Signal(_) => "signal",
            Self::SignalRejected { .. } => "signal-rejected",
            Self::AssessmentBegan { .. } => "assessment-began",
            Self::Occurred { .. } => "occurred",
            Self::Known { .. } => "known",
            Self::Ruled { .. } => "ruled",
            Self::MeasureAvailable { .. } => "measure-available",
            Self::MeasureWithdrawn { .. } => "measure-withdrawn",
            Self::Affects { .. } => "affects",
            Self::InComponent { .. } => "in-component",
            Self::Worded { .. } => "worded",
            Self::AvailableIn { .. } => "available-in",
            Self::Exceptional { .. } => "exceptional",
            Self::Coordinator { .. } => "coordinator",
            Self::Moved { .. } => "moved",
            Self::Submitted(_) => "submitted",
            Self::ReportAsked { .. } => "report-asked",
            Self::GivenBefore { .. } => "given-before",
            Self::UsersTold { .. } => "users-told",
            Self::Attached { .. } => "attached",
            Self::Remark { .. } => "remark",
        }
    }

    /// The documents it names.
    pub fn files(&self) -> impl Iterator<Item = &CaseFile> {
        let (proof, draft) = match self {
            Self::Submitted(submission) => (Some(&submission.receipt), submission.draft.as_ref()),
            Self::Attached { file } => (Some(file), None),
            _ => (None, None),
        };
        proof.into_iter().chain(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_calls_an_entry_as_its_json_does() {
        let told = [
            CaseTold::Remark { words: "x".into() },
            CaseTold::AvailableIn { member_states: vec!["DE".parse().unwrap()] },
            CaseTold::Moved { to: CaseState::Closed, because: "x".into() },
            CaseTold::GivenBefore { stage: Stage::Notification, because: "x".into() },
        ];
        for told in told {
            assert_eq!(serde_json::to_value(&told).unwrap()["entry"], told.word());
        }
    }

    #[test]
    fn sources_have_words_of_their_own() {
        for source in SignalSource::ALL {
            assert_eq!(serde_json::to_value(source).unwrap(), source.word());
        }
    }
}

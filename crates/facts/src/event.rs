//! Events: what others can be told of, by webhook and by mail. Small on purpose: ids and counts, never contents, so that
//! nothing that is under embargo or secret leaves by this way.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::product_record::GateAnswer;

/// Something that happened, as a webhook's body says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its id, the same in every delivery of it.
    pub id: String,
    /// When it happened.
    pub timestamp: Timestamp,
    /// The operator's id; empty: the installation.
    pub operator: String,
    /// What happened.
    #[serde(flatten)]
    pub what: EventData,
}

/// What happened, with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum EventData {
    /// An assessment of a product was kept.
    #[serde(rename = "assessment.kept")]
    AssessmentKept(ProductEvent),
    /// A release gate that was not closed before is closed.
    #[serde(rename = "gate.closed")]
    GateClosed(ProductEvent),
    /// A release gate that was closed is open.
    #[serde(rename = "gate.opened")]
    GateOpened(ProductEvent),
    /// Findings were opened in a release.
    #[serde(rename = "findings.new")]
    FindingsNew(FindingsEvent),
    /// Decisions on findings were kept or taken back.
    #[serde(rename = "decision.made")]
    DecisionMade(CountEvent),
    /// Something waits for a second person.
    #[serde(rename = "proposal.waiting")]
    ProposalWaiting(RecordEvent),
    /// Who may do what changed.
    #[serde(rename = "people.changed")]
    PeopleChanged(RecordEvent),
    /// A setting or a webhook changed.
    #[serde(rename = "settings.changed")]
    SettingsChanged(RecordEvent),
    /// The ledger was sealed.
    #[serde(rename = "ledger.sealed")]
    LedgerSealed(SealEvent),
    /// A webhook failed for so long that nothing is sent there any more.
    #[serde(rename = "webhook.disabled")]
    WebhookDisabled(RecordEvent),
}

/// What is said of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProductEvent {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The release gate's answer.
    pub gate: GateAnswer,
}

/// What is said of new findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingsEvent {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// How many.
    pub count: u64,
    /// Among them: rated high or critical (CVSS base score of 7.0 or more).
    pub severe: u64,
    /// Among them: listed as exploited somewhere in the world.
    pub exploited: u64,
}

/// How many records of a kind changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CountEvent {
    /// How many.
    pub count: u64,
}

/// Which record changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecordEvent {
    /// What kind of record, in the ledger's word.
    pub kind: String,
    /// Which one.
    pub id: String,
}

/// Up to where the ledger was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SealEvent {
    /// How many lines are under the seal.
    pub size: u64,
}

/// The events there are, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum EventKind {
    /// See [`EventData::AssessmentKept`].
    #[serde(rename = "assessment.kept")]
    AssessmentKept,
    /// See [`EventData::GateClosed`].
    #[serde(rename = "gate.closed")]
    GateClosed,
    /// See [`EventData::GateOpened`].
    #[serde(rename = "gate.opened")]
    GateOpened,
    /// See [`EventData::FindingsNew`].
    #[serde(rename = "findings.new")]
    FindingsNew,
    /// See [`EventData::DecisionMade`].
    #[serde(rename = "decision.made")]
    DecisionMade,
    /// See [`EventData::ProposalWaiting`].
    #[serde(rename = "proposal.waiting")]
    ProposalWaiting,
    /// See [`EventData::PeopleChanged`].
    #[serde(rename = "people.changed")]
    PeopleChanged,
    /// See [`EventData::SettingsChanged`].
    #[serde(rename = "settings.changed")]
    SettingsChanged,
    /// See [`EventData::LedgerSealed`].
    #[serde(rename = "ledger.sealed")]
    LedgerSealed,
    /// See [`EventData::WebhookDisabled`].
    #[serde(rename = "webhook.disabled")]
    WebhookDisabled,
}

impl EventKind {
    /// Every event there is.
    pub const ALL: [Self; 10] = [
        Self::AssessmentKept,
        Self::GateClosed,
        Self::GateOpened,
        Self::FindingsNew,
        Self::DecisionMade,
        Self::ProposalWaiting,
        Self::PeopleChanged,
        Self::SettingsChanged,
        Self::LedgerSealed,
        Self::WebhookDisabled,
    ];

    /// The event's type, as its JSON has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::AssessmentKept => "assessment.kept",
            Self::GateClosed => "gate.closed",
            Self::GateOpened => "gate.opened",
            Self::FindingsNew => "findings.new",
            Self::DecisionMade => "decision.made",
            Self::ProposalWaiting => "proposal.waiting",
            Self::PeopleChanged => "people.changed",
            Self::SettingsChanged => "settings.changed",
            Self::LedgerSealed => "ledger.sealed",
            Self::WebhookDisabled => "webhook.disabled",
        }
    }

    /// The event of this type.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl EventData {
    /// Which event it is.
    pub fn kind(&self) -> EventKind {
        match self {
            Self::AssessmentKept(_) => EventKind::AssessmentKept,
            Self::GateClosed(_) => EventKind::GateClosed,
            Self::GateOpened(_) => EventKind::GateOpened,
            Self::FindingsNew(_) => EventKind::FindingsNew,
            Self::DecisionMade(_) => EventKind::DecisionMade,
            Self::ProposalWaiting(_) => EventKind::ProposalWaiting,
            Self::PeopleChanged(_) => EventKind::PeopleChanged,
            Self::SettingsChanged(_) => EventKind::SettingsChanged,
            Self::LedgerSealed(_) => EventKind::LedgerSealed,
            Self::WebhookDisabled(_) => EventKind::WebhookDisabled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_written_as_standard_webhooks_recommends() {
        let event = Event {
            id: "evt_1".to_owned(),
            timestamp: "2026-11-21T10:00:00Z".parse().unwrap(),
            operator: "nordlicht-gmbh".to_owned(),
            what: EventData::LedgerSealed(SealEvent { size: 7 }),
        };
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(
            json,
            r#"{"id":"evt_1","timestamp":"2026-11-21T10:00:00Z","operator":"nordlicht-gmbh","type":"ledger.sealed","data":{"size":7}}"#
        );
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event);
    }

    #[test]
    fn every_event_has_a_word_of_its_own_and_its_json_is_that_word() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::of_word(kind.word()), Some(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.word()));
        }
    }
}

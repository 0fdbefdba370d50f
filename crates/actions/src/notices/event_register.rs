//! The register of events: what each is called, and what its JSON looks like.

use proofmark_facts::{Event, EventKind, written_schema};
use proofmark_text::{Text, text};
use schemars::Schema;

/// What an event is, in a sentence.
pub fn event_name(kind: EventKind) -> Text {
    match kind {
        EventKind::AssessmentKept => text!("courier-event-assessment-kept"),
        EventKind::GateClosed => text!("courier-event-gate-closed"),
        EventKind::GateOpened => text!("courier-event-gate-opened"),
        EventKind::FindingsNew => text!("courier-event-findings-new"),
        EventKind::DecisionMade => text!("courier-event-decision-made"),
        EventKind::ProposalWaiting => text!("courier-event-proposal-waiting"),
        EventKind::PeopleChanged => text!("courier-event-people-changed"),
        EventKind::SettingsChanged => text!("courier-event-settings-changed"),
        EventKind::LedgerSealed => text!("courier-event-ledger-sealed"),
        EventKind::WebhookDisabled => text!("courier-event-webhook-disabled"),
    }
}

/// The JSON Schema of a webhook's body, all events included.
pub fn event_schema() -> Schema {
    written_schema::<Event>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_event_and_each_has_a_sentence() {
        let schema = serde_json::to_string(&event_schema()).unwrap();
        for kind in EventKind::ALL {
            assert!(schema.contains(&format!("\"const\":\"{}\"", kind.word())), "{schema}");
            assert_ne!(event_name(kind).to_string(), event_name(kind).id());
        }
    }
}

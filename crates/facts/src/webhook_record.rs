//! What the installation keeps about a webhook: where events are sent, and which.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::EventKind;
use crate::record::{Noun, RecordKind};

/// A webhook of an operator, or of the installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookRecord {
    /// Its id, unique within its operator.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Where events are sent. Path and query may hold what only the receiver should know.
    pub url: String,
    /// Which events.
    pub events: Vec<EventKind>,
    /// What deliveries are signed with, newest first: two while a secret is being rotated.
    pub secrets: Vec<SealedSecret>,
    /// Who added it.
    pub created_by: String,
    /// When.
    pub created_at: Timestamp,
    /// Nothing is sent there any more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub disabled: Option<DisabledWebhook>,
}

/// A secret that must be used again, sealed with a key that is kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedSecret {
    /// The sealed secret: of no use without the key.
    pub sealed: String,
    /// Not used from then on: it was replaced, and the receiver had time to learn the new one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Timestamp>,
}

/// That and why nothing is sent to a webhook any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisabledWebhook {
    /// Since when.
    pub at: Timestamp,
    /// By whom: `system` where it failed for too long.
    pub by: String,
}

impl WebhookRecord {
    /// Whether this event is to be sent there.
    pub fn wants(&self, kind: EventKind) -> bool {
        self.disabled.is_none() && self.events.contains(&kind)
    }
}

impl Noun for WebhookRecord {
    const KIND: RecordKind = RecordKind::Webhook;

    fn id(&self) -> String {
        self.id.clone()
    }
}

//! A hold: what a proceeding needs stays, whatever the retention periods say, until somebody lifts the hold.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::{Noun, RecordKind};

/// A hold that is in force; one that was lifted is no record any more, and its lines tell of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldRecord {
    /// Its name as one word, unique within its operator: a file number, a matter.
    pub id: String,
    /// The product it is on; `None`: all of the operator's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub product: Option<String>,
    /// Why.
    pub because: String,
    /// Who placed it.
    pub placed_by: String,
    /// When.
    pub placed_at: Timestamp,
}

impl HoldRecord {
    /// Whether nothing of this product may go while it is in force.
    pub fn covers(&self, product: &str) -> bool {
        self.product.as_deref().is_none_or(|held| held == product)
    }
}

impl Noun for HoldRecord {
    const KIND: RecordKind = RecordKind::Hold;

    fn id(&self) -> String {
        self.id.clone()
    }
}

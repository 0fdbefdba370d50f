//! What the installation keeps about an operator: one of those whose products are kept here, walled off from the others.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::{Noun, RecordKind};

/// An operator as the installation keeps it. Its dossiers say everything else about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorRecord {
    /// The operator's name as one word, unique in the installation.
    pub id: String,
    /// The name as its dossiers write it.
    pub name: String,
    /// When it was first kept.
    pub created_at: Timestamp,
}

impl Noun for OperatorRecord {
    const KIND: RecordKind = RecordKind::Operator;

    fn id(&self) -> String {
        self.id.clone()
    }
}

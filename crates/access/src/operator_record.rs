//! An operator, as the installation keeps it: whose products are kept here.

use jiff::Timestamp;
use proofmark_facts::{Noun, RecordKind, slug};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// What the ledger calls the installation itself; no operator may be called so.
const INSTALLATION: &str = "installation";

/// An operator whose products are kept here, walled off from all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorRecord {
    /// Its name as one word: what its subjects in the ledger begin with.
    pub id: String,
    /// Its name as it writes it.
    pub name: String,
    /// When it was added.
    pub added_at: Timestamp,
    /// By whom.
    pub added_by: String,
}

impl OperatorRecord {
    /// An operator of this name.
    pub fn new(name: &str, at: Timestamp, by: &str) -> Result<Self, Refusal> {
        let name = name.trim();
        let id = slug(name, "");
        let sound = (1..=200).contains(&name.len())
            && !name.chars().any(char::is_control)
            && name.chars().any(char::is_alphanumeric);
        if !sound || id == INSTALLATION {
            return Err(text!("access-operator-name").into());
        }
        Ok(Self { id, name: name.to_owned(), added_at: at, added_by: by.to_owned() })
    }
}

impl Noun for OperatorRecord {
    const KIND: RecordKind = RecordKind::Operator;

    fn id(&self) -> String {
        self.id.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_as_the_installation_is() {
        let named = |name: &str| OperatorRecord::new(name, Timestamp::UNIX_EPOCH, "anna").map(|one| one.id);
        assert_eq!(named("Nordlicht GmbH").as_deref(), Ok("nordlicht-gmbh"));
        for name in ["", "  ", "///", "Installation", "a\nb", &"a".repeat(201)] {
            assert!(named(name).is_err(), "{name}");
        }
    }
}

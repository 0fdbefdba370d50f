//! An operator's name: what it may be, so that its records and subjects are its own.

use jiff::Timestamp;
use proofmark_facts::{OperatorRecord, slug};
use proofmark_text::text;

use crate::refusal::Refusal;

/// What the ledger calls the installation itself; no operator may be called so.
const INSTALLATION: &str = "installation";

/// The record of a new operator of this name.
pub fn operator_named(name: &str, at: Timestamp) -> Result<OperatorRecord, Refusal> {
    let name = name.trim();
    let id = slug(name, "");
    let sound = (1..=200).contains(&name.len())
        && !name.chars().any(char::is_control)
        && name.chars().any(char::is_alphanumeric);
    if !sound || id == INSTALLATION {
        return Err(text!("access-operator-name").into());
    }
    Ok(OperatorRecord { id, name: name.to_owned(), created_at: at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_as_the_installation_is() {
        let named = |name: &str| operator_named(name, Timestamp::UNIX_EPOCH).map(|one| one.id);
        assert_eq!(named("Nordlicht GmbH").as_deref(), Ok("nordlicht-gmbh"));
        for name in ["", "  ", "///", "Installation", "a\nb", &"a".repeat(201)] {
            assert!(named(name).is_err(), "{name}");
        }
    }
}

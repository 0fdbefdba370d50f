//! A way into an account that was added when somebody else may have been in it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A way into an account beside its password, as whoever confirms whose account it is must see it: what was added by
/// whoever had the link stays theirs whatever the password becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WayIn {
    /// What it is named by when it is to be kept.
    pub id: String,
    /// What it is.
    pub kind: WayInKind,
    /// Its name: a passkey's or a token's as it was given, an identity's provider and subject; empty for one-time codes.
    pub name: String,
    /// When it was added; absent: that was before it was written down.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub added_at: Option<Timestamp>,
}

/// What kind of way into an account it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WayInKind {
    /// A passkey.
    Passkey,
    /// One-time codes of an authenticator app, with their recovery codes.
    OneTimeCodes,
    /// Who somebody is at a provider of identities.
    Identity,
    /// A token with which programs act in the account's place.
    Token,
}

impl WayIn {
    /// Whether it was added then or later, or nobody knows when.
    pub fn may_be_since(&self, since: Timestamp) -> bool {
        self.added_at.is_none_or(|added| added >= since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_with_the_link_or_nobody_knows_when_counts_as_since() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let added = |added_at| WayIn {
            id: "passkey:1".into(),
            kind: WayInKind::Passkey,
            name: "key".into(),
            added_at,
        };
        assert!(added(Some(at(10))).may_be_since(at(10)) && added(Some(at(11))).may_be_since(at(10)));
        assert!(added(None).may_be_since(at(10)));
        assert!(!added(Some(at(9))).may_be_since(at(10)));
    }
}

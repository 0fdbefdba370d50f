//! A record: the present content of one thing the installation keeps, named by operator, kind and id.
//!
//! The ledger's lines name each record they change with the digests of its content before and after, so that the
//! records can be held against the ledger at any time.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::digest::Sha256;

/// What kind of thing a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// An operator whose products are kept here.
    Operator,
    /// A person who may sign in.
    Account,
    /// What a person signs in with: password, one-time code, passkey. Never shown to anybody.
    Credential,
    /// What a person may do for one operator.
    Membership,
    /// A token programs present.
    Token,
    /// A provider of `OpenID` identities people may come from.
    IdentityProvider,
    /// A CI system's workload whose identity tokens are accepted.
    Workload,
    /// A product with its present dossier and standing.
    Product,
    /// A release of a product with its present standing.
    Release,
    /// A decision on a finding.
    Decision,
    /// Something sensitive that waits for a second person.
    Proposal,
    /// Where events are sent.
    Webhook,
    /// A hold that keeps what a proceeding needs from being purged.
    Hold,
    /// A setting of the installation or of an operator.
    Setting,
    /// What others said about a checkpoint of the ledger.
    Attestation,
    /// The EU declarations of conformity that were issued for a release.
    Declaration,
    /// A case of the response desk.
    Case,
}

impl RecordKind {
    /// Every kind, in the order of their names here.
    pub const ALL: [Self; 17] = [
        Self::Operator,
        Self::Account,
        Self::Credential,
        Self::Membership,
        Self::Token,
        Self::IdentityProvider,
        Self::Workload,
        Self::Product,
        Self::Release,
        Self::Decision,
        Self::Proposal,
        Self::Webhook,
        Self::Hold,
        Self::Setting,
        Self::Attestation,
        Self::Declaration,
        Self::Case,
    ];

    /// The kind in a word, as the ledger and the database write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::Credential => "credential",
            Self::Membership => "membership",
            Self::Token => "token",
            Self::IdentityProvider => "identity-provider",
            Self::Workload => "workload",
            Self::Product => "product",
            Self::Release => "release",
            Self::Decision => "decision",
            Self::Proposal => "proposal",
            Self::Webhook => "webhook",
            Self::Hold => "hold",
            Self::Setting => "setting",
            Self::Attestation => "attestation",
            Self::Declaration => "declaration",
            Self::Case => "case",
        }
    }

    /// The kind of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What a record is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    /// The operator it belongs to: nobody else ever sees it. Empty: the installation itself.
    pub operator: String,
    /// What it is.
    pub kind: RecordKind,
    /// Which one, among those of its operator and kind.
    pub id: String,
}

/// A thing that is kept as a record.
pub trait Noun: Serialize + DeserializeOwned {
    /// What kind of record it is.
    const KIND: RecordKind;

    /// Which one, among those of its operator.
    fn id(&self) -> String;
}

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is called.
    pub key: RecordKey,
    /// Its content: JSON.
    pub content: Vec<u8>,
    /// The content's digest.
    pub sha256: Sha256,
}

/// A record to be written with a change. It is refused when the record is no longer what the action read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordWrite {
    /// What it is called.
    pub key: RecordKey,
    /// The digest of the content the action decided on; `None`: there must be no such record yet.
    pub expects: Option<Sha256>,
    /// The new content; `None` takes the record away.
    pub content: Option<Vec<u8>>,
}

#[cfg(test)]
mod tests {
    use super::RecordKind;

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        for kind in RecordKind::ALL {
            assert_eq!(RecordKind::of_word(kind.word()), Some(kind));
        }
        assert_eq!(RecordKind::of_word("operators"), None);
    }
}

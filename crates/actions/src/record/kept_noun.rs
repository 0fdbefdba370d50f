//! A noun as the record holds it: read with its digest, written only over the content that was read.

use proofmark_facts::{Keeping, Noun, Record, RecordKey, RecordWrite, Sha256};
use proofmark_text::text;

use crate::error::ActionError;

/// A noun with the digest of the content it was read from.
#[derive(Debug, Clone)]
pub(crate) struct KeptNoun<N> {
    pub(crate) noun: N,
    pub(crate) sha256: Sha256,
}

/// The noun of this id, if it is kept.
pub(crate) fn kept_noun<N: Noun>(
    keeping: &dyn Keeping,
    operator: &str,
    id: &str,
) -> Result<Option<KeptNoun<N>>, ActionError> {
    let key = RecordKey { operator: operator.to_owned(), kind: N::KIND, id: id.to_owned() };
    keeping.record(&key)?.map(|record| noun_of(&record)).transpose()
}

/// The noun a record holds.
pub(crate) fn noun_of<N: Noun>(record: &Record) -> Result<KeptNoun<N>, ActionError> {
    let noun = serde_json::from_slice(&record.content).map_err(|error| {
        let key = &record.key;
        ActionError::Damaged(text!(
            "record-unreadable",
            kind = key.kind.word(),
            id = &key.id,
            error = error.to_string()
        ))
    })?;
    Ok(KeptNoun { noun, sha256: record.sha256 })
}

/// Writes the noun over the content of that digest; `None`: there must be none yet.
pub(crate) fn written<N: Noun>(operator: &str, noun: &N, over: Option<Sha256>) -> RecordWrite {
    let content = serde_json::to_vec(noun).expect("strings, numbers, lists and names become JSON");
    RecordWrite { key: key(operator, noun), expects: over, content: Some(content) }
}

/// Takes the noun out of the record.
pub(crate) fn removed<N: Noun>(operator: &str, kept: &KeptNoun<N>) -> RecordWrite {
    RecordWrite { key: key(operator, &kept.noun), expects: Some(kept.sha256), content: None }
}

fn key<N: Noun>(operator: &str, noun: &N) -> RecordKey {
    RecordKey { operator: operator.to_owned(), kind: N::KIND, id: noun.id() }
}

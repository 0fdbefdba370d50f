//! A noun as the record holds it: read with its digest, written only over the content that was read.

use proofmark_facts::{Keeping, Noun, Record, RecordKey, RecordWrite, Sha256};
use proofmark_text::text;

use crate::error::ActionError;

/// How many records are read at once.
const BATCH: usize = 200;

/// A noun with the digest of the content it was read from.
#[derive(Debug, Clone)]
pub(crate) struct KeptNoun<N> {
    pub(crate) noun: N,
    pub(crate) sha256: Sha256,
    operator: String,
}

impl<N: Noun> KeptNoun<N> {
    /// Writes another in its place.
    pub(crate) fn replaced_by(&self, noun: &N) -> RecordWrite {
        written(&self.operator, noun, Some(self.sha256))
    }

    /// Takes it out of the record.
    pub(crate) fn taken_away(&self) -> RecordWrite {
        RecordWrite { key: key(&self.operator, &self.noun), expects: Some(self.sha256), content: None }
    }
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

/// All nouns of an operator, in the order of their ids.
pub(crate) fn kept_nouns<N: Noun>(
    keeping: &dyn Keeping,
    operator: &str,
) -> Result<Vec<KeptNoun<N>>, ActionError> {
    let mut found: Vec<KeptNoun<N>> = Vec::new();
    let mut after = String::new();
    loop {
        let batch = keeping.records(operator, N::KIND, &after, BATCH)?;
        let Some(last) = batch.last() else { return Ok(found) };
        last.key.id.clone_into(&mut after);
        for record in &batch {
            found.push(noun_of(record)?);
        }
    }
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
    Ok(KeptNoun { noun, sha256: record.sha256, operator: record.key.operator.clone() })
}

/// Writes the noun over the content of that digest; `None`: there must be none yet.
pub(crate) fn written<N: Noun>(operator: &str, noun: &N, over: Option<Sha256>) -> RecordWrite {
    let content = serde_json::to_vec(noun).expect("strings, numbers, lists and names become JSON");
    RecordWrite { key: key(operator, noun), expects: over, content: Some(content) }
}

/// Writes a noun there must not be yet.
pub(crate) fn new_noun<N: Noun>(operator: &str, noun: &N) -> RecordWrite {
    written(operator, noun, None)
}

/// Writes a noun in the place of the one that was read, or as a new one where there was none.
pub(crate) fn instead<N: Noun>(operator: &str, kept: Option<&KeptNoun<N>>, noun: &N) -> RecordWrite {
    written(operator, noun, kept.map(|kept| kept.sha256))
}

fn key<N: Noun>(operator: &str, noun: &N) -> RecordKey {
    RecordKey { operator: operator.to_owned(), kind: N::KIND, id: noun.id() }
}

//! Nouns as they are kept: read from a record, written back on the condition that nobody else was faster.

use proofmark_facts::{Noun, Record, RecordKey, RecordWrite, Sha256, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;

/// How many records are read at once.
const PAGE: usize = 200;

/// A noun with the digest of the record it was read from.
#[derive(Debug, Clone)]
pub(super) struct Kept<N> {
    /// The noun.
    pub(super) noun: N,
    operator: String,
    sha256: Sha256,
}

impl<N: Noun> Kept<N> {
    /// Writes another in its place.
    pub(super) fn replaced_by(&self, noun: &N) -> RecordWrite {
        RecordWrite {
            key: key_of(&self.operator, noun),
            expects: Some(self.sha256),
            content: Some(content(noun)),
        }
    }

    /// Takes it away.
    pub(super) fn taken_away(&self) -> RecordWrite {
        RecordWrite { key: key_of(&self.operator, &self.noun), expects: Some(self.sha256), content: None }
    }

    fn of(record: &Record) -> Result<Self, ActionError> {
        let noun = serde_json::from_slice(&record.content).map_err(|_| {
            let kind = record.key.kind.word();
            ActionError::Damaged(text!("access-record-unreadable", kind = kind, id = &record.key.id))
        })?;
        Ok(Self { noun, operator: record.key.operator.clone(), sha256: record.sha256 })
    }
}

/// The noun of this id, if there is one.
pub(super) fn find<N: Noun>(
    store: &dyn SystemOfRecord,
    operator: &str,
    id: &str,
) -> Result<Option<Kept<N>>, ActionError> {
    let key = RecordKey { operator: operator.to_owned(), kind: N::KIND, id: id.to_owned() };
    store.record(&key)?.as_ref().map(Kept::of).transpose()
}

/// All nouns of an operator, in the order of their ids.
pub(super) fn all<N: Noun>(store: &dyn SystemOfRecord, operator: &str) -> Result<Vec<Kept<N>>, ActionError> {
    let mut found: Vec<Kept<N>> = Vec::new();
    let mut after = String::new();
    loop {
        let page = store.records(operator, N::KIND, &after, PAGE)?;
        let Some(last) = page.last() else { return Ok(found) };
        last.key.id.clone_into(&mut after);
        for record in &page {
            found.push(Kept::of(record)?);
        }
        if page.len() < PAGE {
            return Ok(found);
        }
    }
}

/// Writes a noun there must not be yet.
pub(super) fn new<N: Noun>(operator: &str, noun: &N) -> RecordWrite {
    RecordWrite { key: key_of(operator, noun), expects: None, content: Some(content(noun)) }
}

/// Writes a noun in the place of the one that was read, or as a new one where there was none.
pub(super) fn instead<N: Noun>(operator: &str, kept: Option<&Kept<N>>, noun: &N) -> RecordWrite {
    kept.map_or_else(|| new(operator, noun), |kept| kept.replaced_by(noun))
}

/// What a noun is called.
pub(super) fn key_of<N: Noun>(operator: &str, noun: &N) -> RecordKey {
    RecordKey { operator: operator.to_owned(), kind: N::KIND, id: noun.id() }
}

fn content<N: Noun>(noun: &N) -> Vec<u8> {
    serde_json::to_vec(noun).expect("nouns become JSON")
}

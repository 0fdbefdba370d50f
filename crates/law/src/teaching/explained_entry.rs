//! An entry of a register of explanations.

use crate::source::{Source, Verification};
use crate::teaching::explained::Explained;

/// An entry with the words it can be asked for by, beside its id and its citations.
pub(super) struct Entry {
    pub(super) explained: Explained,
    pub(super) also: Vec<String>,
}

/// An entry that is asked for by its id and its citations alone.
pub(super) fn entry(explained: Explained) -> Entry {
    Entry { explained, also: Vec::new() }
}

/// The same, with the rows it rests on and how they were verified.
pub(super) fn resting_on(
    mut explained: Explained,
    rows: &[&'static str],
    verified: &'static [Verification],
) -> Explained {
    explained.legal_review = rows.first().and_then(|row| Source::new(row, verified).legal_review());
    explained.rows = rows.iter().map(|row| (*row).to_owned()).collect();
    explained.verified = verified.to_vec();
    explained
}

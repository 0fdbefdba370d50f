//! The ledger replayed: what its lines say of documents.

use std::collections::BTreeMap;
use std::ops::Range;

use proofmark_facts::{Sha256, SystemOfRecord};

use super::kept_with::{Said, owner_of, said};
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// What the lines say of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    /// The line that kept it first, and what it was to it.
    pub(super) named: Option<(u64, String)>,
    /// Lines it may have been kept with first: the very first one, and the first ones after it may have gone.
    pub(super) first_lines: Vec<u64>,
    /// Whose it is; `false`: a line says that it may be taken away from this one.
    pub(super) owners: BTreeMap<String, bool>,
}

impl Kept {
    fn keep(&mut self, index: u64, role: &str, owner: &str) {
        if !self.must_be_there() {
            self.named = Some((index, role.to_owned()));
            self.first_lines.push(index);
        }
        self.owners.insert(owner.to_owned(), true);
    }

    /// Whether it was kept for anybody it was not purged of since.
    pub(super) fn must_be_there(&self) -> bool {
        self.owners.values().any(|must| *must)
    }
}

/// Takes what the lines say of documents.
pub(super) fn replay(
    keeping: &dyn SystemOfRecord,
    lines: Range<u64>,
    wanted: impl Fn(&Sha256) -> bool,
    known: &mut BTreeMap<Sha256, Kept>,
) -> Result<(), ActionError> {
    let mut next = lines.start;
    while next < lines.end {
        let limit = usize::try_from(lines.end - next).unwrap_or(BATCH).min(BATCH);
        let batch = keeping.lines(next, limit)?;
        let Some(last) = batch.last() else { break };
        // A line out of place has been named already; the replay must end all the same.
        next = (last.index + 1).max(next + 1);
        for kept in &batch {
            // That a line cannot be read has been named already.
            let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
            let owner = owner_of(&line.subject);
            match said(keeping, &line)? {
                Said::Kept(documents) => {
                    for (role, digest) in documents.into_iter().filter(|(_, digest)| wanted(digest)) {
                        known.entry(digest).or_default().keep(kept.index, role, owner);
                    }
                }
                Said::Purged(digests) => {
                    for digest in digests.into_iter().filter(|digest| wanted(digest)) {
                        known.entry(digest).or_default().owners.insert(owner.to_owned(), false);
                    }
                }
            }
        }
    }
    Ok(())
}

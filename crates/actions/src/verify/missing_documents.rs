//! Documents that lines name and nobody keeps: a fault, unless a later line says that they were purged.

use std::collections::BTreeMap;

use proofmark_text::text;

use super::faults::Faults;
use crate::ledger_line::LedgerLine;
use crate::products::{PURGE, PURGED};

/// The most that are held until the ledger's end; an honest ledger lacks what it purged, and no more.
const MOST_WAITING: usize = 1_000_000;

/// Missing documents by digest, each with the first line that named it and what it was there.
#[derive(Debug, Default)]
pub(crate) struct MissingDocuments {
    waiting: BTreeMap<String, (u64, String)>,
}

impl MissingDocuments {
    /// A line names a document that is not kept.
    pub(crate) fn add(&mut self, index: u64, role: &str, digest: &str, faults: &mut Faults) {
        if self.waiting.len() < MOST_WAITING {
            self.waiting.entry(digest.to_owned()).or_insert_with(|| (index, role.to_owned()));
        } else {
            faults.push(unknown(index, role, digest));
        }
    }

    /// A line that says what was purged explains what was missing before it.
    pub(crate) fn explain(&mut self, line: &LedgerLine) {
        if line.action == PURGE {
            for document in line.documents.iter().filter(|document| document.role == PURGED) {
                self.waiting.remove(&document.sha256);
            }
        }
    }

    /// Whether a line only names what it took away.
    pub(crate) fn is_purged(line: &LedgerLine, role: &str) -> bool {
        line.action == PURGE && role == PURGED
    }

    /// What nobody explained, in the order of the lines.
    pub(crate) fn finish(self, faults: &mut Faults) {
        let mut unexplained: Vec<_> = self.waiting.into_iter().collect();
        unexplained.sort_by_key(|(_, (index, _))| *index);
        for (digest, (index, role)) in unexplained {
            faults.push(unknown(index, &role, &digest));
        }
    }
}

fn unknown(index: u64, role: &str, digest: &str) -> proofmark_text::Text {
    text!("actions-ledger-document-unknown", index = index.to_string(), role = role, digest = digest)
}

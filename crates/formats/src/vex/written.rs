//! What whoever writes a VEX document has to add to what it states, and what came of writing.

use std::collections::HashMap;

use jiff::Timestamp;
use proofmark_facts::{VexDocument, VexItem, VexStatement, VexStatus};
use proofmark_text::{Text, text};

/// What a format asks for that the document may not say itself.
#[derive(Debug, Clone)]
pub struct VexHeading<'a> {
    /// The address under which the author's identifiers are its own (CSAF, `publisher.namespace`; SPDX, the beginning of its
    /// identifiers), where the document names none.
    pub namespace: Option<&'a str>,
    /// When it is written: the date of documents that have none.
    pub written_at: Timestamp,
    /// The program that writes, with its version.
    pub tool: &'a str,
}

/// A document as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenVex {
    /// Its text; equal input gives equal bytes. `None`: the format cannot hold such a document, and what was lost says why.
    pub text: Option<String>,
    /// What the format could not hold, a sentence each.
    pub lost: Vec<Text>,
    /// How many statements were left out, because the format asks for what they do not say.
    pub left_out: usize,
}

/// What a format asks of affected products where the source states nothing.
pub(super) const NO_ACTION: &str = "The source states no action.";

/// What could not be written, as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Losses {
    told: Vec<Text>,
    pub(super) left_out: usize,
}

impl Losses {
    /// Tells once.
    pub(super) fn tell(&mut self, says: Text) {
        if !self.told.contains(&says) {
            self.told.push(says);
        }
    }

    /// That a member of the document has no place in the format.
    pub(super) fn member(&mut self, what: &str, present: bool) {
        if present {
            self.tell(text!("vex-lost-member", what = what));
        }
    }

    /// The statements that may be written: that something is not affected has to be reasoned.
    pub(super) fn reasoned<'d>(&mut self, document: &'d VexDocument) -> Vec<&'d VexStatement> {
        let is_reasoned = |statement: &&VexStatement| {
            statement.status != VexStatus::NotAffected
                || statement.justification.is_some()
                || statement.impact.is_some()
        };
        let (kept, bare): (Vec<_>, Vec<_>) = document.statements.iter().partition(is_reasoned);
        for statement in bare {
            self.tell(text!("vex-left-out-bare", name = statement.vulnerability.name.as_str()));
            self.left_out += 1;
        }
        kept
    }

    /// The statement's words of CycloneDX that ours are not equal to.
    pub(super) fn cyclonedx_words(&mut self, statement: &VexStatement) {
        let Some(words) = &statement.cyclonedx else { return };
        for word in [&words.state, &words.justification].into_iter().flatten() {
            self.tell(text!("vex-lost-word", name = statement.vulnerability.name.as_str(), word = word));
        }
    }

    pub(super) fn with(self, text: Option<String>) -> WrittenVex {
        WrittenVex { text, lost: self.told, left_out: self.left_out }
    }
}

/// The document's text: members in the order of their names, a line each.
pub(super) fn pretty(value: &serde_json::Value) -> String {
    let mut written = serde_json::to_string_pretty(value).unwrap_or_default();
    written.push('\n');
    written
}

/// Software by its places: each once, in the order of its first appearance.
#[derive(Debug, Default)]
pub(super) struct Items<'d> {
    pub(super) all: Vec<&'d VexItem>,
    places: HashMap<&'d VexItem, usize>,
}

impl<'d> Items<'d> {
    /// Its place.
    pub(super) fn place(&mut self, item: &'d VexItem) -> usize {
        let next = self.all.len();
        let place = *self.places.entry(item).or_insert(next);
        if place == next {
            self.all.push(item);
        }
        place
    }
}

//! Faults as they are found: named up to a number, counted beyond it.

use proofmark_text::{Text, text};

/// The most faults that are named; what is beyond is counted.
const MOST_FAULTS: usize = 100;

#[derive(Debug, Default)]
pub(crate) struct Faults {
    named: Vec<Text>,
    more: usize,
}

impl Faults {
    pub(crate) fn push(&mut self, fault: Text) {
        if self.named.len() < MOST_FAULTS { self.named.push(fault) } else { self.more += 1 }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    pub(crate) fn finish(mut self) -> Vec<Text> {
        if self.more > 0 {
            self.named.push(text!("actions-more-faults", count = self.more));
        }
        self.named
    }
}

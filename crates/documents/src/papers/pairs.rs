//! Names with values, each stated or marked as a gap.

use proofmark_text::Text;

use super::gap::{address, filled, stated};
use crate::{Block, Inline, KeyValues};

/// Gathers pairs whose names come from the catalogue.
#[derive(Default)]
pub(super) struct Pairs(KeyValues);

impl Pairs {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A value that is there.
    pub(super) fn say(self, name: &Text, value: impl Into<Inline>) -> Self {
        Self(self.0.entry(name.to_string(), value))
    }

    /// A value that must be there, and the fact that states it.
    pub(super) fn ask(self, name: &Text, value: Option<&str>, path: &str) -> Self {
        self.say(name, stated(value, path))
    }

    /// A value that may be there.
    pub(super) fn may(self, name: &Text, value: Option<&str>) -> Self {
        match filled(value) {
            Some(words) => self.say(name, address(words)),
            None => self,
        }
    }
}

impl From<Pairs> for Block {
    fn from(pairs: Pairs) -> Self {
        Self::KeyValues(pairs.0)
    }
}

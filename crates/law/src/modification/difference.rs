//! A difference between two revisions of a dossier, or their component lists, that bears on the test.

use proofmark_facts::{Differing, ExplainedDifference};
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// One difference, the row of the test it bears on and the questions it raises.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// In what the two differ.
    pub about: Differing,
    /// Of several of the same sort, which one: the remote service's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// How, and what it may mean.
    pub says: Text,
    /// The way to the fact in the newer dossier; `None`: it is in the component lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'static str>,
    /// Rows of the reference it bears on.
    pub bears_on: &'static [&'static str],
    /// The facts it makes worth asking for.
    pub asks: &'static [&'static str],
    /// It only hints at an answer. A difference that is none contradicts whoever answers no to all it asks.
    pub only_an_indication: bool,
}

impl Difference {
    /// A difference that says something of itself.
    pub(crate) fn new(
        about: Differing,
        says: Text,
        bears_on: &'static [&'static str],
        asks: &'static [&'static str],
    ) -> Self {
        Self { about, of: None, says, fact: None, bears_on, asks, only_an_indication: false }
    }

    /// Names the fact in the newer dossier.
    #[must_use]
    pub(crate) fn at(mut self, fact: &'static str) -> Self {
        self.fact = Some(fact);
        self
    }

    /// Names which one of its sort it is.
    #[must_use]
    pub(crate) fn of(mut self, name: &str) -> Self {
        self.of = Some(name.to_owned());
        self
    }

    /// The same as a mere indication.
    #[must_use]
    pub(crate) fn indicates(mut self) -> Self {
        self.only_an_indication = true;
        self
    }

    /// The reason a person gave why it is not what it seems; an explanation of one service explains no other.
    pub fn explained_in<'e>(&self, explained: &'e [ExplainedDifference]) -> Option<&'e str> {
        let this = |one: &&ExplainedDifference| one.difference == self.about && one.of == self.of;
        explained.iter().find(this).map(|one| one.because.as_str())
    }
}

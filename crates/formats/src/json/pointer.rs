//! Where in a JSON document a reader stands, as a JSON pointer (RFC 6901).

use std::fmt;

use proofmark_facts::Place;

/// The steps down to the value being read.
#[derive(Debug, Default, Clone)]
pub(crate) struct Pointer(Vec<Step>);

#[derive(Debug, Clone, Copy)]
enum Step {
    Member(&'static str),
    Element(usize),
}

impl Pointer {
    pub(crate) fn enter(&mut self, member: &'static str) {
        self.0.push(Step::Member(member));
    }

    pub(crate) fn element(&mut self, index: usize) {
        self.0.push(Step::Element(index));
    }

    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// The place of the value being read.
    pub(crate) fn place(&self) -> Place {
        Place::at(self.to_string())
    }

    /// The place of one of its members.
    pub(crate) fn member(&self, name: &str) -> Place {
        Place::at(format!("{self}/{name}"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Member(name) => write!(out, "/{name}"),
            Step::Element(index) => write!(out, "/{index}"),
        })
    }
}

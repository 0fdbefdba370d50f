//! What a test found.

use proofmark_facts::{Place, Problem, Weight};
use proofmark_text::Text;

/// What one test found so far: so many places are kept, all are counted.
pub(super) struct Findings {
    most: usize,
    weight: Weight,
    pub(super) kept: Vec<Problem>,
    pub(super) count: usize,
    pub(super) undecided: Option<Text>,
}

impl Findings {
    pub(super) fn new(most: usize, weight: Weight) -> Self {
        Self { most, weight, kept: Vec::new(), count: 0, undecided: None }
    }

    /// The test fails at this place. Both are only made where they are kept.
    pub(super) fn tell(&mut self, place: impl FnOnce() -> String, says: impl FnOnce() -> Text) {
        self.count += 1;
        if self.kept.len() < self.most {
            self.kept.push(Problem { weight: self.weight, place: Place::at(place()), says: says() });
        }
    }

    /// Something could not be looked at.
    pub(super) fn cannot_tell(&mut self, because: Text) {
        self.undecided.get_or_insert(because);
    }
}

//! The problems a reader notices, capped so that a hostile input cannot fill memory with complaints.

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read, Weight};
use proofmark_text::{Text, text};

/// Problems on their way to the reader's answer.
#[derive(Debug)]
pub(crate) struct Problems {
    most_of_a_kind: usize,
    kept: Vec<Problem>,
    /// How many were noticed of each kind, by the key of its sentence.
    noticed: BTreeMap<&'static str, (Weight, usize)>,
}

impl Problems {
    pub(crate) fn new(most_of_a_kind: usize) -> Self {
        Self { most_of_a_kind, kept: Vec::new(), noticed: BTreeMap::new() }
    }

    /// Notices something that makes the input unusable.
    pub(crate) fn error(&mut self, place: Place, says: Text) {
        self.notice(Problem::error(place, says));
    }

    /// Notices something the reader should know.
    pub(crate) fn warn(&mut self, place: Place, says: Text) {
        self.notice(Problem::warning(place, says));
    }

    /// Keeps the problem, or counts it where enough of its kind are kept already.
    pub(crate) fn notice(&mut self, problem: Problem) {
        let (_, count) = self.noticed.entry(problem.says.id()).or_insert((problem.weight, 0));
        *count += 1;
        if *count <= self.most_of_a_kind {
            self.kept.push(problem);
        }
    }

    /// No value, because of this and what was noticed before.
    pub(crate) fn told_with<T>(mut self, problem: Problem) -> Read<T> {
        self.notice(problem);
        Read { value: None, problems: self.told() }
    }

    /// Everything kept, then one line for each kind of which more was noticed.
    pub(crate) fn told(self) -> Vec<Problem> {
        let mut told = self.kept;
        for (kind, (weight, count)) in self.noticed {
            if let Some(more) = count.checked_sub(self.most_of_a_kind).filter(|&more| more > 0) {
                let says = text!("formats-more-of-this-kind", count = more, kind = kind);
                told.push(Problem { weight, place: Place::default(), says });
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_kind_is_counted_and_does_not_crowd_out_another() {
        let mut problems = Problems::new(2);
        for index in 0..5 {
            problems.warn(Place::at(format!("/{index}")), text!("formats-component-type-missing"));
        }
        problems.error(Place::default(), text!("formats-empty"));
        let told: Vec<String> = problems.told().iter().map(|problem| problem.says.to_string()).collect();
        assert_eq!(told.len(), 4);
        assert_eq!(told[3], "3 more of this kind: `formats-component-type-missing`");
    }
}

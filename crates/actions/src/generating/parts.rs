//! What was read of a tree so far, and what could not be.

use proofmark_facts::{Problem, Read, Sbom, TreeGap, Weight};

use super::part::Part;

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) read: Vec<Part>,
    pub(super) gaps: Vec<TreeGap>,
}

impl Parts {
    /// Keeps what a reader gave of a file; of one that gave nothing, the first problem says why.
    pub(super) fn take(&mut self, path: &str, read: Read<Sbom>) {
        self.take_asked(path, read, |_| false);
    }

    /// The same, with what is told of the names somebody asked for.
    pub(super) fn take_asked(&mut self, path: &str, read: Read<Sbom>, is_asked: impl Fn(&str) -> bool) {
        if let Some((sbom, notices)) = self.value(path, read) {
            let asked_for =
                (0..sbom.components.len()).filter(|&at| is_asked(&sbom.components[at].name)).collect();
            self.read.push(Part { path: path.to_owned(), sbom, asked_for, notices });
        }
    }

    /// The value of a file with what was noticed; of one that gave none, it is noted why.
    pub(super) fn value<T>(&mut self, path: &str, read: Read<T>) -> Option<(T, Vec<Problem>)> {
        let Read { value, problems } = read.in_file(path);
        if value.is_none() {
            let unusable = |problem: &Problem| problem.weight == Weight::Error;
            let because = problems.into_iter().find(unusable).map(|problem| problem.says);
            self.gaps.extend(because.map(|because| TreeGap { path: path.to_owned(), because }));
            return None;
        }
        value.map(|value| (value, problems))
    }
}

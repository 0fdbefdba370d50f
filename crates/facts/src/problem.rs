//! What is wrong with something a person or a machine handed in, where, and what to do about it.

use std::ops::Range;

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// One problem with an input. Its code is the key of its sentence, its hint stands beside it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Problem {
    /// How bad it is.
    pub weight: Weight,
    /// Where it is.
    pub place: Place,
    /// What is wrong, with a hint where there is one.
    pub says: Text,
}

/// Whether an input with this problem can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The input is used; the reader should know this.
    Warning,
    /// The input is not used.
    Error,
}

/// Where in an input something stands. Any part may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The input's name as the user knows it, set by whoever opened it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The way to the value: `product.core_functionality.category`, `/components/3/purl`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The bytes of the input that the problem is about, for underlining.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Range<usize>>,
    /// One-based line and column (in characters), where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_and_column: Option<(usize, usize)>,
}

impl Place {
    /// The place reached by this path.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: Some(path.into()), ..Self::default() }
    }

    /// These bytes of the input.
    pub fn bytes(bytes: Range<usize>) -> Self {
        Self { bytes: Some(bytes), ..Self::default() }
    }
}

impl Problem {
    /// A problem that makes the input unusable.
    pub fn error(place: Place, says: Text) -> Self {
        Self { weight: Weight::Error, place, says }
    }

    /// A problem the reader should know of; the input is used.
    pub fn warning(place: Place, says: Text) -> Self {
        Self { weight: Weight::Warning, place, says }
    }
}

/// What a reader gives: the value if there is one, and everything noticed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<T> {
    /// The value; absent when any problem is an error.
    pub value: Option<T>,
    /// All problems, in the order of the input, capped by the reader.
    pub problems: Vec<Problem>,
}

impl<T> Read<T> {
    /// A value without problems.
    pub fn clean(value: T) -> Self {
        Self { value: Some(value), problems: Vec::new() }
    }

    /// No value, because of this.
    pub fn refused(problem: Problem) -> Self {
        Self { value: None, problems: vec![problem] }
    }

    /// The value with what was noticed; the value is dropped if any problem is an error.
    pub fn with(value: T, problems: Vec<Problem>) -> Self {
        let usable = problems.iter().all(|problem| problem.weight == Weight::Warning);
        Self { value: usable.then_some(value), problems }
    }

    /// Names the input in every place, once whoever opened it knows its name.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        for problem in &mut self.problems {
            problem.place.file = Some(file.to_owned());
        }
        self
    }
}

//! One constraint of a range: a comparator and a version.

use std::fmt;

use super::comparator::Comparator;
use super::percent;

/// A constraint.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Constraint {
    /// The comparator.
    pub comparator: Comparator,
    /// The version, without percent-encoding.
    pub version: String,
}

impl fmt::Display for Constraint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.comparator.sign())?;
        percent::write(&self.version, out)
    }
}

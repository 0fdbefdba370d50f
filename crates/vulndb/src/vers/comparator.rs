//! How a version is laid against the one of a constraint (VERS specification, 5.3.3.1).

use std::cmp::Ordering;

/// A comparator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// The same version; written as nothing.
    Equal,
    /// Every other version.
    NotEqual,
    /// Before it.
    Less,
    /// Before it or the same.
    AtMost,
    /// After it.
    Greater,
    /// After it or the same.
    AtLeast,
}

/// Every comparator with its signs, longer ones first where one begins another.
const SIGNS: [(&str, Comparator); 5] = [
    (">=", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("!=", Comparator::NotEqual),
    ("<", Comparator::Less),
    (">", Comparator::Greater),
];

impl Comparator {
    /// Its signs.
    pub fn sign(self) -> &'static str {
        SIGNS.iter().find(|(_, known)| *known == self).map_or("", |(sign, _)| sign)
    }

    /// Splits a constraint into its comparator and what follows.
    pub(super) fn split(constraint: &str) -> (Self, &str) {
        SIGNS
            .iter()
            .find_map(|&(sign, comparator)| Some((comparator, constraint.strip_prefix(sign)?)))
            .unwrap_or((Self::Equal, constraint))
    }

    /// Whether a version that stands so to the constraint's satisfies it.
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }

    /// Whether it bounds from below.
    pub(super) fn is_lower(self) -> bool {
        matches!(self, Self::Greater | Self::AtLeast)
    }

    /// Whether it bounds from above.
    pub(super) fn is_upper(self) -> bool {
        matches!(self, Self::Less | Self::AtMost)
    }
}

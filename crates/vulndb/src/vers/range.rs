//! A range of versions of one type, and whether it holds a version.

use std::fmt;

use super::comparator::Comparator;
use super::constraint::Constraint;
use super::sequence::{self, Sequence};
use super::vers_type;
use crate::version::Order;

/// A range: `vers:npm/>=1.0.0|<2.0.0`. Its constraints are sorted by version where their order is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VersRange {
    pub(super) kind: String,
    pub(super) held: Held,
}

/// What a range holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Held {
    /// Every version: `*`.
    Every,
    /// None: `vers:none/*`.
    Nothing,
    /// What satisfies these.
    Constraints(Vec<Constraint>),
}

impl VersRange {
    /// Its type: `npm`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The order of its versions; `None` where the type is none we know.
    pub fn order(&self) -> Option<Order> {
        vers_type::order(&self.kind)
    }

    /// Its constraints; none for a range of every version or of no version.
    pub fn constraints(&self) -> &[Constraint] {
        match &self.held {
            Held::Constraints(constraints) => constraints,
            Held::Every | Held::Nothing => &[],
        }
    }

    /// Whether it holds this version; `None` where that cannot be said: the type's order is not known, the version
    /// or a constraint's has no place in it, or the ecosystem says nothing of the two.
    ///
    /// A range of exclusions alone holds all else ("How to parse and validate VERS" leaves it open).
    pub fn contains(&self, version: &str) -> Option<bool> {
        let constraints = match &self.held {
            Held::Every => return Some(true),
            Held::Nothing => return Some(false),
            Held::Constraints(constraints) => constraints,
        };
        let order = self.order();
        let read = order.and_then(|order| order.read(version));
        let compare = |constraint: &Constraint| {
            // The same text is the same version in every order.
            let same = || (constraint.version == version).then_some(std::cmp::Ordering::Equal);
            let compared = || read?.compare(order?.read(&constraint.version)?);
            compared().or_else(same)
        };
        let includes = |comparator: Comparator| comparator.holds(std::cmp::Ordering::Equal);
        let same: Vec<Comparator> = constraints
            .iter()
            .filter(|constraint| compare(constraint).is_some_and(std::cmp::Ordering::is_eq))
            .map(|constraint| constraint.comparator)
            .collect();
        if same.iter().any(|&comparator| includes(comparator)) {
            return Some(true);
        }
        if same.contains(&Comparator::NotEqual) {
            return Some(false);
        }
        let simple = sequence::simplified(constraints, order);
        if !Sequence::of(&simple, order).takes_turns() {
            return None;
        }
        // What cannot be said of one bound may still be said of the range: another stretch may hold it.
        let (mut inside, mut bounded, mut lower) = (Some(false), false, None);
        for constraint in &simple {
            let holds = compare(constraint).map(|compared| constraint.comparator.holds(compared));
            match constraint.comparator {
                // It is none of those taken out, as far as can be said.
                Comparator::NotEqual => _ = holds?,
                Comparator::Equal => {
                    inside = either(inside, holds);
                    bounded = true;
                }
                Comparator::Less | Comparator::AtMost => {
                    inside = either(inside, both(holds, lower.take().unwrap_or(Some(true))));
                    bounded = true;
                }
                Comparator::Greater | Comparator::AtLeast => {
                    lower = Some(holds);
                    bounded = true;
                }
            }
        }
        if bounded { either(inside, lower.unwrap_or(Some(false))) } else { Some(true) }
    }

    /// The same range without constraints that add nothing ("How to parse and validate VERS", "Simplifying
    /// constraints").
    #[must_use]
    pub fn simplified(&self) -> Self {
        let held = match &self.held {
            Held::Constraints(constraints) => {
                Held::Constraints(sequence::simplified(constraints, self.order()))
            }
            other => other.clone(),
        };
        Self { kind: self.kind.clone(), held }
    }

    /// A range of these constraints, sorted.
    pub(super) fn of(kind: &str, constraints: &[Constraint]) -> Self {
        let sorted = Sequence::of(constraints, vers_type::order(kind)).sorted();
        Self { kind: kind.to_owned(), held: Held::Constraints(sorted) }
    }
}

impl fmt::Display for VersRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "vers:{}/", self.kind)?;
        let Held::Constraints(constraints) = &self.held else {
            return out.write_str("*");
        };
        for (index, constraint) in constraints.iter().enumerate() {
            if index > 0 {
                out.write_str("|")?;
            }
            constraint.fmt(out)?;
        }
        Ok(())
    }
}

/// Whether one of both holds, as far as that can be said.
fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// Whether both hold, as far as that can be said.
fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    either(one.map(|one| !one), other.map(|other| !other)).map(|neither| !neither)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> VersRange {
        VersRange::read_loosely(text).value.unwrap()
    }

    #[test]
    fn versions_are_inside_or_outside() {
        for (text, inside, outside) in [
            ("vers:npm/>=1.0.0|<2.0.0", &["1.0.0", "1.9.9", "2.0.0-rc.1"][..], &["0.9.0", "2.0.0"][..]),
            ("vers:npm/1.2.3|>=2.0.0|<5.0.0", &["1.2.3", "2.0.0"], &["1.2.4", "5.0.0"]),
            ("vers:gem/>=2.2.0|!=2.2.1|<2.3.0", &["2.2.0", "2.2.2"], &["2.2.1", "2.3.0", "2.1"]),
            ("vers:pypi/<=1.0|>=2.0", &["0.1", "1.0", "2.0", "3"], &["1.5"]),
            ("vers:pypi/!=5", &["4", "5.1"], &["5.0"]),
            // PEP 440's order, not its specifiers: a local version is a version of its own, after the one it was built from.
            ("vers:pypi/<=1.0", &["1.0", "1.0.0"], &["1.0+local", "1.0.1"]),
            ("vers:pypi/>1.0", &["1.0+local", "1.0.1"], &["1.0"]),
            ("vers:pypi/1.0", &["1.0"], &["1.0+local"]),
            ("vers:pypi/!=1.0", &["1.0+local"], &["1.0"]),
            ("vers:pypi/<=1.0+local", &["1.0", "1.0+local", "1.0+abc"], &["1.0+z"]),
            ("vers:pypi/1.0|!=2.0", &["1.0.0"], &["2.0", "3.0"]),
            ("vers:maven/<2.15.0", &["2.14.1", "2.15.0-rc1"], &["2.15.0", "2.15.0.Final"]),
            ("vers:deb/<1:3.0~rc1-1", &["3.1-1", "1:3.0~beta-1"], &["1:3.0~rc1-1", "1:3.0-1"]),
            ("vers:deb/*", &["anything"], &[]),
            ("vers:all/*", &["anything"], &[]),
            ("vers:none/*", &[], &["1.0"]),
            ("vers:semver/>1.0.0|<=1.0.5|>2.0.0", &["1.0.5", "2.0.1"], &["1.0.0", "1.0.6", "2.0.0"]),
            ("vers:npm/1.0%2B0", &["1.0+0"], &[]),
        ] {
            let range = range(text);
            for version in inside {
                assert_eq!(range.contains(version), Some(true), "{text} {version}");
            }
            for version in outside {
                assert_eq!(range.contains(version), Some(false), "{text} {version}");
            }
        }
    }

    #[test]
    fn what_cannot_be_said_is_not_said() {
        assert_eq!(range("vers:npm/<1.0.0").contains("latest"), None);
        assert_eq!(range("vers:unheard/<1.0").contains("0.9"), None);
        assert_eq!(range("vers:unheard/<=1.0").contains("1.0"), Some(true));
        assert_eq!(range("vers:unheard/!=1.0").contains("1.0"), Some(false));
        assert_eq!(range("vers:composer/<1.0").contains("dev-main"), None);
        assert_eq!(range("vers:githubactions/<4.1.0").contains("v4"), None);
        assert_eq!(range("vers:githubactions/<4.1.0").contains("v3"), Some(true));
    }

    #[test]
    fn what_adds_nothing_is_left_out() {
        for (text, simple) in [
            ("vers:npm/>=1.0.0|>=2.0.0", "vers:npm/>=1.0.0"),
            ("vers:npm/<1.0.0|<2.0.0", "vers:npm/<2.0.0"),
            ("vers:npm/>1.0.0|2.0.0|<3.0.0", "vers:npm/>1.0.0|<3.0.0"),
            ("vers:npm/1.0.0|<3.0.0|!=2.0.0", "vers:npm/!=2.0.0|<3.0.0"),
            ("vers:npm/1.0.0|1.0.0", "vers:npm/1.0.0"),
            ("vers:npm/<1.0.0|2.0.0|<3.0.0", "vers:npm/<3.0.0"),
            ("vers:npm/*", "vers:npm/*"),
            // Whose order is not known is left as it is.
            ("vers:unheard/>=1.1|<1.1k|.1|<1.1", "vers:unheard/>=1.1|<1.1k|.1|<1.1"),
            ("vers:npm/<latest|<1.0.0", "vers:npm/<latest|<1.0.0"),
        ] {
            assert_eq!(range(text).simplified().to_string(), simple, "{text}");
        }
    }
}

//! The constraints of a range as a sequence: their order, and what is wrong with it (VERS specification, 5.4).

use std::cmp::Ordering;

use super::comparator::Comparator;
use super::constraint::Constraint;
use crate::version::{Order, Version};

/// Constraints with their versions read.
#[derive(Debug)]
pub(super) struct Sequence<'a> {
    constraints: Vec<(&'a Constraint, Option<Version<'a>>)>,
}

/// What is wrong with a constraint beside the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disorder {
    /// Its version comes before the other's.
    Unsorted,
    /// Its version is the other's.
    Duplicate,
    /// Its comparator cannot follow the other's, as one of the two adds nothing.
    Needless,
}

impl<'a> Sequence<'a> {
    pub(super) fn of(constraints: &'a [Constraint], order: Option<Order>) -> Self {
        let read = |version: &'a str| order.and_then(|order| order.read(version));
        Self { constraints: constraints.iter().map(|one| (one, read(&one.version))).collect() }
    }

    /// The constraints by their versions; those of which nothing can be said stay where they are.
    pub(super) fn sorted(mut self) -> Vec<Constraint> {
        if self.constraints.iter().all(|(_, version)| version.is_some()) {
            self.constraints.sort_by(|left, right| place(left.1, right.1).unwrap_or(Ordering::Equal));
        }
        self.constraints.into_iter().map(|(constraint, _)| constraint.clone()).collect()
    }

    /// Whether lower and upper bounds take turns, so that they are intervals.
    pub(super) fn takes_turns(&self) -> bool {
        self.disorder().iter().all(|(_, disorder)| *disorder != Disorder::Needless)
    }

    /// What is wrong, by the number of the constraint. Constraints of an unknown order are only told apart by
    /// their text.
    pub(super) fn disorder(&self) -> Vec<(usize, Disorder)> {
        let mut found = Vec::new();
        let mut bound: Option<Comparator> = None;
        let mut last: Option<Comparator> = None;
        for (number, &(constraint, version)) in self.constraints.iter().enumerate() {
            if let Some(&(before, before_version)) =
                number.checked_sub(1).and_then(|at| self.constraints.get(at))
            {
                let same = || (before.version == constraint.version).then_some(Ordering::Equal);
                match place(before_version, version).or_else(same) {
                    Some(Ordering::Greater) => found.push((number, Disorder::Unsorted)),
                    Some(Ordering::Equal) => found.push((number, Disorder::Duplicate)),
                    Some(Ordering::Less) | None => {}
                }
            }
            let comparator = constraint.comparator;
            if comparator == Comparator::NotEqual {
                continue;
            }
            let after_equal = last == Some(Comparator::Equal) && comparator.is_upper();
            let after_bound = match bound {
                Some(bound) if bound.is_lower() => comparator.is_lower() || comparator == Comparator::Equal,
                Some(_) => comparator.is_upper(),
                None => false,
            };
            if after_equal || after_bound {
                found.push((number, Disorder::Needless));
            }
            last = Some(comparator);
            if comparator != Comparator::Equal {
                bound = Some(comparator);
            }
        }
        found
    }
}

/// The constraints without those that add nothing, by version. Where something cannot be said of some of the versions,
/// none adds nothing but one written twice.
pub(super) fn simplified(constraints: &[Constraint], order: Option<Order>) -> Vec<Constraint> {
    let sequence = Sequence::of(constraints, order);
    let all_said = order.is_some_and(Order::says_all)
        && sequence.constraints.iter().all(|(_, version)| version.is_some());
    let mut sorted = sequence.sorted();
    if !all_said {
        sorted.dedup();
        return sorted;
    }
    let sorted = merged(&sorted, order);
    let mut kept: Vec<&Constraint> = Vec::with_capacity(sorted.len());
    for constraint in sorted.iter().filter(|one| one.comparator != Comparator::NotEqual) {
        if constraint.comparator.is_upper() {
            while kept.last().is_some_and(|last| !last.comparator.is_lower()) {
                kept.pop();
            }
        }
        let adds_nothing = match kept.last() {
            Some(last) if last.comparator.is_lower() => !constraint.comparator.is_upper(),
            Some(last) => *last == constraint,
            None => false,
        };
        if !adds_nothing {
            kept.push(constraint);
        }
    }
    let mut all: Vec<Constraint> = kept.into_iter().cloned().collect();
    let mut excluded: Vec<Constraint> =
        sorted.iter().filter(|one| one.comparator == Comparator::NotEqual).cloned().collect();
    excluded.dedup();
    all.extend(excluded);
    Sequence::of(&all, order).sorted()
}

/// Constraints of the same version as one bound to each side, which holds the version if any of them does.
fn merged(sorted: &[Constraint], order: Option<Order>) -> Vec<Constraint> {
    let same = |left: &Constraint, right: &Constraint| {
        let compared = order.and_then(|order| order.read(&left.version)?.place(order.read(&right.version)?));
        compared.map_or(left.version == right.version, Ordering::is_eq)
    };
    let mut merged = Vec::with_capacity(sorted.len());
    for of_version in sorted.chunk_by(same) {
        let inclusive = of_version.iter().any(|one| one.comparator.holds(Ordering::Equal));
        let mut sides = Vec::new();
        for one in of_version {
            let comparator = match one.comparator {
                Comparator::Less if inclusive => Comparator::AtMost,
                Comparator::Greater if inclusive => Comparator::AtLeast,
                other => other,
            };
            let is_bound = comparator.is_lower() || comparator.is_upper();
            let says_more = is_bound || comparator == Comparator::NotEqual && !inclusive;
            if says_more && !sides.contains(&comparator) {
                sides.push(comparator);
            }
        }
        if sides.is_empty() {
            sides.push(Comparator::Equal);
        }
        let version = &of_version[0].version;
        merged
            .extend(sides.into_iter().map(|comparator| Constraint { comparator, version: version.clone() }));
    }
    merged
}

fn place(left: Option<Version<'_>>, right: Option<Version<'_>>) -> Option<Ordering> {
    left?.place(right?)
}

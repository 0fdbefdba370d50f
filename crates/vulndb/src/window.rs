//! Windows: a range's events, sorted and laid out as stretches of affected versions.

use std::cmp::Ordering;
use std::fmt;

use proofmark_facts::{AffectedRange, RangeEvent};

use crate::version::{Order, Version};

/// A stretch of affected versions. Without lower bound it begins before every version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch<'a> {
    /// The first affected version.
    pub(crate) from: Option<&'a str>,
    /// Where it ends.
    pub(crate) to: End<'a>,
}

/// Where a stretch ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End<'a> {
    /// Nowhere: pre-releases and pseudo-versions are inside like every other version.
    Open,
    /// Before the version in which it is fixed.
    Fixed(&'a str),
    /// Before a version from which on nothing is said.
    Limit(&'a str),
    /// After this version and its builds.
    LastAffected(&'a str),
}

impl<'a> End<'a> {
    /// The version it ends at.
    pub(crate) fn version(self) -> Option<&'a str> {
        match self {
            Self::Open => None,
            Self::Fixed(version) | Self::Limit(version) | Self::LastAffected(version) => Some(version),
        }
    }
}

impl fmt::Display for Stretch<'_> {
    /// In words of the ecosystem: `>= 1.0.0, < 1.4.2`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Written piece by piece: a scan shows very many.
        let mut parts = |parts: &[&str]| parts.iter().try_for_each(|part| out.write_str(part));
        let (sign, to) = match self.to {
            End::Open => return parts(&[">= ", self.from.unwrap_or("0")]),
            End::Fixed(version) | End::Limit(version) => ("< ", version),
            End::LastAffected(version) => ("<= ", version),
        };
        match self.from {
            Some(from) => parts(&[">= ", from, ", ", sign, to]),
            None => parts(&[sign, to]),
        }
    }
}

/// Whether a version is inside; `None` when a bound has no place in the order.
pub(crate) fn contains(stretch: Stretch<'_>, version: Version<'_>, order: Order) -> Option<bool> {
    if let Some(from) = stretch.from
        && version.compare(order.read(from)?)?.is_lt()
    {
        return Some(false);
    }
    Some(match stretch.to {
        End::Open => true,
        End::Fixed(to) | End::Limit(to) => version.compare(order.read(to)?)?.is_lt(),
        End::LastAffected(to) => {
            let to = order.read(to)?;
            version.compare(to)?.is_lt() || version.is_build_of(to)
        }
    })
}

/// Lays out a range by the order of its versions (OSV schema, "Evaluation").
///
/// `None` when it cannot be: an event has no place in the order, or nothing is introduced.
pub(crate) fn stretches(range: &AffectedRange, order: Order) -> Option<Vec<Stretch<'_>>> {
    let mut events = Vec::with_capacity(range.events.len());
    for event in &range.events {
        events.push(Placed::of(event, order)?);
    }
    let is_limit = |placed: &Placed<'_>| matches!(placed.event, RangeEvent::Limit(_));
    let limits: Vec<Placed<'_>> = events.iter().copied().filter(is_limit).collect();
    events.retain(|placed| !is_limit(placed));
    if !events.iter().any(|placed| matches!(placed.event, RangeEvent::Introduced(_))) {
        return None;
    }
    events.sort_by(Placed::compare);
    // Where the ecosystem says nothing of two neighbours, what is between them is anybody's guess.
    let undecided = |pair: &[Placed<'_>]| {
        !pair.iter().any(|placed| is_before_all(placed.event)) && pair[0].said(&pair[1]).is_none()
    };
    if !order.says_all() && events.windows(2).any(undecided) {
        return None;
    }
    let found = walk(&events);
    // A version is inside when any limit is beyond it, so only the farthest one matters.
    if limits.iter().any(|placed| is_unlimited(placed.event)) {
        return Some(found);
    }
    let farthest = limits.into_iter().max_by(Placed::compare_places);
    Some(match farthest {
        Some(limit) => {
            let limit = limit.event.version();
            found.into_iter().filter_map(|stretch| clipped(stretch, limit, order)).collect()
        }
        None => found,
    })
}

/// An event whose version was read, once for all comparisons.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    event: &'a RangeEvent,
    /// Its version; `None` for what is before every version, and for a limit that is none.
    version: Option<Version<'a>>,
}

impl<'a> Placed<'a> {
    /// `None` where the version has no place in the order.
    fn of(event: &'a RangeEvent, order: Order) -> Option<Self> {
        if is_before_all(event) || is_unlimited(event) {
            return Some(Self { event, version: None });
        }
        Some(Self { event, version: Some(order.read(event.version())?) })
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (is_before_all(self.event), is_before_all(other.event)) {
            (false, false) => self.compare_places(other),
            (left, right) => right.cmp(&left),
        }
    }

    fn compare_places(&self, other: &Self) -> Ordering {
        let places = self.version.zip(other.version).and_then(|(left, right)| left.place(right));
        places.unwrap_or(Ordering::Equal)
    }

    /// What the ecosystem itself says of the two.
    fn said(&self, other: &Self) -> Option<Ordering> {
        self.version.zip(other.version).and_then(|(left, right)| left.compare(right))
    }
}

/// Walks events in version order. Of events at one version, those that end come first inside a stretch (it goes
/// on where one ends and the next begins) and last outside one (a single version, or nothing).
fn walk<'a>(events: &[Placed<'a>]) -> Vec<Stretch<'a>> {
    let mut found = Vec::new();
    let mut inside: Option<&Placed<'a>> = None;
    for same in events.chunk_by(|left, right| left.compare(right).is_eq()) {
        let begin = same.iter().find(|placed| matches!(placed.event, RangeEvent::Introduced(_)));
        let was_inside = inside.is_some();
        if !was_inside {
            inside = begin;
        }
        for (end, to) in same.iter().filter_map(|placed| Some((placed, end(placed.event)?))) {
            if let Some(from) = inside.take() {
                let is_empty = matches!(to, End::Fixed(_)) && from.said(end) == Some(Ordering::Equal);
                found.extend((!is_empty).then_some(Stretch { from: lower(from), to }));
            }
        }
        if was_inside && inside.is_none() {
            inside = begin;
        }
    }
    found.extend(inside.map(|from| Stretch { from: lower(from), to: End::Open }));
    found
}

fn lower<'a>(introduced: &Placed<'a>) -> Option<&'a str> {
    Some(introduced.event.version()).filter(|_| !is_before_all(introduced.event))
}

/// What remains of a stretch before a limit.
fn clipped<'a>(stretch: Stretch<'a>, limit: &'a str, order: Order) -> Option<Stretch<'a>> {
    let is_before = |version: &str| order.compare(version, limit) == Some(Ordering::Less);
    if stretch.from.is_some_and(|from| !is_before(from)) {
        return None;
    }
    let ends_before = stretch.to.version().is_some_and(is_before);
    Some(if ends_before { stretch } else { Stretch { to: End::Limit(limit), ..stretch } })
}

fn end(event: &RangeEvent) -> Option<End<'_>> {
    match event {
        RangeEvent::Fixed(version) => Some(End::Fixed(version)),
        RangeEvent::LastAffected(version) => Some(End::LastAffected(version)),
        RangeEvent::Introduced(_) | RangeEvent::Limit(_) => None,
    }
}

/// `introduced: 0` is before every version, whatever the order makes of `0`.
fn is_before_all(event: &RangeEvent) -> bool {
    matches!(event, RangeEvent::Introduced(version) if version == "0")
}

fn is_unlimited(event: &RangeEvent) -> bool {
    matches!(event, RangeEvent::Limit(version) if version == "*")
}

#[cfg(test)]
mod tests {
    use proofmark_facts::RangeKind;

    use super::RangeEvent::{Fixed, Introduced, LastAffected, Limit};
    use super::*;

    fn words(events: &[fn(String) -> RangeEvent], versions: &[&str]) -> Option<Vec<String>> {
        let events =
            events.iter().zip(versions).map(|(event, version)| event((*version).to_owned())).collect();
        let range = AffectedRange { kind: RangeKind::SemVer, repository: None, events };
        let found = stretches(&range, Order::SemVer)?;
        Some(found.into_iter().map(|stretch| stretch.to_string()).collect())
    }

    #[test]
    fn events_are_sorted_whatever_their_place_in_the_document() {
        let found = words(&[Fixed, Introduced, Fixed, Introduced], &["2.1.0", "0", "1.4.2", "2.0.0"]);
        assert_eq!(found.unwrap(), ["< 1.4.2", ">= 2.0.0, < 2.1.0"]);
    }

    #[test]
    fn a_range_that_goes_on_where_it_was_fixed_is_still_two_stretches() {
        let found = words(&[Introduced, Introduced, Fixed, Fixed], &["1.0.0", "2.0.0", "2.0.0", "3.0.0"]);
        assert_eq!(found.unwrap(), [">= 1.0.0, < 2.0.0", ">= 2.0.0, < 3.0.0"]);
    }

    #[test]
    fn a_single_version_and_an_empty_range_are_told_apart() {
        assert_eq!(words(&[Introduced, LastAffected], &["1.0.0", "1.0.0"]).unwrap(), [">= 1.0.0, <= 1.0.0"]);
        assert_eq!(words(&[Introduced, Fixed], &["1.0.0", "1.0.0"]).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn nothing_is_said_beyond_the_farthest_limit() {
        let found = words(&[Introduced, Limit, Limit], &["0", "2.0.0", "1.0.0"]);
        assert_eq!(found.unwrap(), ["< 2.0.0"]);
        let found = words(&[Introduced, Limit, Introduced], &["1.0.0", "*", "3.0.0"]);
        assert_eq!(found.unwrap(), [">= 1.0.0"]);
        let found = words(&[Introduced, Fixed, Introduced, Limit], &["0", "1.0.0", "2.0.0", "1.5.0"]);
        assert_eq!(found.unwrap(), ["< 1.0.0"]);
    }

    #[test]
    fn an_open_range_is_in_words_too() {
        assert_eq!(words(&[Introduced], &["0"]).unwrap(), [">= 0"]);
        assert_eq!(words(&[Introduced], &["0.0.0-0"]).unwrap(), [">= 0.0.0-0"]);
    }

    #[test]
    fn what_cannot_be_sorted_is_not_laid_out() {
        assert_eq!(words(&[Introduced, Fixed], &["0", "one"]), None);
        assert_eq!(words(&[Fixed], &["1.0.0"]), None);
    }
}

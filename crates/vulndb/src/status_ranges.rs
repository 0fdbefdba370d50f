//! Lays out the statuses a CVE record gives to versions as ranges of affected versions (CVE Record Format, "Version
//! status decisions"): the first entry that holds a version decides, and the default decides of all others.
//!
//! Every version at which anything may change is put in order; between two neighbours nothing changes, so one place in
//! between is asked for all.

use std::cmp::Ordering;

use proofmark_facts::{
    Affected, AffectedProduct, AffectedRange, RangeEvent, RangeKind, VersionClaim, VersionStatus,
    VersionUntil,
};

use crate::version::Order;

/// The most edges of one product: beyond them it is not laid out.
const MOST_EDGES: usize = 2_000;

/// This package with its affected versions; `None` where nothing is called affected. Where the versions cannot be put in
/// order, it has a range of which nothing can be said.
pub(crate) fn laid_out(
    product: &AffectedProduct,
    order: Option<Order>,
    package: Affected,
) -> Option<Affected> {
    if !calls_affected(product) {
        return None;
    }
    let runs = order.and_then(|order| Layout::of(product, order)?.runs());
    let mut laid_out = package;
    let Some(runs) = runs else {
        laid_out.ranges.push(in_words(product));
        return Some(laid_out);
    };
    for run in runs {
        run.put(&mut laid_out);
    }
    let is_empty = laid_out.ranges.is_empty() && laid_out.versions.is_empty();
    (!is_empty).then_some(laid_out)
}

fn calls_affected(product: &AffectedProduct) -> bool {
    let affected = |status: VersionStatus| status == VersionStatus::Affected;
    affected(product.default_status)
        || product
            .versions
            .iter()
            .any(|claim| affected(claim.status) || claim.changes.iter().any(|(_, status)| affected(*status)))
}

/// A place in the order of versions: before all, at a version or just behind it, beyond all.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edge {
    Least,
    At(String),
    Behind(String),
    Most,
}

/// A run of affected versions between two edges; what follows it is not affected, or nobody says.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    from: Edge,
    to: Edge,
    then: VersionStatus,
}

/// The edges in their order, and the claims by the places of theirs.
struct Layout {
    edges: Vec<Edge>,
    claims: Vec<PlacedClaim>,
    default_status: VersionStatus,
}

/// A claim by places among the edges: from where to where, and where its status changes.
struct PlacedClaim {
    from: usize,
    to: usize,
    status: VersionStatus,
    changes: Vec<(usize, VersionStatus)>,
}

impl Layout {
    /// `None` where a version has no place in the order, or nothing is said of two neighbours.
    fn of(product: &AffectedProduct, order: Order) -> Option<Self> {
        let spans: Vec<(Edge, Edge)> =
            product.versions.iter().map(|claim| span(claim, order)).collect::<Option<_>>()?;
        let mut edges = vec![Edge::Least, Edge::Most];
        edges.extend(spans.iter().flat_map(|(from, to)| [from.clone(), to.clone()]));
        for (at, _) in product.versions.iter().flat_map(|claim| &claim.changes) {
            edges.push(Edge::At(readable(at, order)?));
        }
        if edges.len() > MOST_EDGES {
            return None;
        }
        // Sorted by their places, which are total whatever the ecosystem says of two versions.
        edges.sort_by(|left, right| placed(left, right, order));
        edges.dedup_by(|left, right| placed(left, right, order).is_eq());
        let is_unsaid = |pair: &[Edge]| compare(&pair[0], &pair[1], order) != Some(Ordering::Less);
        if edges.windows(2).any(is_unsaid) {
            return None;
        }
        let place = |edge: &Edge| edges.partition_point(|known| placed(known, edge, order).is_lt());
        let claims = product.versions.iter().zip(&spans);
        let claims = claims.map(|(claim, (from, to))| PlacedClaim {
            from: place(from),
            to: place(to),
            status: claim.status,
            changes: claim
                .changes
                .iter()
                .map(|(at, status)| (place(&Edge::At(at.trim().to_owned())), *status))
                .collect(),
        });
        Some(Self { claims: claims.collect(), default_status: product.default_status, edges })
    }

    /// The affected runs; `None` where one begins just behind a version, which no range can say.
    fn runs(&self) -> Option<Vec<Run>> {
        let mut runs: Vec<Run> = Vec::new();
        let mut open: Option<Edge> = None;
        for (place, edge) in self.edges.iter().enumerate() {
            let is_end = place + 1 == self.edges.len();
            let status = if is_end { VersionStatus::Unaffected } else { self.status_from(place) };
            open = match (open, status) {
                (None, VersionStatus::Affected) => Some(edge.clone()),
                (Some(from), VersionStatus::Affected) => Some(from),
                (Some(from), then) => {
                    runs.push(Run { from, to: edge.clone(), then });
                    None
                }
                (None, _) => None,
            };
        }
        let sayable = runs.iter().all(|run| !matches!(run.from, Edge::Behind(_)));
        sayable.then_some(runs)
    }

    /// The status from this edge to the next.
    fn status_from(&self, place: usize) -> VersionStatus {
        let holds = |claim: &&PlacedClaim| claim.from <= place && place < claim.to;
        let Some(claim) = self.claims.iter().find(holds) else { return self.default_status };
        let passed = claim.changes.iter().rfind(|(at, _)| *at <= place);
        passed.map_or(claim.status, |(_, status)| *status)
    }
}

impl Run {
    fn put(self, package: &mut Affected) {
        if let (Edge::At(from), Edge::Behind(to)) = (&self.from, &self.to)
            && from == to
        {
            package.versions.push(from);
            return;
        }
        let from = match self.from {
            Edge::At(version) => version,
            _ => "0".to_owned(),
        };
        let mut events = vec![RangeEvent::Introduced(from)];
        events.extend(match self.to {
            // Where nobody says what follows, it is no fix.
            Edge::At(version) if self.then == VersionStatus::Unknown => Some(RangeEvent::Limit(version)),
            Edge::At(version) => Some(RangeEvent::Fixed(version)),
            Edge::Behind(version) => Some(RangeEvent::LastAffected(version)),
            Edge::Least | Edge::Most => None,
        });
        package.ranges.push(AffectedRange { kind: RangeKind::Ecosystem, repository: None, events });
    }
}

/// From where to where an entry reaches.
fn span(claim: &VersionClaim, order: Order) -> Option<(Edge, Edge)> {
    let version = claim.version.trim();
    let from = match version {
        // `0` begins before every version, pre-releases of `0.0.0` among them.
        "0" | "*" => Edge::Least,
        _ => Edge::At(readable(version, order)?),
    };
    let to = match &claim.until {
        VersionUntil::LessThan(end) => end_of(end.trim(), order, Edge::At)?,
        VersionUntil::LessThanOrEqual(end) => end_of(end.trim(), order, Edge::Behind)?,
        VersionUntil::Only if version == "*" => Edge::Most,
        VersionUntil::Only => Edge::Behind(readable(version, order)?),
    };
    Some((from, to))
}

/// `*` is beyond all; `2.1.*` ends where `2.2` begins.
fn end_of(end: &str, order: Order, edge: impl FnOnce(String) -> Edge) -> Option<Edge> {
    if end == "*" {
        return Some(Edge::Most);
    }
    let Some(start) = end.strip_suffix(".*") else {
        return Some(edge(readable(end, order)?));
    };
    let (before, last) = start.rsplit_once('.').map_or(("", start), |(before, last)| (before, last));
    let next = last.parse::<u64>().ok()?.checked_add(1)?;
    let dot = if before.is_empty() { "" } else { "." };
    let next = format!("{before}{dot}{next}");
    // Where an order has a least pre-release, what is before the next number is not of this one; orders of exactly three
    // numbers take the missing ones as zero.
    let earliest = match order {
        Order::SemVer | Order::Npm => format!("{next}.0-0"),
        Order::Pep440 => format!("{next}.dev0"),
        Order::Linux => format!("{next}-rc0"),
        _ => next.clone(),
    };
    let spellings = [earliest, next.clone(), format!("{next}.0"), format!("{next}.0.0")];
    spellings.into_iter().find(|version| order.read(version).is_some()).map(Edge::At)
}

fn readable(version: &str, order: Order) -> Option<String> {
    let version = version.trim();
    order.read(version).map(|_| version.to_owned())
}

/// What the ecosystem says of two edges.
fn compare(left: &Edge, right: &Edge, order: Order) -> Option<Ordering> {
    compare_by(left, right, |left, right| order.compare(left, right))
}

/// The places of two edges, to sort by: every version here was read by the order.
fn placed(left: &Edge, right: &Edge, order: Order) -> Ordering {
    let place = |left: &str, right: &str| order.read(left)?.place(order.read(right)?);
    compare_by(left, right, place).unwrap_or(Ordering::Equal)
}

fn compare_by(left: &Edge, right: &Edge, by: impl Fn(&str, &str) -> Option<Ordering>) -> Option<Ordering> {
    let (at, other, behind) = match (left, right) {
        (Edge::Least, Edge::Least) | (Edge::Most, Edge::Most) => return Some(Ordering::Equal),
        (Edge::Least, _) | (_, Edge::Most) => return Some(Ordering::Less),
        (_, Edge::Least) | (Edge::Most, _) => return Some(Ordering::Greater),
        (Edge::At(left), Edge::At(right)) | (Edge::Behind(left), Edge::Behind(right)) => {
            (left, right, Ordering::Equal)
        }
        (Edge::At(left), Edge::Behind(right)) => (left, right, Ordering::Less),
        (Edge::Behind(left), Edge::At(right)) => (left, right, Ordering::Greater),
    };
    Some(by(at, other)?.then(behind))
}

/// A range that cannot be laid out, in its own words: nothing can be said by it.
fn in_words(product: &AffectedProduct) -> AffectedRange {
    let affected = product.versions.iter().filter(|claim| claim.status == VersionStatus::Affected);
    let events = affected.flat_map(|claim| {
        let end = match &claim.until {
            VersionUntil::LessThan(end) => Some(RangeEvent::Fixed(end.clone())),
            VersionUntil::LessThanOrEqual(end) => Some(RangeEvent::LastAffected(end.clone())),
            VersionUntil::Only => None,
        };
        std::iter::once(RangeEvent::Introduced(claim.version.clone())).chain(end)
    });
    let mut events: Vec<RangeEvent> = events.take(MOST_EDGES).collect();
    // A version no order reads, so that no part of the range is taken for the whole.
    events.push(RangeEvent::Limit("…".to_owned()));
    AffectedRange { kind: RangeKind::Ecosystem, repository: None, events }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    use VersionStatus::{Affected as Yes, Unaffected as No, Unknown};

    fn product(default_status: VersionStatus, versions: Vec<VersionClaim>) -> AffectedProduct {
        AffectedProduct { default_status, versions, ..AffectedProduct::default() }
    }

    fn claim(status: VersionStatus, version: &str, until: VersionUntil) -> VersionClaim {
        VersionClaim { status, version: version.into(), until, ..VersionClaim::default() }
    }

    fn below(version: &str) -> VersionUntil {
        VersionUntil::LessThan(version.into())
    }

    fn to(version: &str) -> VersionUntil {
        VersionUntil::LessThanOrEqual(version.into())
    }

    /// What is affected, in words.
    fn words(product: &AffectedProduct, order: Order) -> String {
        let Some(affected) = laid_out(product, Some(order), Affected::default()) else {
            return "nothing".into();
        };
        let mut words: Vec<String> = affected
            .ranges
            .iter()
            .map(|range| match crate::window::stretches(range, order) {
                Some(stretches) => stretches.into_iter().map(|stretch| stretch.to_string()).collect(),
                None => "cannot be said".to_owned(),
            })
            .collect();
        words.extend(affected.versions.iter().map(str::to_owned));
        words.join("; ")
    }

    #[test]
    fn the_first_entry_that_holds_a_version_decides() {
        let mut changing = claim(No, "2.1.0", below("2.1.*"));
        changing.changes = vec![("2.1.6".into(), Yes), ("2.1.9".into(), No)];
        let example =
            product(No, vec![claim(Yes, "1.0.0", below("1.0.6")), changing, claim(No, "3.0.0", below("*"))]);
        assert_eq!(words(&example, Order::SemVer), ">= 1.0.0, < 1.0.6; >= 2.1.6, < 2.1.9");

        let fixed_in_branch = product(
            Yes,
            vec![
                claim(No, "0", below("3.7.0")),
                claim(No, "4.19.307", to("4.19.*")),
                claim(No, "6.8.0", to("*")),
            ],
        );
        assert_eq!(words(&fixed_in_branch, Order::SemVer), ">= 3.7.0, < 4.19.307; >= 4.20.0-0, < 6.8.0");
        let shadowed = product(
            Unknown,
            vec![
                claim(No, "1.5.0", VersionUntil::Only),
                claim(Yes, "1.0.0", VersionUntil::Only),
                claim(Yes, "0", below("1.0.0")),
            ],
        );
        assert_eq!(words(&shadowed, Order::SemVer), "<= 1.0.0");
    }

    #[test]
    fn where_nobody_says_what_follows_there_is_no_fix() {
        let unknown = product(Unknown, vec![claim(Yes, "1.0", below("2.0"))]);
        let affected = laid_out(&unknown, Some(Order::Pep440), Affected::default()).unwrap();
        assert_eq!(affected.ranges[0].events[1], RangeEvent::Limit("2.0".into()));
        let known = product(No, vec![claim(Yes, "1.0", below("2.0"))]);
        let affected = laid_out(&known, Some(Order::Pep440), Affected::default()).unwrap();
        assert_eq!(affected.ranges[0].events[1], RangeEvent::Fixed("2.0".into()));
    }

    #[test]
    fn what_has_no_place_in_the_order_is_not_guessed() {
        for version in ["n/a", "unspecified", "All versions", ""] {
            let product = product(No, vec![claim(Yes, version, VersionUntil::Only)]);
            assert_eq!(words(&product, Order::SemVer), "cannot be said", "{version}");
        }
        let behind = product(Yes, vec![claim(No, "0", to("1.0.0"))]);
        assert_eq!(words(&behind, Order::SemVer), "cannot be said");
        let unordered = product(No, vec![claim(Yes, "1.0.0", VersionUntil::Only)]);
        let affected = laid_out(&unordered, None, Affected::default()).unwrap();
        assert_eq!((affected.ranges.len(), affected.versions.len()), (1, 0));
        assert_eq!(
            words(&product(Unknown, vec![claim(No, "1.0.0", VersionUntil::Only)]), Order::SemVer),
            "nothing"
        );
        assert_eq!(words(&product(Yes, vec![]), Order::SemVer), ">= 0");
    }

    /// The rule as the format states it, version by version.
    fn naive(product: &AffectedProduct, version: u64) -> VersionStatus {
        let number =
            |text: &str| text.split('.').next().and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
        for claim in &product.versions {
            let from = number(&claim.version);
            let inside = match &claim.until {
                VersionUntil::Only => version == from,
                VersionUntil::LessThan(end) => from <= version && (end == "*" || version < number(end)),
                VersionUntil::LessThanOrEqual(end) => {
                    from <= version && (end == "*" || version <= number(end))
                }
            };
            if inside {
                let mut passed = claim.changes.iter().filter(|(at, _)| number(at) <= version);
                return passed.next_back().map_or(claim.status, |(_, status)| *status);
            }
        }
        product.default_status
    }

    fn status() -> impl Strategy<Value = VersionStatus> {
        prop_oneof![Just(Yes), Just(No), Just(Unknown)]
    }

    fn any_claim() -> impl Strategy<Value = VersionClaim> {
        let until = prop_oneof![
            Just(VersionUntil::Only),
            (0..12_u8).prop_map(|end| below(&format!("{end}.0.0"))),
            (0..12_u8).prop_map(|end| to(&format!("{end}.0.0"))),
            Just(below("*")),
        ];
        let changes = proptest::collection::btree_map(0..12_u8, status(), 0..3)
            .prop_map(|all| all.into_iter().map(|(at, status)| (format!("{at}.0.0"), status)).collect());
        (status(), 0..12_u8, until, changes).prop_map(|(status, version, until, changes)| VersionClaim {
            status,
            version: format!("{version}.0.0"),
            until,
            version_type: None,
            changes,
        })
    }

    proptest! {
        #[test]
        fn ranges_hold_exactly_the_versions_the_rule_calls_affected(
            default in status(),
            claims in proptest::collection::vec(any_claim(), 0..6),
        ) {
            let product = product(default, claims);
            let affected = laid_out(&product, Some(Order::SemVer), Affected::default()).unwrap_or_default();
            for version in 0..14_u64 {
                let written = format!("{version}.0.0");
                let read = Order::SemVer.read(&written).unwrap();
                let mut inside = affected.versions.contains(&written);
                let mut said = true;
                for range in &affected.ranges {
                    match crate::window::stretches(range, Order::SemVer) {
                        Some(stretches) => inside |= stretches.into_iter().any(|stretch| {
                            crate::window::contains(stretch, read, Order::SemVer) == Some(true)
                        }),
                        None => said = false,
                    }
                }
                prop_assert!(!said || inside == (naive(&product, version) == Yes), "{} of {:?}", version, product);
            }
        }
    }
}

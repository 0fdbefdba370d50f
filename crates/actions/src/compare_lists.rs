//! Compares two component lists of one product: what became of its components, and of what is known of them. Nothing is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use jiff::Timestamp;
use proofmark_facts::{ComponentGraph, Problem, Rating, Sha256};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::releases::{ComponentTurns, Listed, component_turns, package_of};
use crate::scan::{ScanPart, ScannedList};
use crate::scan_finding::{ScanFinding, ScanSighting};
use crate::vulnerability_source::VulnerabilitySource;

/// Two lists beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ListComparison {
    /// The earlier list.
    pub earlier: ComparedList,
    /// The newer list.
    pub newer: ComparedList,
    /// What became of the components.
    pub components: ComponentTurns,
    /// What became of what is known of them; absent where no database was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownTurns>,
    /// What was noticed while the lists were read.
    pub notices: Vec<Problem>,
}

/// A list that was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparedList {
    /// Its name.
    pub file: String,
    /// The digest of its bytes.
    pub sha256: Sha256,
    /// Its format and version.
    pub format: String,
    /// How many components it lists.
    pub components: usize,
}

/// What became of what is known of the components. Both lists were asked about at the same time, in the same database: what was
/// published since the earlier list was made counts for both.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct KnownTurns {
    /// The database that was asked.
    pub database: String,
    /// The newest change among its records, where they say.
    pub as_of: Option<Timestamp>,
    /// Known of the newer list and not of the earlier, the worst first.
    pub appeared: Listed<KnownTurn>,
    /// Known of the earlier list and not of the newer.
    pub disappeared: Listed<KnownTurn>,
    /// How many are known of both.
    pub stayed: u64,
    /// Components of the newer list of which nothing, or not everything, can be said.
    pub unchecked: u64,
}

/// One vulnerability in one package.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct KnownTurn {
    /// The vulnerability.
    pub vulnerability: String,
    /// The component, in the version of the list it is known of.
    pub component: String,
    /// How bad it is.
    pub rating: Rating,
    /// The base score, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Listed as exploited somewhere in the world. Not: in this product.
    pub exploited: bool,
    /// Versions in which it is fixed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed_in: Vec<String>,
    /// Why it is no longer known: `component-gone` or `other-version`; empty where it appeared.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub because: &'static str,
}

/// Reads both lists, and lays the newer beside the earlier; `source`: the database to ask about both, `None`: none is asked.
pub fn compare_lists(
    (earlier, before): (&str, &[u8]),
    (newer, now): (&str, &[u8]),
    source: Option<&VulnerabilitySource>,
    threads: NonZeroUsize,
) -> Result<ListComparison, ActionError> {
    let lists = [ScannedList::read(earlier, before), ScannedList::read(newer, now)];
    let [earlier_list, newer_list] = match lists {
        [Ok(earlier), Ok(newer)] => [earlier, newer],
        // Whatever is wrong with either is told at once.
        [Err(ActionError::Refused(mut problems)), Err(ActionError::Refused(more))] => {
            problems.extend(more);
            return Err(ActionError::Refused(problems));
        }
        [Err(error), _] | [_, Err(error)] => return Err(error),
    };
    let about = |file: &str, bytes: &[u8], list: &ScannedList| ComparedList {
        file: file.to_owned(),
        sha256: Sha256::of(bytes),
        format: list.sbom().origin.format.clone(),
        components: list.sbom().components.len(),
    };
    let known = source.map(|source| known_turns(&earlier_list, &newer_list, source, threads)).transpose()?;
    let compared = [about(earlier, before, &earlier_list), about(newer, now, &newer_list)];
    let notices = earlier_list.notices.iter().chain(&newer_list.notices).cloned().collect();
    let [before, now] = [earlier_list, newer_list].map(|list| ComponentGraph::of(list.into_sbom()));
    let [earlier, newer] = compared;
    Ok(ListComparison { earlier, newer, components: component_turns(&before, &now), known, notices })
}

fn known_turns(
    earlier: &ScannedList,
    newer: &ScannedList,
    source: &VulnerabilitySource,
    threads: NonZeroUsize,
) -> Result<KnownTurns, ActionError> {
    let facts = source.index.facts().map_err(|error| crate::index_error(&error))?;
    let (before, _) = known_of(earlier, source, threads);
    let (now, unchecked) = known_of(newer, source, threads);
    let listed: BTreeSet<String> =
        newer.sbom().components.iter().map(|component| package_of(&component.called())).collect();
    let only_in = |one: &KnownBy, other: &KnownBy, because: &dyn Fn(&str) -> &'static str| {
        let only = one.iter().filter(|(key, _)| !other.contains_key(*key));
        worst_first(only.map(|((_, package), found)| turn(found, because(package))).collect())
    };
    let gone = |package: &str| if listed.contains(package) { "other-version" } else { "component-gone" };
    Ok(KnownTurns {
        database: source.name.clone(),
        as_of: facts.as_of,
        appeared: only_in(&now, &before, &|_| ""),
        disappeared: only_in(&before, &now, &gone),
        stayed: now.keys().filter(|key| before.contains_key(*key)).count() as u64,
        unchecked,
    })
}

/// What is known, by vulnerability and package: in another version of its component it is still the same.
type KnownBy = BTreeMap<(String, String), ScanFinding>;

/// Everything that is found, in one part.
#[derive(Default)]
struct Found(Vec<ScanFinding>);

impl ScanPart for Found {
    fn take(&mut self, sighting: ScanSighting<'_>) {
        self.0.push(sighting.to_finding());
    }

    fn is_full(&self) -> bool {
        false
    }
}

fn known_of(list: &ScannedList, source: &VulnerabilitySource, threads: NonZeroUsize) -> (KnownBy, u64) {
    let mut known = KnownBy::new();
    let receive = |part: Found| {
        for found in part.0 {
            let key = (found.vulnerability.id.clone(), package_of(&found.component));
            known.entry(key).or_insert(found);
        }
        ControlFlow::<Infallible>::Continue(())
    };
    let ControlFlow::Continue(end) = list.scan(source, threads, Found::default, receive);
    (known, end.unchecked.len() as u64)
}

fn turn(found: &ScanFinding, because: &'static str) -> KnownTurn {
    let vulnerability = &found.vulnerability;
    KnownTurn {
        vulnerability: vulnerability.id.clone(),
        component: found.component.clone(),
        rating: vulnerability.severity.rating,
        score: vulnerability.severity.score,
        exploited: vulnerability.exploited.is_some(),
        fixed_in: vulnerability.fixed_in.clone(),
        because,
    }
}

fn worst_first(mut turns: Vec<KnownTurn>) -> Listed<KnownTurn> {
    let score = |turn: &KnownTurn| turn.score.unwrap_or(-1.0);
    turns.sort_by(|one, other| {
        let by_rating = other.exploited.cmp(&one.exploited).then_with(|| other.rating.cmp(&one.rating));
        let by_score = by_rating.then_with(|| score(other).total_cmp(&score(one)));
        by_score
            .then_with(|| (&one.vulnerability, &one.component).cmp(&(&other.vulnerability, &other.component)))
    });
    Listed::of(turns)
}

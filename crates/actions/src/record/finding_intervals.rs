//! Findings of a release over time: what is found stays open since it was first found, what is found no more closes
//! with a reason, and what comes back opens anew beside its history.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use proofmark_facts::{DecisionStatus, Finding, FindingRow, FindingTally, KnownVulnerability, Rating};

/// Nobody lists it for this version any more.
const NOT_LISTED: &str = "not-listed";
/// The component, in this version, is no longer in the release.
const COMPONENT_GONE: &str = "component-gone";

/// What an assessment found.
#[derive(Debug, Clone)]
pub(crate) struct Found<'a> {
    /// The findings.
    pub(crate) findings: &'a [Finding],
    /// Those that stand in the way of the gate, by component and vulnerability.
    pub(crate) unresolved: BTreeSet<(&'a str, &'a str)>,
    /// Every component of the release, named as findings name them.
    pub(crate) components: BTreeSet<String>,
    /// Components about which something could not be said.
    pub(crate) unchecked: BTreeSet<&'a str>,
    /// Whether any vulnerability data was asked.
    pub(crate) asked: bool,
    /// When.
    pub(crate) at: Timestamp,
}

/// The rows of a release after an assessment, in the order of component, vulnerability and the day they opened.
pub(crate) fn intervals(kept: Vec<FindingRow>, found: &Found<'_>) -> Vec<FindingRow> {
    let mut open: BTreeMap<String, Vec<FindingRow>> = BTreeMap::new();
    let mut rows = Vec::with_capacity(kept.len() + found.findings.len());
    for row in kept {
        if row.closed_at.is_some() {
            rows.push(row);
        } else {
            open.entry(row.component.clone()).or_default().push(row);
        }
    }
    for finding in found.findings {
        let before = open.get_mut(&finding.component).and_then(|rows| same(rows, &finding.vulnerability));
        let opened_at = before.map_or(found.at, |row| row.opened_at);
        rows.push(row(finding, found, opened_at));
    }
    rows.extend(open.into_values().flatten().map(|row| vanished(row, found)));
    rows.sort_by(|one, other| order(one).cmp(&order(other)));
    rows
}

fn order(row: &FindingRow) -> (&str, &str, Timestamp) {
    (&row.component, &row.vulnerability, row.opened_at)
}

/// The open row of the same vulnerability, under whichever of its names it was known then.
fn same(rows: &mut Vec<FindingRow>, vulnerability: &KnownVulnerability) -> Option<FindingRow> {
    let is = |id: &String| rows.iter().position(|row| row.vulnerability == *id);
    let place = std::iter::once(&vulnerability.id).chain(&vulnerability.aliases).find_map(is)?;
    Some(rows.swap_remove(place))
}

/// What nobody could speak about has not vanished: it stays open as it was.
fn vanished(row: FindingRow, found: &Found<'_>) -> FindingRow {
    let because = if !found.components.contains(&row.component) {
        COMPONENT_GONE
    } else if found.asked && !found.unchecked.contains(row.component.as_str()) {
        NOT_LISTED
    } else {
        return row;
    };
    // A clock set back must not close it before it opened.
    let closed_at = Some(found.at.max(row.opened_at));
    FindingRow { closed_at, closed_because: because.to_owned(), unresolved: false, ..row }
}

fn row(finding: &Finding, found: &Found<'_>, opened_at: Timestamp) -> FindingRow {
    let known = &finding.vulnerability;
    FindingRow {
        component: finding.component.clone(),
        vulnerability: known.id.clone(),
        aliases: aliases(known),
        summary: known.summary.clone().unwrap_or_default(),
        score: known.severity.score.map_or(-1, tenths),
        epss: known.prediction.map_or(-1, |told| millionths(told.probability)),
        exploited: known.exploited.is_some(),
        status: finding.status().map_or("", DecisionStatus::word).to_owned(),
        unresolved: found.unresolved.contains(&(finding.component.as_str(), known.id.as_str())),
        fixed_in: known.fixed_in.join(","),
        opened_at,
        closed_at: None,
        closed_because: String::new(),
    }
}

/// In one order, whatever the sources' is: a rescan that learns nothing writes nothing. All of them, as the assessment itself keeps
/// them: by any of them a catalogue may say something of the finding. Of how many there are the limits of what is read have a say.
fn aliases(known: &KnownVulnerability) -> Vec<String> {
    let sorted: BTreeSet<&String> = known
        .aliases
        .iter()
        .filter(|alias| **alias != known.id && !alias.contains(char::is_control))
        .collect();
    sorted.into_iter().cloned().collect()
}

/// Base scores have one digit after the point, from 0.0 to 10.0.
#[expect(clippy::cast_possible_truncation, reason = "a score times ten is between 0 and 100")]
fn tenths(score: f64) -> i64 {
    (score.clamp(0.0, 10.0) * 10.0).round() as i64
}

#[expect(clippy::cast_possible_truncation, reason = "a probability in millionths is between 0 and 1,000,000")]
fn millionths(probability: f64) -> i64 {
    (probability.clamp(0.0, 1.0) * 1e6).round() as i64
}

/// How many rows are open, by the rating of their findings, or of their scores where nothing is found about them now.
pub(crate) fn tally(rows: &[FindingRow], findings: &[Finding]) -> FindingTally {
    let key = |finding: &Finding| (finding.component.clone(), finding.vulnerability.id.clone());
    let rated: BTreeMap<(String, String), Rating> =
        findings.iter().map(|finding| (key(finding), finding.vulnerability.severity.rating)).collect();
    let mut tally = FindingTally::default();
    for row in rows.iter().filter(|row| row.closed_at.is_none()) {
        let rating = rated.get(&(row.component.clone(), row.vulnerability.clone())).copied();
        tally.count(rating.unwrap_or_else(|| of_score(row.score)), row.exploited, !row.unresolved);
    }
    tally
}

fn of_score(tenths: i64) -> Rating {
    let score = u32::try_from(tenths).ok().map(|tenths| f64::from(tenths) / 10.0);
    score.map_or(Rating::Unknown, Rating::of_score)
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Severity;
    use proptest::prelude::*;

    use super::*;

    fn finding(component: &str, id: &str, aliases: &[&str]) -> Finding {
        Finding {
            component: component.to_owned(),
            vulnerability: KnownVulnerability {
                id: id.to_owned(),
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
                fixed_in: vec!["1.2".to_owned(), "2.0".to_owned()],
                severity: Severity { rating: Rating::Critical, score: Some(9.8), vector: None },
                ..KnownVulnerability::default()
            },
            path: vec![],
            decision: None,
            triage: None,
            declared: Vec::new(),
            lapsed: Vec::new(),
            lacks: Vec::new(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn found<'a>(findings: &'a [Finding], components: &[&str], second: i64) -> Found<'a> {
        Found {
            findings,
            unresolved: BTreeSet::new(),
            components: components.iter().map(|name| (*name).to_owned()).collect(),
            unchecked: BTreeSet::new(),
            asked: true,
            at: at(second),
        }
    }

    fn shown(rows: &[FindingRow]) -> Vec<(&str, &str, i64, Option<i64>, &str)> {
        let seconds = |at: Timestamp| at.as_second();
        let shown = |row: &'_ FindingRow| (seconds(row.opened_at), row.closed_at.map(seconds));
        rows.iter()
            .map(|row| {
                let (opened, closed) = shown(row);
                (
                    row.component.as_str(),
                    row.vulnerability.as_str(),
                    opened,
                    closed,
                    row.closed_because.as_str(),
                )
            })
            .collect()
    }

    #[test]
    fn a_finding_stays_open_closes_with_a_reason_and_opens_anew_beside_its_history() {
        let one = [finding("a@1", "CVE-1", &[])];
        let rows = intervals(vec![], &found(&one, &["a@1"], 10));
        assert_eq!(shown(&rows), [("a@1", "CVE-1", 10, None, "")]);
        assert_eq!((rows[0].score, rows[0].fixed_in.as_str()), (98, "1.2,2.0"));
        let rows = intervals(rows, &found(&one, &["a@1"], 20));
        assert_eq!(shown(&rows), [("a@1", "CVE-1", 10, None, "")]);
        let rows = intervals(rows, &found(&[], &["a@1"], 30));
        assert_eq!(shown(&rows), [("a@1", "CVE-1", 10, Some(30), "not-listed")]);
        let rows = intervals(rows, &found(&one, &["a@1"], 40));
        let twice = [("a@1", "CVE-1", 10, Some(30), "not-listed"), ("a@1", "CVE-1", 40, None, "")];
        assert_eq!(shown(&rows), twice);
        let rows = intervals(rows, &found(&[], &["b@1"], 50));
        let gone =
            [("a@1", "CVE-1", 10, Some(30), "not-listed"), ("a@1", "CVE-1", 40, Some(50), "component-gone")];
        assert_eq!(shown(&rows), gone);
    }

    #[test]
    fn a_vulnerability_that_gets_another_name_is_still_the_same() {
        let rows = intervals(vec![], &found(&[finding("a@1", "GHSA-x", &[])], &["a@1"], 10));
        let renamed = [finding("a@1", "CVE-9", &["GHSA-x"])];
        let rows = intervals(rows, &found(&renamed, &["a@1"], 20));
        assert_eq!(shown(&rows), [("a@1", "CVE-9", 10, None, "")]);
    }

    #[test]
    fn a_finding_keeps_every_identifier_a_catalogue_may_speak_of() {
        let many: Vec<String> = (0..500).map(|number| format!("ACME-{number:03}")).collect();
        let names: Vec<&str> =
            many.iter().map(String::as_str).chain(["CVE-2026-1", "a\nb", "GHSA-x"]).collect();
        let rows = intervals(vec![], &found(&[finding("a@1", "GHSA-x", &names)], &["a@1"], 10));
        let kept = &rows[0].aliases;
        assert_eq!((kept.len(), kept[0].as_str(), kept[500].as_str()), (501, "ACME-000", "CVE-2026-1"));
    }

    #[test]
    fn what_nobody_can_speak_about_does_not_close() {
        let one = [finding("a@1", "CVE-1", &[])];
        let kept = intervals(vec![], &found(&one, &["a@1"], 10));
        let silent = Found { asked: false, ..found(&[], &["a@1"], 20) };
        assert_eq!(intervals(kept.clone(), &silent), kept);
        let unchecked = Found { unchecked: BTreeSet::from(["a@1"]), ..found(&[], &["a@1"], 20) };
        assert_eq!(intervals(kept.clone(), &unchecked), kept);
        assert_eq!(tally(&kept, &[]).critical, 1);
    }

    #[test]
    fn what_stands_in_the_way_of_the_gate_is_unresolved_until_it_closes() {
        let one = [finding("a@1", "CVE-1", &[])];
        let blocked = Found { unresolved: BTreeSet::from([("a@1", "CVE-1")]), ..found(&one, &["a@1"], 10) };
        let rows = intervals(vec![], &blocked);
        assert!(rows[0].unresolved);
        assert_eq!(tally(&rows, &one).undecided, 1);
        let rows = intervals(rows, &found(&[], &["a@1"], 20));
        assert!(!rows[0].unresolved);
        assert_eq!(tally(&rows, &one).open(), 0);
    }

    proptest! {
        /// Whatever comes and goes: one open row a finding, none open that is not found, history only grows, and the
        /// same assessment again changes nothing.
        #[test]
        fn open_rows_are_what_is_found_and_history_only_grows(rounds in prop::collection::vec(0_u8..64, 1..12)) {
            let names = ["a@1", "b@1", "c@1"];
            let mut rows: Vec<FindingRow> = Vec::new();
            for (round, bits) in rounds.iter().enumerate() {
                let ids = (0..6_usize).filter(|bit| bits & (1 << bit) != 0);
                let findings: Vec<Finding> =
                    ids.map(|bit| finding(names[bit / 2], ["CVE-1", "CVE-2"][bit % 2], &[])).collect();
                let second = i64::try_from(round).unwrap();
                let closed: Vec<FindingRow> =
                    rows.iter().filter(|row| row.closed_at.is_some()).cloned().collect();
                let after = intervals(rows, &found(&findings, &names, second));
                let open = |row: &&FindingRow| row.closed_at.is_none();
                let now: BTreeSet<(String, String)> = after.iter().filter(open)
                    .map(|row| (row.component.clone(), row.vulnerability.clone())).collect();
                let expected: BTreeSet<(String, String)> = findings.iter()
                    .map(|one| (one.component.clone(), one.vulnerability.id.clone())).collect();
                prop_assert_eq!(&now, &expected);
                prop_assert_eq!(after.iter().filter(open).count(), expected.len());
                prop_assert!(closed.iter().all(|row| after.contains(row)));
                prop_assert_eq!(&intervals(after.clone(), &found(&findings, &names, second + 1)), &after);
                rows = after;
            }
        }
    }
}

//! What became of findings from one release to another: appeared, gone, decided.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_facts::{DecisionRecord, FindingRow, Purl};
use schemars::JsonSchema;
use serde::Serialize;

use super::listed::Listed;

/// What became of the findings, each release as it is known today: what is published later about an earlier release
/// counts for both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingTurns {
    /// Open in the newer release and not in the earlier.
    pub appeared: Listed<FindingTurn>,
    /// Open in the earlier release and not in the newer.
    pub disappeared: Listed<FindingTurn>,
    /// Open in the newer release and decided since the earlier was handed in, or otherwise than there.
    pub decided: Listed<FindingTurn>,
    /// How many are open in both and not among the decided.
    pub stayed: u64,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingTurn {
    /// The vulnerability.
    pub vulnerability: String,
    /// The component, in the version of the release it is open in.
    pub component: String,
    /// One line about it; empty where no source has one.
    pub summary: String,
    /// Severity times ten; -1 where there is none.
    pub score: i64,
    /// Listed as exploited somewhere in the world. Not: in this product.
    pub exploited: bool,
    /// The decision's VEX status in that release; empty where there is none.
    pub status: String,
    /// Why it is no longer found, in a word: `component-gone`, `other-version`, `not-listed`; empty where it is open.
    pub because: String,
}

/// Lays the rows of the newer release beside those of the earlier.
pub(super) fn finding_turns(
    earlier: &[FindingRow],
    newer: &[FindingRow],
    decisions: &[DecisionRecord],
    since: Timestamp,
    still_listed: &dyn Fn(&str) -> bool,
) -> FindingTurns {
    let (before, now) = (open(earlier), open(newer));
    let (mut appeared, mut decided, mut disappeared, mut stayed) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (key, row) in &now {
        match before.get(key) {
            None => appeared.push(turn(row, "")),
            Some(was) if was.status != row.status || is_decided(row, decisions, since) => {
                decided.push(turn(row, ""));
            }
            Some(_) => stayed += 1,
        }
    }
    for ((vulnerability, package), row) in before.iter().filter(|(key, _)| !now.contains_key(*key)) {
        let same_version = newer
            .iter()
            .any(|other| other.component == row.component && other.vulnerability == *vulnerability);
        let because = match (same_version, still_listed(package)) {
            (true, _) => "not-listed",
            (false, true) => "other-version",
            (false, false) => "component-gone",
        };
        disappeared.push(turn(row, because));
    }
    FindingTurns {
        appeared: worst_first(appeared),
        disappeared: worst_first(disappeared),
        decided: worst_first(decided),
        stayed,
    }
}

fn is_decided(row: &FindingRow, decisions: &[DecisionRecord], since: Timestamp) -> bool {
    let same = |one: &&DecisionRecord| {
        one.component == row.component && one.vulnerability == row.vulnerability && one.decided_at >= since
    };
    decisions.iter().any(|decision| same(&decision))
}

/// By vulnerability and package, whatever its version: the same vulnerability in a newer version has not gone.
fn open(rows: &[FindingRow]) -> BTreeMap<(String, String), &FindingRow> {
    let open = rows.iter().filter(|row| row.closed_at.is_none());
    open.map(|row| ((row.vulnerability.clone(), package_of(&row.component)), row)).collect()
}

/// The package a finding's component is a version of.
pub(crate) fn package_of(component: &str) -> String {
    match component.parse::<Purl>() {
        Ok(purl) => purl.package().to_string(),
        Err(_) => match component.rsplit_once('@') {
            Some((name, _)) if !name.is_empty() => name.to_owned(),
            _ => component.to_owned(),
        },
    }
}

fn worst_first(mut turns: Vec<FindingTurn>) -> Listed<FindingTurn> {
    turns.sort_by(|one, other| {
        let key = |turn: &FindingTurn| (!turn.exploited, -turn.score);
        key(one).cmp(&key(other)).then_with(|| one.vulnerability.cmp(&other.vulnerability))
    });
    Listed::of(turns)
}

fn turn(row: &FindingRow, because: &str) -> FindingTurn {
    FindingTurn {
        vulnerability: row.vulnerability.clone(),
        component: row.component.clone(),
        summary: row.summary.clone(),
        score: row.score,
        exploited: row.exploited,
        status: row.status.clone(),
        because: because.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn row(component: &str, vulnerability: &str, status: &str) -> FindingRow {
        FindingRow {
            component: component.into(),
            vulnerability: vulnerability.into(),
            aliases: Vec::new(),
            summary: String::new(),
            score: 75,
            epss: -1,
            exploited: false,
            status: status.into(),
            unresolved: status.is_empty(),
            fixed_in: String::new(),
            opened_at: at(0),
            closed_at: None,
            closed_because: String::new(),
        }
    }

    fn named(list: &Listed<FindingTurn>) -> Vec<(&str, &str)> {
        list.items.iter().map(|turn| (turn.vulnerability.as_str(), turn.because.as_str())).collect()
    }

    #[test]
    fn findings_are_the_same_whatever_the_version_of_their_component() {
        let earlier = [
            row("pkg:npm/a@1", "CVE-1", ""),
            row("pkg:npm/b@1", "CVE-2", ""),
            row("pkg:npm/gone@1", "CVE-3", ""),
            row("pkg:npm/mended@1", "CVE-4", ""),
            row("pkg:npm/withdrawn@1", "CVE-6", ""),
        ];
        let closed = FindingRow { closed_at: Some(at(5)), ..row("pkg:npm/withdrawn@1", "CVE-6", "") };
        let newer = [
            row("pkg:npm/a@2", "CVE-1", ""),
            row("pkg:npm/b@1", "CVE-2", "affected"),
            row("pkg:npm/new@1", "CVE-5", ""),
            closed,
        ];
        let listed = |package: &str| !package.ends_with("gone");
        let turns = finding_turns(&earlier, &newer, &[], at(0), &listed);
        assert_eq!(named(&turns.appeared), [("CVE-5", "")]);
        assert_eq!(named(&turns.decided), [("CVE-2", "")]);
        assert_eq!(turns.stayed, 1);
        let gone = [("CVE-3", "component-gone"), ("CVE-4", "other-version"), ("CVE-6", "not-listed")];
        assert_eq!(named(&turns.disappeared), gone);
    }

    #[test]
    fn a_component_without_a_package_url_is_known_by_its_name() {
        assert_eq!(package_of("pkg:npm/%40angular/core@1.0.0?x=y"), "pkg:npm/%40angular/core");
        assert_eq!(package_of("busybox@1.36"), "busybox");
        assert_eq!(package_of("@scope"), "@scope");
    }
}

//! Which decision holds for a finding, and which do not hold any more: one binds to the version of its component, and, where it says
//! so, to what pulls the component in.

use std::cell::OnceCell;

use proofmark_facts::{
    Component, KnownVulnerability, LapseReason, LapsedDecision, PulledIn, Purl, Sbom, VulnerabilityDecision,
};

use crate::component_list::called;

/// Decisions that do not hold and are told with one finding; the newest count.
const MOST_LAPSED: usize = 8;

/// The decisions of the dossier and those kept beside it, laid against a list. Where both speak, the dossier's holds.
pub(crate) struct DecisionsOn<'a> {
    sbom: &'a Sbom,
    lists: [&'a [VulnerabilityDecision]; 2],
    pulled_in: OnceCell<PulledIn<'a>>,
}

impl<'a> DecisionsOn<'a> {
    pub(crate) fn of(sbom: &'a Sbom, lists: [&'a [VulnerabilityDecision]; 2]) -> Self {
        Self { sbom, lists, pulled_in: OnceCell::new() }
    }

    /// The decision on a vulnerability in the component at this place, of several the newest; where none holds, those that did.
    pub(crate) fn on(
        &self,
        vulnerability: &KnownVulnerability,
        place: usize,
    ) -> (Option<VulnerabilityDecision>, Vec<LapsedDecision>) {
        let component = &self.sbom.components[place];
        let mut lapsed = Vec::new();
        for list in self.lists {
            let mut holds: Option<&VulnerabilityDecision> = None;
            for decision in list.iter().filter(|decision| is_about(decision, vulnerability)) {
                match self.lapse(decision, component, place) {
                    Standing::Holds if holds.is_none_or(|known| known.decided_on <= decision.decided_on) => {
                        holds = Some(decision);
                    }
                    Standing::Lapsed(because) => {
                        lapsed.push(LapsedDecision { decision: decision.clone(), because });
                    }
                    Standing::Holds | Standing::OfAnother => {}
                }
            }
            if let Some(decision) = holds {
                return (Some(decision.clone()), Vec::new());
            }
        }
        lapsed.sort_by_key(|one| std::cmp::Reverse(one.decision.decided_on));
        lapsed.truncate(MOST_LAPSED);
        (None, lapsed)
    }

    fn lapse(&self, decision: &VulnerabilityDecision, component: &Component, place: usize) -> Standing {
        if concerns(decision, component) {
            let pulled_in = || self.pulled_in.get_or_init(|| PulledIn::of(self.sbom));
            let beside =
                if decision.via.is_empty() { None } else { pulled_in().path_beside(place, &decision.via) };
            return beside.map_or(Standing::Holds, |path| {
                let path = path.into_iter().map(|at| called(&self.sbom.components[at])).collect();
                Standing::Lapsed(LapseReason::OtherPath { path })
            });
        }
        // Where the version that was decided on is listed beside this one, the decision is still about that one.
        let moved = is_other_version(decision, component)
            && !self.sbom.components.iter().any(|other| concerns(decision, other));
        if moved { Standing::Lapsed(LapseReason::OtherVersion) } else { Standing::OfAnother }
    }
}

/// What a decision on the same vulnerability is to a component.
enum Standing {
    Holds,
    Lapsed(LapseReason),
    OfAnother,
}

/// Whether it names the vulnerability by any of its names.
pub(crate) fn is_about(decision: &VulnerabilityDecision, vulnerability: &KnownVulnerability) -> bool {
    let mut ids = std::iter::once(&vulnerability.id).chain(&vulnerability.aliases);
    ids.any(|id| id.eq_ignore_ascii_case(&decision.vulnerability))
}

/// The same package and version; qualifiers only count where the decision names them.
fn concerns(decision: &VulnerabilityDecision, component: &Component) -> bool {
    let Some(found) = &component.purl else { return decision.component == called(component) };
    let Ok(decided) = decision.component.parse::<Purl>() else { return false };
    let version = found.version.as_ref().or(component.version.as_ref());
    is_same_package(&decided, found)
        && decided.version.as_ref() == version
        && decided.qualifiers.iter().all(|(key, value)| found.qualifiers.get(key) == Some(value))
}

/// The same package in another version.
fn is_other_version(decision: &VulnerabilityDecision, component: &Component) -> bool {
    if let Some(found) = &component.purl {
        let version = found.version.as_ref().or(component.version.as_ref());
        let decided = decision.component.parse::<Purl>();
        return decided
            .is_ok_and(|decided| is_same_package(&decided, found) && decided.version.as_ref() != version);
    }
    let named = decision.component.rsplit_once('@').map_or(decision.component.as_str(), |(name, _)| name);
    !named.is_empty() && named == component.name && decision.component != called(component)
}

fn is_same_package(one: &Purl, other: &Purl) -> bool {
    one.kind == other.kind && one.namespace == other.namespace && one.name == other.name
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::DecisionStatus;

    use super::*;

    fn component(name: &str, version: &str) -> Component {
        Component {
            name: name.into(),
            version: Some(version.into()),
            purl: format!("pkg:npm/{name}@{version}").parse().ok(),
            ..Component::default()
        }
    }

    fn decided(component: &str, via: &[&str], day: i8) -> VulnerabilityDecision {
        VulnerabilityDecision {
            vulnerability: "CVE-2026-1".into(),
            component: component.into(),
            status: DecisionStatus::NotAffected,
            because: format!("on day {day}"),
            decided_on: Some(date(2026, 11, day)),
            via: via.iter().map(|name| (*name).to_owned()).collect(),
            ..VulnerabilityDecision::default()
        }
    }

    fn on(
        list: &Sbom,
        decisions: [&[VulnerabilityDecision]; 2],
        place: usize,
    ) -> (Option<String>, Vec<LapseReason>) {
        let known = KnownVulnerability { id: "CVE-2026-1".into(), ..KnownVulnerability::default() };
        let (holds, lapsed) = DecisionsOn::of(list, decisions).on(&known, place);
        (holds.map(|one| one.because), lapsed.into_iter().map(|one| one.because).collect())
    }

    fn list(components: &[(&str, &str)], dependencies: &[(u32, u32)]) -> Sbom {
        Sbom {
            subject: Some(0),
            components: components.iter().map(|(name, version)| component(name, version)).collect(),
            dependencies: dependencies.to_vec(),
            ..Sbom::default()
        }
    }

    #[test]
    fn another_version_lapses_it_unless_the_one_decided_on_is_still_there() {
        let decisions = [decided("pkg:npm/c@1", &[], 1)];
        let one = list(&[("app", "1"), ("c", "1")], &[(0, 1)]);
        assert_eq!(on(&one, [&decisions, &[]], 1), (Some("on day 1".into()), vec![]));
        let moved = list(&[("app", "2"), ("c", "2")], &[(0, 1)]);
        assert_eq!(on(&moved, [&decisions, &[]], 1), (None, vec![LapseReason::OtherVersion]));
        let both = list(&[("app", "2"), ("c", "2"), ("c", "1")], &[(0, 1), (0, 2)]);
        assert_eq!(on(&both, [&decisions, &[]], 1), (None, vec![]));
        assert_eq!(on(&both, [&decisions, &[]], 2), (Some("on day 1".into()), vec![]));
        let other = list(&[("app", "2"), ("cc", "2")], &[(0, 1)]);
        assert_eq!(on(&other, [&decisions, &[]], 1), (None, vec![]));
    }

    #[test]
    fn a_new_way_in_lapses_what_was_decided_for_another_and_says_which() {
        let decisions = [decided("pkg:npm/c@1", &["pkg:npm/a@*"], 1)];
        let via_a = list(&[("app", "1"), ("a", "1"), ("c", "1")], &[(0, 1), (1, 2)]);
        assert_eq!(on(&via_a, [&decisions, &[]], 2), (Some("on day 1".into()), vec![]));
        let bumped = list(&[("app", "1"), ("a", "7"), ("c", "1")], &[(0, 1), (1, 2)]);
        assert_eq!(on(&bumped, [&decisions, &[]], 2).0, Some("on day 1".into()));
        let straight = list(&[("app", "1"), ("a", "1"), ("c", "1")], &[(0, 1), (1, 2), (0, 2)]);
        let path = vec!["pkg:npm/app@1".to_owned(), "pkg:npm/c@1".to_owned()];
        assert_eq!(on(&straight, [&decisions, &[]], 2), (None, vec![LapseReason::OtherPath { path }]));
        // What is kept beside the dossier may still hold.
        let kept = [decided("pkg:npm/c@1", &[], 2)];
        assert_eq!(on(&straight, [&decisions, &kept], 2), (Some("on day 2".into()), vec![]));
    }

    #[test]
    fn of_several_the_newest_holds_and_the_dossiers_before_any_kept() {
        let one = list(&[("app", "1"), ("c", "1")], &[(0, 1)]);
        let declared = [decided("pkg:npm/c@1", &[], 3), decided("pkg:npm/c@1", &[], 2)];
        let kept = [decided("pkg:npm/c@1", &[], 9)];
        assert_eq!(on(&one, [&declared, &kept], 1).0, Some("on day 3".into()));
        assert_eq!(on(&one, [&[], &kept], 1).0, Some("on day 9".into()));
    }
}

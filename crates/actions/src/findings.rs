//! Findings: what is known about each component of the release, with its path and the makers' decision.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use proofmark_facts::{
    Badness, Component, Dossier, Finding, LapseReason, Paths, Place, Problem, Sbom, Unchecked,
    VulnerabilityDecision,
};
use proofmark_text::text;
use proofmark_vulndb::is_kernel;

use crate::build_facts::BuildFacts;
use crate::component_list::called;
use crate::decisions_on::{DecisionsOn, is_about};
use crate::informed::informed;
use crate::kernel_facts::KernelFacts;
use crate::kernel_fold::{SameSource, fold, fold_groups};
use crate::stated_histories::StatedHistories;
use crate::stated_soc::ask_on;
use crate::told_once::{keep_surest, say_once};
use crate::vulnerability_source::{Answer, VulnerabilitySource};

/// The most components that are named where a decision may mean any of them.
const MOST_NAMED: usize = 5;

/// Findings, worst first, and what could not be checked, in the order of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Findings {
    pub(crate) found: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
    pub(crate) same_source: Vec<SameSource>,
    /// What histories of repositories alone closed, as it is told.
    pub(crate) closed: Vec<Problem>,
    /// What advisories tell of components that is no vulnerability.
    pub(crate) informed: Vec<Problem>,
}

/// What is stated of a release that its findings hang on, beside its components.
pub(crate) struct OfRelease<'a> {
    pub(crate) kernel: &'a KernelFacts,
    pub(crate) build: &'a BuildFacts,
    pub(crate) histories: &'a StatedHistories,
}

/// Asks the databases about every component that the makers did not write themselves.
///
/// Where the dossier and a decision kept beside it both speak, the dossier's holds.
pub(crate) fn findings(
    sbom: &Sbom,
    dossier: &Dossier,
    kept: &[VulnerabilityDecision],
    of_release: &OfRelease<'_>,
    sources: &[VulnerabilitySource],
) -> Findings {
    let kernel = of_release.kernel;
    let foreign: Vec<usize> = (0..sbom.components.len())
        .filter(|index| sbom.subject != Some(*index) && !sbom.components[*index].own)
        .collect();
    let components: Vec<&Component> = foreign.iter().map(|index| &sbom.components[*index]).collect();
    let kernels: Vec<bool> = components.iter().map(|component| is_kernel(component)).collect();
    // Hardly any component is asked as another: one that is not takes the room of a pointer.
    let stated = stated(&components, &kernels, of_release);
    let asked: Vec<&Component> = components
        .iter()
        .zip(&stated)
        .map(|(component, stated)| stated.as_deref().unwrap_or(component))
        .collect();
    let soc = dossier.release.soc.as_deref();
    let mut answers = ask_on(soc, sources, &asked, &sbom.components, &of_release.histories.histories);
    let paths = Paths::of(sbom);
    let decisions = DecisionsOn::of(sbom, [&dossier.vulnerability_decisions, kept]);
    let same_source = same_source(sbom, &components, of_release.build, &mut answers);
    let mut all = Findings { same_source, ..Findings::default() };
    for (((index, component), is_kernel), answer) in foreign.iter().zip(&components).zip(kernels).zip(answers)
    {
        let name = called(component);
        if let Some(because) = answer.unchecked {
            all.unchecked.push(Unchecked { component: name.clone(), because });
        }
        for mut vulnerability in answer.known {
            if let Some(kind) = vulnerability.informational {
                let said = informed(&name, &vulnerability.id, vulnerability.summary.as_deref(), kind);
                if !all.informed.contains(&said) {
                    all.informed.push(said);
                }
                continue;
            }
            let triage = is_kernel.then(|| {
                kernel.weigh(&mut vulnerability);
                kernel.triage(&vulnerability)
            });
            let (decision, lapsed) = decisions.on(&vulnerability, *index);
            let others = all.same_source.iter().filter(|it| it.component == name);
            let others: Vec<String> = others.flat_map(|it| it.stands_for.iter().map(|it| bare(it))).collect();
            let says = of_release.build.declared(&vulnerability, (*index, component), &others);
            all.found.push(Finding {
                component: name.clone(),
                path: paths.to(*index).into_iter().map(on_path).collect(),
                decision,
                triage: triage.flatten(),
                declared: says,
                lapsed,
                lacks: Vec::new(),
                vulnerability,
            });
        }
    }
    all.found = each_once(all.found);
    all.found.sort_by(|one, other| sort_key(one).cmp(&sort_key(other)));
    say_once(&mut all.unchecked);
    for (component, asked) in components.iter().zip(&asked) {
        all.closed.extend(of_release.histories.closed(component, asked, (sources, &all.found)));
    }
    all
}

/// The same version listed twice is one component to whoever decides: what is known of it by other names in the one place and the
/// other is one finding, as sure as its surest match.
fn each_once(found: Vec<Finding>) -> Vec<Finding> {
    let mut at: HashMap<(String, String), usize> = HashMap::with_capacity(found.len());
    let mut once: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match at.entry((finding.component.clone(), finding.vulnerability.id.clone())) {
            Entry::Vacant(new) => {
                new.insert(once.len());
                once.push(finding);
            }
            Entry::Occupied(known) => {
                let known = &mut once[*known.get()];
                keep_surest(&mut known.vulnerability, finding.vulnerability);
                known.decision = known.decision.take().or(finding.decision);
                known.triage = known.triage.take().or(finding.triage);
                if known.declared.is_empty() {
                    known.declared = finding.declared;
                }
            }
        }
    }
    once
}

/// What counts as one component: the parts of a kernel, what the build says is made from one source, and what the list itself does.
fn same_source(
    sbom: &Sbom,
    components: &[&Component],
    build: &BuildFacts,
    answers: &mut [Answer],
) -> Vec<SameSource> {
    let mut all = fold(components, answers);
    all.extend(fold_groups(&build.sources(components), components, answers));
    for (place, packages) in build.built() {
        let component = called(&sbom.components[place]);
        match all.iter_mut().find(|it| it.component == component) {
            Some(known) => known.stands_for.extend(packages.iter().cloned()),
            None => all.push(SameSource { component, stands_for: packages.clone() }),
        }
    }
    all
}

/// The name alone of what is called by name and version.
fn bare(called: &str) -> String {
    called.rsplit_once('@').map_or(called, |(name, _)| name).to_owned()
}

/// What stands for a component where the dossier or its build states that: a kernel in the version its tree was made from.
fn stated(
    components: &[&Component],
    kernels: &[bool],
    of_release: &OfRelease<'_>,
) -> Vec<Option<Box<Component>>> {
    let one = |(component, is_kernel): (&&Component, &bool)| {
        let of_kernel = is_kernel.then(|| of_release.kernel.asked_as(component)).flatten();
        of_kernel.or_else(|| of_release.build.asked_as(component)).map(Box::new)
    };
    components.iter().zip(kernels).map(one).collect()
}

/// Exploited first, then by rating and score, then by name: the same input gives the same order.
fn sort_key(finding: &Finding) -> (Reverse<bool>, Reverse<Badness>, &str, &str) {
    let vulnerability = &finding.vulnerability;
    let exploited = vulnerability.exploited.is_some();
    (Reverse(exploited), Reverse(vulnerability.severity.badness()), &vulnerability.id, &finding.component)
}

fn on_path(component: &Component) -> String {
    match &component.version {
        Some(version) => format!("{} {version}", component.name),
        None => component.name.clone(),
    }
}

/// Decisions that no finding bears out any more: the version moved on, the advisory was withdrawn, or the list calls the component
/// otherwise.
pub(crate) fn idle_decisions(dossier: &Dossier, sbom: Option<&Sbom>, findings: &[Finding]) -> Vec<Problem> {
    let used = |decision: &VulnerabilityDecision| {
        let lapsed_here = |finding: &Finding| {
            let elsewhere = finding.lapsed.iter().filter(|one| one.because != LapseReason::OtherVersion);
            elsewhere.map(|one| &one.decision).any(|one| one == decision)
        };
        findings.iter().any(|finding| finding.decision.as_ref() == Some(decision) || lapsed_here(finding))
    };
    let idle = dossier.vulnerability_decisions.iter().enumerate().filter(|(_, decision)| !used(decision));
    idle.map(|(index, decision)| {
        let (vulnerability, component) = (&decision.vulnerability, &decision.component);
        let called = sbom.and_then(|sbom| called_otherwise(component, sbom));
        let says = match called {
            Some(called) => text!(
                "actions-decision-idle-called",
                vulnerability = vulnerability,
                component = component,
                called = called
            ),
            None => text!("actions-decision-idle", vulnerability = vulnerability, component = component),
        };
        Problem::warning(Place::at(format!("vulnerability_decisions[{index}]")), says)
    })
    .collect()
}

/// What the list calls components a decision names by name, with or without version, where it calls them otherwise.
fn called_otherwise(named: &str, sbom: &Sbom) -> Option<String> {
    let is_named = |component: &&Component| {
        let by_name = Component { purl: None, ..(*component).clone() };
        component.name == named || by_name.called() == named
    };
    let called: BTreeSet<String> = sbom.components.iter().filter(is_named).map(called).collect();
    let first: Vec<&str> = called.iter().take(MOST_NAMED).map(String::as_str).collect();
    (!called.is_empty() && !called.contains(named)).then(|| first.join("`, `"))
}

/// Kept decisions that say something else than the dossier's, which holds.
pub(crate) fn overruled_decisions(kept: &[VulnerabilityDecision], findings: &[Finding]) -> Vec<Problem> {
    let overruled = |finding: &Finding| {
        let holds = finding.decision.as_ref()?;
        let same = |decision: &&VulnerabilityDecision| {
            decision.component == finding.component && is_about(decision, &finding.vulnerability)
        };
        let kept = kept.iter().find(same).filter(|kept| *kept != holds && !says_the_same(kept, holds))?;
        let says = text!(
            "record-decision-overruled",
            vulnerability = &kept.vulnerability,
            component = &kept.component,
            by = kept.decided_by.as_deref().unwrap_or_default()
        );
        Some(Problem::warning(Place::at("vulnerability_decisions"), says))
    };
    findings.iter().filter_map(overruled).collect()
}

/// Two decisions of the same kind, whoever took them in whatever words.
fn says_the_same(one: &VulnerabilityDecision, other: &VulnerabilityDecision) -> bool {
    (one.status, one.justification, one.risk_accepted)
        == (other.status, other.justification, other.risk_accepted)
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        Exploited, KnownVulnerability, MatchConfidence, MatchRule, MatchedBy, Rating, Severity,
    };
    use proofmark_formats::read_dossier;

    use super::*;

    fn component(name: &str, version: Option<&str>, purl: Option<&str>) -> Component {
        Component {
            name: name.into(),
            version: version.map(str::to_owned),
            purl: purl.map(|purl| purl.parse().unwrap()),
            ..Component::default()
        }
    }

    /// A dossier that decides on a component it names by these lines.
    fn deciding_on(named: &str) -> Dossier {
        let dossier = format!(
            "proofmark = 1\n[operator]\nname = \"a\"\n[product]\nname = \"b\"\nkind = \"software\"\n[release]\nversion = \"1\"\n\
             [[vulnerability_decisions]]\nvulnerability = \"CVE-2026-1\"\nstatus = \"fixed\"\nbecause = \"x\"\n{named}\n"
        );
        let read = read_dossier(dossier.as_bytes());
        assert_eq!(read.problems, []);
        read.value.unwrap().dossier
    }

    /// A finding by a match of this confidence, so and so bad.
    fn finding(component: &str, id: &str, confidence: MatchConfidence, score: Option<f64>) -> Finding {
        let rating = score.map_or(Rating::Unknown, Rating::of_score);
        let matched = MatchedBy {
            advisory: format!("{component} {confidence:?}"),
            rule: MatchRule::PackageRange,
            range: String::new(),
            source: String::new(),
            criteria: None,
            confidence,
            beside: None,
        };
        Finding {
            component: component.into(),
            vulnerability: KnownVulnerability {
                id: id.into(),
                matched_by: vec![matched],
                severity: Severity { rating, score, vector: None },
                ..KnownVulnerability::default()
            },
            path: Vec::new(),
            decision: None,
            triage: None,
            declared: Vec::new(),
            lapsed: Vec::new(),
            lacks: Vec::new(),
        }
    }

    #[test]
    fn a_component_listed_twice_is_one_finding_as_sure_as_its_surest_match() {
        let decided = deciding_on("name = \"busybox\"\nversion = \"1\"").vulnerability_decisions;
        let weak = finding("busybox@1", "CVE-2026-1", MatchConfidence::Weak, None);
        let mut exact = finding("busybox@1", "CVE-2026-1", MatchConfidence::Certain, None);
        exact.vulnerability.matched_by[0].advisory = "by package".into();
        exact.decision = decided.first().cloned();
        let other = finding("zlib@1", "CVE-2026-1", MatchConfidence::Weak, None);
        let another = finding("busybox@1", "CVE-2026-2", MatchConfidence::Weak, None);
        for found in [
            vec![weak.clone(), other.clone(), exact.clone(), another.clone()],
            vec![exact.clone(), other.clone(), weak.clone(), another.clone()],
        ] {
            let first_decided = found[0].decision.is_some();
            let once = each_once(found);
            let named: Vec<(&str, &str)> =
                once.iter().map(|it| (it.component.as_str(), it.vulnerability.id.as_str())).collect();
            assert_eq!(
                named,
                [("busybox@1", "CVE-2026-1"), ("zlib@1", "CVE-2026-1"), ("busybox@1", "CVE-2026-2")],
                "each where it stood first"
            );
            let first = once.first().unwrap();
            assert_eq!(first.vulnerability.confidence(), MatchConfidence::Certain, "{first_decided}");
            assert_eq!(first.vulnerability.matched_by.len(), 2, "what both match by stays: {first:?}");
            assert_eq!(first.decision, decided.first().cloned(), "a decision on either holds");
        }
        // Of two decisions the one on what stands first in the list holds.
        let mut later = weak.clone();
        later.decision =
            decided.first().map(|first| VulnerabilityDecision { because: "y".into(), ..first.clone() });
        let once = each_once(vec![exact.clone(), later]);
        assert_eq!(once[0].decision, exact.decision);
    }

    #[test]
    fn the_worst_comes_first_by_rating_then_by_score_then_by_name() {
        let of = |component: &str, id: &str, score| finding(component, id, MatchConfidence::Certain, score);
        let mut exploited = of("d@1", "CVE-9", Some(2.0));
        exploited.vulnerability.exploited = Some(Exploited { catalogue: "KEV".into(), added_on: None });
        let mut found = [
            of("a@1", "CVE-1", None),
            of("a@1", "CVE-2", Some(7.2)),
            of("b@1", "CVE-4", Some(8.8)),
            of("a@1", "CVE-4", Some(8.8)),
            of("a@1", "CVE-3", Some(8.8)),
            of("a@1", "CVE-8", Some(9.8)),
            exploited,
        ];
        found.sort_by(|one, other| sort_key(one).cmp(&sort_key(other)));
        let order: Vec<String> =
            found.iter().map(|it| format!("{} {}", it.vulnerability.id, it.component)).collect();
        assert_eq!(
            order,
            ["CVE-9 d@1", "CVE-8 a@1", "CVE-3 a@1", "CVE-4 a@1", "CVE-4 b@1", "CVE-2 a@1", "CVE-1 a@1"]
        );
    }

    #[test]
    fn a_component_without_package_url_is_decided_on_by_name_and_version() {
        let known = KnownVulnerability { id: "CVE-2026-1".into(), ..KnownVulnerability::default() };
        let purl = Some("pkg:generic/busybox@1.36.1");
        let of_version = "name = \"busybox\"\nversion = \"1.36.1\"";
        for (named, component, holds) in [
            (of_version, component("busybox", Some("1.36.1"), None), true),
            // What is decided of one version says nothing of the next, and nothing of another part of that name.
            (of_version, component("busybox", Some("1.36.2"), None), false),
            (of_version, component("busybox", None, None), false),
            (of_version, component("Busybox", Some("1.36.1"), None), false),
            (of_version, component("busybox", Some("1.36.1"), purl), false),
            ("name = \"busybox\"", component("busybox", None, None), true),
            ("name = \"busybox\"", component("busybox", Some("1.36.1"), None), false),
            ("component = \"pkg:generic/busybox@1.36.1\"", component("busybox", Some("1.36.1"), purl), true),
            ("component = \"pkg:generic/busybox@1.36.1\"", component("busybox", Some("1.36.1"), None), false),
        ] {
            let dossier = deciding_on(named);
            let list = Sbom { components: vec![component.clone()], ..Sbom::default() };
            let (found, _) = DecisionsOn::of(&list, [&dossier.vulnerability_decisions, &[]]).on(&known, 0);
            assert_eq!(found.is_some(), holds, "{named}: {component:?}");
        }
    }

    #[test]
    fn what_the_list_calls_otherwise_is_said_where_a_decision_decides_nothing() {
        let purl = Some("pkg:generic/zlib@1.3");
        let list = Sbom {
            components: vec![
                component("busybox", Some("1.36.1"), None),
                component("busybox", Some("1.35.0"), None),
                component("zlib", Some("1.3"), purl),
            ],
            ..Sbom::default()
        };
        for (named, id, called) in [
            ("name = \"busybox\"", "actions-decision-idle-called", "`busybox@1.35.0`, `busybox@1.36.1`"),
            ("name = \"zlib\"\nversion = \"1.3\"", "actions-decision-idle-called", "`pkg:generic/zlib@1.3`"),
            // As it is for package URLs: the version moved on, or nothing is known of it.
            ("name = \"busybox\"\nversion = \"1.34.0\"", "actions-decision-idle", "`"),
            ("name = \"busybox\"\nversion = \"1.36.1\"", "actions-decision-idle", "`"),
            ("component = \"pkg:generic/zlib@1.2\"", "actions-decision-idle", "`"),
        ] {
            let problems = idle_decisions(&deciding_on(named), Some(&list), &[]);
            let [problem] = &problems[..] else { panic!("{problems:?}") };
            assert_eq!(problem.says.id(), id, "{named}");
            assert_eq!(problem.place.path.as_deref(), Some("vulnerability_decisions[0]"));
            let told = problem.says.to_string();
            assert_eq!(told.contains(called), id == "actions-decision-idle-called", "{told}");
        }
    }
}

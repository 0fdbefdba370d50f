//! Findings: what is known about each component of the release, with its path and the makers' decision.

use std::cmp::Reverse;

use proofmark_facts::{
    Component, Dossier, Finding, KnownVulnerability, Paths, Place, Problem, Purl, Sbom, Unchecked,
    VulnerabilityDecision,
};
use proofmark_text::text;
use proofmark_vulndb::is_kernel;

use crate::build_facts::BuildFacts;
use crate::component_list::called;
use crate::kernel_facts::KernelFacts;
use crate::kernel_fold::{SameSource, fold, fold_groups};
use crate::stated_histories::StatedHistories;
use crate::vulnerability_source::{Answer, VulnerabilitySource, ask};

/// Findings, worst first, and what could not be checked, in the order of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Findings {
    pub(crate) found: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
    pub(crate) same_source: Vec<SameSource>,
    /// What histories of repositories alone closed, as it is told.
    pub(crate) closed: Vec<Problem>,
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
    let stated = stated(&components, &kernels, of_release);
    let asked: Vec<&Component> = components
        .iter()
        .zip(&stated)
        .map(|(component, stated)| stated.as_ref().unwrap_or(component))
        .collect();
    let mut answers = ask(sources, &asked, &sbom.components, &of_release.histories.histories);
    let paths = Paths::of(sbom);
    let same_source = same_source(sbom, &components, of_release.build, &mut answers);
    let mut all = Findings { same_source, ..Findings::default() };
    for (((index, component), is_kernel), answer) in foreign.iter().zip(&components).zip(kernels).zip(answers)
    {
        let name = called(component);
        if let Some(because) = answer.unchecked {
            all.unchecked.push(Unchecked { component: name.clone(), because });
        }
        for mut vulnerability in answer.known {
            let triage = is_kernel.then(|| {
                kernel.weigh(&mut vulnerability);
                kernel.triage(&vulnerability)
            });
            let declared = decision_on(&vulnerability, component, &dossier.vulnerability_decisions);
            let decision = declared.or_else(|| decision_on(&vulnerability, component, kept));
            let others = all.same_source.iter().filter(|it| it.component == name);
            let others: Vec<String> = others.flat_map(|it| it.stands_for.iter().map(|it| bare(it))).collect();
            let says = of_release.build.declared(&vulnerability, (*index, component), &others);
            all.found.push(Finding {
                component: name.clone(),
                path: paths.to(*index).into_iter().map(on_path).collect(),
                decision: decision.cloned(),
                triage: triage.flatten(),
                declared: says,
                vulnerability,
            });
        }
    }
    // The same version listed twice is one component to whoever decides.
    all.found.sort_by(|one, other| sort_key(one).cmp(&sort_key(other)));
    all.found.dedup_by(|later, earlier| {
        later.component == earlier.component && later.vulnerability.id == earlier.vulnerability.id
    });
    all.unchecked.dedup();
    for (component, asked) in components.iter().zip(&asked) {
        all.closed.extend(of_release.histories.closed(component, asked, (sources, &all.found)));
    }
    all
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
fn stated(components: &[&Component], kernels: &[bool], of_release: &OfRelease<'_>) -> Vec<Option<Component>> {
    let one = |(component, is_kernel): (&&Component, &bool)| {
        let of_kernel = is_kernel.then(|| of_release.kernel.asked_as(component)).flatten();
        of_kernel.or_else(|| of_release.build.asked_as(component))
    };
    components.iter().zip(kernels).map(one).collect()
}

/// Exploited first, then by rating, then by name: the same input gives the same order.
fn sort_key(finding: &Finding) -> (Reverse<bool>, Reverse<proofmark_facts::Rating>, &str, &str) {
    let vulnerability = &finding.vulnerability;
    let exploited = vulnerability.exploited.is_some();
    (Reverse(exploited), Reverse(vulnerability.severity.rating), &vulnerability.id, &finding.component)
}

fn on_path(component: &Component) -> String {
    match &component.version {
        Some(version) => format!("{} {version}", component.name),
        None => component.name.clone(),
    }
}

/// The newest decision about this vulnerability in this component version.
fn decision_on<'a>(
    vulnerability: &KnownVulnerability,
    component: &Component,
    decisions: &'a [VulnerabilityDecision],
) -> Option<&'a VulnerabilityDecision> {
    decisions
        .iter()
        .filter(|decision| is_about(decision, vulnerability) && concerns(decision, component))
        .max_by_key(|decision| decision.decided_on)
}

fn is_about(decision: &VulnerabilityDecision, vulnerability: &KnownVulnerability) -> bool {
    let mut ids = std::iter::once(&vulnerability.id).chain(&vulnerability.aliases);
    ids.any(|id| id.eq_ignore_ascii_case(&decision.vulnerability))
}

/// The same package and version; qualifiers only count where the decision names them.
fn concerns(decision: &VulnerabilityDecision, component: &Component) -> bool {
    let Some(found) = &component.purl else { return decision.component == called(component) };
    let Ok(decided) = decision.component.parse::<Purl>() else { return false };
    let version = found.version.as_ref().or(component.version.as_ref());
    decided.kind == found.kind
        && decided.namespace == found.namespace
        && decided.name == found.name
        && decided.version.as_ref() == version
        && decided.qualifiers.iter().all(|(key, value)| found.qualifiers.get(key) == Some(value))
}

/// Decisions that no finding bears out any more: the version moved on, or the advisory was withdrawn.
pub(crate) fn idle_decisions(dossier: &Dossier, findings: &[Finding]) -> Vec<Problem> {
    let used = |decision: &VulnerabilityDecision| {
        findings.iter().any(|finding| finding.decision.as_ref() == Some(decision))
    };
    let idle = dossier.vulnerability_decisions.iter().enumerate().filter(|(_, decision)| !used(decision));
    idle.map(|(index, decision)| {
        let says = text!(
            "actions-decision-idle",
            vulnerability = &decision.vulnerability,
            component = &decision.component
        );
        Problem::warning(Place::at(format!("vulnerability_decisions[{index}]")), says)
    })
    .collect()
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

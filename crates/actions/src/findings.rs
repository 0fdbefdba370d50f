//! Findings: what is known about each component of the release, with its path and the makers' decision.

use std::cmp::Reverse;

use proofmark_facts::{
    Component, Dossier, Finding, KnownVulnerability, Paths, Place, Problem, Purl, Sbom, Unchecked,
    VulnerabilityDecision,
};
use proofmark_text::text;

use crate::component_list::called;
use crate::vulnerability_source::{VulnerabilitySource, ask};

/// Findings, worst first, and what could not be checked, in the order of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Findings {
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
}

/// Asks the databases about every component that the makers did not write themselves.
///
/// Where the dossier and a decision kept beside it both speak, the dossier's holds.
pub(crate) fn findings(
    sbom: &Sbom,
    dossier: &Dossier,
    kept: &[VulnerabilityDecision],
    sources: &[VulnerabilitySource],
) -> Findings {
    let foreign: Vec<usize> = (0..sbom.components.len())
        .filter(|index| sbom.subject != Some(*index) && !sbom.components[*index].own)
        .collect();
    let components: Vec<&Component> = foreign.iter().map(|index| &sbom.components[*index]).collect();
    let answers = ask(sources, &components, &sbom.components);
    let paths = Paths::of(sbom);
    let mut found = Findings::default();
    for ((index, component), answer) in foreign.iter().zip(&components).zip(answers) {
        let name = called(component);
        if let Some(because) = answer.unchecked {
            found.unchecked.push(Unchecked { component: name.clone(), because });
        }
        for vulnerability in answer.known {
            let declared = decision_on(&vulnerability, component, &dossier.vulnerability_decisions);
            let decision = declared.or_else(|| decision_on(&vulnerability, component, kept));
            found.findings.push(Finding {
                component: name.clone(),
                path: paths.to(*index).into_iter().map(on_path).collect(),
                decision: decision.cloned(),
                vulnerability,
            });
        }
    }
    // The same version listed twice is one component to whoever decides.
    found.findings.sort_by(|one, other| sort_key(one).cmp(&sort_key(other)));
    found.findings.dedup_by(|later, earlier| {
        later.component == earlier.component && later.vulnerability.id == earlier.vulnerability.id
    });
    found.unchecked.dedup();
    found
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

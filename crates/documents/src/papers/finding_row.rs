//! One finding as the cells of a row: the vulnerability, how bad it is, where it sits, and what was decided.

use jiff::civil::Date;
use proofmark_facts::{DeclaredByBuilder, Finding, Triage, VulnerabilityDecision};
use proofmark_text::{Text, text};

use super::gap::{filled, prose};
use super::inputs::PaperInputs;
use super::names;
use crate::Inline;

/// Vulnerability, severity, what and where, decision.
pub(super) fn row(inputs: &PaperInputs<'_>, finding: &Finding) -> [Inline; 4] {
    [vulnerability(finding), severity(finding), component(finding), decision(inputs, finding)]
}

/// Whether the decision no longer holds on the day of the paper.
pub(super) fn lapsed(inputs: &PaperInputs<'_>, decision: &VulnerabilityDecision) -> bool {
    decision.expires_on.is_some_and(|last| last < inputs.day)
}

/// Who decided, and when; `None` where neither is stated.
pub(super) fn decided_by(person: Option<&str>, day: Option<Date>) -> Option<Text> {
    match (filled(person), day) {
        (Some(person), Some(day)) => {
            Some(text!("papers-decided-by-on", person = person, day = day.to_string()))
        }
        (Some(person), None) => Some(text!("papers-decided-by", person = person)),
        (None, Some(day)) => Some(text!("papers-decided-on", day = day.to_string())),
        (None, None) => None,
    }
}

fn vulnerability(finding: &Finding) -> Inline {
    let known = &finding.vulnerability;
    let mut words = Inline::new().strong(known.id.clone());
    if let Some(exploited) = &known.exploited {
        let says = text!("papers-exploited-in-catalogue", catalogue = &exploited.catalogue);
        words = words.plain("\n").emphasis(says.to_string());
    }
    words
}

fn severity(finding: &Finding) -> Inline {
    let severity = &finding.vulnerability.severity;
    let rating = names::rating(severity.rating).to_string();
    match severity.score {
        Some(score) => format!("{rating}\n{score:.1}").into(),
        None => rating.into(),
    }
}

fn component(finding: &Finding) -> Inline {
    let mut words = Inline::new();
    if let Some(summary) = filled(finding.vulnerability.summary.as_deref()) {
        words = words.plain(format!("{summary}\n"));
    }
    words = words.code(finding.component.clone());
    // The path ends with the component itself, which stands above.
    if let Some((_, above)) = finding.path.split_last().filter(|(_, above)| !above.is_empty()) {
        words = words.plain("\n").plain(text!("papers-pulled-in", path = above.join(" › ")).to_string());
    }
    if !finding.vulnerability.fixed_in.is_empty() {
        let versions = finding.vulnerability.fixed_in.join(", ");
        words = words.plain("\n").plain(text!("papers-fixed-in", versions = versions).to_string());
    }
    words
}

/// What follows from the release's facts, with its evidence; `None` where nothing does.
fn follows(triage: &Triage) -> Option<Inline> {
    let mut words = Inline::new().strong(names::status(triage.status()?.into()).to_string());
    if let Some(justification) = triage.justification() {
        words = words.plain(format!(": {}", names::justification(justification)));
    }
    for says in triage.says() {
        words = words.plain("\n").plain(says.to_string());
    }
    Some(words)
}

fn decision(inputs: &PaperInputs<'_>, finding: &Finding) -> Inline {
    if let Some(words) = finding.triage.as_ref().filter(|_| finding.decision.is_none()).and_then(follows) {
        return words;
    }
    let Some(decision) = &finding.decision else {
        let lapsed = finding.lapsed.first().map(|lapsed| format!("\n{}", lapsed.says()));
        let missing = text!("papers-missing-decision", vulnerability = &finding.vulnerability.id);
        let declared = finding.declared.iter().flat_map(DeclaredByBuilder::says);
        let bare = Inline::missing(missing.to_string()).plain(lapsed.unwrap_or_default());
        return declared.fold(bare, |words, says| words.plain("\n").plain(says.to_string()));
    };
    let mut words = Inline::new().strong(names::status(decision.status).to_string());
    if let Some(justification) = decision.justification {
        words = words.plain(format!(": {}", names::justification(justification)));
    }
    for says in finding.declared.iter().filter_map(|declared| declared.contradicts(decision.status)) {
        words = words.plain("\n").plain(says.to_string());
    }
    if let Some(because) = filled(Some(&decision.because)) {
        words = words.plain("\n");
        words.runs.extend(prose(because).runs);
    }
    if let Some(rule) = &decision.by_rule {
        let says = text!("triage-by-rule", rule = &rule.id, sha256 = rule.sha256.to_string());
        words = words.plain("\n").plain(says.to_string());
    }
    if let Some(by) = decided_by(decision.decided_by.as_deref(), decision.decided_on) {
        words = words.plain("\n").emphasis(by.to_string());
    }
    match decision.expires_on {
        Some(last) if lapsed(inputs, decision) => {
            words = words.plain("\n");
            words.runs.extend(
                Inline::missing(text!("papers-decision-lapsed", expires_on = last.to_string()).to_string())
                    .runs,
            );
        }
        Some(last) => {
            words = words
                .plain("\n")
                .plain(text!("papers-decision-holds-until", expires_on = last.to_string()).to_string());
        }
        None => {}
    }
    words
}

//! Lays the makers' rules against findings nobody decided on. What a rule decides says which rule, by name and digest.

use jiff::civil::Date;
use proofmark_facts::{DecidingRule, Dossier, Finding, Place, Problem, Sbom};
use proofmark_formats::Met;
use proofmark_text::text;

use super::finding_facts::FactsOf;
use super::rule_effect::{RuleEffect, RuleOnFinding};
use super::triage_input::TriageInput;
use crate::rule_applied::{RuleApplied, RuleStanding};

/// What the rules are laid against.
pub(crate) struct OfFindings<'a> {
    pub(crate) input: &'a TriageInput,
    pub(crate) dossier: &'a Dossier,
    pub(crate) sbom: &'a Sbom,
    /// Whether any catalogue of exploited vulnerabilities was asked.
    pub(crate) catalogue: bool,
    pub(crate) day: Date,
}

/// Decides on the findings that a rule is met by and that are for a rule to decide; says of each rule what it did, and warns of each that
/// does not hold.
pub(crate) fn apply_rules(findings: &mut [Finding], of: &OfFindings<'_>) -> (Vec<RuleApplied>, Vec<Problem>) {
    let rules = &of.input.policy.rules;
    let holds: Vec<bool> = rules.iter().map(|rule| standing(rule, of.day) == RuleStanding::Holds).collect();
    let weighed = weigh(findings, of, &holds);
    let mut applied = Vec::with_capacity(rules.len());
    let mut problems = Vec::new();
    for (rule, on_findings) in rules.iter().zip(weighed) {
        let standing = standing(rule, of.day);
        let mut decided = 0;
        for one in on_findings.iter().filter(|_| standing == RuleStanding::Holds) {
            if matches!(one.effect, RuleEffect::Closes | RuleEffect::Changes) {
                let finding = &mut findings[one.place];
                finding.decision = Some(rule.decision(&finding.vulnerability.id, &finding.component));
                decided += 1;
            }
            if let RuleEffect::Failed { says } = &one.effect {
                problems.push(at(of, text!("triage-rule-failed", rule = &rule.id, says = says)));
            }
        }
        problems.extend(says_standing(rule, standing).map(|says| at(of, says)));
        applied.push(RuleApplied { id: rule.id.clone(), sha256: rule.sha256(), standing, decided });
    }
    (applied, problems)
}

fn at(of: &OfFindings<'_>, says: proofmark_text::Text) -> Problem {
    Problem::warning(Place { file: of.input.file.clone(), ..Place::default() }, says)
}

fn says_standing(rule: &DecidingRule, standing: RuleStanding) -> Option<proofmark_text::Text> {
    let (id, by) = (&rule.id, rule.approved_by.as_deref().unwrap_or_default());
    match standing {
        RuleStanding::Holds => None,
        RuleStanding::NotYet => {
            Some(text!("triage-rule-not-yet", rule = id, on = rule.decided_on.to_string()))
        }
        RuleStanding::Expired => {
            Some(text!("triage-rule-expired", rule = id, on = rule.expires_on.to_string()))
        }
        RuleStanding::NotApproved => {
            Some(text!("triage-rule-not-approved", rule = id, sha256 = rule.sha256().to_string()))
        }
        RuleStanding::Changed => {
            Some(text!("triage-rule-changed", rule = id, by = by, sha256 = rule.sha256().to_string()))
        }
    }
}

/// Whether a rule decides on the day.
pub(crate) fn standing(rule: &DecidingRule, day: Date) -> RuleStanding {
    match () {
        () if rule.decided_on > day => RuleStanding::NotYet,
        () if rule.expires_on < day => RuleStanding::Expired,
        // What takes nothing out of the way needs no second person, as it does not at the window.
        () if !rule.dismisses() || rule.is_approved() => RuleStanding::Holds,
        () if rule.approved_by.is_some() && rule.approved_sha256.is_some() => RuleStanding::Changed,
        () => RuleStanding::NotApproved,
    }
}

/// What each rule does with each finding that meets it or lacks what it asks; the first rule that decides on a finding is the one.
pub(crate) fn weigh(findings: &[Finding], of: &OfFindings<'_>, holds: &[bool]) -> Vec<Vec<RuleOnFinding>> {
    let rules = &of.input.policy.rules;
    let mut weighed = vec![Vec::new(); rules.len()];
    if rules.is_empty() {
        return weighed;
    }
    let facts_of = FactsOf::of(of.dossier, of.sbom, of.catalogue, of.day);
    for (place, finding) in findings.iter().enumerate() {
        let facts = facts_of.known(finding);
        let mut taken: Option<&str> = None;
        for (number, (rule, condition)) in rules.iter().zip(&of.input.conditions).enumerate() {
            let effect = match condition.is_met(&facts) {
                Ok(Met::No) => continue,
                Ok(Met::Lacks(field)) => RuleEffect::Lacks { field },
                Err(says) => RuleEffect::Failed { says },
                Ok(Met::Yes) => effect(rule, finding, taken),
            };
            if matches!(effect, RuleEffect::Closes | RuleEffect::Changes) && holds[number] {
                taken = Some(&rule.id);
            }
            weighed[number].push(RuleOnFinding {
                place,
                vulnerability: finding.vulnerability.id.clone(),
                component: finding.component.clone(),
                effect,
            });
        }
    }
    weighed
}

/// What a rule does with a finding that meets it.
///
/// A person's decision stands, even one that expired: whoever took it is asked, not a rule. What is exploited somewhere is looked at by a
/// person each time (Article 14 may ask for a notification within a day).
fn effect(rule: &DecidingRule, finding: &Finding, taken: Option<&str>) -> RuleEffect {
    match () {
        () if finding.decision.is_some() => RuleEffect::LeftDecided,
        () if finding.status().is_some() => RuleEffect::LeftToFacts,
        () if rule.dismisses() && finding.vulnerability.exploited.is_some() => RuleEffect::LeftExploited,
        () => match taken {
            Some(other) => RuleEffect::LeftToRule { rule: other.to_owned() },
            None if rule.dismisses() => RuleEffect::Closes,
            None => RuleEffect::Changes,
        },
    }
}

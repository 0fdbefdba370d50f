//! Rules over findings and over the decisions the dossier states.

use jiff::civil::Date;
use proofmark_facts::{DecisionStatus, Finding, FindingRule, FindingState, fits_one};
use proofmark_text::{Text, text};

use super::gate_verdict::GateHit;

/// What the rule hits, in the order of the findings.
pub(super) fn findings_hit(rule: &FindingRule, findings: &[Finding], day: Date) -> Vec<GateHit> {
    findings.iter().filter(|finding| meets(rule, finding, day)).map(|finding| hit_of(finding, day)).collect()
}

fn meets(rule: &FindingRule, finding: &Finding, day: Date) -> bool {
    let known = &finding.vulnerability;
    let state = state_of(finding, day);
    let is_meant = if rule.states.is_empty() { state.is_open() } else { rule.states.contains(&state) };
    let scored = known.prediction.map(|prediction| prediction.probability * 100.0);
    #[expect(clippy::cast_precision_loss, reason = "a share in hundredths")]
    let likely = |least: u64| scored.is_some_and(|share| share >= least as f64);
    let old = |least: u64| age_days(finding, day).is_some_and(|days| days >= least);
    let named = |patterns: &[String]| {
        fits_one(patterns, &known.id) || known.aliases.iter().any(|alias| fits_one(patterns, alias))
    };
    is_meant
        && rule.severity_at_least.is_none_or(|least| known.severity.rating >= least)
        && rule.exploited.is_none_or(|exploited| known.exploited.is_some() == exploited)
        && rule.epss_percent_at_least.is_none_or(likely)
        && rule.age_days_at_least.is_none_or(old)
        && rule.fix_available.is_none_or(|fixable| known.fixed_in.is_empty() != fixable)
        && rule.confidence_at_least.is_none_or(|least| known.confidence() >= least)
        && (rule.components.is_empty() || fits_one(&rule.components, &finding.component))
        && (rule.vulnerabilities.is_empty() || named(&rule.vulnerabilities))
}

/// How a finding stands on the day. What no longer holds is as if nobody had decided, but for its name.
pub(crate) fn state_of(finding: &Finding, day: Date) -> FindingState {
    let follows = finding.triage.as_ref().is_some_and(|triage| triage.status().is_some());
    let Some(decision) = &finding.decision else {
        return if follows { FindingState::ClosedByFacts } else { FindingState::Undecided };
    };
    // What will only be decided later is not decided on the day.
    if decision.decided_on.is_some_and(|decided_on| decided_on > day) {
        return if follows { FindingState::ClosedByFacts } else { FindingState::Undecided };
    }
    if decision.expires_on.is_some_and(|expires_on| expires_on < day) {
        return if follows { FindingState::ClosedByFacts } else { FindingState::Expired };
    }
    match decision.status {
        DecisionStatus::UnderInvestigation => FindingState::UnderInvestigation,
        DecisionStatus::Fixed if follows => FindingState::ClosedByFacts,
        DecisionStatus::Fixed => FindingState::FixDeclared,
        DecisionStatus::NotAffected => FindingState::NotAffected,
        DecisionStatus::WrongMatch => FindingState::WrongMatch,
        DecisionStatus::Affected if decision.risk_accepted => FindingState::RiskAccepted,
        DecisionStatus::Affected => FindingState::Affected,
    }
}

/// Days since a source first published it, or a catalogue listed it as exploited, whichever was first.
fn age_days(finding: &Finding, day: Date) -> Option<u64> {
    let known = &finding.vulnerability;
    let published = known.claims.iter().filter_map(|claim| claim.published_on);
    let listed = known.exploited.as_ref().and_then(|exploited| exploited.added_on);
    let first = published.chain(listed).min()?;
    u64::try_from((day - first).get_days()).ok()
}

fn hit_of(finding: &Finding, day: Date) -> GateHit {
    let known = &finding.vulnerability;
    let says = text!(
        "gate-hit-finding",
        vulnerability = &known.id,
        component = &finding.component,
        rating = rating_words(finding),
        state = state_words(state_of(finding, day)),
        fix = fix_words(finding),
    );
    GateHit { says: Some(says), ..about(finding) }
}

/// A hit about a finding, of which nothing is said yet.
pub(super) fn about(finding: &Finding) -> GateHit {
    let known = &finding.vulnerability;
    GateHit {
        component: Some(finding.component.clone()),
        vulnerability: Some(known.id.clone()),
        aliases: known.aliases.clone(),
        rating: known.severity.rating,
        path: finding.path.clone(),
        ..GateHit::default()
    }
}

fn fix_words(finding: &Finding) -> Text {
    match finding.vulnerability.fixed_in.last() {
        Some(version) => text!("gate-fix-in", version = version),
        None => text!("gate-fix-none"),
    }
}

fn rating_words(finding: &Finding) -> Text {
    use proofmark_facts::Rating::{Critical, High, Low, Medium, None, Unknown};
    match finding.vulnerability.severity.rating {
        Unknown => text!("gate-rated-unknown"),
        None => text!("gate-rated-none"),
        Low => text!("gate-rated-low"),
        Medium => text!("gate-rated-medium"),
        High => text!("gate-rated-high"),
        Critical => text!("gate-rated-critical"),
    }
}

fn state_words(state: FindingState) -> Text {
    match state {
        FindingState::Undecided => text!("gate-state-undecided"),
        FindingState::UnderInvestigation => text!("gate-state-under-investigation"),
        FindingState::Affected => text!("gate-state-affected"),
        FindingState::RiskAccepted => text!("gate-state-risk-accepted"),
        FindingState::FixDeclared => text!("gate-state-fix-declared"),
        FindingState::NotAffected => text!("gate-state-not-affected"),
        FindingState::WrongMatch => text!("gate-state-wrong-match"),
        FindingState::ClosedByFacts => text!("gate-state-closed-by-facts"),
        FindingState::Expired => text!("gate-state-expired"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::{
        ExploitPrediction, Exploited, KnownVulnerability, MatchConfidence, MatchRule, MatchedBy, Rating,
        Severity, VulnerabilityDecision,
    };

    use super::*;

    fn finding() -> Finding {
        let matched = MatchedBy {
            advisory: "A".into(),
            rule: MatchRule::NameVersion,
            range: "1".into(),
            source: String::new(),
            criteria: None,
            confidence: MatchConfidence::Likely,
            beside: None,
        };
        Finding {
            component: "pkg:npm/left-pad@1".into(),
            vulnerability: KnownVulnerability {
                id: "CVE-2026-7".into(),
                aliases: vec!["GHSA-7".into()],
                matched_by: vec![matched],
                fixed_in: vec!["2".into()],
                severity: Severity { rating: Rating::High, ..Severity::default() },
                exploited: Some(Exploited { catalogue: "KEV".into(), added_on: Some(date(2026, 11, 1)) }),
                prediction: Some(ExploitPrediction { probability: 0.25, percentile: 0.9, scored_on: None }),
                ..KnownVulnerability::default()
            },
            path: vec!["app".into()],
            decision: None,
            triage: None,
            declared: vec![],
            lapsed: vec![],
            lacks: Vec::new(),
        }
    }

    fn hits(rule: &FindingRule, finding: Finding) -> bool {
        !findings_hit(rule, &[finding], date(2026, 11, 21)).is_empty()
    }

    /// Each condition alone at its border, and one step beyond.
    #[test]
    fn every_condition_hits_at_its_border_and_not_beyond() {
        let of = FindingRule::default;
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let table = [
            (FindingRule { severity_at_least: Some(Rating::High), ..of() }, true),
            (FindingRule { severity_at_least: Some(Rating::Critical), ..of() }, false),
            (FindingRule { exploited: Some(true), ..of() }, true),
            (FindingRule { exploited: Some(false), ..of() }, false),
            (FindingRule { epss_percent_at_least: Some(25), ..of() }, true),
            (FindingRule { epss_percent_at_least: Some(26), ..of() }, false),
            (FindingRule { age_days_at_least: Some(20), ..of() }, true),
            (FindingRule { age_days_at_least: Some(21), ..of() }, false),
            (FindingRule { fix_available: Some(true), ..of() }, true),
            (FindingRule { fix_available: Some(false), ..of() }, false),
            (FindingRule { confidence_at_least: Some(MatchConfidence::Likely), ..of() }, true),
            (FindingRule { confidence_at_least: Some(MatchConfidence::Certain), ..of() }, false),
            (FindingRule { components: words(&["pkg:npm/left-pad@*"]), ..of() }, true),
            (FindingRule { components: words(&["pkg:npm/left"]), ..of() }, false),
            (FindingRule { vulnerabilities: words(&["GHSA-7"]), ..of() }, true),
            (FindingRule { vulnerabilities: words(&["GHSA-70"]), ..of() }, false),
            (FindingRule { states: vec![FindingState::Undecided], ..of() }, true),
            (FindingRule { states: vec![FindingState::Affected], ..of() }, false),
            (FindingRule { exploited: Some(true), fix_available: Some(false), ..of() }, false),
        ];
        for (rule, expected) in table {
            assert_eq!(hits(&rule, finding()), expected, "{rule:?}");
        }
    }

    #[test]
    fn what_is_not_affected_is_not_open_and_what_expired_is() {
        let decided = |status, expires_on| {
            let decision = VulnerabilityDecision {
                vulnerability: "CVE-2026-7".into(),
                component: "pkg:npm/left-pad@1".into(),
                status,
                because: "b".into(),
                risk_accepted: true,
                expires_on,
                ..VulnerabilityDecision::default()
            };
            Finding { decision: Some(decision), ..finding() }
        };
        let rule = FindingRule::default();
        assert!(!hits(&rule, decided(DecisionStatus::NotAffected, None)));
        assert!(!hits(&rule, decided(DecisionStatus::NotAffected, Some(date(2026, 11, 21)))));
        assert!(hits(&rule, decided(DecisionStatus::NotAffected, Some(date(2026, 11, 20)))));
        assert!(!hits(&rule, decided(DecisionStatus::WrongMatch, None)));
        assert!(hits(&rule, decided(DecisionStatus::Fixed, None)));
        let mut later = decided(DecisionStatus::NotAffected, None);
        later.decision.as_mut().unwrap().decided_on = Some(date(2026, 11, 22));
        assert!(hits(&rule, later.clone()), "what is decided tomorrow is not decided today");
        later.decision.as_mut().unwrap().decided_on = Some(date(2026, 11, 21));
        assert!(!hits(&rule, later));
        assert!(
            hits(&rule, decided(DecisionStatus::Affected, None)),
            "a risk that is accepted is still borne"
        );
    }
}

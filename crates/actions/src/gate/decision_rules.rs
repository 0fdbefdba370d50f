//! Rules over the decisions the dossier states.

use jiff::civil::Date;
use proofmark_facts::{DecisionRule, VulnerabilityDecision};
use proofmark_text::{Text, text};

use super::gate_verdict::{GateHit, HitPlace};
use super::lines::PlaceOf;
use crate::dossier_input::DOSSIER;

/// What the rule hits, in the order of the dossier.
pub(super) fn decisions_hit(
    rule: &DecisionRule,
    decisions: &[VulnerabilityDecision],
    day: Date,
    place_of: PlaceOf<'_>,
) -> Vec<GateHit> {
    let hit = |(index, decision): (usize, &VulnerabilityDecision)| {
        let line = place_of(&format!("vulnerability_decisions[{index}]"));
        GateHit {
            component: Some(decision.component.clone()),
            vulnerability: Some(decision.vulnerability.clone()),
            says: Some(says(rule, decision, day)),
            place: HitPlace { file: DOSSIER.to_owned(), line },
            ..GateHit::default()
        }
    };
    decisions.iter().enumerate().filter(|(_, decision)| meets(rule, decision, day)).map(hit).collect()
}

fn meets(rule: &DecisionRule, decision: &VulnerabilityDecision, day: Date) -> bool {
    let is_expired = decision.expires_on.is_some_and(|last| last < day);
    let left = decision.expires_on.map(|last| i64::from((last - day).get_days()));
    let near = |most: u64| left.is_some_and(|left| left <= i64::try_from(most).unwrap_or(i64::MAX));
    let age = decision.decided_on.map(|decided| i64::from((day - decided).get_days()));
    let old = |least: u64| age.is_none_or(|age| age >= i64::try_from(least).unwrap_or(i64::MAX));
    let by = decision.decided_by.as_deref().unwrap_or_default();
    (!rule.expired || is_expired)
        && rule.expires_within_days.is_none_or(near)
        && (!rule.without_expiry || decision.expires_on.is_none())
        && (!rule.without_person || by.trim().is_empty())
        && rule.age_days_at_least.is_none_or(old)
}

fn says(rule: &DecisionRule, decision: &VulnerabilityDecision, day: Date) -> Text {
    let (vulnerability, component) = (&decision.vulnerability, &decision.component);
    match decision.expires_on {
        Some(last) if last < day && (rule.expired || rule.expires_within_days.is_some()) => {
            let on = last.to_string();
            text!("gate-hit-decision-expired", vulnerability = vulnerability, component = component, on = on)
        }
        Some(last) if rule.expires_within_days.is_some() => {
            let on = last.to_string();
            text!("gate-hit-decision-expires", vulnerability = vulnerability, component = component, on = on)
        }
        None if rule.without_expiry => {
            text!("gate-hit-decision-endless", vulnerability = vulnerability, component = component)
        }
        _ if rule.without_person => {
            text!("gate-hit-decision-nobody", vulnerability = vulnerability, component = component)
        }
        _ => text!("gate-hit-decision-old", vulnerability = vulnerability, component = component),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::DecisionStatus;

    use super::*;

    #[test]
    fn every_condition_hits_at_its_border_and_not_beyond() {
        let decision = |expires_on, decided_by: Option<&str>| VulnerabilityDecision {
            vulnerability: "CVE-2026-7".into(),
            component: "c".into(),
            status: DecisionStatus::NotAffected,
            because: "b".into(),
            decided_by: decided_by.map(str::to_owned),
            decided_on: Some(date(2026, 11, 1)),
            expires_on,
            ..VulnerabilityDecision::default()
        };
        let of = DecisionRule::default;
        let (held, over) = (Some(date(2026, 11, 21)), Some(date(2026, 11, 20)));
        let next = Some(date(2026, 12, 1));
        for (rule, decision, expected) in [
            (DecisionRule { expired: true, ..of() }, decision(over, None), true),
            (DecisionRule { expired: true, ..of() }, decision(held, None), false),
            (DecisionRule { expires_within_days: Some(10), ..of() }, decision(next, None), true),
            (DecisionRule { expires_within_days: Some(9), ..of() }, decision(next, None), false),
            (DecisionRule { expires_within_days: Some(9), ..of() }, decision(None, None), false),
            (DecisionRule { without_expiry: true, ..of() }, decision(None, None), true),
            (DecisionRule { without_expiry: true, ..of() }, decision(next, None), false),
            (DecisionRule { without_person: true, ..of() }, decision(next, Some(" ")), true),
            (DecisionRule { without_person: true, ..of() }, decision(next, Some("A")), false),
            (DecisionRule { age_days_at_least: Some(20), ..of() }, decision(next, None), true),
            (DecisionRule { age_days_at_least: Some(21), ..of() }, decision(next, None), false),
        ] {
            let hits = decisions_hit(&rule, std::slice::from_ref(&decision), date(2026, 11, 21), &|_| 3);
            assert_eq!(!hits.is_empty(), expected, "{rule:?} {decision:?}");
        }
    }
}

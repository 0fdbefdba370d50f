//! Rules over licences.

use proofmark_facts::{Component, LicenceRule};
use proofmark_formats::{LicenceList, licence_can_be_met};
use proofmark_text::{Text, text};

use super::gate_verdict::GateHit;

/// A rule with its lists read.
#[derive(Debug)]
pub(super) struct ReadLicenceRule<'a> {
    pub(super) rule: &'a LicenceRule,
    pub(super) allowed: Option<LicenceList>,
    pub(super) denied: LicenceList,
}

/// What the rule hits, with the index of each component; what makers wrote themselves is not asked.
pub(super) fn licences_hit(
    rule: &ReadLicenceRule<'_>,
    components: &[Component],
    subject: Option<usize>,
) -> Vec<(usize, GateHit)> {
    let others =
        components.iter().enumerate().filter(|(index, component)| !component.own && Some(*index) != subject);
    others
        .filter_map(|(index, component)| {
            let says = judged(rule, component)?;
            let called = component.called();
            Some((index, GateHit { component: Some(called), says: Some(says), ..GateHit::default() }))
        })
        .collect()
}

/// Why a component's licences do not pass; several that are stated all apply, for nobody said that one may choose.
fn judged(rule: &ReadLicenceRule<'_>, component: &Component) -> Option<Text> {
    let called = component.called();
    let stated: Vec<&String> = component.licences.iter().filter(|one| is_stated(one)).collect();
    let asks_terms = rule.allowed.is_some() || !rule.rule.denied.is_empty();
    if stated.is_empty() {
        let asked = rule.rule.must_be_stated || rule.allowed.is_some();
        return asked.then(|| text!("gate-hit-licence-unstated", component = &called));
    }
    if !asks_terms {
        return None;
    }
    stated.into_iter().find_map(|licence| {
        match licence_can_be_met(licence, rule.allowed.as_ref(), &rule.denied) {
            Ok(true) => None,
            Ok(false) => Some(text!("gate-hit-licence", component = &called, licence = licence)),
            Err(_) => Some(text!("gate-hit-licence-unreadable", component = &called, licence = licence)),
        }
    })
}

/// SPDX writes `NOASSERTION` and `NONE` where nobody states a licence.
fn is_stated(licence: &str) -> bool {
    !matches!(licence.trim(), "" | "NOASSERTION" | "NONE")
}

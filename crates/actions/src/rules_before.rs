//! What rules decided when the release was last assessed: where such a rule is gone, what it closed is open again, and says why.

use proofmark_facts::{
    Dossier, Finding, Keeping, LapseReason, LapsedDecision, ReleaseRecord, VulnerabilityDecision, release_id,
};
use serde::Deserialize;

use crate::error::ActionError;
use crate::record::{kept_noun, named_product};
use crate::subject::{operator_of, subject};

/// What of a kept assessment is read.
#[derive(Deserialize)]
struct Before {
    #[serde(default)]
    findings: Vec<FindingBefore>,
}

#[derive(Deserialize)]
struct FindingBefore {
    component: String,
    vulnerability: Named,
    decision: Option<VulnerabilityDecision>,
    #[serde(default)]
    lapsed: Vec<LapsedDecision>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

/// The decisions of rules in the release's last assessment, and those it told were gone: the reason stays until somebody decides.
pub(crate) fn rules_before(
    dossier: &Dossier,
    keeping: &dyn Keeping,
) -> Result<Vec<VulnerabilityDecision>, ActionError> {
    let subject = subject(&dossier.operator.name, &dossier.product.name);
    let operator = operator_of(&subject);
    let product = named_product(keeping, operator, &subject, &dossier.product.name)?;
    let id = release_id(&product.id, &dossier.release.version);
    let Some(kept) = kept_noun::<ReleaseRecord>(keeping, operator, &id)? else { return Ok(Vec::new()) };
    let Some(bytes) = keeping.document(&kept.noun.assessment)? else { return Ok(Vec::new()) };
    // Most releases have no rules, and their assessments are not read for them.
    if !str::from_utf8(&bytes).is_ok_and(|text| text.contains("\"by_rule\"")) {
        return Ok(Vec::new());
    }
    let Ok(before) = serde_json::from_slice::<Before>(&bytes) else { return Ok(Vec::new()) };
    let decided = before.findings.into_iter().flat_map(|finding| {
        let FindingBefore { component, vulnerability, decision, lapsed } = finding;
        let gone = lapsed.into_iter().filter(|one| matches!(one.because, LapseReason::RuleGone { .. }));
        let by_rule = decision.into_iter().chain(gone.map(|one| one.decision));
        by_rule.filter(|decision| decision.by_rule.is_some()).map(move |decision| VulnerabilityDecision {
            vulnerability: vulnerability.id.clone(),
            component: component.clone(),
            ..decision
        })
    });
    Ok(decided.collect())
}

/// Says of each finding nobody decided on that a rule did, where that rule is not among these.
pub(crate) fn say_rules_gone(findings: &mut [Finding], before: &[VulnerabilityDecision], rules: &[&str]) {
    let gone = before.iter().filter_map(|decision| {
        let rule = &decision.by_rule.as_ref()?.id;
        (!rules.contains(&rule.as_str())).then_some((rule, decision))
    });
    for (rule, decision) in gone {
        let open = findings.iter_mut().find(|finding| {
            finding.decision.is_none()
                && finding.component == decision.component
                && finding.vulnerability.id == decision.vulnerability
        });
        if let Some(finding) = open {
            let because = LapseReason::RuleGone { rule: rule.clone() };
            finding.lapsed.insert(0, LapsedDecision { decision: decision.clone(), because });
        }
    }
}

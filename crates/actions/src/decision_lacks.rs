//! What decisions that take findings out of the way lack: whoever must agree by the makers' own policy, and the evidence their kind of
//! mitigation is verified by.

use std::collections::BTreeSet;

use proofmark_facts::{ApprovalAsked, DecisionLack, Finding, Mitigation, Rating, VulnerabilityDecision};

/// Says of each finding what its decision lacks; `there`: the files that lie beside the dossier.
pub(crate) fn say_what_lacks(
    findings: &mut [Finding],
    approval: Option<ApprovalAsked>,
    there: &BTreeSet<&str>,
) {
    for finding in findings {
        let Some(decision) = finding.decision.as_ref().filter(|decision| decision.dismisses()) else {
            continue;
        };
        let mut lacks = Vec::new();
        if asks_approval(approval, finding) && !decision.is_approved() {
            lacks.push(DecisionLack::SecondPerson);
        }
        if let Some(mitigation) = decision.mitigation.filter(|one| !is_verified(*one, decision, there)) {
            lacks.push(DecisionLack::Verification { needs: mitigation.verified_by().to_vec() });
        }
        finding.lacks = lacks;
    }
}

/// Whether the makers' policy asks for a second person. What nobody rated may be anything.
fn asks_approval(asked: Option<ApprovalAsked>, finding: &Finding) -> bool {
    asked.is_some_and(|asked| {
        let rating = finding.vulnerability.severity.rating;
        let is_so_bad = |least| rating >= least || rating == Rating::Unknown;
        asked.severity_at_least.is_some_and(is_so_bad)
            || (asked.exploited && finding.vulnerability.exploited.is_some())
    })
}

/// Whether a file of a kind that shows it is named and there. What the next SBOM shows needs none: until then the risk is borne.
fn is_verified(mitigation: Mitigation, decision: &VulnerabilityDecision, there: &BTreeSet<&str>) -> bool {
    let kinds = mitigation.verified_by();
    kinds.is_empty()
        || decision
            .evidence
            .iter()
            .any(|evidence| kinds.contains(&evidence.kind) && there.contains(evidence.file.as_str()))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        DecisionEvidence, DecisionStatus, EvidenceOf, Exploited, KnownVulnerability, Severity,
    };

    use super::*;

    fn decision() -> VulnerabilityDecision {
        VulnerabilityDecision {
            status: DecisionStatus::NotAffected,
            because: "b".into(),
            decided_by: Some("A. Person".into()),
            ..VulnerabilityDecision::default()
        }
    }

    fn lacks(
        decision: VulnerabilityDecision,
        rating: Rating,
        asked: Option<ApprovalAsked>,
        there: &[&str],
    ) -> Vec<DecisionLack> {
        let mut findings = [Finding {
            component: "c@1".into(),
            vulnerability: KnownVulnerability {
                id: "CVE-1".into(),
                severity: Severity { rating, ..Severity::default() },
                ..KnownVulnerability::default()
            },
            path: Vec::new(),
            decision: Some(decision),
            triage: None,
            declared: Vec::new(),
            lapsed: Vec::new(),
            lacks: Vec::new(),
        }];
        if rating == Rating::None {
            findings[0].vulnerability.exploited = Some(Exploited { catalogue: "KEV".into(), added_on: None });
        }
        say_what_lacks(&mut findings, asked, &there.iter().copied().collect());
        findings[0].lacks.clone()
    }

    #[test]
    fn a_second_person_must_agree_from_the_severity_the_makers_say_and_be_another() {
        let from = |least| Some(ApprovalAsked { severity_at_least: Some(least), exploited: false });
        let by = |name: &str| VulnerabilityDecision { approved_by: Some(name.into()), ..decision() };
        let second = [DecisionLack::SecondPerson];
        assert_eq!(lacks(decision(), Rating::High, None, &[]), []);
        assert_eq!(lacks(decision(), Rating::High, from(Rating::Critical), &[]), []);
        assert_eq!(lacks(decision(), Rating::High, from(Rating::High), &[]), second);
        for status in [DecisionStatus::WrongMatch, DecisionStatus::Affected] {
            let one = VulnerabilityDecision { status, risk_accepted: true, ..decision() };
            assert_eq!(lacks(one, Rating::High, from(Rating::High), &[]), second, "{status:?}");
        }
        let affected = VulnerabilityDecision { status: DecisionStatus::Affected, ..decision() };
        assert_eq!(
            lacks(affected, Rating::High, from(Rating::High), &[]),
            [],
            "it takes nothing out of the way"
        );
        assert_eq!(lacks(by("B. Person"), Rating::High, from(Rating::High), &[]), []);
        for same in [" a person ", "A.Person", " "] {
            assert_eq!(lacks(by(same), Rating::High, from(Rating::High), &[]), second, "`{same}`");
        }
        assert_eq!(
            lacks(decision(), Rating::Unknown, from(Rating::Critical), &[]),
            second,
            "it may be anything"
        );
        let exploited = Some(ApprovalAsked { severity_at_least: None, exploited: true });
        assert_eq!(lacks(decision(), Rating::None, exploited, &[]), second);
        assert_eq!(lacks(decision(), Rating::Low, exploited, &[]), []);
    }

    #[test]
    fn a_mitigation_counts_once_the_evidence_of_its_kind_is_there() {
        use EvidenceOf::{Configuration as Set, Reachability, Test};
        use Mitigation::{CompensatingControl, Configuration, Removal, Update};
        for (mitigation, kind, there, verified) in [
            (Configuration, Set, "a.md", true),
            (Configuration, Test, "a.md", true),
            (Configuration, Set, "b.md", false),
            (Configuration, Reachability, "a.md", false),
            (CompensatingControl, Set, "a.md", false),
            (CompensatingControl, Test, "a.md", true),
            (Update, Reachability, "b.md", true),
            (Removal, Reachability, "b.md", true),
        ] {
            let one = VulnerabilityDecision {
                mitigation: Some(mitigation),
                evidence: vec![DecisionEvidence { kind, file: "a.md".into() }],
                ..decision()
            };
            let found = lacks(one, Rating::High, None, &[there]);
            assert_eq!(found.is_empty(), verified, "{mitigation:?} by {kind:?}, {there} is there: {found:?}");
        }
    }
}

//! Readiness: nothing counts as met without what shows it, and nothing is late that is not owed.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proofmark_facts::{DeclaredEvidence, Dossier, ProductKind, RequirementDecision, Sha256};
use proofmark_law::{
    AdvisoryData, Bound, Case, EvidenceKind, FileState, GateInputs, Kept, OBLIGATIONS, PART_I, PART_II, Role,
    SbomState, Standing, StandingState, StateOfTheLaw, assess, gate, next_steps, readiness,
};

use crate::a_product::{TODAY, a_product, free_software, with};

fn stand(dossier: &Dossier, kept: &Kept, day: Date) -> BTreeMap<&'static str, Standing> {
    list(dossier, kept, day).into_iter().map(|standing| (standing.obligation, standing)).collect()
}

fn list(dossier: &Dossier, kept: &Kept, day: Date) -> Vec<Standing> {
    let state = StateOfTheLaw::embedded();
    let verdict = assess(dossier, state, day);
    readiness(&Case { dossier, verdict: &verdict, state, kept, day })
}

fn kept(files: &[&str]) -> Kept {
    let file = |name: &&str| ((*name).to_owned(), FileState { sha256: Sha256::of(name.as_bytes()) });
    Kept { files: files.iter().map(file).collect(), ..Kept::default() }
}

fn decided(applies: bool, evidence: &[&str]) -> RequirementDecision {
    RequirementDecision {
        requirement: "I.2.e".to_owned(),
        applies,
        implemented_by: applies.then(|| "TLS 1.3".to_owned()),
        not_applicable_because: None,
        evidence: evidence.iter().map(|file| (*file).to_owned()).collect(),
    }
}

fn requirement(decision: RequirementDecision, kept: &Kept) -> StandingState {
    let dossier = with(|dossier| dossier.requirements = vec![decision]);
    stand(&dossier, kept, TODAY)["I.2.e"].state.clone()
}

fn is_met(state: &StandingState) -> bool {
    matches!(state, StandingState::Met { .. })
}

#[test]
fn a_requirement_is_met_only_by_a_decision_an_implementation_and_a_file_that_is_there() {
    let there = kept(&["tls.md"]);
    assert!(is_met(&requirement(decided(true, &["tls.md"]), &there)));
    assert!(!is_met(&requirement(decided(true, &["tls.md"]), &kept(&[]))), "named, but absent");
    assert!(!is_met(&requirement(decided(true, &[]), &there)), "no file named");
    let silent = RequirementDecision { implemented_by: None, ..decided(true, &["tls.md"]) };
    assert!(!is_met(&requirement(silent, &there)));
    assert!(!is_met(&requirement(decided(false, &["tls.md"]), &there)), "not justified");
    let justified =
        RequirementDecision { not_applicable_because: Some("no data".to_owned()), ..decided(false, &[]) };
    assert!(matches!(requirement(justified, &there), StandingState::NotApplicable { .. }));
}

#[test]
fn part_ii_and_the_first_point_of_part_i_cannot_be_set_aside() {
    for id in ["I.1", "II.3"] {
        let dossier = with(|dossier| {
            dossier.requirements = vec![RequirementDecision {
                requirement: id.to_owned(),
                not_applicable_because: Some("too dear".to_owned()),
                ..decided(false, &[])
            }];
        });
        let state = &stand(&dossier, &Kept::default(), TODAY)[id].state;
        assert!(
            matches!(state, StandingState::Open { missing } if missing[0].says.id() == "law-missing-always-applies")
        );
    }
}

#[test]
fn stale_evidence_does_not_count_and_says_so() {
    let dossier = |stale_after| {
        with(|dossier| {
            dossier.evidence = vec![DeclaredEvidence {
                file: "log.md".to_owned(),
                shows: vec!["art13-7".to_owned()],
                says: None,
                observed_on: None,
                stale_after: Some(stale_after),
            }];
        })
    };
    let there = kept(&["log.md"]);
    assert!(is_met(&stand(&dossier(TODAY), &there, TODAY)["art13-7"].state), "good on its last day");
    let state = &stand(&dossier(date(2026, 11, 20)), &there, TODAY)["art13-7"].state;
    let StandingState::Open { missing } = state else { panic!("{state:?}") };
    assert!(missing[0].says.to_string().contains("2026-11-20"));
    assert!(!is_met(&stand(&dossier(TODAY), &kept(&[]), TODAY)["art13-7"].state), "absent");
}

#[test]
fn an_obligation_is_late_only_once_the_product_is_on_the_market_and_bound() {
    let placed = |on| with(|dossier| dossier.release.placed_on_the_market_on = Some(on));
    let state = |on, day| stand(&placed(on), &Kept::default(), day)["art13-2"].clone();
    let late = state(date(2028, 2, 1), date(2028, 3, 1));
    assert!(matches!(late.state, StandingState::Late { since, .. } if since == date(2028, 2, 1)));
    assert_eq!(late.bound, Bound::Already);
    let open = |standing: &Standing| matches!(standing.state, StandingState::Open { .. });
    assert!(open(&state(date(2028, 4, 1), date(2028, 3, 1))), "not placed yet");
    let old = state(date(2026, 1, 1), date(2028, 3, 1));
    assert!(open(&old), "placed before full application");
    assert_eq!(old.bound, Bound::NotUnlessSubstantiallyModified);
    assert!(open(&stand(&a_product(), &Kept::default(), date(2028, 3, 1))["art13-2"]), "no day stated");
}

#[test]
fn outside_the_regulation_nothing_is_owed() {
    for standing in list(&free_software(), &Kept::default(), TODAY) {
        assert!(matches!(standing.state, StandingState::NotApplicable { .. }), "{}", standing.obligation);
    }
}

#[test]
fn while_scope_is_undetermined_nothing_is_met_and_the_facts_are_the_first_step() {
    let dossier = with(|dossier| dossier.scope.data_connection = None);
    let standings = list(&dossier, &Kept::default(), TODAY);
    let own: Vec<&Standing> =
        standings.iter().filter(|standing| standing.owed_by == Role::Manufacturer).collect();
    assert!(own.iter().all(|standing| matches!(standing.state, StandingState::Open { .. })));
    let others = standings.iter().filter(|standing| standing.owed_by != Role::Manufacturer);
    for other in others {
        assert!(matches!(&other.state, StandingState::NotApplicable { because }
            if because.id() == "law-applies-other-role"));
    }
    let steps = next_steps(&standings);
    assert_eq!(steps[0].kind, EvidenceKind::ScopeFacts);
    assert_eq!(steps[0].at, ["scope.data_connection"]);
    assert_eq!(steps[0].closes.len(), own.len());
    assert!(own.len() < OBLIGATIONS.len());
}

#[test]
fn the_ce_marking_of_software_and_of_hardware_are_told_apart() {
    let because = |dossier: &Dossier, id| match &stand(dossier, &Kept::default(), TODAY)[id].state {
        StandingState::NotApplicable { because } => Some(because.to_string()),
        _ => None,
    };
    let hardware = with(|dossier| dossier.product.kind = ProductKind::HardwareWithSoftware);
    assert!(because(&a_product(), "art30-1-hardware").unwrap().starts_with("For software"));
    assert_eq!(because(&a_product(), "art30-1-software"), None);
    assert!(because(&hardware, "art30-1-software").unwrap().starts_with("For hardware"));
    assert_eq!(because(&hardware, "art30-1-hardware"), None);
}

#[test]
fn event_driven_duties_wait_for_their_event() {
    let quiet = stand(&a_product(), &Kept::default(), TODAY);
    for id in ["art13-6", "art13-10", "art13-11", "art13-21", "art13-22", "art13-23", "art13-24", "art13-25"]
    {
        assert!(matches!(quiet[id].state, StandingState::NotApplicable { .. }), "{id}");
    }
    let placed = with(|dossier| dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1)));
    let blocked = Kept { gate: Some(closed_gate()), ..Kept::default() };
    let standing = &stand(&placed, &blocked, date(2028, 2, 1))["art13-21"];
    assert!(matches!(standing.state, StandingState::Late { .. }));
}

fn closed_gate() -> proofmark_law::Gate {
    gate(&GateInputs {
        findings: &[],
        unchecked: &[],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: false,
        advisories: None,
        day: date(2028, 2, 1),
    })
}

#[test]
fn the_gate_and_the_sbom_are_shown_by_what_the_caller_established() {
    let gate = gate(&GateInputs {
        findings: &[],
        unchecked: &[],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: true,
        advisories: Some(AdvisoryData { as_of: Some(TODAY) }),
        day: TODAY,
    });
    let sbom = |lists_top_level_dependencies| {
        Some(SbomState { format: "CycloneDX 1.6".to_owned(), components: 12, lists_top_level_dependencies })
    };
    let good = Kept { gate: Some(gate.clone()), sbom: sbom(true), ..Kept::default() };
    assert!(is_met(&stand(&a_product(), &good, TODAY)["art13-5"].state));
    let bad = Kept { gate: Some(gate.clone()), sbom: sbom(false), ..Kept::default() };
    assert!(!is_met(&stand(&a_product(), &bad, TODAY)["art13-5"].state));
    let shut = Kept { gate: Some(closed_gate()), sbom: sbom(true), ..Kept::default() };
    assert!(!is_met(&stand(&a_product(), &shut, TODAY)["art13-5"].state));
    let none = Kept { sbom: sbom(true), ..Kept::default() };
    assert!(!is_met(&stand(&a_product(), &none, TODAY)["art13-5"].state), "the gate was not asked");
}

#[test]
fn steps_come_in_an_order_one_can_follow() {
    let dossier = with(|dossier| dossier.product.core_functionality = None);
    let steps = next_steps(&list(&dossier, &Kept::default(), TODAY));
    let place = |kind| steps.iter().position(|step| step.kind == kind).unwrap();
    assert_eq!(place(EvidenceKind::CoreFunctionality), 0);
    assert!(place(EvidenceKind::RiskAssessment) < place(EvidenceKind::DeclarationSigned));
    assert!(place(EvidenceKind::RequirementDecision) < place(EvidenceKind::ConformityProcedure));
    assert!(place(EvidenceKind::ConformityProcedure) < place(EvidenceKind::DeclarationSigned));
    assert!(place(EvidenceKind::ConformityProcedure) < place(EvidenceKind::CeMarking));
    assert_eq!(steps[1].kind, EvidenceKind::RiskAssessment, "what requirements rest on");
    assert_eq!(steps[2].kind, EvidenceKind::RequirementDecision, "closes the most obligations");
    assert_eq!(steps[2].closes.len(), PART_I.len() + PART_II.len() + 3, "and the matrix with them");
    assert!(steps.iter().all(|step| !step.closes.is_empty() && !step.missing.is_empty()));
    assert!(steps.iter().all(|step| step.by == date(2027, 12, 11) && !step.late));
}

#[test]
fn late_steps_come_before_all_others() {
    let mut dossier = with(|dossier| dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1)));
    dossier.conformity.procedure = None;
    let steps = next_steps(&list(&dossier, &Kept::default(), date(2028, 2, 1)));
    let first_in_time = steps.iter().position(|step| !step.late).unwrap_or(steps.len());
    assert!(first_in_time > 0);
    assert!(steps[first_in_time..].iter().all(|step| !step.late));
}

//! The way to the end exists: a product with everything in place owes nothing more, and each missing piece shows.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proofmark_facts::{
    Contact, DeclaredEvidence, Dossier, Instructions, Procedure, RequirementDecision, RiskAssessment, Sha256,
    Signatory, TechnicalDocumentation, TestReport,
};
use proofmark_law::{
    AdvisoryData, Case, EvidenceKind, FileState, GateInputs, Kept, PART_I, PART_II, SbomState, Standing,
    StandingState, StateOfTheLaw, assess, contradictions, gate, next_steps, readiness,
};

use crate::a_product::a_product;

const DAY: Date = date(2028, 2, 1);
const FILE: &str = "evidence.pdf";

#[expect(clippy::unnecessary_wraps, reason = "every field it fills is optional")]
fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn complete() -> Dossier {
    let mut dossier = a_product();
    identity(&mut dossier);
    documents(&mut dossier);
    conformity(&mut dossier);
    dossier
}

fn identity(dossier: &mut Dossier) {
    dossier.operator.postal_address = text("Musterweg 1, Musterstadt");
    dossier.operator.email = text("hello@example.org");
    let product = &mut dossier.product;
    product.type_designation = text("M-1");
    product.identified_by = text("the About window");
    product.intended_purpose = text("keeping notes");
    product.security_environment = text("a user's own computer");
    product.essential_functionalities = vec!["notes".to_owned()];
    product.security_properties = vec!["encrypted at rest".to_owned()];
    product.risk_circumstances = vec!["a shared account".to_owned()];
    dossier.contact = Contact {
        single_point_of_contact: text("help@example.org"),
        reaches_a_person: Some(true),
        vulnerability_reports: text("security@example.org"),
        disclosure_policy: text("https://example.org/cvd"),
        advisories: text("https://example.org/advisories"),
    };
    dossier.instructions = Instructions {
        commissioning: text("see manual"),
        changes: text("see manual"),
        updates: text("see manual"),
        decommissioning: text("see manual"),
        automatic_updates_off: text("see manual"),
        integration: None,
        sbom_at: None,
        languages: vec!["de".to_owned()],
    };
}

fn documents(dossier: &mut Dossier) {
    let file = || vec![FILE.to_owned()];
    dossier.risk_assessment = RiskAssessment {
        document: text(FILE),
        reviewed_on: Some(date(2027, 12, 1)),
        owner: text("A. Person"),
        covers_use: true,
        covers_conditions: true,
        covers_time_in_use: true,
    };
    dossier.technical_documentation = TechnicalDocumentation {
        design: file(),
        vulnerability_handling: file(),
        update_distribution: file(),
        production: file(),
        test_reports: vec![TestReport { document: FILE.to_owned(), shows: None, carried_out_on: None }],
    };
    let decision = |id: &&str| RequirementDecision {
        requirement: (*id).to_owned(),
        applies: true,
        implemented_by: text("as described"),
        not_applicable_because: None,
        evidence: file(),
    };
    dossier.requirements = PART_I.iter().chain(&PART_II).map(decision).collect();
    dossier.evidence = vec![DeclaredEvidence {
        file: FILE.to_owned(),
        shows: ["art13-7", "art13-9", "art13-13"].map(str::to_owned).to_vec(),
        says: None,
        observed_on: None,
        stale_after: None,
    }];
    dossier.supply_chain.record = file();
    dossier.support_period.ends_on = Some(date(2033, 1, 31));
    dossier.support_period.expected_use_years = Some(5);
    dossier.support_period.rationale = text("users replace it after five years");
    dossier.support_period.offers = text("by mail");
}

fn conformity(dossier: &mut Dossier) {
    dossier.release.placed_on_the_market_on = Some(date(2028, 1, 15));
    let conformity = &mut dossier.conformity;
    conformity.procedure = Some(Procedure::InternalControl);
    conformity.completed_on = Some(date(2028, 1, 10));
    conformity.declaration_at = text("https://example.org/doc");
    conformity.ce_marking_on = text("https://example.org/ce");
    conformity.signatory = Some(Signatory {
        name: "A. Person".to_owned(),
        function: text("director"),
        place: text("Musterstadt"),
        signed_on: Some(date(2028, 1, 12)),
    });
}

fn kept() -> Kept {
    let gate = gate(&GateInputs {
        findings: &[],
        unchecked: &[],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: true,
        advisories: Some(AdvisoryData { as_of: Some(DAY) }),
        day: DAY,
    });
    Kept {
        files: BTreeMap::from([(FILE.to_owned(), FileState { sha256: Sha256::of(b"pdf") })]),
        sbom: Some(SbomState {
            format: "CycloneDX 1.6".to_owned(),
            components: 3,
            lists_top_level_dependencies: true,
        }),
        gate: Some(gate),
        unresolved_findings: 0,
    }
}

fn stand(dossier: &Dossier, kept: &Kept) -> Vec<Standing> {
    let state = StateOfTheLaw::embedded();
    let verdict = assess(dossier, state, DAY);
    readiness(&Case { dossier, verdict: &verdict, state, kept, day: DAY })
}

fn late(dossier: &Dossier, kept: &Kept) -> Vec<&'static str> {
    let late = |standing: &Standing| matches!(standing.state, StandingState::Late { .. });
    stand(dossier, kept)
        .iter()
        .filter(|standing| late(standing))
        .map(|standing| standing.obligation)
        .collect()
}

#[test]
fn a_complete_dossier_owes_nothing_more() {
    let standings = stand(&complete(), &kept());
    let owed: Vec<&Standing> = standings
        .iter()
        .filter(|standing| matches!(standing.state, StandingState::Open { .. } | StandingState::Late { .. }))
        .collect();
    assert!(owed.is_empty(), "{owed:#?}");
    assert!(next_steps(&standings).is_empty());
    assert_eq!(contradictions(&complete(), StateOfTheLaw::embedded()), []);
}

#[test]
fn each_piece_taken_away_makes_its_obligations_late() {
    type Change = fn(&mut Dossier);
    let pieces: Vec<(Change, &[&str])> = vec![
        (|dossier| dossier.risk_assessment.covers_use = false, &["art13-3"]),
        (
            |dossier| dossier.contact.disclosure_policy = None,
            &["art13-8e", "II.5", "annex-II-2", "annex-VII-2"],
        ),
        (|dossier| dossier.contact.reaches_a_person = None, &["art13-17", "annex-II-2"]),
        (|dossier| dossier.operator.email = text(" "), &["art13-16", "annex-II-1", "annex-V-2"]),
        (|dossier| dossier.support_period.ends_on = Some(date(2033, 1, 13)), &["art13-8c"]),
        (|dossier| dossier.instructions.languages.clear(), &["art13-18"]),
        (|dossier| dossier.technical_documentation.test_reports.clear(), &["art31-1", "II.3", "annex-VII-6"]),
        (
            |dossier| dossier.conformity.procedure = Some(Procedure::Certification),
            &["art13-12", "art29", "art30-3", "art32-1", "annex-VII-9"],
        ),
        (
            |dossier| dossier.conformity.ce_marking_on = None,
            &["art13-12", "art29", "art30-1-software", "art30-3"],
        ),
        (
            |dossier| dossier.conformity.signatory = None,
            &[
                "art13-12",
                "art28-1",
                "art28-2",
                "art28-4",
                "annex-V-3",
                "annex-V-5",
                "annex-V-8",
                "annex-VII-7",
            ],
        ),
        (|dossier| dossier.supply_chain.record.clear(), &["art23-2"]),
        (
            |dossier| dossier.product.meant_for_integration = Some(true),
            &["art13-18", "annex-II-8", "annex-VII-1"],
        ),
    ];
    for (take_away, expected) in pieces {
        let mut dossier = complete();
        take_away(&mut dossier);
        assert_eq!(late(&dossier, &kept()), sorted_by_register(expected));
    }
}

fn sorted_by_register(ids: &[&'static str]) -> Vec<&'static str> {
    let all = proofmark_law::OBLIGATIONS.iter().map(|obligation| obligation.id);
    all.filter(|id| ids.contains(id)).collect()
}

#[test]
fn documents_may_be_words_or_links_but_an_absent_file_is_absent() {
    let with = |entry: &str| {
        let mut dossier = complete();
        dossier.technical_documentation.production = vec![entry.to_owned()];
        late(&dossier, &kept())
    };
    assert_eq!(with("Each build is signed and checked."), Vec::<&str>::new());
    assert_eq!(with("https://example.org/production"), Vec::<&str>::new());
    for absent in ["production.md", "docs/production", "our production.pdf", ""] {
        assert_eq!(with(absent), sorted_by_register(&["art13-14", "annex-VII-2"]), "{absent}");
    }
}

#[test]
fn without_the_file_nothing_that_rests_on_it_is_shown() {
    let standings = stand(&complete(), &Kept { files: BTreeMap::new(), ..kept() });
    let requirements = standings.iter().filter(|standing| {
        standing.obligation.starts_with('I') && matches!(standing.state, StandingState::Late { .. })
    });
    assert_eq!(requirements.count(), PART_I.len() + PART_II.len());
    let steps = next_steps(&standings);
    let kinds: Vec<EvidenceKind> = steps.iter().take(2).map(|step| step.kind).collect();
    assert_eq!(kinds, [EvidenceKind::RiskAssessment, EvidenceKind::RequirementDecision]);
    assert!(steps.iter().all(|step| step.late && step.by == date(2028, 1, 15)));
}

#[test]
fn a_gate_that_was_not_asked_shows_nothing() {
    let shut = Kept { gate: None, ..kept() };
    assert_eq!(
        late(&complete(), &shut),
        sorted_by_register(&["art13-1", "art13-5", "art13-8a", "I.2.a", "II.2"])
    );
}

//! Every contradiction is found, at its place, with its weight, all at once.

use jiff::civil::date;
use proofmark_facts::{
    AuthorisedRepresentative, CategoryRelation, ConsideredCategory, DecisionStatus, DeclaredClass,
    DeclaredEvidence, Dossier, Person, Problem, Procedure, RequirementDecision, Signatory,
    VulnerabilityDecision, Weight,
};
use proofmark_law::{MOST_PROBLEMS, StateOfTheLaw, contradictions};

use crate::a_product::{a_product, free_software_with, of_category, state_with, with};

fn found(dossier: &Dossier) -> Vec<Problem> {
    contradictions(dossier, StateOfTheLaw::embedded())
}

fn only(dossier: &Dossier) -> (&'static str, String, Weight) {
    let problems = found(dossier);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let problem = &problems[0];
    assert!(problem.says.hint().is_some(), "{} has no hint", problem.says.id());
    (problem.says.id(), problem.place.path.clone().unwrap(), problem.weight)
}

fn decision(requirement: &str, applies: bool, because: Option<&str>) -> RequirementDecision {
    RequirementDecision {
        requirement: requirement.to_owned(),
        applies,
        implemented_by: None,
        not_applicable_because: because.map(str::to_owned),
        evidence: Vec::new(),
    }
}

fn requirements(decisions: Vec<RequirementDecision>) -> Dossier {
    with(|dossier| dossier.requirements = decisions)
}

fn signed(signed_on: i8, completed_on: Option<i8>, placed_on: i8) -> Dossier {
    with(|dossier| {
        dossier.conformity.completed_on = completed_on.map(|day| date(2028, 3, day));
        dossier.release.placed_on_the_market_on = Some(date(2028, 3, placed_on));
        dossier.conformity.signatory = Some(Signatory {
            name: "A. Person".to_owned(),
            function: None,
            place: None,
            signed_on: Some(date(2028, 3, signed_on)),
        });
    })
}

#[test]
fn a_plain_product_contradicts_nothing() {
    assert_eq!(found(&a_product()), []);
    assert_eq!(found(&signed(10, Some(10), 10)), []);
}

type Row = (&'static str, &'static str, Weight, Dossier);

fn hold(rows: Vec<Row>) {
    for (code, path, weight, dossier) in rows {
        assert_eq!(only(&dossier), (code, path.to_owned(), weight));
    }
}

#[test]
fn contradictions_about_roles_and_product_stand_at_their_place() {
    use Weight::{Error, Warning};
    let mut steward = free_software_with(|free| free.sustained_support = Some(true));
    steward.conformity.ce_marking_on = Some("the website".to_owned());
    let mut natural = free_software_with(|free| free.sustained_support = Some(true));
    natural.operator.person = Some(Person::Natural);
    let mut declared = of_category("III.I.11");
    declared.product.declared_class = Some(DeclaredClass::ImportantII);
    let mut closed = of_category("III.I.11");
    closed.conformity.procedure = Some(Procedure::InternalControl);
    let mut own = of_category("III.I.11");
    own.product.considered_categories = vec![ConsideredCategory {
        category: "III.I.11".to_owned(),
        relation: CategoryRelation::FallsShort,
        because: "small".to_owned(),
        against: None,
        kind: None,
    }];
    let ends_before = with(|dossier| {
        dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1));
        dossier.support_period.ends_on = Some(date(2027, 12, 31));
    });
    let abroad = with(|dossier| {
        dossier.operator.authorised_representative = Some(AuthorisedRepresentative {
            name: "Rep".to_owned(),
            postal_address: None,
            established_in: Some("CH".parse().unwrap()),
            mandate: None,
            tasks: Vec::new(),
        });
    });
    hold(vec![
        ("law-contradiction-class", "product.declared_class", Error, declared),
        (
            "law-contradiction-unknown-category-near",
            "product.core_functionality.category",
            Error,
            of_category("III.I.2O"),
        ),
        ("law-contradiction-own-category", "product.considered_categories[0].category", Error, own),
        ("law-contradiction-procedure-closed", "conformity.procedure", Error, closed),
        ("law-contradiction-steward-ce", "conformity.ce_marking_on", Error, steward),
        ("law-contradiction-natural-steward", "free_software.sustained_support", Warning, natural),
        ("law-contradiction-support-ends-before", "support_period.ends_on", Error, ends_before),
        (
            "law-contradiction-representative-outside",
            "operator.authorised_representative.established_in",
            Error,
            abroad,
        ),
    ]);
}

#[test]
fn contradictions_about_requirements_and_documents_stand_at_their_place() {
    use Weight::{Error, Warning};
    hold(vec![
        (
            "law-contradiction-unknown-requirement",
            "requirements.\"I.2.n\"",
            Error,
            requirements(vec![decision("I.2.n", true, None)]),
        ),
        (
            "law-contradiction-requirement-twice",
            "requirements[1]",
            Error,
            requirements(vec![decision("I.2.b", true, None), decision("I.2.b", true, None)]),
        ),
        (
            "law-contradiction-always-applies",
            "requirements.\"II.3\".applies",
            Error,
            requirements(vec![decision("II.3", false, Some("too dear"))]),
        ),
        (
            "law-contradiction-always-applies",
            "requirements.\"I.1\".applies",
            Error,
            requirements(vec![decision("I.1", false, Some("too dear"))]),
        ),
        (
            "law-contradiction-not-justified",
            "requirements.\"I.2.m\".not_applicable_because",
            Error,
            requirements(vec![decision("I.2.m", false, Some("  "))]),
        ),
        (
            "law-contradiction-signed-too-early",
            "conformity.signatory.signed_on",
            Error,
            signed(1, Some(2), 3),
        ),
        ("law-contradiction-signed-too-late", "conformity.signatory.signed_on", Error, signed(3, Some(1), 2)),
        ("law-contradiction-signed-not-completed", "conformity.completed_on", Warning, signed(1, None, 2)),
        (
            "law-contradiction-only-automated",
            "contact.reaches_a_person",
            Error,
            with(|dossier| dossier.contact.reaches_a_person = Some(false)),
        ),
        (
            "law-contradiction-not-a-member-state",
            "release.member_states[0]",
            Error,
            with(|dossier| dossier.release.member_states = vec!["NO".parse().unwrap()]),
        ),
        (
            "law-contradiction-unknown-obligation-near",
            "evidence[0].shows[0]",
            Warning,
            with(|dossier| {
                dossier.evidence = vec![DeclaredEvidence {
                    file: "log.md".to_owned(),
                    shows: vec!["art-13-7".to_owned()],
                    says: None,
                    observed_on: None,
                    stale_after: None,
                }];
            }),
        ),
    ]);
}

#[test]
fn a_closed_procedure_names_the_state_and_what_is_open() {
    let mut dossier = of_category("III.I.11");
    dossier.conformity.procedure = Some(Procedure::InternalControl);
    let problem = &found(&dossier)[0];
    assert!(problem.says.to_string().contains("2026-11-21"));
    assert_eq!(problem.says.hint().unwrap(), "Open procedures: B+C, H.");
}

#[test]
fn the_same_vulnerability_is_decided_once() {
    let decision = VulnerabilityDecision {
        vulnerability: "CVE-2028-1".to_owned(),
        component: "pkg:cargo/left@1.0.0".to_owned(),
        status: DecisionStatus::Fixed,
        ..VulnerabilityDecision::default()
    };
    let dossier = with(|dossier| dossier.vulnerability_decisions = vec![decision.clone(), decision]);
    assert_eq!(only(&dossier).0, "law-contradiction-decided-twice");
}

#[test]
fn activities_that_exclude_each_other_are_named_together_with_the_rest() {
    let dossier = with(|dossier| {
        dossier.operator.activity.only_intermediary = Some(true);
        dossier.operator.activity.distributes_unchanged = Some(true);
        dossier.operator.activity.substantially_modifies = Some(true);
        dossier.requirements = vec![decision("X", true, None)];
    });
    let codes: Vec<&str> = found(&dossier).iter().map(|problem| problem.says.id()).collect();
    assert_eq!(
        codes,
        [
            "law-contradiction-intermediary",
            "law-contradiction-distributes-modified",
            "law-contradiction-unknown-requirement"
        ]
    );
}

#[test]
fn a_minimum_support_period_set_by_an_act_is_pointed_out() {
    let state =
        state_with("[[minimum_support_period]]\nact = \"an act\"\nproducts = \"routers\"\nyears = 8\n");
    let dossier = with(|dossier| {
        dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1));
        dossier.support_period.ends_on = Some(date(2033, 12, 31));
    });
    let codes: Vec<&str> = contradictions(&dossier, &state).iter().map(|problem| problem.says.id()).collect();
    assert_eq!(codes, ["law-contradiction-minimum-support"]);
    assert_eq!(found(&dossier), []);
}

#[test]
fn the_list_ends_somewhere() {
    let endless = requirements((0..1_000).map(|_| decision("X", true, None)).collect());
    assert_eq!(found(&endless).len(), MOST_PROBLEMS);
}

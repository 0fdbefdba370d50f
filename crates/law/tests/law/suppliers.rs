//! Importers and distributors: a complete check lets the product pass, and each piece taken away shows where it belongs.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proofmark_facts::{CheckedPoint, DeclaredEvidence, Dossier, Sha256, SupplierCheck};
use proofmark_law::{
    CheckPointState, FileState, Kept, Role, Standing, StandingState, StateOfTheLaw, SupplierCheckOutcome,
    SupplierCheckVerdict, Verification, assess, contradictions, next_steps, supplier_check,
};
use proptest::prelude::*;

use crate::a_product::with;
use crate::standings::{owed, stand};

pub(crate) const DAY: Date = date(2028, 2, 1);
const FILE: &str = "checks/record.pdf";

fn seen() -> CheckedPoint {
    CheckedPoint { holds: Some(true), evidence: vec![FILE.to_owned()], says: None }
}

fn check() -> SupplierCheck {
    SupplierCheck {
        checked_by: Some("A. Person".to_owned()),
        checked_on: Some(date(2028, 1, 10)),
        covers: Some("batch 1".to_owned()),
        conformity_procedure: seen(),
        technical_documentation: seen(),
        ce_marking: seen(),
        declaration: seen(),
        user_information: seen(),
        user_information_language: seen(),
        product_identification: seen(),
        manufacturer_contact: seen(),
        support_period_end: seen(),
        importer_contact: seen(),
        documents_provided: seen(),
        importer_in_chain: Some(true),
        non_conformity_suspected: Some(false),
        significant_risk: Some(false),
        non_technical_risk: Some(false),
        vulnerability_known: Some(false),
        manufacturer_ceased: Some(false),
        manufacturer_informed_on: None,
        authority_informed_on: None,
        users_informed_on: None,
    }
}

/// A supplier's dossier with everything in place.
fn supplier(role: Role) -> Dossier {
    with(|dossier| {
        let activity = &mut dossier.operator.activity;
        activity.develops_or_has_developed = Some(false);
        activity.markets_under_own_name = Some(false);
        activity.substantially_modifies = Some(false);
        activity.places_third_country_brand = Some(role == Role::Importer);
        activity.distributes_unchanged = Some(role == Role::Distributor);
        dossier.operator.postal_address = Some("Musterweg 1".to_owned());
        dossier.operator.email = Some("hello@example.org".to_owned());
        dossier.release.placed_on_the_market_on = Some(date(2028, 1, 15));
        dossier.supply_chain.record = vec![FILE.to_owned()];
        dossier.supplier_check = Some(check());
        dossier.evidence = vec![DeclaredEvidence {
            file: FILE.to_owned(),
            shows: vec!["art19-6".to_owned()],
            says: None,
            observed_on: None,
            stale_after: None,
        }];
    })
}

fn kept() -> Kept {
    let file = FileState { sha256: Sha256::of(b"pdf") };
    Kept { files: BTreeMap::from([(FILE.to_owned(), file)]), ..Kept::default() }
}

fn answer(dossier: &Dossier, role: Role) -> SupplierCheckVerdict {
    supplier_check(dossier, role, DAY, Some(&kept().files)).unwrap()
}

fn late(standings: &[Standing]) -> Vec<&'static str> {
    owed(standings)
}

#[test]
fn a_complete_check_lets_the_product_pass_and_nothing_more_is_owed() {
    for role in [Role::Importer, Role::Distributor] {
        let dossier = supplier(role);
        let answer = answer(&dossier, role);
        assert_eq!(answer.outcome, SupplierCheckOutcome::May, "{answer:#?}");
        assert!(answer.must_follow.is_empty() && answer.reasons.is_empty());
        let standings = stand(&dossier, &kept(), DAY);
        assert_eq!(owed(&standings), Vec::<&str>::new(), "{standings:#?}");
        assert!(next_steps(&standings).is_empty());
        let state = StateOfTheLaw::embedded();
        assert_eq!(contradictions(&dossier, state), []);
        assert_eq!(assess(&dossier, state, DAY).supplier_check.unwrap().role, role);
    }
}

#[test]
fn each_piece_taken_away_opens_exactly_its_obligations() {
    type Change = fn(&mut Dossier, &mut SupplierCheck);
    let check_of =
        |role| if role == Role::Importer { vec!["art19-1", "art19-2"] } else { vec!["art20-1", "art20-2"] };
    let pieces: Vec<(Change, &[&str], &[&str])> = vec![
        (|_, check| check.ce_marking.holds = None, &["check"], &["check"]),
        (|_, check| check.declaration.holds = Some(false), &["check"], &["check"]),
        (|_, check| check.technical_documentation.evidence.clear(), &["check"], &[]),
        (|_, check| check.support_period_end.evidence = vec!["gone.jpg".to_owned()], &["check"], &["check"]),
        (|_, check| check.documents_provided.holds = None, &[], &["check"]),
        (|_, check| check.checked_by = Some(" ".to_owned()), &["check"], &["check"]),
        (|_, check| check.checked_on = Some(date(2028, 3, 1)), &["check"], &["check"]),
        (|_, check| check.importer_contact.holds = Some(false), &["check", "art19-4"], &["check"]),
        (|dossier, _| dossier.operator.email = None, &["art19-4"], &[]),
        (|dossier, _| dossier.evidence.clear(), &["art19-6"], &[]),
        (|dossier, _| dossier.supply_chain.record.clear(), &["art23-2"], &["art23-2"]),
        (|_, check| check.vulnerability_known = Some(true), &["art19-5"], &["art20-4"]),
        (|_, check| check.manufacturer_ceased = Some(true), &["art19-8"], &["art20-6"]),
        (|_, check| check.significant_risk = Some(true), &["art19-5"], &["art20-4"]),
    ];
    for (number, (take_away, importers, distributors)) in pieces.into_iter().enumerate() {
        for (role, expected) in [(Role::Importer, importers), (Role::Distributor, distributors)] {
            let mut dossier = supplier(role);
            let mut check = check();
            take_away(&mut dossier, &mut check);
            dossier.supplier_check = Some(check);
            let mut expected: Vec<&str> = expected
                .iter()
                .flat_map(|id| if *id == "check" { check_of(role) } else { vec![*id] })
                .collect();
            expected.sort_unstable();
            let mut found = late(&stand(&dossier, &kept(), DAY));
            found.sort_unstable();
            assert_eq!(found, expected, "piece {number} of {role:?}");
        }
    }
}

#[test]
fn a_manufacturers_duties_are_not_a_suppliers() {
    for role in [Role::Importer, Role::Distributor] {
        for standing in stand(&supplier(role), &kept(), DAY) {
            if !std::iter::once(&standing.owed_by).chain(&standing.also_owed_by).any(|owes| *owes == role) {
                let StandingState::NotApplicable { because } = &standing.state else {
                    panic!("{} is asked of {role:?}", standing.obligation);
                };
                assert_eq!(because.id(), "law-applies-other-role");
            }
        }
    }
}

#[test]
fn what_is_not_so_forbids_and_what_is_not_stated_leaves_open() {
    let outcome = |role, change: fn(&mut SupplierCheck)| {
        let mut dossier = supplier(role);
        let mut check = check();
        change(&mut check);
        dossier.supplier_check = Some(check);
        answer(&dossier, role).outcome
    };
    let open = |path: &str| SupplierCheckOutcome::CannotBeDecided { missing: vec![path.to_owned()] };
    for role in [Role::Importer, Role::Distributor] {
        let must_not = SupplierCheckOutcome::MustNot;
        assert_eq!(outcome(role, |check| check.ce_marking.holds = Some(false)), must_not);
        assert_eq!(outcome(role, |check| check.non_conformity_suspected = Some(true)), must_not);
        assert_eq!(
            outcome(role, |check| check.non_conformity_suspected = None),
            open("supplier_check.non_conformity_suspected")
        );
        assert_eq!(
            outcome(role, |check| check.declaration.holds = None),
            open("supplier_check.declaration.holds")
        );
        assert_eq!(outcome(role, |check| check.checked_on = None), open("supplier_check.checked_on"));
    }
    let unproven: fn(&mut SupplierCheck) = |check| check.ce_marking.evidence.clear();
    assert_eq!(outcome(Role::Importer, unproven), open("supplier_check.ce_marking.evidence"));
    assert_eq!(outcome(Role::Distributor, unproven), SupplierCheckOutcome::May);
}

#[test]
fn without_an_importer_a_distributor_looks_for_no_contact_of_one() {
    let mut dossier = supplier(Role::Distributor);
    let check = dossier.supplier_check.as_mut().unwrap();
    check.importer_in_chain = Some(false);
    check.importer_contact = CheckedPoint::default();
    let answer = answer(&dossier, Role::Distributor);
    assert_eq!(answer.outcome, SupplierCheckOutcome::May);
    let point = answer.points.iter().find(|point| point.point == "importer_contact").unwrap();
    assert_eq!(point.state, CheckPointState::NotApplicable);
    assert_eq!(point.reason.fact.as_deref(), Some("supplier_check.importer_in_chain"));
}

#[test]
fn knowledge_has_consequences_that_end_when_the_day_has_come() {
    let mut dossier = supplier(Role::Importer);
    dossier.release.placed_on_the_market_on = None;
    let check = dossier.supplier_check.as_mut().unwrap();
    check.significant_risk = Some(true);
    check.non_technical_risk = Some(true);
    check.manufacturer_informed_on = Some(DAY);
    check.authority_informed_on = Some(date(2028, 2, 2));
    let follow = answer(&dossier, Role::Importer).must_follow;
    let told: Vec<(&str, &str, bool)> =
        follow.iter().map(|one| (one.obligation, one.at, one.done_on.is_some())).collect();
    assert_eq!(
        told,
        [
            ("art19-3", "supplier_check.manufacturer_informed_on", true),
            ("art19-3", "supplier_check.authority_informed_on", false),
            ("art19-3", "supplier_check.authority_informed_on", false),
        ]
    );
    assert!(follow.iter().all(|one| one.reason.row == "IMP-03" && one.reason.legal_review.is_none()));
}

#[test]
fn roles_without_a_checklist_have_none_and_are_told_when_one_is_declared() {
    for role in [Role::Manufacturer, Role::AuthorisedRepresentative, Role::Steward, Role::None] {
        assert_eq!(supplier_check(&supplier(Role::Importer), role, DAY, None), None);
    }
    let maker = with(|dossier| dossier.supplier_check = Some(check()));
    let problems = contradictions(&maker, StateOfTheLaw::embedded());
    assert_eq!(problems[0].says.id(), "duties-contradiction-check-of-other-role");
    let mut after = supplier(Role::Importer);
    after.supplier_check.as_mut().unwrap().checked_on = Some(date(2028, 1, 16));
    let problems = contradictions(&after, StateOfTheLaw::embedded());
    assert_eq!(problems[0].says.id(), "duties-contradiction-checked-after-placing");
}

#[test]
fn who_is_made_a_manufacturer_owes_a_manufacturers_duties() {
    type Change = fn(&mut Dossier);
    let changes: [Change; 2] = [
        |dossier| dossier.operator.activity.markets_under_own_name = Some(true),
        |dossier| dossier.operator.activity.substantially_modifies = Some(true),
    ];
    for role in [Role::Importer, Role::Distributor] {
        for change in changes {
            let mut dossier = supplier(role);
            dossier.operator.activity.distributes_unchanged = Some(false);
            dossier.operator.activity.places_third_country_brand = Some(true);
            change(&mut dossier);
            let owed = owed(&stand(&dossier, &kept(), DAY));
            assert!(owed.contains(&"art13-1") && owed.contains(&"II.5"), "{owed:?}");
            assert!(!owed.iter().any(|id| id.starts_with("art19") || id.starts_with("art20")));
            assert_eq!(assess(&dossier, StateOfTheLaw::embedded(), DAY).supplier_check, None);
        }
    }
}

#[test]
fn every_point_names_its_fact_its_article_and_its_row() {
    for (role, row, article, count) in
        [(Role::Importer, "IMP-", "Article 19(", 10), (Role::Distributor, "DIS-", "Article 20(", 9)]
    {
        let points = answer(&supplier(role), role).points;
        assert_eq!(points.len(), count, "{role:?}");
        for point in points {
            assert!(point.reason.row.starts_with(row) && point.reason.verified == [Verification::Primary]);
            assert!(point.reason.cites.to_string().starts_with(article), "{}", point.reason.cites);
            assert!(point.reason.fact.is_some());
        }
    }
}

proptest! {
    #[test]
    fn only_a_check_that_says_yes_everywhere_lets_pass(
        holds in prop::array::uniform11(prop::option::of(any::<bool>())),
        doubts in prop::array::uniform2(prop::option::of(any::<bool>())),
    ) {
        for role in [Role::Importer, Role::Distributor] {
            let mut check = check();
            for (point, holds) in [
                &mut check.conformity_procedure, &mut check.technical_documentation, &mut check.ce_marking,
                &mut check.declaration, &mut check.user_information, &mut check.user_information_language,
                &mut check.product_identification, &mut check.manufacturer_contact,
                &mut check.support_period_end, &mut check.importer_contact, &mut check.documents_provided,
            ].into_iter().zip(holds) {
                point.holds = holds;
            }
            [check.non_conformity_suspected, check.significant_risk] = doubts;
            let mut dossier = supplier(role);
            dossier.supplier_check = Some(check);
            let answer = answer(&dossier, role);
            let good = answer.points.iter().all(|point| point.state == CheckPointState::Met);
            let may = good && doubts[0] == Some(false) && doubts[1].is_some();
            prop_assert_eq!(answer.outcome == SupplierCheckOutcome::May, may);
            let denied = answer.points.iter().any(|point| point.state == CheckPointState::NotMet);
            prop_assert_eq!(
                answer.outcome == SupplierCheckOutcome::MustNot,
                denied || doubts[0] == Some(true)
            );
            if let SupplierCheckOutcome::CannotBeDecided { missing } = &answer.outcome {
                prop_assert!(!missing.is_empty());
            }
        }
    }
}

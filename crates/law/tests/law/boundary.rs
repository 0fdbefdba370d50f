//! Section 2.5 of the reference: modules, variants, systems, and units placed after the support period.

use jiff::civil::date;
use proofmark_facts::{Dossier, Module, Variant};
use proofmark_law::{Class, ClassOutcome, ModuleOutcome, VariantOutcome};

use crate::a_product::{a_product, core, today, with};

fn module(sold_separately: Option<bool>, category: Option<&str>) -> Dossier {
    with(|dossier| {
        dossier.product.modules = vec![Module {
            name: "VPN".to_owned(),
            sold_separately,
            core_functionality: Some(core(category)),
        }];
    })
}

fn variant(change: impl FnOnce(&mut Variant)) -> Dossier {
    let mut variant = Variant { name: "L".to_owned(), ..Variant::default() };
    change(&mut variant);
    with(|dossier| dossier.product.variants = vec![variant])
}

fn shares_all(variant: &mut Variant) {
    variant.shares_architecture = Some(true);
    variant.shares_security_design = Some(true);
    variant.shares_purpose = Some(true);
    variant.shares_risks = Some(true);
}

#[test]
fn a_module_sold_alone_is_a_product_with_a_class_of_its_own() {
    let verdict = today(&module(Some(true), Some("III.I.5")));
    let found = &verdict.boundary.modules[0];
    assert_eq!(found.outcome, ModuleOutcome::ProductOfItsOwn);
    assert_eq!(found.class.as_ref().unwrap().class(), Some(Class::ImportantI));
    assert_eq!(verdict.class.class(), Some(Class::Default), "the product keeps its own class");
    let facts: Vec<_> =
        found.class.as_ref().unwrap().reasons.iter().filter_map(|one| one.fact.as_deref()).collect();
    assert_eq!(facts, ["product.modules[0].core_functionality.category"]);
    assert_eq!(found.reasons[0].row, "PLM-05");
}

#[test]
fn a_module_inside_the_product_has_no_class_and_silence_is_asked_about() {
    let inside = today(&module(Some(false), Some("III.I.5")));
    assert_eq!(inside.boundary.modules[0].outcome, ModuleOutcome::PartOfTheProduct);
    assert_eq!(inside.boundary.modules[0].class, None);
    let silent = today(&module(None, Some("III.I.5")));
    assert_eq!(
        silent.boundary.modules[0].outcome,
        ModuleOutcome::Undetermined { missing: vec!["product.modules[0].sold_separately".to_owned()] }
    );
}

#[test]
fn an_own_module_without_core_functionality_asks_for_its_own() {
    let mut dossier = module(Some(true), None);
    dossier.product.modules[0].core_functionality = None;
    let verdict = today(&dossier);
    assert_eq!(
        verdict.boundary.modules[0].class.as_ref().unwrap().outcome,
        ClassOutcome::Undetermined { missing: vec!["product.modules[0].core_functionality".to_owned()] }
    );
}

#[test]
fn variants_share_documentation_only_when_they_share_all_four() {
    let outcome = |dossier: &Dossier| today(dossier).boundary.variants[0].outcome.clone();
    assert_eq!(outcome(&variant(shares_all)), VariantOutcome::SharesDocumentation);
    let denials: [fn(&mut Variant); 4] = [
        |variant| variant.shares_architecture = Some(false),
        |variant| variant.shares_security_design = Some(false),
        |variant| variant.shares_purpose = Some(false),
        |variant| variant.shares_risks = Some(false),
    ];
    for deny in denials {
        let denied = variant(|variant| {
            shares_all(variant);
            deny(variant);
        });
        assert_eq!(outcome(&denied), VariantOutcome::DistinctProduct);
    }
    let open = variant(|variant| {
        shares_all(variant);
        variant.shares_risks = None;
    });
    assert_eq!(
        outcome(&open),
        VariantOutcome::Undetermined { missing: vec!["product.variants[0].shares_risks".to_owned()] }
    );
}

#[test]
fn a_variant_that_differs_is_no_copy_even_where_it_shares_documentation() {
    let differs = variant(|variant| {
        shares_all(variant);
        variant.differs_in_components = Some(true);
    });
    let verdict = today(&differs);
    let rows: Vec<&str> = verdict.boundary.variants[0].reasons.iter().map(|reason| reason.row).collect();
    assert_eq!(rows, ["TRN-09", "PLM-06"]);
}

#[test]
fn what_is_not_said_of_the_boundary_is_not_answered() {
    assert!(today(&a_product()).boundary == today(&variant(|_| {})).boundary);
    let json = serde_json::to_value(today(&a_product())).unwrap();
    assert!(
        json.get("boundary").is_none() && json.get("tailor_made").is_none() && json.get("editions").is_none()
    );
}

#[test]
fn systems_late_units_and_the_absence_of_remote_services_are_said() {
    let rows = |dossier: &Dossier| -> Vec<&str> {
        today(dossier).boundary.reasons.iter().map(|reason| reason.row).collect()
    };
    assert_eq!(rows(&with(|dossier| dossier.product.complex_system = Some(true))), ["PLM-04"]);
    let ended = |day| with(|dossier| dossier.support_period.ends_on = Some(day));
    assert_eq!(rows(&ended(date(2026, 11, 20))), ["PLM-08"]);
    assert!(rows(&ended(date(2026, 11, 21))).is_empty(), "the last day still belongs to the period");
    assert_eq!(rows(&with(|dossier| dossier.product.uses_remote_services = Some(false))), ["RDP-10"]);
    assert!(rows(&a_product()).is_empty(), "silence is not `none`");
}

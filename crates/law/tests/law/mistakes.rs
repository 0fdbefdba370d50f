//! Section 13 of the reference: where popular posts get the law wrong, this room must not.

use jiff::civil::date;
use proofmark_facts::{
    Application, AppliedStandard, CategoryRelation, ConsideredCategory, NotifiedBody, Procedure, ProductKind,
    RemoteService, UnionAct,
};
use proofmark_law::{
    Bound, Class, OBLIGATIONS, Role, ScopeOutcome, StateOfTheLaw, categories, contradictions,
};

use crate::a_product::{a_product, core, free_software, free_software_with, of_category, today, with};

fn codes(dossier: &proofmark_facts::Dossier) -> Vec<&'static str> {
    contradictions(dossier, StateOfTheLaw::embedded()).iter().map(|problem| problem.says.id()).collect()
}

#[test]
fn err_03_operating_systems_pki_and_routers_are_class_i() {
    for id in ["III.I.11", "III.I.9", "III.I.12"] {
        assert_eq!(today(&of_category(id)).class.class(), Some(Class::ImportantI));
    }
    let industrial = categories().filter(|category| {
        category.class == Class::ImportantII && category.title.contains("industrial automation")
    });
    assert_eq!(industrial.count(), 0);
}

#[test]
fn err_04_integration_alone_never_makes_a_product_important() {
    for category in categories() {
        let dossier = with(|dossier| {
            dossier.product.core_functionality = Some(core(None));
            dossier.product.considered_categories = vec![ConsideredCategory {
                category: category.id.to_owned(),
                relation: CategoryRelation::IntegratedOnly,
                because: "it is a component".to_owned(),
                against: None,
                kind: None,
            }];
        });
        assert_eq!(today(&dossier).class.class(), Some(Class::Default), "{}", category.id);
    }
}

#[test]
fn err_05_critical_products_need_no_certification_today() {
    let routes = today(&of_category("IV.1")).routes;
    assert!(!routes.is_open(Procedure::Certification));
    assert!(routes.is_open(Procedure::TypeExamination) && routes.is_open(Procedure::FullQualityAssurance));
}

#[test]
fn err_06_class_i_cannot_self_assess_today() {
    for category in categories().filter(|category| category.class == Class::ImportantI) {
        let routes = today(&of_category(category.id)).routes;
        assert!(!routes.is_open(Procedure::InternalControl), "{}", category.id);
    }
}

#[test]
fn err_07_class_ii_cannot_self_assess_by_standards_under_any_state() {
    let state = crate::a_product::state_citing("ETSI EN 304 636");
    let mut firewall = of_category("III.II.2");
    firewall.conformity.standards = vec![AppliedStandard {
        reference: "ETSI EN 304 636".to_owned(),
        applied: Application::InFull,
        parts: None,
        covers_core_functionality: None,
        restrictions: None,
    }];
    let verdict = proofmark_law::assess(&firewall, &state, date(2028, 1, 1));
    assert!(!verdict.routes.is_open(Procedure::InternalControl));
}

#[test]
fn err_08_the_notified_bodys_number_goes_with_module_h_only() {
    let numbered: Vec<Procedure> = proofmark_law::MODULES
        .iter()
        .filter(|module| module.number_beside_the_ce_marking)
        .map(|module| module.procedure)
        .collect();
    assert_eq!(numbered, [Procedure::FullQualityAssurance]);
    let dossier = with(|dossier| {
        dossier.conformity.procedure = Some(Procedure::InternalControl);
        dossier.conformity.notified_body =
            Some(NotifiedBody { name: "Body".to_owned(), number: "0000".to_owned(), certificate: None });
    });
    assert_eq!(codes(&dossier), ["law-contradiction-notified-body"]);
}

#[test]
fn err_09_the_sbom_need_not_be_public_nor_in_a_named_format() {
    let asks = |id: &str| proofmark_law::obligation(id).unwrap().asks;
    assert!(asks("II.1").contains("top-level"));
    for obligation in OBLIGATIONS {
        assert!(!obligation.asks.contains("CycloneDX") && !obligation.asks.contains("SPDX"));
    }
    assert_eq!(StateOfTheLaw::embedded().sbom_format_act, None);
}

#[test]
fn err_10_five_years_are_a_floor_and_no_default() {
    let supported = |ends_on, years| {
        with(|dossier| {
            dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1));
            dossier.support_period.ends_on = Some(ends_on);
            dossier.support_period.expected_use_years = Some(years);
        })
    };
    assert_eq!(
        codes(&supported(date(2032, 12, 31), 10)),
        ["law-contradiction-support-shorter-than-use"],
        "five years for ten years of use is doubtful"
    );
    assert_eq!(codes(&supported(date(2032, 12, 30), 10)), ["law-contradiction-support-too-short"]);
    assert_eq!(codes(&supported(date(2037, 12, 31), 10)), Vec::<&str>::new());
    assert_eq!(codes(&supported(date(2029, 12, 31), 2)), Vec::<&str>::new(), "shorter use, shorter period");
    assert_eq!(codes(&supported(date(2029, 12, 30), 2)), ["law-contradiction-support-too-short"]);
}

#[test]
fn err_11_open_source_is_neither_all_exempt_nor_all_covered() {
    assert_eq!(today(&free_software()).scope.outcome, ScopeOutcome::NotOnTheMarket);
    let mut paid = free_software();
    paid.scope.supply.price = Some(true);
    assert_eq!(today(&paid).scope.outcome, ScopeOutcome::InScope);
}

#[test]
fn err_12_stewards_are_not_bound_before_full_application() {
    let verdict = today(&free_software_with(|free| free.sustained_support = Some(true)));
    assert_eq!(verdict.role.role(), Some(Role::Steward));
    assert!(verdict.calendar.iter().all(|date| date.bound == Bound::Later));
}

#[test]
fn err_15_legacy_products_report_already() {
    let old = with(|dossier| dossier.release.placed_on_the_market_on = Some(date(2020, 1, 1)));
    assert_eq!(today(&old).calendar[0].bound, Bound::Already);
}

#[test]
fn err_16_new_units_of_an_old_model_are_not_grandfathered() {
    let old = with(|dossier| {
        dossier.product.kind = ProductKind::HardwareWithSoftware;
        dossier.release.placed_on_the_market_on = Some(date(2020, 1, 1));
    });
    assert!(today(&old).calendar.iter().any(|date| date.bound == Bound::Later));
}

#[test]
fn err_17_a_download_is_no_new_placing() {
    let old = with(|dossier| dossier.release.placed_on_the_market_on = Some(date(2020, 1, 1)));
    let verdict = today(&old);
    let rows: Vec<&str> =
        verdict.calendar.iter().flat_map(|date| &date.reasons).map(|reason| reason.row).collect();
    assert!(rows.contains(&"TRN-07"));
}

#[test]
fn err_18_pure_services_are_out_and_remote_data_processing_is_in() {
    let service = with(|dossier| dossier.product.kind = ProductKind::RemoteService);
    assert_eq!(today(&service).scope.outcome, ScopeOutcome::Out);
    let part = with(|dossier| {
        dossier.product.kind = ProductKind::RemoteService;
        dossier.remote_services = vec![RemoteService {
            name: "sync".to_owned(),
            developed_under_own_responsibility: Some(true),
            function_depends_on_it: Some(true),
            ..RemoteService::default()
        }];
    });
    assert_eq!(today(&part).scope.outcome, ScopeOutcome::PartOfAnotherProduct);
}

#[test]
fn err_23_an_authorised_representative_is_optional() {
    let abroad = with(|dossier| dossier.operator.established_in = Some("US".parse().unwrap()));
    let verdict = today(&abroad);
    assert_eq!(verdict.role.role(), Some(Role::Manufacturer));
    assert!(verdict.role.reasons.iter().any(|reason| reason.row == "ROL-10"));
    assert_eq!(codes(&abroad), Vec::<&str>::new());
}

#[test]
fn err_24_en_18031_and_iso_27001_give_no_presumption() {
    for reference in ["EN 18031-1:2024", "ISO/IEC 27001:2022", "ETSI EN 303 645"] {
        let mut router = of_category("III.I.12");
        router.conformity.standards = vec![AppliedStandard {
            reference: reference.to_owned(),
            applied: Application::InFull,
            parts: None,
            covers_core_functionality: None,
            restrictions: None,
        }];
        assert!(!today(&router).routes.is_open(Procedure::InternalControl), "{reference}");
    }
}

#[test]
fn err_25_only_products_the_other_act_applies_to_are_out() {
    assert_eq!(today(&a_product()).scope.outcome, ScopeOutcome::InScope);
    let certified = with(|dossier| dossier.scope.other_acts = vec![UnionAct::CertifiedAviation]);
    assert_eq!(today(&certified).scope.outcome, ScopeOutcome::Out);
}

#[test]
fn err_26_contributors_have_no_duties() {
    let verdict = today(&free_software_with(|free| free.under_own_responsibility = Some(false)));
    assert_eq!(verdict.role.role(), Some(Role::None));
    assert_eq!(verdict.scope.outcome, ScopeOutcome::NotOnTheMarket);
}

#[test]
fn err_31_distributors_do_not_report() {
    let distributor = with(|dossier| {
        let activity = &mut dossier.operator.activity;
        activity.develops_or_has_developed = Some(false);
        activity.markets_under_own_name = Some(false);
        activity.distributes_unchanged = Some(true);
        activity.substantially_modifies = Some(false);
    });
    let verdict = today(&distributor);
    assert_eq!(verdict.role.role(), Some(Role::Distributor));
    assert_eq!(verdict.calendar[0].bound, Bound::Not);
}

//! Section 2.1 of the reference: every row of the scope procedure, and the free software path below it.

use proofmark_facts::{
    DataConnection, Dossier, Person, ProductKind, RemoteService, SparePart, Supply, TestVersion, UnionAct,
};
use proofmark_law::{ScopeOutcome, ScopeVerdict, StateOfTheLaw, scope};

use crate::a_product::{a_product, free_software, free_software_with, state, with};

fn judge(dossier: &Dossier) -> ScopeVerdict {
    scope(dossier, StateOfTheLaw::embedded())
}

/// The outcome, and the row of the reason that decided.
fn outcome(dossier: &Dossier) -> (ScopeOutcome, &'static str) {
    let verdict = judge(dossier);
    let row = verdict.reasons.last().unwrap().row;
    (verdict.outcome, row)
}

fn missing(dossier: &Dossier) -> Vec<String> {
    match judge(dossier).outcome {
        ScopeOutcome::Undetermined { missing } => missing,
        other => panic!("expected missing facts, found {other:?}"),
    }
}

fn act(act: UnionAct) -> Dossier {
    with(|dossier| dossier.scope.other_acts = vec![act])
}

fn service(needed: Option<bool>, own: Option<bool>) -> Dossier {
    with(|dossier| {
        dossier.product.kind = ProductKind::RemoteService;
        dossier.remote_services = vec![RemoteService {
            name: "sync".to_owned(),
            developed_under_own_responsibility: own,
            function_depends_on_it: needed,
            ..RemoteService::default()
        }];
    })
}

#[test]
fn every_row_of_the_procedure_decides_where_it_should() {
    use ScopeOutcome::*;
    let spare = |identical, same, repair| {
        with(|dossier| {
            dossier.scope.spare_part = Some(SparePart {
                replaces_identical_component: Some(identical),
                same_specifications: Some(same),
                supplied_for_repair: Some(repair),
            });
        })
    };
    let test = |limited_period, visible_sign, safety_component| {
        with(|dossier| {
            dossier.scope.test_version = Some(TestVersion {
                limited_period: Some(limited_period),
                visible_sign: Some(visible_sign),
                safety_component: Some(safety_component),
                users_forced: None,
            });
        })
    };
    let rows = vec![
        ("SCP-01", with(|dossier| dossier.product.kind = ProductKind::NotElectronic), Out),
        ("SCP-03", service(Some(true), Some(true)), PartOfAnotherProduct),
        ("SCP-03", service(Some(true), Some(false)), Out),
        ("SCP-03", with(|dossier| dossier.product.kind = ProductKind::RemoteService), Out),
        ("SCP-04", with(|dossier| dossier.scope.data_connection = Some(DataConnection::None)), Out),
        ("SCP-05", act(UnionAct::MedicalDevices), Out),
        ("SCP-06", act(UnionAct::InVitroDiagnostics), Out),
        ("SCP-07", act(UnionAct::MotorVehicles), Out),
        ("SCP-08", act(UnionAct::TwoAndThreeWheelVehicles), Out),
        ("SCP-09", act(UnionAct::CertifiedAviation), Out),
        ("SCP-10", act(UnionAct::MarineEquipment), Out),
        ("SCP-12", spare(true, true, true), Out),
        ("SCP-18", spare(true, false, true), InScope),
        ("SCP-13", with(|dossier| dossier.scope.exclusively_national_security = Some(true)), Out),
        ("SCP-13", with(|dossier| dossier.scope.processes_classified_information = Some(true)), Out),
        ("SCP-14", with(|dossier| dossier.scope.only_shown_with_sign = Some(true)), AllowedWithoutConformity),
        ("SCP-15", test(true, true, false), AllowedWithoutConformity),
        ("SCP-18", test(true, true, true), InScope),
        ("SCP-18", test(true, false, false), InScope),
        (
            "SCP-16",
            with(|dossier| {
                dossier.scope.own_use_only = Some(true);
                dossier.scope.supply = Supply::default();
            }),
            NotOnTheMarket,
        ),
        ("SCP-18", with(|dossier| dossier.scope.supply.on_union_market = Some(false)), NotOnTheMarket),
        ("SCP-18", a_product(), InScope),
    ];
    for (row, dossier, expected) in rows {
        assert_eq!(outcome(&dossier), (expected, row), "{:#?}", judge(&dossier).reasons);
    }
}

#[test]
fn the_reasons_name_every_step_in_order_with_its_fact() {
    let rows: Vec<&str> = judge(&a_product()).reasons.iter().map(|reason| reason.row).collect();
    assert_eq!(
        rows,
        [
            "SCP-01", "SCP-02", "SCP-04", "SCP-05", "SCP-06", "SCP-07", "SCP-08", "SCP-09", "SCP-10",
            "SCP-11", "SCP-12", "SCP-13", "SCP-14", "SCP-15", "SCP-16", "SCP-17", "SCP-18", "SCP-18"
        ]
    );
    // Only SCP-11 turns on the state of the law instead of a declared fact.
    assert!(judge(&a_product()).reasons.iter().all(|reason| reason.fact.is_some() || reason.row == "SCP-11"));
}

#[test]
fn the_facts_that_bring_a_product_in_must_be_stated_and_all_gaps_are_named_at_once() {
    let bare = with(|dossier| {
        dossier.scope.data_connection = None;
        dossier.scope.supply = Supply::default();
    });
    assert_eq!(
        missing(&bare),
        [
            "scope.data_connection",
            "scope.supply.on_union_market",
            "scope.supply.price",
            "scope.supply.paid_support_beyond_cost",
            "scope.supply.monetised_otherwise",
            "scope.supply.personal_data_as_condition",
            "scope.supply.donations_for_profit",
            "scope.supply.course_of_business",
        ]
    );
    assert_eq!(missing(&service(None, None)).len(), 2);
    let medical = with(|dossier| {
        dossier.scope.data_connection = None;
        dossier.scope.other_acts = vec![UnionAct::MedicalDevices];
        dossier.scope.supply = Supply::default();
    });
    assert_eq!(scope(&medical, StateOfTheLaw::embedded()).outcome, ScopeOutcome::Out, "connected or not");
    let own = with(|dossier| {
        dossier.scope.data_connection = None;
        dossier.scope.own_use_only = Some(true);
        dossier.scope.supply = Supply::default();
    });
    assert_eq!(missing(&own), ["scope.data_connection"], "later questions would not be asked");
}

#[test]
fn every_sign_of_a_commercial_activity_is_enough_and_none_is_not_commercial() {
    let signs: [fn(&mut Supply) -> &mut Option<bool>; 6] = [
        |supply| &mut supply.price,
        |supply| &mut supply.paid_support_beyond_cost,
        |supply| &mut supply.monetised_otherwise,
        |supply| &mut supply.personal_data_as_condition,
        |supply| &mut supply.donations_for_profit,
        |supply| &mut supply.course_of_business,
    ];
    let none = with(|dossier| signs.iter().for_each(|sign| *sign(&mut dossier.scope.supply) = Some(false)));
    assert_eq!(outcome(&none), (ScopeOutcome::NotOnTheMarket, "SCP-18"));
    for sign in signs {
        let mut dossier = none.clone();
        *sign(&mut dossier.scope.supply) = Some(true);
        assert_eq!(outcome(&dossier), (ScopeOutcome::InScope, "SCP-18"));
    }
}

#[test]
fn an_exclusion_act_this_procedure_does_not_know_is_shown_for_review() {
    let state = state("exclusion_acts = [", "exclusion_acts = [\"Delegated Regulation (EU) 2027/1\", ");
    let verdict = scope(&a_product(), &state);
    let line = verdict.reasons.iter().find(|reason| reason.row == "SCP-11").unwrap();
    assert!(line.legal_review.is_some() && line.says.to_string().contains("2027/1"));
    assert_eq!(verdict.outcome, ScopeOutcome::InScope);
}

#[test]
fn every_row_of_the_free_software_path_leads_where_it_should() {
    use ScopeOutcome::*;
    let supply = |change: fn(&mut Supply)| {
        let mut dossier = free_software();
        change(&mut dossier.scope.supply);
        dossier
    };
    let natural_at_cost = {
        let mut dossier = free_software_with(|free| free.support_at_cost_only = Some(true));
        dossier.operator.person = Some(Person::Natural);
        dossier
    };
    let mut not_for_profit = free_software_with(|free| free.not_for_profit = Some(true));
    not_for_profit.scope.supply.monetised_otherwise = Some(true);
    let mut separate_services = free_software_with(|free| free.services_optional_and_separate = Some(true));
    separate_services.scope.supply.paid_support_beyond_cost = Some(true);
    let mut closed = free_software_with(|free| free.source_openly_shared = Some(false));
    closed.scope.supply.price = Some(true);
    let rows = vec![
        ("FOS-01", closed, InScope),
        ("FOS-02", free_software_with(|free| free.under_own_responsibility = Some(false)), NotOnTheMarket),
        ("FOS-03", supply(|supply| supply.price = Some(true)), InScope),
        ("FOS-04", supply(|supply| supply.monetised_otherwise = Some(true)), InScope),
        ("FOS-04", supply(|supply| supply.personal_data_as_condition = Some(true)), InScope),
        ("FOS-04", supply(|supply| supply.course_of_business = Some(true)), InScope),
        ("FOS-05", separate_services, NotOnTheMarket),
        ("FOS-06", natural_at_cost, NotOnTheMarket),
        ("FOS-07", free_software(), NotOnTheMarket),
        ("FOS-07", supply(|supply| supply.donations_for_profit = Some(true)), InScope),
        ("FOS-08", free_software_with(|free| free.donations_gate_access = Some(true)), InScope),
        ("FOS-10", not_for_profit, NotOnTheMarket),
    ];
    for (row, dossier, expected) in rows {
        let verdict = judge(&dossier);
        assert_eq!(verdict.outcome, expected, "{row}: {:#?}", verdict.reasons);
        assert!(verdict.reasons.iter().any(|reason| reason.row == row), "{row}: {:#?}", verdict.reasons);
    }
}

#[test]
fn doubtful_answers_on_free_software_ask_for_legal_review() {
    let mut donations = free_software();
    donations.scope.supply.donations_for_profit = Some(true);
    assert!(judge(&donations).reasons.iter().any(|reason| reason.legal_review.is_some()));
}

#[test]
fn missing_free_software_facts_are_asked_for() {
    assert_eq!(
        missing(&free_software_with(|free| free.freely_licensed = None)),
        ["free_software.freely_licensed"]
    );
    assert_eq!(
        missing(&free_software_with(|free| free.under_own_responsibility = None)),
        ["free_software.under_own_responsibility"]
    );
    let mut silent = free_software();
    silent.scope.supply.price = None;
    assert_eq!(missing(&silent), ["scope.supply.price"]);
}

//! Section 2.4 of the reference beyond the indicators: editions, components, hosts, services, donations, stewards.

use proofmark_facts::{Dossier, Edition, FreeSoftware, OtherRole, Person, PricedThing, StewardSupport};
use proofmark_law::{
    Extent, FreeSoftwareOutcome, Role, RoleOutcome, StateOfTheLaw, WhichEdition, contradictions, editions,
    free_software, role,
};

use crate::a_product::free_software_with;

fn path(change: impl FnOnce(&mut FreeSoftware)) -> (FreeSoftwareOutcome, Vec<&'static str>) {
    ended(&free_software_with(change))
}

fn ended(dossier: &Dossier) -> (FreeSoftwareOutcome, Vec<&'static str>) {
    let verdict = free_software(dossier);
    (verdict.outcome, verdict.reasons.iter().map(|reason| reason.row).collect())
}

fn open(dossier: &Dossier) -> Vec<String> {
    match free_software(dossier).outcome {
        FreeSoftwareOutcome::Undetermined { missing } => missing,
        other => panic!("expected an open answer, found {other:?}"),
    }
}

fn sold(change: impl FnOnce(&mut FreeSoftware)) -> Dossier {
    let mut dossier = free_software_with(change);
    dossier.scope.supply.price = Some(true);
    dossier
}

#[test]
fn every_row_is_named_where_it_speaks() {
    use FreeSoftwareOutcome::*;
    let rows = [
        ("FOS-09", path(|free| free.sponsored = Some(true)), NotCommercial),
        (
            "FOS-11",
            path(|free| {
                free.component_for_integration = Some(true);
                free.monetised_by_its_publisher = Some(false);
                free.monetised_downstream = Some(true);
            }),
            NotCommercial,
        ),
        (
            "FOS-11",
            path(|free| {
                free.component_for_integration = Some(true);
                free.monetised_by_its_publisher = Some(true);
            }),
            Commercial,
        ),
        ("FOS-11", path(|free| free.monetised_downstream = Some(true)), NotCommercial),
        ("FOS-12", path(|free| free.edition = Some(Edition::FreeBesidePaid)), NotCommercial),
        ("FOS-12", ended(&sold(|free| free.edition = Some(Edition::PaidBesideFree))), Commercial),
        (
            "FOS-13",
            path(|free| {
                free.only_hosts = Some(true);
                free.under_own_responsibility = None;
            }),
            Hosting,
        ),
        (
            "FOS-07",
            path(|free| {
                free.voluntary_donations = Some(true);
                free.donations_gate_access = None;
            }),
            NotCommercial,
        ),
        (
            "FOS-10",
            path(|free| {
                free.not_for_profit = Some(true);
                free.edition = Some(Edition::PaidBesideFree);
                free.voluntary_donations = Some(true);
            }),
            Undetermined { missing: vec!["free_software.edition".into(), "scope.supply.price".into()] },
        ),
    ];
    for (row, (outcome, found), expected) in rows {
        assert_eq!(outcome, expected, "{row}: {found:?}");
        // The last one contradicts itself before its row is reached.
        assert!(found.contains(&row) || row == "FOS-10", "{row}: {found:?}");
    }
}

#[test]
fn paid_services_count_unless_they_are_optional_and_separate() {
    let services = |separate| {
        let mut dossier = free_software_with(|free| free.services_optional_and_separate = separate);
        dossier.scope.supply.paid_support_beyond_cost = Some(true);
        dossier
    };
    assert_eq!(ended(&services(Some(true))).0, FreeSoftwareOutcome::NotCommercial);
    assert_eq!(ended(&services(Some(false))).0, FreeSoftwareOutcome::Commercial);
    assert_eq!(open(&services(None)), ["free_software.services_optional_and_separate"]);
}

#[test]
fn statements_that_contradict_each_other_are_problems_and_no_answer() {
    let mut at_cost = free_software_with(|free| free.support_at_cost_only = Some(true));
    at_cost.operator.person = Some(Person::Natural);
    at_cost.scope.supply.paid_support_beyond_cost = Some(true);
    let cases = vec![
        (sold(|free| free.edition = Some(Edition::FreeBesidePaid)), "free_software.edition"),
        (
            free_software_with(|free| {
                free.voluntary_donations = Some(true);
                free.donations_gate_access = Some(true);
            }),
            "free_software.voluntary_donations",
        ),
        (free_software_with(|free| free.only_hosts = Some(true)), "free_software.only_hosts"),
        (
            sold(|free| {
                free.component_for_integration = Some(true);
                free.monetised_by_its_publisher = Some(false);
            }),
            "free_software.monetised_by_its_publisher",
        ),
        (at_cost, "free_software.support_at_cost_only"),
    ];
    for (dossier, at) in cases {
        assert_eq!(open(&dossier)[0], at);
        let problems = contradictions(&dossier, StateOfTheLaw::embedded());
        let here: Vec<_> =
            problems.iter().filter(|problem| problem.place.path.as_deref() == Some(at)).collect();
        assert_eq!(here.len(), 1, "{at}: {problems:#?}");
    }
}

#[test]
fn two_editions_are_two_products_with_an_operator_each() {
    let both = |person, support| {
        let mut dossier = free_software_with(|free| {
            free.edition = Some(Edition::FreeBesidePaid);
            free.sustained_support = support;
        });
        dossier.operator.person = person;
        editions(&dossier)
    };
    let company = both(Some(Person::Legal), Some(true));
    assert_eq!(company[0].edition, WhichEdition::Paid);
    assert_eq!(company[0].role, RoleOutcome::Is(Role::Manufacturer));
    assert_eq!(company[1].role, RoleOutcome::Is(Role::Steward));
    assert_eq!(both(Some(Person::Natural), Some(true))[1].role, RoleOutcome::Is(Role::None));
    assert_eq!(
        both(None, Some(true))[1].role,
        RoleOutcome::Undetermined { missing: vec!["operator.person".to_owned()] }
    );
    assert!(editions(&free_software_with(|free| free.edition = Some(Edition::Only))).is_empty());
}

#[test]
fn a_steward_meets_every_element_and_affixes_no_marking() {
    let steward = |change: fn(&mut FreeSoftware)| {
        let mut dossier = free_software_with(|free| {
            free.sustained_support = Some(true);
            free.support_provided = vec![StewardSupport::Infrastructure];
            change(free);
        });
        dossier.operator.for_other_products = vec![OtherRole::Manufacturer];
        role(&dossier)
    };
    let whole = steward(|_| {});
    assert_eq!(whole.role(), Some(Role::Steward));
    assert_eq!(whole.extent, Some(Extent::WholeProduct));
    let rows: Vec<&str> = whole.reasons.iter().map(|reason| reason.row).collect();
    assert!(rows.ends_with(&["FOS-16", "FOS-17", "ROL-08"]), "{rows:?}");
    let denials: [fn(&mut FreeSoftware); 4] = [
        |free| free.sustained_support = Some(false),
        |free| free.systematic_support = Some(false),
        |free| free.intended_for_commercial_activities = Some(false),
        |free| free.ensures_viability = Some(false),
    ];
    for deny in denials {
        let nobody = steward(deny);
        assert_eq!(nobody.role(), Some(Role::None));
        assert_eq!(nobody.reasons.last().unwrap().row, "FOS-15");
    }
}

#[test]
fn whoever_sells_one_version_is_the_manufacturer_of_that_version() {
    for (thing, extent) in [
        (PricedThing::Software, Extent::WholeProduct),
        (PricedThing::Version, Extent::PaidVersion),
        (PricedThing::Binaries, Extent::PaidVersion),
        (PricedThing::Edition, Extent::PaidVersion),
    ] {
        let verdict = role(&sold(|free| free.price_is_for = Some(thing)));
        assert_eq!((verdict.role(), verdict.extent), (Some(Role::Manufacturer), Some(extent)));
    }
}

#[test]
fn a_host_has_no_role() {
    let verdict = role(&free_software_with(|free| {
        free.only_hosts = Some(true);
        free.under_own_responsibility = Some(false);
    }));
    assert_eq!((verdict.role(), verdict.extent), (Some(Role::None), None));
    assert_eq!(verdict.reasons.last().unwrap().row, "FOS-13");
}

#[test]
fn who_passes_free_software_on_is_judged_by_how() {
    let passed_on = |price| {
        let mut dossier = free_software_with(|free| free.under_own_responsibility = Some(false));
        let activity = &mut dossier.operator.activity;
        (activity.develops_or_has_developed, activity.markets_under_own_name) = (Some(false), Some(false));
        activity.distributes_unchanged = Some(true);
        dossier.scope.supply.price = Some(price);
        role(&dossier).role()
    };
    assert_eq!(passed_on(true), Some(Role::Distributor));
    assert_eq!(passed_on(false), Some(Role::None));
}

#[test]
fn no_human_being_is_a_not_for_profit_that_sells() {
    let outcome = |person, price| {
        let mut dossier = free_software_with(|free| free.not_for_profit = Some(true));
        dossier.operator.person = Some(person);
        dossier.scope.supply.price = Some(price);
        free_software(&dossier).outcome
    };
    let missing = vec!["operator.person".to_owned(), "free_software.not_for_profit".to_owned()];
    assert_eq!(outcome(Person::Natural, true), FreeSoftwareOutcome::Undetermined { missing });
    assert_eq!(outcome(Person::Natural, false), FreeSoftwareOutcome::NotCommercial);
    assert_eq!(outcome(Person::Legal, true), FreeSoftwareOutcome::NotCommercial);
}

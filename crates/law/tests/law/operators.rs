//! Section 4.1 of the reference beyond the plain roles: extent, marketplaces, borders, contradictions.

use proofmark_facts::{Activity, ChangeMaker, Determination, Dossier, Modification, Weight};
use proofmark_law::{Extent, Role, RoleOutcome, RoleVerdict, StateOfTheLaw, contradictions, role};

use crate::a_product::{a_product, with};

fn acting(country: &str, change: impl FnOnce(&mut Activity)) -> Dossier {
    with(|dossier| {
        dossier.operator.established_in = Some(country.parse().unwrap());
        dossier.operator.activity = Activity {
            markets_under_own_name: Some(false),
            substantially_modifies: Some(false),
            ..Activity::default()
        };
        change(&mut dossier.operator.activity);
    })
}

fn held(verdict: &RoleVerdict) -> (Option<Role>, Option<Extent>) {
    (verdict.role(), verdict.extent.clone())
}

#[test]
fn a_modifier_answers_for_the_part_or_for_the_whole() {
    let modifier = |whole| {
        let mut dossier = acting("DE", |activity| activity.substantially_modifies = Some(true));
        dossier.modification = Some(Modification { affects_whole_product: whole, ..Modification::default() });
        role(&dossier)
    };
    assert_eq!(held(&modifier(Some(true))), (Some(Role::Manufacturer), Some(Extent::WholeProduct)));
    assert_eq!(held(&modifier(Some(false))), (Some(Role::Manufacturer), Some(Extent::ModifiedPart)));
    let open = modifier(None);
    let path = "modification.affects_whole_product".to_owned();
    assert_eq!(open.extent, Some(Extent::Undetermined { missing: vec![path] }));
    assert_eq!(open.reasons.last().unwrap().cites.to_string(), "Article 22");
}

fn changed(made_by: Option<ChangeMaker>, states: Option<bool>, supplies: bool) -> Dossier {
    let mut dossier = acting("DE", |activity| {
        activity.substantially_modifies = states;
        activity.develops_or_has_developed = Some(false);
        activity.distributes_modified = supplies.then_some(true);
    });
    dossier.modification = Some(Modification {
        made_by,
        determination: Some(Determination::Substantial),
        affects_whole_product: Some(false),
        ..Modification::default()
    });
    dossier
}

#[test]
fn a_declared_change_that_stands_as_substantial_makes_its_maker_a_manufacturer() {
    let other = role(&changed(Some(ChangeMaker::Other), None, false));
    assert_eq!(held(&other), (Some(Role::Manufacturer), Some(Extent::ModifiedPart)));
    assert_eq!(other.reasons.last().unwrap().fact.as_deref(), Some("modification"));
    let unnamed = role(&changed(None, None, false));
    assert_eq!(unnamed.role(), Some(Role::Manufacturer));
    let distributor = role(&changed(Some(ChangeMaker::Distributor), None, true));
    assert_eq!(held(&distributor), (Some(Role::Manufacturer), Some(Extent::WholeProduct)));
    // What the first manufacturer changed makes nobody else one.
    let passed_on = role(&changed(Some(ChangeMaker::OriginalManufacturer), None, true));
    assert_eq!(passed_on.role(), None);
    let undecided = {
        let mut dossier = changed(Some(ChangeMaker::Other), None, false);
        dossier.modification.as_mut().unwrap().determination = None;
        role(&dossier)
    };
    assert_eq!(undecided.role(), None);
}

#[test]
fn a_modifier_who_denies_its_modification_has_no_safe_role() {
    let denied = changed(Some(ChangeMaker::Other), Some(false), false);
    let missing = vec!["operator.activity.substantially_modifies".to_owned(), "modification".to_owned()];
    assert_eq!(role(&denied).outcome, RoleOutcome::Undetermined { missing });
    let problems = contradictions(&denied, StateOfTheLaw::embedded());
    assert!(
        problems.iter().any(|one| {
            one.says.id() == "modification-problem-role-denied" && one.weight == Weight::Error
        })
    );
    let of_the_manufacturer = changed(Some(ChangeMaker::OriginalManufacturer), Some(false), true);
    assert_eq!(role(&of_the_manufacturer).role(), Some(Role::Distributor));
}

#[test]
fn a_supplier_who_modifies_answers_for_the_whole() {
    let distributor = role(&acting("DE", |activity| {
        activity.distributes_modified = Some(true);
        activity.substantially_modifies = Some(true);
    }));
    assert_eq!(held(&distributor), (Some(Role::Manufacturer), Some(Extent::WholeProduct)));
    assert_eq!(distributor.reasons.last().unwrap().cites.to_string(), "Article 21");
    let small = role(&acting("DE", |activity| activity.distributes_modified = Some(true)));
    assert_eq!(small.role(), Some(Role::Distributor));
    assert!(small.reasons.last().unwrap().legal_review.is_some(), "the law leaves a gap here");
    assert_eq!(held(&role(&a_product())), (Some(Role::Manufacturer), Some(Extent::WholeProduct)));
    let mandated = role(&acting("FR", |activity| activity.acts_under_written_mandate = Some(true)));
    assert_eq!(mandated.extent, Some(Extent::MandatedTasks));
}

#[test]
fn whoever_imports_from_outside_the_union_is_no_importer() {
    let outside = |passes_on| {
        role(&acting("CH", |activity| {
            activity.places_third_country_brand = Some(true);
            activity.distributes_unchanged = passes_on;
            activity.develops_or_has_developed = Some(false);
            activity.acts_under_written_mandate = Some(false);
            activity.only_intermediary = Some(false);
        }))
    };
    let distributor = outside(Some(true));
    assert_eq!(distributor.role(), Some(Role::Distributor));
    assert!(distributor.reasons.iter().any(|reason| reason.row == "ROL-02"));
    assert_eq!(outside(Some(false)).role(), Some(Role::None));
    assert!(matches!(outside(None).outcome, RoleOutcome::Undetermined { .. }));
}

type Case = (fn(&mut Activity), Role);

#[test]
fn a_marketplace_is_what_it_does_beside_it() {
    let market = |change: fn(&mut Activity)| {
        role(&acting("DE", |activity| {
            activity.develops_or_has_developed = Some(false);
            activity.places_third_country_brand = Some(false);
            activity.distributes_unchanged = Some(false);
            activity.acts_under_written_mandate = Some(false);
            activity.runs_marketplace = Some(true);
            change(activity);
        }))
    };
    let cases: [Case; 4] = [
        (|_| {}, Role::None),
        (|activity| activity.distributes_unchanged = Some(true), Role::Distributor),
        (
            |activity| {
                activity.distributes_unchanged = Some(true);
                activity.markets_under_own_name = Some(true);
            },
            Role::Manufacturer,
        ),
        (|activity| activity.provides_fulfilment = Some(true), Role::None),
    ];
    for (change, expected) in cases {
        let verdict = market(change);
        assert_eq!(verdict.role(), Some(expected), "{:#?}", verdict.reasons);
        assert!(verdict.reasons.iter().any(|reason| reason.row == "ROL-07"));
    }
    let fulfils = market(|activity| {
        activity.runs_marketplace = None;
        activity.provides_fulfilment = Some(true);
    });
    assert_eq!(fulfils.role(), Some(Role::None));
    assert!(fulfils.reasons.iter().any(|reason| reason.says.id() == "law-role-fulfilment"));
}

#[test]
fn statements_that_contradict_each_other_give_no_role() {
    let brand = {
        let mut dossier = acting("DE", |activity| activity.places_third_country_brand = Some(true));
        dossier.operator.brand_owner_established_in = Some("FR".parse().unwrap());
        dossier
    };
    let cases = [
        (
            acting("DE", |activity| {
                activity.only_intermediary = Some(true);
                activity.distributes_unchanged = Some(true);
            }),
            ["operator.activity.only_intermediary", "operator.activity.distributes_unchanged"],
        ),
        (
            acting("DE", |activity| {
                activity.distributes_unchanged = Some(true);
                activity.substantially_modifies = Some(true);
            }),
            ["operator.activity.distributes_unchanged", "operator.activity.substantially_modifies"],
        ),
        (brand, ["operator.brand_owner_established_in", "operator.activity.places_third_country_brand"]),
    ];
    for (dossier, paths) in cases {
        let missing = paths.map(str::to_owned).to_vec();
        assert_eq!(role(&dossier).outcome, RoleOutcome::Undetermined { missing });
        let problems = contradictions(&dossier, StateOfTheLaw::embedded());
        let here: Vec<_> =
            problems.iter().filter(|problem| problem.place.path.as_deref() == Some(paths[0])).collect();
        assert_eq!(here.len(), 1, "said once: {problems:#?}");
    }
}

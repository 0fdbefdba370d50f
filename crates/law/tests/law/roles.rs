//! Section 4.1 of the reference: the role test.

use proofmark_facts::{Activity, Dossier, Person};
use proofmark_law::{Role, RoleOutcome, role};

use crate::a_product::{a_product, free_software_with, with};

fn activity(country: Option<&str>, change: fn(&mut Activity)) -> Dossier {
    with(|dossier| {
        dossier.operator.established_in = country.map(|code| code.parse().unwrap());
        dossier.operator.activity = Activity::default();
        change(&mut dossier.operator.activity);
    })
}

fn importer(activity: &mut Activity) {
    activity.places_third_country_brand = Some(true);
    activity.markets_under_own_name = Some(false);
    activity.substantially_modifies = Some(false);
}

fn distributor(activity: &mut Activity) {
    activity.distributes_unchanged = Some(true);
    activity.markets_under_own_name = Some(false);
    activity.substantially_modifies = Some(false);
}

#[test]
fn every_row_of_the_role_test_gives_its_role() {
    let mut steward = free_software_with(|free| free.sustained_support = Some(true));
    steward.operator.person = Some(Person::Legal);
    let mut natural = free_software_with(|free| free.sustained_support = Some(true));
    natural.operator.person = Some(Person::Natural);
    let rows = vec![
        ("ROL-01", a_product(), Role::Manufacturer),
        ("ROL-02", activity(Some("FR"), importer), Role::Importer),
        ("ROL-03", activity(Some("FR"), distributor), Role::Distributor),
        (
            "ROL-04",
            activity(Some("FR"), |activity| {
                distributor(activity);
                activity.markets_under_own_name = Some(true);
            }),
            Role::Manufacturer,
        ),
        (
            "ROL-04",
            activity(Some("FR"), |activity| {
                importer(activity);
                activity.substantially_modifies = Some(true);
            }),
            Role::Manufacturer,
        ),
        (
            "ROL-05",
            activity(Some("FR"), |activity| activity.substantially_modifies = Some(true)),
            Role::Manufacturer,
        ),
        (
            "ROL-06",
            activity(Some("FR"), |activity| activity.acts_under_written_mandate = Some(true)),
            Role::AuthorisedRepresentative,
        ),
        ("ROL-07", activity(Some("FR"), |activity| activity.only_intermediary = Some(true)), Role::None),
        ("ROL-08", steward, Role::Steward),
        ("ROL-09", free_software_with(|free| free.under_own_responsibility = Some(false)), Role::None),
        ("FOS-15", natural, Role::None),
        ("FOS-15", free_software_with(|free| free.sustained_support = Some(false)), Role::None),
    ];
    for (row, dossier, expected) in rows {
        let verdict = role(&dossier);
        assert_eq!(verdict.outcome, RoleOutcome::Is(expected), "{row}: {:#?}", verdict.reasons);
        assert!(verdict.reasons.iter().any(|reason| reason.row == row), "{row}: {:#?}", verdict.reasons);
    }
}

#[test]
fn articles_21_and_22_are_told_apart() {
    let supplier = activity(Some("FR"), |activity| {
        importer(activity);
        activity.substantially_modifies = Some(true);
    });
    let other = activity(Some("FR"), |activity| activity.substantially_modifies = Some(true));
    assert_eq!(role(&supplier).reasons.last().unwrap().cites.to_string(), "Article 21");
    assert_eq!(role(&other).reasons.last().unwrap().cites.to_string(), "Article 22");
}

#[test]
fn who_modifies_without_making_available_is_no_manufacturer() {
    type Row = (&'static str, fn(&mut Dossier), bool);
    let rows: [Row; 4] = [
        ("sold", |_| {}, true),
        (
            "kept",
            |dossier| {
                dossier.scope.own_use_only = Some(true);
                dossier.scope.supply.price = Some(false);
            },
            false,
        ),
        ("elsewhere", |dossier| dossier.scope.supply.on_union_market = Some(false), false),
        ("not said where", |dossier| dossier.scope.supply.on_union_market = None, false),
    ];
    for (what, change, is_manufacturer) in rows {
        let mut dossier = activity(Some("FR"), |activity| activity.substantially_modifies = Some(true));
        change(&mut dossier);
        assert_eq!(role(&dossier).role() == Some(Role::Manufacturer), is_manufacturer, "{what}");
    }
}

#[test]
fn an_importer_or_representative_is_established_in_the_union() {
    assert!(matches!(
        role(&activity(Some("CH"), |activity| activity.acts_under_written_mandate = Some(true))).outcome,
        RoleOutcome::Undetermined { .. }
    ));
    assert_eq!(
        role(&activity(None, importer)).outcome,
        RoleOutcome::Undetermined { missing: vec!["operator.established_in".to_owned()] }
    );
}

#[test]
fn missing_activities_are_named_and_never_guessed() {
    let missing = |dossier: &Dossier| match role(dossier).outcome {
        RoleOutcome::Undetermined { missing } => missing,
        RoleOutcome::Is(role) => panic!("guessed {role:?}"),
    };
    let nothing = activity(Some("DE"), |_| {});
    assert_eq!(
        missing(&nothing),
        ["operator.activity.develops_or_has_developed", "operator.activity.markets_under_own_name"]
    );
    let develops = activity(Some("DE"), |activity| activity.develops_or_has_developed = Some(true));
    assert_eq!(missing(&develops), ["operator.activity.markets_under_own_name"]);
    let passes_on = activity(Some("DE"), |activity| activity.distributes_unchanged = Some(true));
    assert_eq!(missing(&passes_on), ["operator.activity.markets_under_own_name"]);
    let unclear = free_software_with(|free| free.source_openly_shared = None);
    assert_eq!(missing(&unclear), ["free_software.source_openly_shared"], "manufacturer or steward?");
    let steward = free_software_with(|_| {});
    assert_eq!(missing(&steward), ["free_software.sustained_support"]);
}

#[test]
fn nobody_has_a_role_only_when_every_activity_is_denied() {
    let none = activity(Some("DE"), |activity| {
        *activity = Activity {
            develops_or_has_developed: Some(true),
            markets_under_own_name: Some(false),
            places_third_country_brand: Some(false),
            distributes_unchanged: Some(false),
            substantially_modifies: Some(false),
            acts_under_written_mandate: Some(false),
            only_intermediary: Some(false),
            ..Activity::default()
        };
    });
    assert_eq!(role(&none).outcome, RoleOutcome::Is(Role::None));
}

//! Section 8.5 of the reference: what is kept, and until when.

use jiff::civil::{Date, date};
use proofmark_facts::{Dossier, Procedure, ProductKind, SecurityUpdate, Weight};
use proofmark_law::{
    Retention, RetentionRule, RetentionState, Role, StateOfTheLaw, contradictions, retention,
};

use crate::a_product::with;

const PLACED: Date = date(2028, 1, 15);

fn kept(change: impl FnOnce(&mut Dossier)) -> Dossier {
    with(|dossier| {
        dossier.release.placed_on_the_market_on = Some(PLACED);
        dossier.support_period.ends_on = Some(date(2033, 12, 31));
        dossier.support_period.expected_use_years = Some(5);
        dossier.conformity.procedure = Some(Procedure::InternalControl);
        change(dossier);
    })
}

fn of(dossier: &Dossier, role: Role, row: &str) -> Vec<Retention> {
    retention(dossier, Some(role)).into_iter().filter(|kept| kept.row == row).collect()
}

fn until(dossier: &Dossier, role: Role, row: &str) -> RetentionState {
    let found = of(dossier, role, row);
    assert_eq!(found.len(), 1, "{row}: {found:#?}");
    found[0].state.clone()
}

fn rows(dossier: &Dossier, role: Role) -> Vec<&'static str> {
    retention(dossier, Some(role)).iter().map(|kept| kept.row).collect()
}

#[test]
fn each_role_keeps_its_own() {
    let plain = kept(|_| {});
    assert_eq!(
        rows(&plain, Role::Manufacturer),
        ["RET-01", "RET-02", "RET-03", "RET-08", "RET-06", "RET-06"]
    );
    assert_eq!(rows(&plain, Role::AuthorisedRepresentative), ["RET-04", "RET-06", "RET-06"]);
    assert_eq!(rows(&plain, Role::Importer), ["RET-05", "RET-06", "RET-06"]);
    assert_eq!(rows(&plain, Role::Distributor), ["RET-06", "RET-06"]);
    assert_eq!(rows(&plain, Role::Steward), Vec::<&str>::new());
    assert_eq!(retention(&plain, None), []);
    let by = |procedure| kept(|dossier| dossier.conformity.procedure = procedure);
    let manufacturer = |dossier: &Dossier| rows(dossier, Role::Manufacturer)[3..].to_vec();
    assert_eq!(manufacturer(&by(Some(Procedure::TypeExamination))), ["RET-07", "RET-08", "RET-06", "RET-06"]);
    assert_eq!(
        manufacturer(&by(Some(Procedure::FullQualityAssurance))),
        ["RET-08", "RET-08", "RET-06", "RET-06"]
    );
    assert_eq!(manufacturer(&by(Some(Procedure::Certification))), ["RET-06", "RET-06"]);
    let open = by(None);
    for row in ["RET-07", "RET-08"] {
        let missing = vec!["conformity.procedure".to_owned()];
        let state = RetentionState::Undetermined { missing, not_before: None };
        assert_eq!(until(&open, Role::Manufacturer, row), state);
    }
}

#[test]
fn ten_years_or_the_support_period_whichever_is_later() {
    let rows = [
        (Role::Manufacturer, "RET-01"),
        (Role::Manufacturer, "RET-02"),
        (Role::Manufacturer, "RET-08"),
        (Role::AuthorisedRepresentative, "RET-04"),
        (Role::Importer, "RET-05"),
    ];
    let ends = |on| kept(|dossier| dossier.support_period.ends_on = on);
    for (role, row) in rows {
        let state = until(&ends(Some(date(2033, 12, 31))), role, row);
        assert_eq!(state, RetentionState::Until { on: date(2038, 1, 15) }, "{row}");
        let longer = ends(Some(date(2045, 6, 30)));
        assert_eq!(until(&longer, role, row), RetentionState::Until { on: date(2045, 6, 30) });
        assert_eq!(of(&longer, role, row)[0].rule, Some(RetentionRule::SupportPeriod));
        let missing = vec!["support_period.ends_on".to_owned()];
        let open = RetentionState::Undetermined { missing, not_before: Some(date(2038, 1, 15)) };
        assert_eq!(until(&ends(None), role, row), open);
    }
}

#[test]
fn leap_days_are_clamped_and_the_calendar_has_an_end() {
    let placed = |on| kept(|dossier| dossier.release.placed_on_the_market_on = on);
    let state = |on| until(&placed(on), Role::Manufacturer, "RET-01");
    assert_eq!(state(Some(date(2028, 2, 29))), RetentionState::Until { on: date(2038, 2, 28) });
    assert_eq!(state(Some(date(2030, 2, 28))), RetentionState::Until { on: date(2040, 2, 28) });
    let beyond = RetentionState::Undetermined { missing: vec![], not_before: Some(Date::MAX) };
    assert_eq!(state(Some(date(9990, 1, 1))), beyond);
    let missing = vec!["release.placed_on_the_market_on".to_owned()];
    let not_before = Some(date(2033, 12, 31));
    assert_eq!(state(None), RetentionState::Undetermined { missing, not_before });
}

#[test]
fn the_last_unit_decides_for_the_archive_and_that_is_an_inference() {
    let line = |placed, last| {
        kept(|dossier| {
            dossier.product.kind = ProductKind::HardwareWithSoftware;
            dossier.release.placed_on_the_market_on = Some(placed);
            dossier.release.placing.last_unit_placed_on = last;
        })
    };
    let found = of(&line(PLACED, Some(date(2031, 6, 30))), Role::Manufacturer, "RET-01");
    assert_eq!(found[0].state, RetentionState::Until { on: date(2041, 6, 30) });
    assert!(found[0].reasons.last().unwrap().legal_review.is_some());
    let open = of(&line(PLACED, None), Role::Manufacturer, "RET-01");
    assert_eq!(open[0].state, RetentionState::Until { on: date(2038, 1, 15) });
    assert!(open[0].reasons.last().unwrap().legal_review.is_some());
    // Of an old type only units from full application on are bound: without the last of them no day is known.
    let old = date(2025, 1, 1);
    let missing = vec!["release.placing.last_unit_placed_on".to_owned()];
    let not_before = Some(date(2037, 12, 11));
    let unknown = RetentionState::Undetermined { missing, not_before };
    assert_eq!(until(&line(old, None), Role::Manufacturer, "RET-01"), unknown);
    let last = Some(date(2028, 3, 1));
    let state = RetentionState::Until { on: date(2038, 3, 1) };
    assert_eq!(until(&line(old, last), Role::Manufacturer, "RET-01"), state);
    let over = Some(date(2027, 12, 10));
    let state = until(&line(old, over), Role::Manufacturer, "RET-01");
    assert_eq!(state, RetentionState::NotUnlessSubstantiallyModified);
}

fn updated(still_available: Option<bool>, ends_on: Option<Date>) -> Dossier {
    let update = |name: &str, issued_on| SecurityUpdate {
        update: name.to_owned(),
        to_version: None,
        issued_on,
        still_available,
    };
    kept(|dossier| {
        dossier.support_period.ends_on = ends_on;
        dossier.security_updates = vec![
            update("first", Some(date(2028, 3, 1))),
            update("second", Some(date(2032, 2, 29))),
            update("third", None),
        ];
    })
}

#[test]
fn each_security_update_has_its_own_ten_years() {
    let states = |ends_on| {
        let found = of(&updated(None, ends_on), Role::Manufacturer, "RET-03");
        found.into_iter().map(|kept| kept.state).collect::<Vec<_>>()
    };
    let ends = Some(date(2040, 12, 31));
    let missing = vec!["security_updates[2].issued_on".to_owned()];
    assert_eq!(
        states(ends),
        [
            RetentionState::Until { on: date(2040, 12, 31) },
            RetentionState::Until { on: date(2042, 2, 28) },
            RetentionState::Undetermined { missing, not_before: ends },
        ]
    );
}

#[test]
fn an_update_that_is_gone_too_early_is_a_contradiction() {
    let codes = |dossier: &Dossier| {
        let problems = contradictions(dossier, StateOfTheLaw::embedded());
        problems.iter().map(|problem| (problem.says.id(), problem.weight)).collect::<Vec<_>>()
    };
    let ends = Some(date(2033, 12, 31));
    let gone = ("periods-contradiction-update-gone", Weight::Error);
    assert_eq!(codes(&updated(Some(false), ends)), [gone, gone]);
    assert_eq!(codes(&updated(Some(true), ends)), []);
    let mut legacy = updated(Some(false), ends);
    legacy.release.placed_on_the_market_on = Some(date(2026, 1, 1));
    assert_eq!(codes(&legacy), []);
}

#[test]
fn each_side_of_the_supply_chain_is_kept_for_ten_years_of_its_own() {
    let supplied = |to_us, by_us| {
        kept(|dossier| {
            dossier.release.placing.last_supplied_to_us_on = to_us;
            dossier.release.placing.last_supplied_by_us_on = by_us;
        })
    };
    let states = |dossier: &Dossier| {
        let found = of(dossier, Role::Distributor, "RET-06");
        found.into_iter().map(|kept| kept.state).collect::<Vec<_>>()
    };
    let until = |on| RetentionState::Until { on };
    let both = supplied(Some(date(2028, 2, 29)), Some(date(2029, 3, 1)));
    assert_eq!(states(&both), [until(date(2038, 2, 28)), until(date(2039, 3, 1))]);
    let missing = vec!["release.placing.last_supplied_by_us_on".to_owned()];
    let open = RetentionState::Undetermined { missing, not_before: None };
    assert_eq!(states(&supplied(Some(date(2028, 3, 1)), None)), [until(date(2038, 3, 1)), open]);
    let mut legacy = both;
    legacy.release.placed_on_the_market_on = Some(date(2027, 12, 10));
    assert_eq!(states(&legacy), [const { RetentionState::NotUnlessSubstantiallyModified }; 2]);
}

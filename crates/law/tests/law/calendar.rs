//! Section 1 of the reference: days and transitional rules.

use jiff::civil::{Date, date};
use proofmark_facts::{Dossier, ProductKind};
use proofmark_law::calendar::{FULL_APPLICATION, REPORTING};
use proofmark_law::{BindingDate, Bound, Role, binding_dates};

use crate::a_product::{TODAY, a_product, free_software_with, today, with};

fn placed(kind: ProductKind, on: Date) -> Dossier {
    with(|dossier| {
        dossier.product.kind = kind;
        dossier.release.placed_on_the_market_on = Some(on);
    })
}

fn dates(dossier: &Dossier, day: Date) -> Vec<BindingDate> {
    binding_dates(dossier, Some(Role::Manufacturer), day)
}

fn bounds(dossier: &Dossier, day: Date) -> Vec<(Date, Bound)> {
    dates(dossier, day).into_iter().map(|date| (date.on, date.bound)).collect()
}

#[test]
fn the_two_days_are_a_friday_and_a_saturday() {
    use jiff::civil::Weekday::{Friday, Saturday};
    assert_eq!((REPORTING.weekday(), FULL_APPLICATION.weekday()), (Friday, Saturday));
}

#[test]
fn software_placed_before_full_application_reports_now_and_is_else_bound_only_if_modified() {
    let old = placed(ProductKind::Software, date(2025, 5, 1));
    for day in [TODAY, date(2028, 1, 1)] {
        assert_eq!(
            bounds(&old, day),
            [(REPORTING, Bound::Already), (FULL_APPLICATION, Bound::NotUnlessSubstantiallyModified)]
        );
    }
    let rows: Vec<&str> =
        dates(&old, TODAY).iter().flat_map(|date| &date.reasons).map(|reason| reason.row).collect();
    assert_eq!(rows, ["TRN-02", "TRN-03", "TRN-01", "TRN-07", "TRN-08"]);
}

#[test]
fn new_units_of_old_hardware_are_bound() {
    let old = placed(ProductKind::HardwareWithSoftware, date(2025, 5, 1));
    assert_eq!(
        bounds(&old, TODAY),
        [
            (REPORTING, Bound::Already),
            (FULL_APPLICATION, Bound::NotUnlessSubstantiallyModified),
            (FULL_APPLICATION, Bound::Later)
        ]
    );
    assert_eq!(dates(&old, TODAY)[2].reasons[0].row, "TRN-06");
}

#[test]
fn everything_binds_from_the_day_itself() {
    let on_the_day = placed(ProductKind::Software, FULL_APPLICATION);
    assert_eq!(bounds(&on_the_day, date(2027, 12, 10))[1], (FULL_APPLICATION, Bound::Later));
    assert_eq!(bounds(&on_the_day, FULL_APPLICATION)[1], (FULL_APPLICATION, Bound::Already));
    let eve = placed(ProductKind::Software, date(2027, 12, 10));
    assert_eq!(bounds(&eve, FULL_APPLICATION)[1].1, Bound::NotUnlessSubstantiallyModified);
}

#[test]
fn reporting_binds_from_its_day() {
    assert_eq!(bounds(&a_product(), date(2026, 9, 10))[0], (REPORTING, Bound::Later));
    assert_eq!(bounds(&a_product(), date(2026, 9, 11))[0], (REPORTING, Bound::Already));
}

#[test]
fn without_a_day_of_placing_it_is_asked_for() {
    let missing = vec!["release.placed_on_the_market_on".to_owned()];
    assert_eq!(bounds(&a_product(), TODAY)[1].1, Bound::Undetermined { missing });
}

#[test]
fn stewards_wait_for_full_application() {
    let verdict = today(&free_software_with(|free| free.sustained_support = Some(true)));
    assert_eq!(verdict.role.role(), Some(Role::Steward));
    let days: Vec<(Date, &Bound)> = verdict.calendar.iter().map(|date| (date.on, &date.bound)).collect();
    assert_eq!(days, [(FULL_APPLICATION, &Bound::Later)]);
    assert_eq!(verdict.calendar[0].reasons[0].row, "TRN-14");
}

#[test]
fn other_acts_bring_their_days() {
    let dossier = with(|dossier| {
        dossier.scope.also.ehr_system = Some(true);
        dossier.scope.also.radio_equipment = Some(true);
    });
    let days: Vec<String> = dates(&dossier, TODAY).iter().map(|date| date.on.to_string()).collect();
    assert_eq!(days, ["2026-09-11", "2027-03-26", "2027-12-11", "2028-06-11"]);
}

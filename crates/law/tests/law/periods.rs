//! Sections 1.1 and 1.2 of the reference: the days, and which duties bind on one of them.

use jiff::civil::{Date, date};
use proofmark_facts::{
    ChangeKind, ChangeMaker, Determination, Dossier, Modification, OtherCertificate, ProductKind, Variant,
};
use proofmark_law::calendar::FULL_APPLICATION;
use proofmark_law::{
    Bound, Duties, DutyGroup, DutyState, ModificationVerdict, Part, Proposal, Role, StateOfTheLaw, assess,
    binding_dates, duties, law_days, modification,
};

use crate::a_product::{TODAY, a_product, free_software_with, today, with};

const EVE: Date = date(2027, 12, 10);
const LATER: Date = date(2028, 6, 1);

fn on(dossier: &Dossier, role: Role, day: Date) -> Duties {
    duties(dossier, StateOfTheLaw::embedded(), Some(role), day)
}

fn as_manufacturer(dossier: &Dossier, day: Date) -> Duties {
    on(dossier, Role::Manufacturer, day)
}

fn rows(duties: &Duties) -> Vec<&'static str> {
    duties.groups.iter().flat_map(|duty| &duty.reasons).map(|reason| reason.row).collect()
}

fn state(duties: &Duties, group: DutyGroup, of: Part) -> DutyState {
    let found: Vec<_> = duties.groups.iter().filter(|duty| duty.group == group && duty.of == of).collect();
    assert_eq!(found.len(), 1, "{duties:#?}");
    found[0].state.clone()
}

fn placed(kind: ProductKind, on: Date, change: impl FnOnce(&mut Dossier)) -> Dossier {
    with(|dossier| {
        dossier.product.kind = kind;
        dossier.release.placed_on_the_market_on = Some(on);
        dossier.support_period.ends_on = Some(date(2033, 12, 31));
        dossier.support_period.expected_use_years = Some(5);
        change(dossier);
    })
}

const ALL: [DutyGroup; 3] =
    [DutyGroup::Reporting, DutyGroup::VulnerabilityHandling, DutyGroup::EverythingElse];

#[test]
fn every_day_of_the_calendar_is_there_in_order_and_has_come_or_not() {
    let days = law_days(TODAY);
    let all: Vec<(String, &str)> = days.iter().map(|day| (day.on.to_string(), day.reason.row)).collect();
    let expected = [
        ("2024-11-20", "DAT-01"),
        ("2024-12-10", "DAT-02"),
        ("2025-12-11", "DAT-03"),
        ("2025-12-21", "DAT-04"),
        ("2026-06-11", "DAT-05"),
        ("2026-09-11", "DAT-06"),
        ("2026-12-11", "DAT-07"),
        ("2027-01-20", "DAT-08"),
        ("2027-03-26", "DAT-09"),
        ("2027-12-11", "DAT-10"),
        ("2027-12-11", "DAT-11"),
        ("2028-06-11", "DAT-12"),
        ("2028-09-11", "DAT-13"),
        ("2030-12-11", "DAT-14"),
    ];
    let expected: Vec<(String, &str)> = expected.iter().map(|(day, row)| ((*day).to_owned(), *row)).collect();
    assert_eq!(all, expected);
    assert_eq!(days.iter().filter(|day| day.has_come).count(), 6);
    let reviewed: Vec<&str> =
        days.iter().filter(|day| day.reason.legal_review.is_some()).map(|day| day.reason.row).collect();
    assert_eq!(reviewed, ["DAT-04", "DAT-09"]);
}

#[test]
fn legacy_software_reports_and_nothing_else_unless_modified() {
    let old = placed(ProductKind::Software, date(2025, 5, 1), |dossier| {
        dossier.release.placing.still_offered = Some(true);
    });
    assert_eq!(as_manufacturer(&old, date(2026, 9, 10)).binds, []);
    for day in [date(2026, 9, 11), EVE, FULL_APPLICATION, date(2040, 1, 1)] {
        let found = as_manufacturer(&old, day);
        assert_eq!(found.binds, [DutyGroup::Reporting], "{day}");
        for group in [DutyGroup::VulnerabilityHandling, DutyGroup::EverythingElse] {
            assert_eq!(state(&found, group, Part::Product), DutyState::NotUnlessSubstantiallyModified);
        }
    }
    let rows = rows(&as_manufacturer(&old, LATER));
    for row in ["TRN-01", "TRN-02", "TRN-04", "TRN-05", "TRN-07", "OPN-11"] {
        assert!(rows.contains(&row), "{row} in {rows:?}");
    }
}

#[test]
fn what_is_placed_on_the_day_itself_is_bound_and_what_is_placed_on_its_eve_is_not() {
    for kind in [ProductKind::Software, ProductKind::Hardware] {
        let last = |on| move |dossier: &mut Dossier| dossier.release.placing.last_unit_placed_on = Some(on);
        let on_the_day = placed(kind, FULL_APPLICATION, last(FULL_APPLICATION));
        assert_eq!(as_manufacturer(&on_the_day, FULL_APPLICATION).binds, ALL);
        assert_eq!(as_manufacturer(&on_the_day, EVE).binds, [DutyGroup::Reporting]);
        let on_its_eve = placed(kind, EVE, last(EVE));
        assert_eq!(as_manufacturer(&on_its_eve, FULL_APPLICATION).binds, [DutyGroup::Reporting]);
        for role in [Role::Importer, Role::Distributor, Role::AuthorisedRepresentative] {
            let bound = on(&on_the_day, role, FULL_APPLICATION).binds;
            assert_eq!(bound, [DutyGroup::EverythingElse]);
            assert_eq!(on(&on_its_eve, role, FULL_APPLICATION).binds, []);
        }
    }
}

#[test]
fn new_units_of_an_old_type_are_bound_and_old_units_are_not() {
    let open = |_: &mut Dossier| {};
    let hardware = placed(ProductKind::HardwareWithSoftware, date(2025, 5, 1), open);
    let before = as_manufacturer(&hardware, EVE);
    assert_eq!(before.binds, [DutyGroup::Reporting]);
    let from = DutyState::NotBefore { on: FULL_APPLICATION };
    assert_eq!(state(&before, DutyGroup::EverythingElse, Part::UnitsPlacedFrom), from);
    let after = as_manufacturer(&hardware, FULL_APPLICATION);
    assert_eq!(after.binds, ALL);
    let old_units = state(&after, DutyGroup::EverythingElse, Part::UnitsPlacedBefore);
    assert_eq!(old_units, DutyState::NotUnlessSubstantiallyModified);
}

#[test]
fn where_no_unit_is_placed_any_more_the_type_stays_legacy() {
    for (last, binds) in [(EVE, vec![DutyGroup::Reporting]), (FULL_APPLICATION, ALL.to_vec())] {
        let hardware = placed(ProductKind::Hardware, date(2025, 5, 1), |dossier| {
            dossier.release.placing.first_unit_placed_on = Some(date(2024, 2, 1));
            dossier.release.placing.last_unit_placed_on = Some(last);
        });
        assert_eq!(as_manufacturer(&hardware, LATER).binds, binds);
        let days = binding_dates(&hardware, Some(Role::Manufacturer), LATER);
        assert_eq!(days.len(), if last == EVE { 2 } else { 3 });
        assert_eq!(days[1].bound, Bound::NotUnlessSubstantiallyModified);
    }
}

#[test]
fn a_version_is_placed_when_it_is_complete_and_offered() {
    let software = |complete, offered| {
        with(|dossier| {
            dossier.release.placing.manufacturing_complete_on = complete;
            dossier.release.placing.first_offered_on = offered;
        })
    };
    let on = |dossier: &Dossier| binding_dates(dossier, Some(Role::Manufacturer), LATER)[1].bound.clone();
    let (before, after) = (Some(date(2027, 12, 1)), Some(date(2027, 12, 12)));
    assert_eq!(on(&software(before, after)), Bound::Already);
    assert_eq!(on(&software(after, before)), Bound::Already);
    assert_eq!(on(&software(before, before)), Bound::NotUnlessSubstantiallyModified);
    let lacks = |path: &str| Bound::Undetermined { missing: vec![path.to_owned()] };
    assert_eq!(on(&software(before, None)), lacks("release.placing.first_offered_on"));
    assert_eq!(on(&software(None, before)), lacks("release.placing.manufacturing_complete_on"));
    assert_eq!(on(&software(None, None)), lacks("release.placed_on_the_market_on"));
}

fn assess_modification(dossier: &Dossier) -> ModificationVerdict {
    modification(dossier, None, &[]).unwrap()
}

fn iteration(change: impl FnOnce(&mut Modification)) -> Dossier {
    placed(ProductKind::Software, LATER, |dossier| {
        let mut modification = Modification {
            of_version: Some("1.0".to_owned()),
            earlier_placed_on: Some(date(2026, 1, 1)),
            determination: Some(Determination::Substantial),
            made_by: Some(ChangeMaker::OriginalManufacturer),
            changes: Some("The update service.".to_owned()),
            affects_whole_product: Some(false),
            ..Modification::default()
        };
        change(&mut modification);
        dossier.modification = Some(modification);
        dossier.support_period.use_factors_unchanged = Some(false);
    })
}

#[test]
fn an_iteration_keeps_the_earlier_day_unless_it_is_a_substantial_modification() {
    let same = iteration(|change| change.determination = Some(Determination::NotSubstantial));
    let found = as_manufacturer(&same, LATER);
    assert_eq!(found.binds, [DutyGroup::Reporting]);
    assert!(rows(&found).contains(&"TRN-08"));
    assert_eq!(as_manufacturer(&iteration(|_| {}), LATER).binds, ALL);
    let undecided = iteration(|change| change.determination = None);
    let open = as_manufacturer(&undecided, LATER);
    let Proposal::Undetermined { missing } = assess_modification(&undecided).proposal else {
        panic!("guessed")
    };
    assert!(missing.contains(&"modification.kind".to_owned()), "{missing:?}");
    let undetermined = DutyState::Undetermined { missing };
    assert_eq!(state(&open, DutyGroup::EverythingElse, Part::Product), undetermined);
    let undated = iteration(|change| {
        (change.determination, change.earlier_placed_on) = (Some(Determination::NotSubstantial), None);
    });
    let missing = vec!["modification.earlier_placed_on".to_owned()];
    let found = as_manufacturer(&undated, LATER);
    assert_eq!(state(&found, DutyGroup::EverythingElse, Part::Product), DutyState::Undetermined { missing });
}

#[test]
fn facts_about_a_change_that_contradict_each_other_wait_for_a_decision() {
    let torn = iteration(|change| {
        change.determination = None;
        change.earlier_was_placed = Some(false);
    });
    let missing = vec!["modification.determination".to_owned()];
    let found = as_manufacturer(&torn, LATER);
    assert_eq!(state(&found, DutyGroup::EverythingElse, Part::Product), DutyState::Undetermined { missing });
}

#[test]
fn whoever_says_it_modifies_substantially_has_said_so_of_its_change() {
    let mut stated = iteration(|change| change.determination = None);
    stated.operator.activity.substantially_modifies = Some(true);
    assert_eq!(as_manufacturer(&stated, LATER).binds, ALL);
}

#[test]
fn what_was_no_version_on_the_market_lends_no_day() {
    let new = |change: fn(&mut Modification)| as_manufacturer(&iteration(change), LATER).binds;
    let integrated = new(|change| {
        (change.kind, change.determination) = (Some(ChangeKind::Integration), None);
    });
    assert_eq!(integrated, ALL);
    let never_placed = new(|change| {
        (change.earlier_was_placed, change.earlier_placed_on) = (Some(false), None);
        change.determination = None;
    });
    assert_eq!(never_placed, ALL);
}

#[test]
fn a_modified_legacy_product_is_bound_in_its_modified_parts_or_as_a_whole() {
    let says = |dossier: &Dossier| -> Vec<&'static str> {
        let found = as_manufacturer(dossier, LATER);
        let reasons = found.groups.iter().flat_map(|duty| duty.reasons.clone());
        reasons.filter(|reason| reason.row == "TRN-11").map(|reason| reason.says.id()).collect()
    };
    assert_eq!(says(&iteration(|_| {})), ["periods-modified-parts"]);
    assert_eq!(
        says(&iteration(|change| change.affects_whole_product = Some(true))),
        ["periods-modified-whole"]
    );
    assert_eq!(says(&iteration(|change| change.affects_whole_product = None)), ["law-not-stated"]);
    assert_eq!(says(&iteration(|change| change.changes = None)), ["law-not-stated"]);
    let another = iteration(|change| change.made_by = Some(ChangeMaker::Other));
    assert_eq!(says(&another), ["periods-modified-by-another"]);
    // A new version of a product that was bound already is bound whole, without more words.
    assert_eq!(
        says(&iteration(|change| change.earlier_placed_on = Some(FULL_APPLICATION))),
        Vec::<&str>::new()
    );
}

#[test]
fn vulnerability_handling_ends_with_the_support_period_and_reporting_does_not() {
    let software = placed(ProductKind::Software, date(2028, 1, 1), |_| {});
    let on_its_last_day = as_manufacturer(&software, date(2033, 12, 31));
    assert_eq!(on_its_last_day.binds, ALL);
    let after = as_manufacturer(&software, date(2034, 1, 1));
    assert_eq!(after.binds, [DutyGroup::Reporting, DutyGroup::EverythingElse]);
    let ended = DutyState::Ended { on: date(2033, 12, 31) };
    assert_eq!(state(&after, DutyGroup::VulnerabilityHandling, Part::Product), ended);
    assert!(rows(&after).contains(&"TRN-03") && rows(&after).contains(&"TRN-04"));
    // A declared end before the least one ends nothing.
    let short = placed(ProductKind::Software, date(2028, 1, 1), |dossier| {
        dossier.support_period.ends_on = Some(date(2029, 12, 31));
    });
    assert_eq!(as_manufacturer(&short, date(2032, 1, 1)).binds, ALL);
    // Whether a support period without a stated end has ended is not guessed.
    let open = placed(ProductKind::Software, date(2028, 1, 1), |dossier| {
        dossier.support_period.ends_on = None;
    });
    assert_eq!(as_manufacturer(&open, date(2032, 1, 1)).binds, ALL);
    let found = as_manufacturer(&open, date(2034, 1, 1));
    let missing = vec!["support_period.ends_on".to_owned()];
    let undetermined = DutyState::Undetermined { missing };
    assert_eq!(state(&found, DutyGroup::VulnerabilityHandling, Part::Product), undetermined);
    let unjudged = placed(ProductKind::Software, date(2028, 1, 1), |dossier| {
        dossier.support_period.expected_use_years = None;
    });
    let found = as_manufacturer(&unjudged, date(2034, 1, 1));
    let missing = vec!["support_period.expected_use_years".to_owned()];
    let undetermined = DutyState::Undetermined { missing };
    assert_eq!(state(&found, DutyGroup::VulnerabilityHandling, Part::Product), undetermined);
}

#[test]
fn without_a_day_of_placing_nothing_is_said_beyond_what_is_certain() {
    let before = as_manufacturer(&a_product(), TODAY);
    assert_eq!(before.binds, [DutyGroup::Reporting]);
    let from = DutyState::NotBefore { on: FULL_APPLICATION };
    assert_eq!(state(&before, DutyGroup::EverythingElse, Part::Product), from);
    let after = as_manufacturer(&a_product(), LATER);
    let missing = vec!["release.placed_on_the_market_on".to_owned()];
    let undetermined = DutyState::Undetermined { missing };
    assert_eq!(state(&after, DutyGroup::EverythingElse, Part::Product), undetermined);
}

#[test]
fn each_other_role_has_its_own_answer() {
    let old = placed(ProductKind::Software, date(2025, 5, 1), |_| {});
    let new = placed(ProductKind::Software, date(2028, 1, 1), |_| {});
    for role in [Role::Importer, Role::Distributor, Role::AuthorisedRepresentative] {
        assert_eq!(on(&old, role, LATER).binds, [], "{role:?}");
        assert_eq!(on(&new, role, LATER).binds, [DutyGroup::EverythingElse], "{role:?}");
        assert_eq!(on(&new, role, EVE).binds, []);
        assert_eq!(state(&on(&new, role, LATER), DutyGroup::Reporting, Part::Product), DutyState::Not);
    }
    assert!(rows(&on(&old, Role::Distributor, LATER)).contains(&"TRN-13"));
    assert!(!rows(&on(&old, Role::Importer, LATER)).contains(&"TRN-13"));
    assert_eq!(on(&new, Role::None, LATER).groups, []);
    let unknown = duties(&new, StateOfTheLaw::embedded(), None, LATER);
    assert!(unknown.binds.is_empty() && unknown.groups.len() == 3);
}

#[test]
fn stewards_are_bound_from_full_application_only() {
    let dossier = free_software_with(|free| free.sustained_support = Some(true));
    assert_eq!(today(&dossier).duties.unwrap().binds, []);
    let after = assess(&dossier, StateOfTheLaw::embedded(), FULL_APPLICATION).duties.unwrap();
    assert_eq!(after.binds, [DutyGroup::Reporting, DutyGroup::EverythingElse]);
    assert_eq!(rows(&after), ["TRN-14", "DAT-10"]);
}

#[test]
fn an_old_design_need_not_be_redesigned_but_everything_else_is_due() {
    let design = |adequate| {
        let dossier = placed(ProductKind::Hardware, date(2028, 1, 1), |dossier| {
            dossier.release.placing.designed_before_full_application = Some(true);
            dossier.release.placing.present_risk_assessment_adequate = adequate;
        });
        let found = as_manufacturer(&dossier, LATER);
        assert_eq!(found.binds, ALL);
        let reasons = found.groups.into_iter().flat_map(|duty| duty.reasons);
        reasons.filter(|reason| reason.row == "TRN-10").map(|reason| reason.says.id()).collect::<Vec<_>>()
    };
    let due = "periods-old-design-still-due";
    assert_eq!(design(Some(true)), ["periods-old-design-stays", due]);
    assert_eq!(design(Some(false)), ["periods-old-design-changes", due]);
    assert_eq!(design(None), ["law-not-stated", due]);
}

#[test]
fn variants_that_differ_in_makeup_are_products_of_their_own() {
    let variant = |makeup, on| Variant {
        name: "W".to_owned(),
        differs_in_components: makeup,
        placed_on_the_market_on: on,
        ..Variant::default()
    };
    let dossier = placed(ProductKind::Software, LATER, |dossier| {
        dossier.product.variants = vec![
            variant(Some(true), Some(EVE)),
            variant(Some(true), Some(LATER)),
            variant(Some(true), None),
            variant(Some(false), None),
            variant(None, None),
        ];
    });
    let found = as_manufacturer(&dossier, LATER);
    let reasons = found.groups.iter().flat_map(|duty| &duty.reasons).filter(|reason| reason.row == "TRN-09");
    let says: Vec<&str> = reasons.map(|reason| reason.says.id()).collect();
    assert_eq!(says, ["periods-variant-before", "periods-variant-after", "periods-variant-own-day"]);
}

#[test]
fn certificates_under_other_acts_count_for_what_they_cover_and_until_june_2028() {
    let says = |risks: &[&str], until, day| {
        let dossier = placed(ProductKind::Software, LATER, |dossier| {
            dossier.other_certificates = vec![OtherCertificate {
                issued_under: "Directive 2014/53/EU".to_owned(),
                certificate: None,
                risks_covered: risks.iter().map(|risk| (*risk).to_owned()).collect(),
                valid_until: until,
            }];
        });
        let found = as_manufacturer(&dossier, day);
        let mut reasons = found.groups.into_iter().flat_map(|duty| duty.reasons);
        let last = reasons.rfind(|reason| reason.row == "TRN-12").unwrap();
        (last.says.id(), last.says.to_string())
    };
    let late = Some(date(2031, 1, 1));
    let (id, words) = says(&["radio"], late, date(2028, 6, 11));
    assert_eq!(id, "periods-certificate-counts");
    assert!(words.contains("2028-06-11") && words.contains("radio"), "{words}");
    assert_eq!(says(&["radio"], late, date(2028, 6, 12)).0, "periods-certificate-over");
    assert_eq!(says(&["radio"], Some(date(2028, 1, 1)), date(2028, 1, 2)).0, "periods-certificate-over");
    assert_eq!(says(&[], late, LATER).0, "law-not-stated");
    assert_eq!(says(&["radio"], None, LATER).0, "law-not-stated");
}

#[test]
fn what_is_out_of_scope_has_no_duties_periods_or_fines() {
    let verdict = today(&with(|dossier| dossier.product.kind = ProductKind::NotElectronic));
    assert!(verdict.duties.is_none() && verdict.support_period.is_none());
    assert!(verdict.retention.is_empty() && verdict.exposure.is_none());
}

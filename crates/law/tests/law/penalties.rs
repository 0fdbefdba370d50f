//! Sections 3 (DEF-14) and 10.2 of the reference: size of the enterprise, and the upper limits of fines.

use jiff::civil::date;
use proofmark_facts::{Dossier, Enterprise, EnterpriseSize, Weight};
use proofmark_law::{
    Exposure, Maximum, Reason, Role, SizeOutcome, StateOfTheLaw, contradictions, enterprise, exposure,
};

use crate::a_product::{TODAY, free_software_with, today, with};

const MILLION: u64 = 1_000_000;

fn sized(staff: u64, turnover: u64, balance: u64) -> Enterprise {
    Enterprise {
        staff: Some(staff),
        annual_turnover_eur: Some(turnover),
        balance_sheet_eur: Some(balance),
        linked_enterprises_included: Some(true),
        ..Enterprise::default()
    }
}

fn of(numbers: &Enterprise, declared: Option<EnterpriseSize>) -> Dossier {
    with(|dossier| {
        dossier.operator.enterprise = numbers.clone();
        dossier.operator.enterprise_size = declared;
    })
}

fn computed(numbers: &Enterprise) -> SizeOutcome {
    enterprise(&of(numbers, None)).unwrap().computed
}

#[test]
fn headcount_and_one_of_turnover_and_balance_sheet_make_the_class() {
    use EnterpriseSize::{Large, Medium, Micro, Small};
    let rows = [
        (9, 2 * MILLION, 9 * MILLION, Micro),
        (9, 9 * MILLION, 2 * MILLION, Micro),
        (9, 2 * MILLION + 1, 2 * MILLION + 1, Small),
        (10, MILLION, MILLION, Small),
        (49, 10 * MILLION, 11 * MILLION, Small),
        (50, MILLION, MILLION, Medium),
        (49, 10 * MILLION + 1, 10 * MILLION + 1, Medium),
        (249, 50 * MILLION, 44 * MILLION, Medium),
        (249, 51 * MILLION, 43 * MILLION, Medium),
        (249, 50 * MILLION + 1, 43 * MILLION + 1, Large),
        (250, 0, 0, Large),
    ];
    for (staff, turnover, balance, size) in rows {
        let found = computed(&sized(staff, turnover, balance));
        assert_eq!(found, SizeOutcome::Is(size), "{staff} {turnover} {balance}");
    }
    let verdict = enterprise(&of(&sized(9, MILLION, MILLION), None)).unwrap();
    assert_eq!(verdict.size, Some(Micro));
    assert!(verdict.reasons.iter().all(|reason| reason.row == "DEF-14" && reason.legal_review.is_some()));
}

#[test]
fn missing_numbers_decide_only_what_they_cannot_change() {
    let micro = sized(9, MILLION, MILLION);
    let without_balance = Enterprise { balance_sheet_eur: None, ..micro.clone() };
    assert_eq!(computed(&without_balance), SizeOutcome::Is(EnterpriseSize::Micro));
    let without_staff = Enterprise { staff: None, ..micro.clone() };
    let missing = vec!["operator.enterprise.staff".to_owned()];
    assert_eq!(computed(&without_staff), SizeOutcome::Undetermined { missing });
    // Its own numbers put a lower bound only, while linked enterprises may be left out.
    for linked in [None, Some(false)] {
        let alone = Enterprise { linked_enterprises_included: linked, ..micro.clone() };
        assert_eq!(computed(&alone), SizeOutcome::AtLeast(EnterpriseSize::Micro));
        assert_eq!(enterprise(&of(&alone, None)).unwrap().size, None);
        let large = Enterprise { linked_enterprises_included: linked, ..sized(250, 0, 0) };
        assert_eq!(computed(&large), SizeOutcome::Is(EnterpriseSize::Large));
    }
    assert!(enterprise(&with(|_| {})).is_none());
}

#[test]
fn a_declared_size_against_the_numbers() {
    use EnterpriseSize::{Medium, Micro, Small};
    let codes = |dossier: &Dossier| {
        let problems = contradictions(dossier, StateOfTheLaw::embedded());
        problems.iter().map(|problem| (problem.says.id(), problem.weight)).collect::<Vec<_>>()
    };
    let wrong = [("periods-contradiction-size", Weight::Error)];
    let small = sized(20, 5 * MILLION, 5 * MILLION);
    assert_eq!(codes(&of(&small, Some(Small))), []);
    for declared in [Micro, Medium] {
        let dossier = of(&small, Some(declared));
        assert_eq!(codes(&dossier), wrong);
        assert_eq!(enterprise(&dossier).unwrap().size, None);
    }
    let alone = Enterprise { linked_enterprises_included: Some(false), ..small };
    assert_eq!(codes(&of(&alone, Some(Micro))), wrong);
    assert_eq!(codes(&of(&alone, Some(Medium))), []);
    assert_eq!(enterprise(&of(&alone, Some(Medium))).unwrap().size, Some(Medium));
}

fn fines(undertaking: Option<bool>, turnover: Option<u64>) -> Exposure {
    let numbers = Enterprise { undertaking, worldwide_turnover_eur: turnover, ..Enterprise::default() };
    exposure(&of(&numbers, None), Some(Role::Manufacturer), date(2027, 12, 11)).unwrap()
}

fn maxima(exposure: &Exposure) -> Vec<Maximum> {
    exposure.tiers.iter().map(|tier| tier.maximum.clone()).collect()
}

#[test]
fn an_undertaking_faces_the_higher_of_both_and_others_the_fixed_amount() {
    let fixed = [15 * MILLION, 10 * MILLION, 5 * MILLION].map(|euros| Maximum::Is { cents: euros * 100 });
    assert_eq!(maxima(&fines(Some(false), Some(u64::MAX))), fixed);
    assert_eq!(maxima(&fines(Some(true), Some(100 * MILLION))), fixed);
    // At 600 million the share of the first tier equals the fixed amount; one euro more and it exceeds it.
    assert_eq!(maxima(&fines(Some(true), Some(600 * MILLION)))[0], fixed[0]);
    let more = Maximum::Is { cents: 15 * MILLION * 100 + 100 };
    assert_eq!(maxima(&fines(Some(true), Some(600 * MILLION + 40)))[0], more);
    let large = [25 * MILLION, 20 * MILLION, 10 * MILLION].map(|euros| Maximum::Is { cents: euros * 100 });
    assert_eq!(maxima(&fines(Some(true), Some(1_000 * MILLION))), large);
    let at_least =
        |path: &str| Maximum::AtLeast { cents: 15 * MILLION * 100, missing: vec![path.to_owned()] };
    assert_eq!(maxima(&fines(None, None))[0], at_least("operator.enterprise.undertaking"));
    assert_eq!(maxima(&fines(Some(true), None))[0], at_least("operator.enterprise.worldwide_turnover_eur"));
}

#[test]
fn each_role_faces_the_tiers_its_duties_stand_in() {
    let cited = |role| {
        let found = exposure(&with(|_| {}), Some(role), date(2028, 1, 1)).unwrap();
        let tiers = found.tiers.iter().map(|tier| {
            let cited = tier.infringements.iter().map(ToString::to_string).collect::<Vec<_>>();
            (tier.tier, cited.join("; "))
        });
        tiers.collect::<Vec<_>>()
    };
    let manufacturer = cited(Role::Manufacturer);
    assert_eq!(manufacturer[0], (1, "Annex I; Article 13; Article 14".to_owned()));
    assert!(manufacturer[1].1.contains("Article 32(3)") && !manufacturer[1].1.contains("32(4)"));
    let third = (3, "Article 64(4)".to_owned());
    for (role, own) in [
        (Role::Importer, "Article 19; Article 21; Article 23; Article 53"),
        (Role::Distributor, "Article 20; Article 21; Article 23; Article 53"),
        (Role::AuthorisedRepresentative, "Article 18; Article 23; Article 53"),
    ] {
        assert_eq!(cited(role), [(2, own.to_owned()), third.clone()]);
    }
}

#[test]
fn with_a_legacy_product_only_reporting_can_be_infringed() {
    let reasons = |on| {
        let dossier = with(|dossier| dossier.release.placed_on_the_market_on = Some(on));
        let found = exposure(&dossier, Some(Role::Manufacturer), date(2028, 1, 1)).unwrap();
        ids(&found.tiers[0].reasons)
    };
    assert!(reasons(date(2027, 12, 10)).contains(&"periods-fine-legacy"));
    assert!(!reasons(date(2027, 12, 11)).contains(&"periods-fine-legacy"));
}

fn ids(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(|reason| reason.says.id()).collect()
}

#[test]
fn only_micro_and_small_manufacturers_and_only_for_the_24_hours_are_exempt() {
    let exempt = |size, role| {
        let dossier = of(&Enterprise::default(), size);
        ids(&exposure(&dossier, Some(role), date(2028, 1, 1)).unwrap().exemptions)
    };
    for size in [EnterpriseSize::Micro, EnterpriseSize::Small] {
        let found = exempt(Some(size), Role::Manufacturer);
        assert_eq!(found, ["periods-fine-small", "periods-fine-small-only", "periods-fine-no-other"]);
        assert_eq!(exempt(Some(size), Role::Importer), Vec::<&str>::new());
    }
    for size in [EnterpriseSize::Medium, EnterpriseSize::Large] {
        assert_eq!(exempt(Some(size), Role::Manufacturer), ["periods-fine-not-small"]);
    }
    assert_eq!(exempt(None, Role::Manufacturer), ["law-not-stated"]);
}

#[test]
fn stewards_are_never_fined() {
    let verdict = today(&free_software_with(|free| free.sustained_support = Some(true)));
    let found = verdict.exposure.unwrap();
    assert!(!found.fines_possible && found.tiers.is_empty());
    assert_eq!(ids(&found.exemptions), ["periods-fine-steward", "periods-fine-no-other"]);
    assert!(exposure(&with(|_| {}), Some(Role::None), TODAY).is_none());
}

#[test]
fn err_27_before_full_application_article_64_is_no_basis_and_a_lawyer_is_asked() {
    let at = |day| exposure(&with(|_| {}), Some(Role::Manufacturer), day).unwrap();
    let before = at(date(2027, 12, 10));
    assert!(!before.applies);
    let open: Vec<&Reason> = before
        .cannot_be_said
        .iter()
        .filter(|reason| matches!(reason.row, "TRN-15" | "ERR-27" | "OPN-02"))
        .collect();
    assert_eq!(open.len(), 3);
    assert!(open.iter().all(|reason| reason.legal_review.is_some()));
    let after = at(date(2027, 12, 11));
    assert!(after.applies);
    assert_eq!(
        ids(&after.cannot_be_said),
        ["periods-fine-actual", "periods-fine-national", "periods-fine-critical"]
    );
    assert!(after.cannot_be_said[2].legal_review.is_some());
}

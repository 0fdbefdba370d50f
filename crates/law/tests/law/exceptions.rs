//! Section 2.1 of the reference, what it sets apart from each exclusion: near misses, open conditions, contradictions.

use proofmark_facts::{
    BelongsTo, DataConnection, Dossier, Presentation, ProductKind, SparePart, Supply, TestVersion, UnionAct,
    Weight,
};
use proofmark_law::{ScopeOutcome, ScopeVerdict, StateOfTheLaw, contradictions, scope};

use crate::a_product::{a_product, with};

fn judge(dossier: &Dossier) -> ScopeVerdict {
    scope(dossier, StateOfTheLaw::embedded())
}

fn missing(dossier: &Dossier) -> Vec<String> {
    match judge(dossier).outcome {
        ScopeOutcome::Undetermined { missing } => missing,
        other => panic!("expected an open answer, found {other:?}"),
    }
}

fn spare(identical: Option<bool>, same: Option<bool>, repair: Option<bool>) -> Dossier {
    with(|dossier| {
        dossier.scope.spare_part = Some(SparePart {
            replaces_identical_component: identical,
            same_specifications: same,
            supplied_for_repair: repair,
        });
    })
}

fn test_version(change: impl FnOnce(&mut TestVersion)) -> Dossier {
    let mut test = TestVersion {
        limited_period: Some(true),
        visible_sign: Some(true),
        safety_component: Some(false),
        users_forced: None,
    };
    change(&mut test);
    with(|dossier| dossier.scope.test_version = Some(test))
}

fn shown(only_shown: Option<bool>, visible_sign: Option<bool>) -> Dossier {
    with(|dossier| dossier.scope.presentation = Some(Presentation { only_shown, visible_sign }))
}

#[test]
fn every_near_miss_stays_in_with_its_reason_and_citation() {
    use UnionAct::*;
    let rows = [
        (NotItselfAMedicalDevice, "SCP-05", "Article 2(2)(a)"),
        (NotItselfAnInVitroDevice, "SCP-06", "Article 2(2)(b)"),
        (VehiclePartNotExclusive, "SCP-07", "Guidance C(2026) 5252, point 241"),
        (PedalledL1eVehicle, "SCP-08", "Delegated Regulation (EU) 2025/1535"),
        (UncertifiedAviation, "SCP-09", "Commission FAQ 1.4, entry 2.1.1"),
        (OutsideMarineEquipment, "SCP-10", "Commission FAQ 1.4, entry 2.2.1"),
        (Rail, "SCP-11", "Article 2"),
        (AgriculturalVehicles, "SCP-11", "Article 2"),
        (Machinery, "SCP-11", "Article 2"),
        (RadioEquipment, "SCP-11", "Article 2"),
        (Toys, "SCP-11", "Article 2"),
        (Lifts, "SCP-11", "Article 2"),
        (Energy, "SCP-11", "Article 2"),
        (Finance, "SCP-11", "Article 2"),
    ];
    let plain = judge(&a_product());
    for (act, row, cites) in rows {
        let verdict = judge(&with(|dossier| dossier.scope.other_acts = vec![act]));
        assert_eq!(verdict.outcome, ScopeOutcome::InScope, "{act:?}");
        let new: Vec<_> = verdict.reasons.iter().filter(|reason| !plain.reasons.contains(reason)).collect();
        assert_eq!(new.len(), 1, "{act:?}: {new:#?}");
        assert_eq!((new[0].row, new[0].cites.to_string().as_str()), (row, cites), "{act:?}");
        assert_eq!(new[0].fact.as_deref(), Some("scope.other_acts"));
    }
}

#[test]
fn signals_that_encode_nothing_are_no_data_connection() {
    for (connection, key) in [
        (DataConnection::OnOffSignals, "law-scope-on-off-signal"),
        (DataConnection::PowerOnly, "law-scope-power-only"),
        (DataConnection::None, "law-scope-no-connection"),
    ] {
        let verdict = judge(&with(|dossier| dossier.scope.data_connection = Some(connection)));
        assert_eq!(verdict.outcome, ScopeOutcome::Out);
        let last = verdict.reasons.last().unwrap();
        assert_eq!((last.row, last.says.id()), ("SCP-04", key));
    }
}

#[test]
fn a_claimed_exception_with_an_open_condition_is_neither_granted_nor_refused() {
    assert_eq!(judge(&spare(Some(true), Some(true), Some(true))).outcome, ScopeOutcome::Out);
    assert_eq!(
        missing(&spare(Some(true), None, None)),
        ["scope.spare_part.same_specifications", "scope.spare_part.supplied_for_repair"]
    );
    let refused = judge(&spare(None, Some(false), None));
    assert_eq!(refused.outcome, ScopeOutcome::InScope, "one condition that fails decides");
    let why = refused.reasons.iter().find(|reason| reason.row == "SCP-12").unwrap();
    assert_eq!(why.fact.as_deref(), Some("scope.spare_part.same_specifications"));

    assert_eq!(
        missing(&test_version(|test| test.safety_component = None)),
        ["scope.test_version.safety_component"]
    );
    assert_eq!(missing(&shown(Some(true), None)), ["scope.presentation.visible_sign"]);
}

#[test]
fn a_presentation_needs_its_sign() {
    let with_sign = judge(&shown(Some(true), Some(true)));
    assert_eq!(with_sign.outcome, ScopeOutcome::AllowedWithoutConformity);
    let without = shown(Some(true), Some(false));
    assert_eq!(judge(&without).outcome, ScopeOutcome::InScope);
    let problems = contradictions(&without, StateOfTheLaw::embedded());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].place.path.as_deref(), Some("scope.presentation.visible_sign"));
    assert_eq!(judge(&shown(Some(false), None)).outcome, ScopeOutcome::InScope, "it is supplied otherwise");
}

#[test]
fn a_test_version_is_software_is_no_safety_component_and_is_forced_on_nobody() {
    let granted = judge(&test_version(|_| {}));
    assert_eq!(granted.outcome, ScopeOutcome::AllowedWithoutConformity);
    for kind in [ProductKind::Hardware, ProductKind::HardwareWithSoftware] {
        let mut hardware = test_version(|_| {});
        hardware.product.kind = kind;
        assert_eq!(judge(&hardware).outcome, ScopeOutcome::InScope);
    }
    let safety = judge(&test_version(|test| test.safety_component = Some(true)));
    assert_eq!(safety.outcome, ScopeOutcome::InScope);
    assert!(safety.reasons.iter().any(|reason| reason.cites.to_string() == "Article 4(4)"));
    assert_eq!(judge(&test_version(|test| test.limited_period = Some(false))).outcome, ScopeOutcome::InScope);
    let forced = test_version(|test| test.users_forced = Some(true));
    let verdict = judge(&forced);
    assert_eq!(
        verdict.outcome,
        ScopeOutcome::AllowedWithoutConformity,
        "the recital asks; Article 4(3) does not"
    );
    assert!(verdict.reasons.last().unwrap().legal_review.is_some());
    let weights: Vec<Weight> =
        contradictions(&forced, StateOfTheLaw::embedded()).iter().map(|problem| problem.weight).collect();
    assert_eq!(weights, [Weight::Warning]);
}

#[test]
fn dual_use_is_in_and_contradicts_exclusive_use() {
    let dual = judge(&with(|dossier| dossier.scope.dual_use = Some(true)));
    assert_eq!(dual.outcome, ScopeOutcome::InScope);
    assert!(dual.reasons.iter().any(|reason| reason.cites.to_string() == "Commission FAQ 1.4, entry 1.8"));
    let both = with(|dossier| {
        dossier.scope.dual_use = Some(true);
        dossier.scope.exclusively_national_security = Some(true);
    });
    assert_eq!(missing(&both), ["scope.exclusively_national_security", "scope.dual_use"]);
}

#[test]
fn source_code_is_a_product_and_tutorial_code_is_none_on_the_market() {
    let of_kind = |kind| judge(&with(|dossier| dossier.product.kind = kind));
    let source = of_kind(ProductKind::SourceCode);
    assert_eq!(source.outcome, ScopeOutcome::InScope);
    assert!(source.reasons.iter().any(|reason| reason.row == "PLM-07"));
    let tutorial = of_kind(ProductKind::TutorialCode);
    assert_eq!(tutorial.outcome, ScopeOutcome::NotOnTheMarket);
    assert_eq!(tutorial.reasons.last().unwrap().row, "PLM-07");
}

#[test]
fn software_that_hardware_needs_is_part_of_it() {
    let belongs = |needed_to_use_it, same_manufacturer| {
        with(|dossier| {
            dossier.product.belongs_to =
                Some(BelongsTo { hardware: "Gate".to_owned(), needed_to_use_it, same_manufacturer });
        })
    };
    assert_eq!(judge(&belongs(Some(true), Some(true))).outcome, ScopeOutcome::PartOfAnotherProduct);
    assert_eq!(judge(&belongs(Some(false), None)).outcome, ScopeOutcome::InScope);
    assert_eq!(judge(&belongs(Some(true), Some(false))).outcome, ScopeOutcome::InScope);
    assert_eq!(missing(&belongs(Some(true), None)), ["product.belongs_to.same_manufacturer"]);
}

#[test]
fn own_use_covers_administrations_and_contradicts_a_price() {
    let administration = with(|dossier| {
        dossier.scope.public_administration_own_use = Some(true);
        dossier.scope.supply = Supply::default();
    });
    let verdict = judge(&administration);
    assert_eq!(verdict.outcome, ScopeOutcome::NotOnTheMarket);
    assert_eq!(verdict.reasons.last().unwrap().row, "SCP-16");
    let sold = with(|dossier| dossier.scope.own_use_only = Some(true));
    assert_eq!(missing(&sold), ["scope.own_use_only", "scope.supply.price"]);
}

#[test]
fn a_public_service_at_cost_is_not_commercial_by_its_price() {
    let service = |course_of_business| {
        with(|dossier| {
            dossier.scope.supply = Supply {
                on_union_market: Some(true),
                price: Some(true),
                paid_support_beyond_cost: Some(false),
                monetised_otherwise: Some(false),
                personal_data_as_condition: Some(false),
                donations_for_profit: Some(false),
                course_of_business,
                public_service_at_cost: Some(true),
            };
        })
    };
    let verdict = judge(&service(Some(false)));
    assert_eq!(verdict.outcome, ScopeOutcome::NotOnTheMarket);
    assert_eq!(verdict.reasons.last().unwrap().cites.to_string(), "recital 16");
    assert_eq!(judge(&service(Some(true))).outcome, ScopeOutcome::InScope);
    assert_eq!(missing(&service(None)), ["scope.supply.course_of_business"]);
}

#[test]
fn contradictions_leave_the_answer_open_and_are_problems_with_a_hint() {
    let act = with(|dossier| {
        dossier.scope.other_acts = vec![UnionAct::MotorVehicles, UnionAct::VehiclePartNotExclusive];
    });
    let dual = with(|dossier| {
        dossier.scope.dual_use = Some(true);
        dossier.scope.processes_classified_information = Some(true);
    });
    let own = with(|dossier| dossier.scope.own_use_only = Some(true));
    let mut sign = shown(Some(true), Some(false));
    sign.scope.only_shown_with_sign = Some(true);
    for (dossier, at) in [
        (act, "scope.other_acts"),
        (dual, "scope.dual_use"),
        (own, "scope.own_use_only"),
        (sign, "scope.only_shown_with_sign"),
    ] {
        assert!(!missing(&dossier).is_empty());
        let problems = contradictions(&dossier, StateOfTheLaw::embedded());
        let problem = problems.iter().find(|problem| problem.place.path.as_deref() == Some(at)).unwrap();
        assert_eq!(problem.weight, Weight::Warning);
        assert!(problem.says.hint().is_some() && problem.says.to_string().starts_with("Cannot be decided"));
    }
}

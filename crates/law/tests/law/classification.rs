//! Section 5 of the reference row by row: how a product stands to every category considered, and the one it has.

use proofmark_facts::{
    AvaVan, CategoryRelation, ConsideredCategory, CoreFunctionality, DescribedAs, Dossier, Weight,
};
use proofmark_law::{
    CategoryVerdict, Class, ClassOutcome, ClassPaths, StateOfTheLaw, Verification, categories, category,
    classification, classify, contradictions, product_kinds,
};

use crate::a_product::{core, of_category, state, with};

fn considered(category: &str, relation: CategoryRelation) -> ConsideredCategory {
    ConsideredCategory {
        category: category.to_owned(),
        relation,
        because: "the element relied on".to_owned(),
        against: Some("what speaks against it".to_owned()),
        kind: None,
    }
}

fn beside(own: Option<&str>, other: &str, relation: CategoryRelation) -> Dossier {
    with(|dossier| {
        dossier.product.core_functionality = Some(core(own));
        dossier.product.considered_categories = vec![considered(other, relation)];
    })
}

fn class(dossier: &Dossier) -> proofmark_law::ClassVerdict {
    classification(dossier, StateOfTheLaw::embedded())
}

fn errors(dossier: &Dossier) -> Vec<&'static str> {
    let problems = contradictions(dossier, StateOfTheLaw::embedded());
    problems.iter().filter(|problem| problem.weight == Weight::Error).map(|one| one.says.id()).collect()
}

fn warnings(dossier: &Dossier) -> Vec<&'static str> {
    let problems = contradictions(dossier, StateOfTheLaw::embedded());
    problems.iter().filter(|problem| problem.weight == Weight::Warning).map(|one| one.says.id()).collect()
}

#[test]
fn every_category_considered_has_a_line_with_element_and_counter_argument() {
    use CategoryRelation as Relation;
    use CategoryVerdict as Line;
    let relations = [
        (Relation::Matches, Line::Matches),
        (Relation::IntegratedOnly, Line::IntegratedOnly),
        (Relation::AncillaryOnly, Line::AncillaryOnly),
        (Relation::SubstantiallyExceeds, Line::SubstantiallyExceeds),
        (Relation::FallsShort, Line::FallsShort),
        (Relation::MerelyComplements, Line::MerelyComplements),
    ];
    for found in categories() {
        for (relation, expected) in relations {
            let verdict = class(&beside(None, found.id, relation));
            let [line] = verdict.considered.as_slice() else { panic!("one line for {}", found.id) };
            assert_eq!((line.category, line.class, line.verdict), (found.id, found.class, expected));
            assert_eq!(line.element.as_deref(), Some("the element relied on"));
            assert_eq!(line.against.as_deref(), Some("what speaks against it"));
            assert_eq!(line.fact, "product.considered_categories[0].relation");
            let row = match expected {
                Line::Matches => found.row,
                Line::IntegratedOnly => "CLS-02",
                Line::AncillaryOnly => "CLS-04",
                Line::SubstantiallyExceeds | Line::FallsShort | Line::MerelyComplements => "CLS-05",
            };
            assert_eq!(line.row, row, "{} {expected:?}", found.id);
            let turns_on_wording = !matches!(expected, Line::IntegratedOnly | Line::AncillaryOnly);
            assert_eq!(
                line.legal_review.is_some(),
                turns_on_wording && found.rests_on_a_draft.is_some(),
                "{} {expected:?}",
                found.id
            );
            // What is only there beside, exceeds or falls short leaves the product in neither annex.
            let is_a_match = matches!(expected, Line::Matches | Line::MerelyComplements);
            assert_eq!(verdict.class().is_none(), is_a_match, "{} {expected:?}", found.id);
        }
    }
}

#[test]
fn only_the_part_relied_on_asks_for_review_when_it_is_a_draft() {
    for found in categories() {
        for kind in found.named_examples {
            let mut dossier = of_category(found.id);
            dossier.product.core_functionality.as_mut().unwrap().kind = Some((*kind).to_owned());
            let verdict = class(&dossier);
            let drafted = found.drafted.contains(kind);
            assert_eq!(verdict.reasons[0].legal_review.is_some(), drafted, "{kind}");
            assert_eq!(verdict.considered[0].legal_review.is_some(), drafted, "{kind}");
            assert_eq!(verdict.reasons[0].verified.contains(&Verification::Draft), drafted, "{kind}");
            assert_eq!(verdict.considered[0].kind, Some(*kind));
        }
    }
    let drafts: Vec<&str> = categories().flat_map(|found| found.drafted).copied().collect();
    assert!(drafts.contains(&"internet modem") && !drafts.contains(&"router"));
    assert!(drafts.contains(&"container runtime") && !drafts.contains(&"type 1 hypervisor"));
    assert!(drafts.contains(&"smartcard") && !drafts.contains(&"secure element"));
}

#[test]
fn a_kind_nobody_knows_leaves_the_review_where_it_was() {
    let mut dossier = of_category("III.I.12");
    dossier.product.core_functionality.as_mut().unwrap().kind = Some("gadget".to_owned());
    assert!(class(&dossier).reasons[0].legal_review.is_some());
    assert!(warnings(&dossier).contains(&"routes-contradiction-unknown-kind"));
}

#[test]
fn cls_03_of_several_matches_one_is_chosen_with_reasons() {
    let both = |own: &str, other: &str, why: Option<&str>| {
        let mut dossier = beside(Some(own), other, CategoryRelation::Matches);
        dossier.product.core_functionality.as_mut().unwrap().chosen_because = why.map(str::to_owned);
        dossier
    };
    // The stricter one is the safe default, with or without reasons.
    let strict = both("III.II.2", "III.I.12", None);
    assert_eq!(class(&strict).class(), Some(Class::ImportantII));
    assert!(warnings(&strict).contains(&"routes-contradiction-not-chosen"));
    assert_eq!(errors(&strict), Vec::<&str>::new());
    // The less strict one only with reasons, and then for review.
    let missing = vec!["product.core_functionality.chosen_because".to_owned()];
    let silent = class(&both("III.I.12", "III.II.2", Some(" ")));
    assert_eq!(silent.outcome, ClassOutcome::Undetermined { missing });
    let chosen = class(&both("III.I.12", "III.II.2", Some("routing is what it is bought for")));
    assert_eq!(chosen.class(), Some(Class::ImportantI));
    let reason = chosen.reasons.iter().find(|reason| reason.row == "CLS-03").unwrap();
    assert!(reason.legal_review.is_some());
    // None at all contradicts itself.
    let none = beside(None, "III.I.12", CategoryRelation::Matches);
    assert_eq!(class(&none).class(), None);
    assert!(errors(&none).contains(&"routes-contradiction-none-but-matches"));
}

#[test]
fn cls_04_and_05_extra_functions_and_complements_take_nothing_out() {
    let extra = class(&beside(Some("III.I.12"), "III.I.4", CategoryRelation::AncillaryOnly));
    assert_eq!((extra.class(), extra.category), (Some(Class::ImportantI), Some("III.I.12")));
    let complemented = class(&beside(None, "III.I.12", CategoryRelation::MerelyComplements));
    assert_eq!(complemented.class(), None, "a complement is no exceeding, so the category matches");
    let exceeded = class(&beside(None, "III.I.12", CategoryRelation::SubstantiallyExceeds));
    assert_eq!(exceeded.class(), Some(Class::Default));
}

#[test]
fn cls_06_descriptions_that_disagree_are_a_warning_and_none_that_agrees_an_error() {
    let described = |own: Option<&str>, marketing: &str, instructions: &str| {
        with(|dossier| {
            dossier.product.core_functionality = Some(core(own));
            dossier.product.described_as = Some(DescribedAs {
                marketing: Some(marketing.to_owned()),
                instructions: Some(instructions.to_owned()),
                technical_documentation: None,
            });
        })
    };
    let mixed = described(Some("III.I.12"), "industrial firewall", "III.I.12");
    assert_eq!(warnings(&mixed), ["routes-contradiction-described"]);
    assert_eq!(errors(&mixed), Vec::<&str>::new());
    assert!(class(&mixed).reasons.iter().any(|reason| reason.row == "CLS-06"));
    assert_eq!(class(&mixed).class(), Some(Class::ImportantI), "labels decide nothing");
    let agreeing = described(Some("III.I.12"), "router", "III.I.12");
    assert!(!class(&agreeing).reasons.iter().any(|reason| reason.row == "CLS-06"));
    assert_eq!(warnings(&agreeing), Vec::<&str>::new());
    for own in [Some("III.I.1"), None] {
        let never = described(own, "industrial firewall", "web application firewall");
        assert_eq!(errors(&never), ["routes-contradiction-described-never"], "{own:?}");
    }
    let words = described(None, "a thing for the office", "an office thing");
    assert_eq!((errors(&words), warnings(&words)), (Vec::new(), Vec::new()));
}

#[test]
fn cls_07_a_module_is_classified_on_its_own() {
    let state = StateOfTheLaw::embedded();
    let firewall = CoreFunctionality { category: Some("III.II.2".to_owned()), ..core(None) };
    let paths = ClassPaths::below("product.modules[1]");
    let verdict = classify(Some(&firewall), &[], state, &paths);
    assert_eq!(verdict.class(), Some(Class::ImportantII));
    assert_eq!(verdict.reasons[0].fact.as_deref(), Some("product.modules[1].core_functionality.category"));
    let silent = classify(None, &[], state, &paths);
    let missing = vec!["product.modules[1].core_functionality".to_owned()];
    assert_eq!(silent.outcome, ClassOutcome::Undetermined { missing });
}

#[test]
fn cls_08_a_critical_component_leaves_a_class_i_host_in_class_i() {
    for critical in ["IV.1", "IV.2", "IV.3"] {
        let host = class(&beside(Some("III.I.12"), critical, CategoryRelation::IntegratedOnly));
        assert_eq!(host.class(), Some(Class::ImportantI));
        assert!(host.reasons.iter().any(|reason| reason.row == "CLS-08"), "{critical}");
    }
    let default = class(&beside(None, "IV.3", CategoryRelation::IntegratedOnly));
    assert_eq!(default.class(), Some(Class::Default));
}

/// Declared category, level, tamper protection, beyond the chip: `Ok`, or the fact that stands in the way.
type Row = (&'static str, Option<AvaVan>, Option<bool>, Option<bool>, Result<(), &'static str>);

#[test]
fn cls_10_the_attack_potential_draws_the_line_between_circuits() {
    use AvaVan::{Five, Four, One, Three, Two};
    const ANY: Option<bool> = None;
    const YES: Option<bool> = Some(true);
    const NO: Option<bool> = Some(false);
    let level = "product.ava_van_level";
    let tamper = "product.tamper_protection";
    let own = "product.core_functionality.category";
    let rows: [Row; 27] = [
        ("III.I.13", None, ANY, YES, Ok(())),
        ("III.I.13", Some(One), YES, YES, Ok(())),
        ("III.I.13", Some(Two), YES, YES, Err(own)),
        ("III.I.13", Some(Three), NO, YES, Ok(())),
        ("III.I.13", Some(Three), ANY, YES, Err(tamper)),
        ("III.I.13", None, YES, YES, Err(level)),
        ("III.I.13", Some(Five), YES, YES, Err(own)),
        ("III.I.13", None, ANY, NO, Err(own)),
        ("III.I.14", Some(Two), YES, YES, Err(own)),
        ("III.I.14", Some(Four), ANY, YES, Err(tamper)),
        ("III.I.14", None, NO, YES, Ok(())),
        ("III.I.15", Some(Three), YES, YES, Ok(())),
        ("III.I.15", None, ANY, NO, Err(own)),
        ("III.II.3", Some(Two), YES, YES, Ok(())),
        ("III.II.3", Some(Three), ANY, ANY, Ok(())),
        ("III.II.3", Some(One), YES, YES, Err(own)),
        ("III.II.3", Some(Two), NO, YES, Err(own)),
        ("III.II.3", Some(Four), YES, YES, Err(own)),
        ("III.II.4", Some(Three), YES, YES, Ok(())),
        ("III.II.4", Some(Four), ANY, YES, Err(own)),
        ("III.II.4", None, ANY, NO, Err(own)),
        ("IV.3", Some(Four), YES, YES, Ok(())),
        ("IV.3", Some(Five), ANY, ANY, Ok(())),
        ("IV.3", Some(Three), YES, YES, Err(own)),
        ("IV.3", Some(Four), NO, YES, Err(own)),
        ("IV.3", None, YES, YES, Ok(())),
        ("III.I.12", Some(Four), YES, YES, Ok(())),
    ];
    for (id, level, tamper, beyond, expected) in rows {
        let mut dossier = of_category(id);
        dossier.product.ava_van_level = level;
        dossier.product.tamper_protection = tamper;
        dossier.product.protects_beyond_the_chip = beyond;
        let verdict = class(&dossier);
        let case = format!("{id} {level:?} {tamper:?} {beyond:?}");
        match expected {
            Ok(()) => assert_eq!(verdict.class(), category(id).map(|found| found.class), "{case}"),
            Err(fact) => {
                let missing = vec![fact.to_owned()];
                assert_eq!(verdict.outcome, ClassOutcome::Undetermined { missing }, "{case}");
                assert_eq!(verdict.category, None, "{case}: no routes may follow");
            }
        }
        assert_eq!(verdict.reasons.iter().any(|reason| reason.row == "CLS-10"), id != "III.I.12", "{case}");
        let refused = errors(&dossier).contains(&"routes-contradiction-circuit");
        assert_eq!(refused, expected == Err(own), "{case}");
    }
}

#[test]
fn cls_11_an_act_that_moves_categories_is_named() {
    let state = state("annex_amendments = []", "annex_amendments = [\"Delegated Regulation (EU) 2029/1\"]");
    let verdict = classification(&with(|_| {}), &state);
    assert!(verdict.reasons.iter().any(|reason| reason.row == "CLS-11" && reason.legal_review.is_some()));
}

#[test]
fn words_suggest_categories_only_where_none_is_declared_and_decide_nothing() {
    let worded = |own: Option<&str>| {
        with(|dossier| {
            dossier.product.intended_purpose = Some("Keeps the office safe as a Firewall.".to_owned());
            dossier.product.essential_functionalities = vec!["Works as VPN gateways do".to_owned()];
            dossier.product.core_functionality = Some(core(own));
        })
    };
    let none = class(&worded(None));
    assert_eq!(none.class(), Some(Class::Default), "a suggestion is no answer");
    let ids: Vec<&str> = none.suggestions.iter().map(|one| one.category).collect();
    assert_eq!(ids, ["III.II.2", "III.I.5"]);
    assert_eq!(none.suggestions[1].fact, "product.essential_functionalities[0]");
    assert!(class(&worded(Some("III.I.5"))).suggestions.is_empty());
    let mut silent = worded(None);
    silent.product.core_functionality = None;
    assert_eq!(class(&silent).suggestions.len(), 2);
    let mut looked_at = worded(None);
    looked_at.product.considered_categories = vec![considered("III.II.2", CategoryRelation::IntegratedOnly)];
    assert_eq!(class(&looked_at).suggestions.len(), 1);
}

#[test]
fn the_look_up_names_every_category_but_those_nobody_asks_about() {
    for kind in product_kinds() {
        let class = kind.category.map_or(Class::Default, |id| category(id).unwrap().class);
        assert_eq!(kind.class, class, "{}", kind.kind);
    }
    let named = |id: &str| product_kinds().iter().any(|kind| kind.category == Some(id));
    let unnamed: Vec<&str> = categories().map(|found| found.id).filter(|id| !named(id)).collect();
    assert_eq!(unnamed, ["III.I.18", "III.I.19"]);
    let mistakes: Vec<&str> =
        product_kinds().iter().filter(|kind| kind.mistake.is_some()).map(|kind| kind.kind).collect();
    assert_eq!(mistakes.len(), 8, "{mistakes:?}");
}

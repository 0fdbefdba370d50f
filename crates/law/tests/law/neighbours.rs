//! Other Union law beside the Regulation: said where a fact touches it, and only there.

use jiff::civil::date;
use proofmark_facts::{
    AlsoGoverned, Application, AppliedStandard, AssuranceLevel, Certificate, Dossier, ProductKind, Weight,
};
use proofmark_law::{
    Neighbours, PART_I, PART_II, Relation, StateOfTheLaw, Verdict, assess, contradictions, standards_mapping,
};

use proptest::prelude::*;

use crate::a_product::{a_product, state_citing, today, with};

fn also(change: impl FnOnce(&mut AlsoGoverned)) -> Dossier {
    with(|dossier| change(&mut dossier.scope.also))
}

fn touched(dossier: &Dossier) -> Vec<&'static str> {
    today(dossier).neighbours.touched.iter().map(|act| act.id).collect()
}

/// What a page shows without being asked for everything.
fn shown(dossier: &Dossier) -> Vec<&'static str> {
    let verdict = today(dossier);
    verdict.neighbours.touched.iter().filter(|act| act.shown_by_default).map(|act| act.id).collect()
}

fn not_stated(dossier: &Dossier) -> Vec<&'static str> {
    today(dossier).neighbours.not_stated.iter().map(|act| act.id).collect()
}

#[test]
fn a_fact_touches_its_act_and_no_other() {
    type Change = fn(&mut AlsoGoverned);
    let rows: Vec<(Change, &str, &str)> = vec![
        (|also| also.radio_equipment = Some(true), "radio-equipment", "scope.also.radio_equipment"),
        (|also| also.radio_cybersecurity = Some(true), "radio-equipment", "scope.also.radio_cybersecurity"),
        (|also| also.machinery = Some(true), "machinery", "scope.also.machinery"),
        (
            |also| also.high_risk_ai_system = Some(true),
            "artificial-intelligence",
            "scope.also.high_risk_ai_system",
        ),
        (|also| also.ehr_system = Some(true), "health-data", "scope.also.ehr_system"),
        (
            |also| also.used_by_essential_or_important_entities = Some(true),
            "network-and-information-security",
            "scope.also.used_by_essential_or_important_entities",
        ),
        (
            |also| also.operator_is_essential_or_important_entity = Some(true),
            "network-and-information-security",
            "scope.also.operator_is_essential_or_important_entity",
        ),
        (
            |also| also.used_by_financial_entities = Some(true),
            "financial-resilience",
            "scope.also.used_by_financial_entities",
        ),
        (|also| also.connected_product_data = Some(true), "data-access", "scope.also.connected_product_data"),
        (
            |also| also.processes_personal_data = Some(true),
            "personal-data",
            "scope.also.processes_personal_data",
        ),
        (
            |also| also.digital_identity_wallet = Some(true),
            "identity-wallets",
            "scope.also.digital_identity_wallet",
        ),
        (|also| also.toy = Some(true), "toys", "scope.also.toy"),
        (|also| also.consumer_product = Some(true), "general-product-safety", "scope.also.consumer_product"),
    ];
    for (change, id, fact) in rows {
        let dossier = also(change);
        assert_eq!(shown(&dossier), [id]);
        let verdict = today(&dossier);
        let act = verdict.neighbours.touched.iter().find(|act| act.id == id).unwrap();
        assert_eq!(act.reasons[0].fact.as_deref(), Some(fact));
        assert!(!verdict.neighbours.not_stated.iter().any(|act| act.id == id), "{id}");
    }
}

#[test]
fn what_nobody_stated_is_neither_touched_nor_ruled_out() {
    let silent = a_product();
    assert_eq!(shown(&silent), Vec::<&str>::new());
    assert_eq!(not_stated(&silent).len(), 12, "{:?}", not_stated(&silent));
    let denied = also(|also| {
        also.toy = Some(false);
        also.radio_equipment = Some(false);
        also.used_by_essential_or_important_entities = Some(false);
    });
    assert!(!not_stated(&denied).contains(&"toys"));
    assert!(!not_stated(&denied).contains(&"radio-equipment"));
    // Half an answer is none: the operator may still be such an entity itself.
    assert!(not_stated(&denied).contains(&"network-and-information-security"));
}

#[test]
fn radio_equipment_of_another_kind_is_not_touched() {
    let other_kind = also(|also| {
        also.radio_equipment = Some(true);
        also.radio_cybersecurity = Some(false);
    });
    assert!(!touched(&other_kind).contains(&"radio-equipment"));
    assert!(!not_stated(&other_kind).contains(&"radio-equipment"));
}

#[test]
fn facts_that_contradict_each_other_are_told_and_decide_nothing() {
    let radio = also(|also| {
        also.radio_equipment = Some(false);
        also.radio_cybersecurity = Some(true);
    });
    assert!(!touched(&radio).contains(&"radio-equipment"));
    assert!(not_stated(&radio).contains(&"radio-equipment"));
    let data = with(|dossier| {
        dossier.scope.also.processes_personal_data = Some(false);
        dossier.scope.supply.personal_data_as_condition = Some(true);
    });
    let source_code = with(|dossier| {
        dossier.scope.also.source_code_only = Some(true);
        dossier.product.kind = ProductKind::HardwareWithSoftware;
    });
    let toy = also(|also| {
        also.toy = Some(true);
        also.consumer_product = Some(false);
    });
    for (dossier, code, place, weight) in [
        (&radio, "neighbours-contradiction-radio", "scope.also.radio_cybersecurity", Weight::Error),
        (
            &data,
            "neighbours-contradiction-personal-data",
            "scope.also.processes_personal_data",
            Weight::Error,
        ),
        (&source_code, "neighbours-contradiction-source-code", "scope.also.source_code_only", Weight::Error),
        (&toy, "neighbours-contradiction-toy", "scope.also.consumer_product", Weight::Warning),
    ] {
        let problems = contradictions(dossier, StateOfTheLaw::embedded());
        let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
        assert_eq!((problem.says.id(), problem.place.path.as_deref()), (code, Some(place)));
        assert_eq!(problem.weight, weight);
        assert!(problem.says.hint().is_some());
    }
}

#[test]
fn personal_data_as_the_price_are_personal_data() {
    let paid_with_data = with(|dossier| dossier.scope.supply.personal_data_as_condition = Some(true));
    assert_eq!(shown(&paid_with_data), ["personal-data"]);
}

#[test]
fn mere_source_code_is_no_product_of_liability_law() {
    assert_eq!(touched(&a_product()), ["product-liability"]);
    assert_eq!(touched(&also(|also| also.source_code_only = Some(true))), Vec::<&str>::new());
}

#[test]
fn outside_the_scope_nothing_is_said_of_neighbours() {
    let elsewhere = with(|dossier| {
        dossier.scope.data_connection = Some(proofmark_facts::DataConnection::None);
        dossier.scope.also.toy = Some(true);
    });
    assert!(today(&elsewhere).neighbours.is_empty());
}

#[test]
fn the_days_that_matter_follow_the_day_asked() {
    let said = |change: fn(&mut AlsoGoverned), id: &str, day| {
        let verdict = assess(&also(change), StateOfTheLaw::embedded(), day);
        let act = verdict.neighbours.touched.into_iter().find(|act| act.id == id).unwrap();
        act.reasons[1].says.id()
    };
    let machinery: fn(&mut AlsoGoverned) = |also| also.machinery = Some(true);
    assert_eq!(said(machinery, "machinery", date(2027, 1, 19)), "neighbours-applies-from");
    assert_eq!(said(machinery, "machinery", date(2027, 1, 20)), "neighbours-applies-since");
    let health: fn(&mut AlsoGoverned) = |also| also.ehr_system = Some(true);
    assert_eq!(said(health, "health-data", date(2027, 3, 25)), "neighbours-health-data-from");
    assert_eq!(said(health, "health-data", date(2027, 3, 26)), "neighbours-health-data-since");
    let radio: fn(&mut AlsoGoverned) = |also| also.radio_equipment = Some(true);
    assert_eq!(said(radio, "radio-equipment", date(2027, 12, 10)), "neighbours-radio-equipment-repeal");
    assert_eq!(said(radio, "radio-equipment", date(2027, 12, 11)), "neighbours-radio-equipment-repealed");
    let nothing: fn(&mut AlsoGoverned) = |_| {};
    assert_eq!(said(nothing, "product-liability", date(2026, 12, 8)), "neighbours-product-liability-from");
    assert_eq!(said(nothing, "product-liability", date(2026, 12, 9)), "neighbours-product-liability-since");
}

#[test]
fn what_no_binding_text_was_read_for_asks_for_legal_review() {
    let everything = also(|also| {
        *also = AlsoGoverned {
            high_risk_ai_system: Some(true),
            machinery: Some(true),
            ehr_system: Some(true),
            radio_equipment: Some(true),
            toy: Some(true),
            used_by_financial_entities: Some(true),
            processes_personal_data: Some(true),
            ..AlsoGoverned::default()
        };
    });
    let verdict = today(&everything);
    let asks = |id: &str, index: usize| {
        let act = verdict.neighbours.touched.iter().find(|act| act.id == id).unwrap();
        act.reasons[index].legal_review.as_ref().map(proofmark_text::Text::id)
    };
    assert_eq!(asks("artificial-intelligence", 0), None);
    assert_eq!(asks("machinery", 0), None);
    assert_eq!(asks("toys", 0), Some("law-review-unverified"));
    assert_eq!(asks("financial-resilience", 0), Some("neighbours-review-not-binding"));
    assert_eq!(asks("health-data", 0), Some("neighbours-review-not-binding"));
    assert_eq!(asks("radio-equipment", 1), Some("neighbours-review-intention"));
    assert_eq!(asks("product-liability", 1), Some("law-review-secondary"));
}

fn applying(references: &[&str]) -> Dossier {
    with(|dossier| {
        let applied = |reference: &&str| AppliedStandard {
            covers_core_functionality: None,
            restrictions: None,
            reference: (*reference).to_owned(),
            applied: Application::InFull,
            parts: None,
        };
        dossier.conformity.standards = references.iter().map(applied).collect();
    })
}

fn speaks_to(verdict: &Verdict, index: usize) -> Vec<(&'static str, Relation)> {
    verdict.standards[index].speaks_to.iter().map(|speaks| (speaks.requirement, speaks.relation)).collect()
}

#[test]
fn err_24_a_declared_standard_speaks_to_requirements_and_presumes_nothing() {
    let verdict = today(&applying(&["EN 18031-2:2024", "Company rules 7", "ISO/IEC 27001:2022"]));
    assert_eq!(verdict.standards.len(), 2, "what the mapping does not know is left out");
    let radio = speaks_to(&verdict, 0);
    assert!(radio.contains(&("I.2.m", Relation::Partly)) && radio.contains(&("I.2.l", Relation::Partly)));
    assert!(!radio.iter().any(|(requirement, _)| *requirement == "II.1"));
    for (standard, fact) in verdict.standards.iter().zip(["[0]", "[2]"]) {
        let reason = &standard.reasons[0];
        assert_eq!((reason.row, reason.cites.to_string().as_str()), ("ERR-24", "Article 27(1)"));
        assert_eq!(reason.fact, Some(format!("conformity.standards{fact}.reference")));
        assert!(reason.says.to_string().contains("no presumption of conformity"));
    }
}

#[test]
fn a_standard_cited_under_this_regulation_is_not_said_to_presume_nothing() {
    let dossier = applying(&["EN 40000-1-3:2026"]);
    let cited = assess(&dossier, &state_citing("EN 40000-1-3"), date(2026, 11, 21));
    assert!(cited.standards[0].reasons.is_empty());
    assert_eq!(today(&dossier).standards[0].reasons.len(), 1);
    assert_eq!(cited.standards[0].speaks_to.len(), PART_II.len());
}

#[test]
fn the_furthest_relation_of_a_requirement_is_told_once_and_in_order() {
    let verdict = today(&applying(&["ETSI EN 303 645"]));
    let spoken: Vec<&str> = speaks_to(&verdict, 0).iter().map(|(requirement, _)| *requirement).collect();
    let all: Vec<&str> = PART_I.iter().chain(&PART_II).copied().filter(|id| *id != "II.1").collect();
    assert_eq!(spoken, all);
    let partly = speaks_to(&verdict, 0).into_iter().find(|(requirement, _)| *requirement == "I.2.b");
    assert_eq!(partly, Some(("I.2.b", Relation::Partly)), "and not only `supports`, which another row says");
    assert!(standards_mapping().of_requirement("I.2.b").count() > 1);
}

fn certificate(scheme: &str) -> Certificate {
    Certificate {
        scheme: scheme.to_owned(),
        level: AssuranceLevel::High,
        reference: None,
        valid_until: None,
        covers_core_functionality: None,
    }
}

#[test]
fn a_certificate_under_the_common_criteria_scheme_is_the_declared_one() {
    let certified = |scheme: &str| {
        let mut dossier = a_product();
        dossier.conformity.certificate = Some(certificate(scheme));
        assess(&dossier, StateOfTheLaw::embedded(), date(2026, 11, 21)).neighbours
    };
    let touches = |near: &Neighbours| {
        let found = near.touched.iter().find(|act| act.id == "common-criteria-certification");
        found.map(|act| act.reasons[0].fact.clone().unwrap())
    };
    assert_eq!(touches(&certified(" eucc ")).as_deref(), Some("conformity.certificate.scheme"));
    assert_eq!(touches(&certified("EUCS")), None);
    let open = certified("EUCS").not_stated;
    assert!(open.iter().all(|act| act.id != "common-criteria-certification"));
}

/// Every fact an act can turn on.
const FACTS: [&str; 13] = [
    "high_risk_ai_system",
    "machinery",
    "ehr_system",
    "radio_equipment",
    "radio_cybersecurity",
    "toy",
    "consumer_product",
    "used_by_essential_or_important_entities",
    "operator_is_essential_or_important_entity",
    "used_by_financial_entities",
    "processes_personal_data",
    "connected_product_data",
    "digital_identity_wallet",
];

fn slot<'f>(also: &'f mut AlsoGoverned, fact: &str) -> &'f mut Option<bool> {
    match fact {
        "high_risk_ai_system" => &mut also.high_risk_ai_system,
        "machinery" => &mut also.machinery,
        "ehr_system" => &mut also.ehr_system,
        "radio_equipment" => &mut also.radio_equipment,
        "radio_cybersecurity" => &mut also.radio_cybersecurity,
        "toy" => &mut also.toy,
        "consumer_product" => &mut also.consumer_product,
        "used_by_essential_or_important_entities" => &mut also.used_by_essential_or_important_entities,
        "operator_is_essential_or_important_entity" => &mut also.operator_is_essential_or_important_entity,
        "used_by_financial_entities" => &mut also.used_by_financial_entities,
        "processes_personal_data" => &mut also.processes_personal_data,
        "connected_product_data" => &mut also.connected_product_data,
        "digital_identity_wallet" => &mut also.digital_identity_wallet,
        other => panic!("`{other}` is no fact an act turns on"),
    }
}

proptest! {
    #[test]
    fn an_act_is_touched_by_a_stated_fact_or_waits_for_one_that_is_not_stated(
        says in proptest::array::uniform13(any::<Option<bool>>()),
        day in 0..2_000_i64,
    ) {
        let mut dossier = a_product();
        for (fact, says) in FACTS.iter().zip(says) {
            *slot(&mut dossier.scope.also, fact) = says;
        }
        let day = date(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
        let near = assess(&dossier, StateOfTheLaw::embedded(), day).neighbours;
        for act in &near.touched {
            prop_assert!(!near.not_stated.iter().any(|other| other.id == act.id), "{} is both", act.id);
            let fact = act.reasons[0].fact.as_deref().unwrap();
            if let Some(fact) = fact.strip_prefix("scope.also.") {
                prop_assert_eq!(*slot(&mut dossier.scope.also, fact), Some(true));
            }
        }
        let contradicted = dossier.scope.also.radio_equipment == Some(false)
            && dossier.scope.also.radio_cybersecurity == Some(true);
        for act in near.not_stated.iter().filter(|act| act.id != "radio-equipment" || !contradicted) {
            for path in act.missing.iter().filter(|path| **path != "conformity.certificate") {
                let fact = path.strip_prefix("scope.also.").unwrap();
                prop_assert_eq!(*slot(&mut dossier.scope.also, fact), None);
                *slot(&mut dossier.scope.also, fact) = Some(false);
            }
        }
        dossier.conformity.certificate = Some(certificate("EUCS"));
        let settled = assess(&dossier, StateOfTheLaw::embedded(), day).neighbours;
        let open = settled.not_stated.iter().filter(|act| act.id != "radio-equipment" || !contradicted);
        prop_assert_eq!(open.count(), 0, "every answer settles its act");
        let ids = |acts: &[proofmark_law::TouchedAct]| acts.iter().map(|act| act.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&settled.touched), ids(&near.touched), "a fact that is denied touches nothing");
    }
}

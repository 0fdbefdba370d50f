//! Whatever is declared: no panic, the same answer twice, and a new fact never rewrites the steps before it.

use jiff::civil::{Date, date};
use proofmark_facts::*;
use proofmark_law::{
    Case, Kept, ScopeOutcome, StandingState, StateOfTheLaw, assess, categories, contradictions, next_steps,
    readiness, scope,
};
use proptest::prelude::*;

use crate::a_product::{a_product, core};

/// Draws facts from bytes, so that any bytes make some dossier and shrinking makes plainer ones.
struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    fn roll(&mut self, sides: u8) -> u8 {
        self.0.next().copied().unwrap_or(0) % sides
    }

    fn maybe(&mut self) -> Option<bool> {
        [None, Some(true), Some(false)][usize::from(self.roll(3))]
    }

    fn yes(&mut self) -> bool {
        self.roll(2) == 1
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::from(self.roll(u8::try_from(of.len()).unwrap()))]
    }

    fn day(&mut self) -> Option<Date> {
        let edge = [Date::MIN, Date::MAX, date(2027, 12, 11), date(2026, 9, 11), date(2028, 2, 29)];
        match self.roll(3) {
            0 => None,
            1 => Some(self.one(&edge)),
            _ => Some(date(2024 + i16::from(self.roll(12)), 1 + i8::try_from(self.roll(12)).unwrap(), 28)),
        }
    }

    fn words(&mut self) -> Option<String> {
        self.one(&[
            None,
            Some(""),
            Some("words"),
            Some("III.I.12"),
            Some("ETSI EN 304 627"),
            Some("é\u{0}`{"),
        ])
        .map(str::to_owned)
    }
}

fn dossier(bytes: &[u8]) -> Dossier {
    let mut dice = Dice(bytes.iter());
    let mut dossier = a_product();
    operator(&mut dossier, &mut dice);
    scope_facts(&mut dossier, &mut dice);
    product(&mut dossier, &mut dice);
    conformity(&mut dossier, &mut dice);
    lists(&mut dossier, &mut dice);
    dossier
}

fn operator(dossier: &mut Dossier, dice: &mut Dice<'_>) {
    let operator = &mut dossier.operator;
    operator.established_in = dice.one(&[None, Some("DE"), Some("US")]).map(|code| code.parse().unwrap());
    operator.person = dice.one(&[None, Some(Person::Natural), Some(Person::Legal)]);
    operator.activity = Activity {
        develops_or_has_developed: dice.maybe(),
        markets_under_own_name: dice.maybe(),
        places_third_country_brand: dice.maybe(),
        distributes_unchanged: dice.maybe(),
        substantially_modifies: dice.maybe(),
        acts_under_written_mandate: dice.maybe(),
        only_intermediary: dice.maybe(),
    };
}

fn scope_facts(dossier: &mut Dossier, dice: &mut Dice<'_>) {
    let facts = &mut dossier.scope;
    facts.data_connection = dice.one(&[
        None,
        Some(DataConnection::Indirect),
        Some(DataConnection::None),
        Some(DataConnection::DirectLogical),
    ]);
    if dice.roll(4) == 0 {
        facts.other_acts = vec![dice.one(&[UnionAct::MedicalDevices, UnionAct::MarineEquipment])];
    }
    facts.exclusively_national_security = dice.one(&[None, None, Some(false), Some(true)]);
    facts.own_use_only = dice.one(&[None, None, Some(false), Some(true)]);
    facts.test_version = dice.yes().then(|| TestVersion {
        limited_period: dice.yes(),
        visible_sign: dice.yes(),
        safety_component: dice.yes(),
    });
    facts.supply = Supply {
        on_union_market: dice.maybe(),
        price: dice.maybe(),
        paid_support_beyond_cost: dice.maybe(),
        monetised_otherwise: dice.maybe(),
        personal_data_as_condition: dice.maybe(),
        donations_for_profit: dice.maybe(),
        course_of_business: dice.maybe(),
    };
    facts.also = AlsoGoverned {
        high_risk_ai_system: dice.maybe(),
        ai_act: dice.yes().then(|| AiAct {
            internal_control: dice.maybe(),
            product_requirements_met: dice.maybe(),
            process_requirements_met: dice.maybe(),
            shown_in_declaration: dice.maybe(),
        }),
        machinery: dice.maybe(),
        ehr_system: dice.maybe(),
        radio_equipment: dice.maybe(),
    };
    dossier.free_software = dice.yes().then(|| FreeSoftware {
        licence: None,
        freely_licensed: dice.maybe(),
        source_openly_shared: dice.maybe(),
        under_own_responsibility: dice.maybe(),
        donations_gate_access: dice.maybe(),
        not_for_profit: dice.maybe(),
        support_at_cost_only: dice.maybe(),
        sustained_support: dice.maybe(),
        technical_documentation_public_at: dice.words(),
        technical_documentation_public_since: dice.day(),
    });
}

fn product(dossier: &mut Dossier, dice: &mut Dice<'_>) {
    dossier.product.kind = dice.one(&[
        ProductKind::Software,
        ProductKind::HardwareWithSoftware,
        ProductKind::RemoteService,
        ProductKind::NotElectronic,
    ]);
    let ids: Vec<&str> = categories().map(|category| category.id).chain(["", "IV.9"]).collect();
    dossier.product.core_functionality = dice.yes().then(|| core(dice.yes().then(|| dice.one(&ids))));
    for _ in 0..dice.roll(3) {
        let relations = [
            CategoryRelation::Matches,
            CategoryRelation::MerelyComplements,
            CategoryRelation::SubstantiallyExceeds,
            CategoryRelation::AncillaryOnly,
        ];
        dossier.product.considered_categories.push(ConsideredCategory {
            category: dice.one(&ids).to_owned(),
            relation: dice.one(&relations),
            because: dice.words().unwrap_or_default(),
            against: dice.words(),
            kind: dice.words(),
        });
    }
    dossier.product.described_as = dice.yes().then(|| DescribedAs {
        marketing: dice.words(),
        instructions: dice.words(),
        technical_documentation: dice.words(),
    });
    dossier.product.ava_van_level =
        dice.one(&[None, Some(AvaVan::One), Some(AvaVan::Three), Some(AvaVan::Five)]);
    dossier.product.tamper_protection = dice.maybe();
    dossier.product.protects_beyond_the_chip = dice.maybe();
    dossier.release.placed_on_the_market_on = dice.day();
    dossier.support_period.ends_on = dice.day();
    dossier.support_period.expected_use_years = dice.one(&[None, Some(0), Some(3), Some(20), Some(u32::MAX)]);
}

fn conformity(dossier: &mut Dossier, dice: &mut Dice<'_>) {
    let procedures = [
        Procedure::InternalControl,
        Procedure::TypeExamination,
        Procedure::FullQualityAssurance,
        Procedure::Certification,
    ];
    dossier.conformity = Conformity {
        procedure: dice.yes().then(|| dice.one(&procedures)),
        completed_on: dice.day(),
        standards: dice
            .words()
            .map(|reference| AppliedStandard {
                reference,
                applied: Application::InFull,
                parts: None,
                covers_core_functionality: None,
                restrictions: None,
            })
            .into_iter()
            .collect(),
        certificate: dice.words().map(|scheme| Certificate {
            scheme,
            level: dice.one(&[AssuranceLevel::Basic, AssuranceLevel::High]),
            reference: dice.words(),
            valid_until: dice.day(),
            covers_core_functionality: dice.maybe(),
        }),
        earlier_certificates: dice
            .words()
            .map(|under| EarlierCertificate {
                under,
                reference: None,
                valid_until: dice.day(),
                covers: dice.words().into_iter().collect(),
            })
            .into_iter()
            .collect(),
        ce_marking_on: dice.words(),
        signatory: dice.words().map(|name| Signatory {
            name,
            function: None,
            place: None,
            signed_on: dice.day(),
        }),
        ..Conformity::default()
    };
}

fn lists(dossier: &mut Dossier, dice: &mut Dice<'_>) {
    for _ in 0..dice.roll(4) {
        dossier.remote_services.push(RemoteService {
            name: dice.words().unwrap_or_default(),
            does: None,
            developed_under_own_responsibility: dice.maybe(),
            function_depends_on_it: dice.maybe(),
            pure_connectivity: dice.yes(),
            operated_by: dice.words(),
        });
    }
    for _ in 0..dice.roll(6) {
        dossier.requirements.push(RequirementDecision {
            requirement: dice.one(&["I.1", "I.2.a", "I.2.c", "II.1", "II.9", ""]).to_owned(),
            applies: dice.yes(),
            implemented_by: dice.words(),
            not_applicable_because: dice.words(),
            evidence: dice.words().into_iter().collect(),
        });
    }
    for _ in 0..dice.roll(3) {
        dossier.evidence.push(DeclaredEvidence {
            file: dice.words().unwrap_or_default(),
            shows: vec![dice.one(&["art13-7", "I.2.c", "art13-22", "nonsense", ""]).to_owned()],
            says: None,
            observed_on: None,
            stale_after: dice.day(),
        });
    }
}

/// States one fact that was missing.
fn answer(dossier: &mut Dossier, path: &str, with: bool) {
    let facts = &mut dossier.scope;
    let supply = &mut facts.supply;
    let slot = match path {
        "scope.supply.on_union_market" => &mut supply.on_union_market,
        "scope.supply.price" => &mut supply.price,
        "scope.supply.paid_support_beyond_cost" => &mut supply.paid_support_beyond_cost,
        "scope.supply.monetised_otherwise" => &mut supply.monetised_otherwise,
        "scope.supply.personal_data_as_condition" => &mut supply.personal_data_as_condition,
        "scope.supply.donations_for_profit" => &mut supply.donations_for_profit,
        "scope.supply.course_of_business" => &mut supply.course_of_business,
        "scope.data_connection" => {
            let connection = if with { DataConnection::Indirect } else { DataConnection::None };
            facts.data_connection = Some(connection);
            return;
        }
        path => match path.strip_prefix("free_software.") {
            Some(field) => free_software_fact(dossier.free_software.as_mut().unwrap(), field),
            None => remote_fact(&mut dossier.remote_services, path),
        },
    };
    assert_eq!(*slot, None, "`{path}` was said to be missing");
    *slot = Some(with);
}

fn free_software_fact<'f>(free: &'f mut FreeSoftware, field: &str) -> &'f mut Option<bool> {
    match field {
        "freely_licensed" => &mut free.freely_licensed,
        "source_openly_shared" => &mut free.source_openly_shared,
        "under_own_responsibility" => &mut free.under_own_responsibility,
        "donations_gate_access" => &mut free.donations_gate_access,
        other => panic!("`{other}` is no fact of free software"),
    }
}

fn remote_fact<'f>(services: &'f mut [RemoteService], path: &str) -> &'f mut Option<bool> {
    let (index, field) = path.strip_prefix("remote_services[").unwrap().split_once("].").unwrap();
    let service = &mut services[index.parse::<usize>().unwrap()];
    match field {
        "function_depends_on_it" => &mut service.function_depends_on_it,
        "developed_under_own_responsibility" => &mut service.developed_under_own_responsibility,
        other => panic!("`{other}` is no fact of remote services"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_dossier_makes_the_law_panic_and_the_same_facts_give_the_same_answer(
        bytes in proptest::collection::vec(any::<u8>(), 0..160),
        day in 0..3_000_i64,
    ) {
        let dossier = dossier(&bytes);
        let day = date(2024, 1, 1).saturating_add(jiff::Span::new().days(day));
        let state = StateOfTheLaw::embedded();
        let verdict = assess(&dossier, state, day);
        prop_assert_eq!(&verdict, &assess(&dossier, state, day));
        let kept = Kept::default();
        let standings = readiness(&Case { dossier: &dossier, verdict: &verdict, state, kept: &kept, day });
        let steps = next_steps(&standings);
        let owed = standings.iter().any(|standing| {
            matches!(standing.state, StandingState::Open { .. } | StandingState::Late { .. })
        });
        prop_assert_eq!(owed, !steps.is_empty());
        let problems = contradictions(&dossier, state);
        let json = serde_json::to_string(&(&verdict, &standings, &steps, &problems)).unwrap();
        prop_assert!(json.contains("2026-11-21"));
    }

    #[test]
    fn a_new_fact_never_rewrites_the_steps_before_it(
        bytes in proptest::collection::vec(any::<u8>(), 0..160),
        with in any::<bool>(),
        which in any::<prop::sample::Index>(),
    ) {
        let mut dossier = dossier(&bytes);
        let state = StateOfTheLaw::embedded();
        let before = scope(&dossier, state);
        if let ScopeOutcome::Undetermined { missing } = &before.outcome {
            let asked = |verdict: &proofmark_law::ScopeVerdict| {
                verdict.reasons.iter().take_while(|reason| reason.says.id() != "law-not-stated").cloned().collect::<Vec<_>>()
            };
            answer(&mut dossier, &missing[which.index(missing.len())], with);
            let after = scope(&dossier, state);
            prop_assert!(after.reasons.starts_with(&asked(&before)));
        }
    }

    #[test]
    fn every_answer_given_brings_the_procedure_to_an_end(
        bytes in proptest::collection::vec(any::<u8>(), 0..160),
        answers in any::<u64>(),
    ) {
        let mut dossier = dossier(&bytes);
        for round in 0..64 {
            let ScopeOutcome::Undetermined { missing } = scope(&dossier, StateOfTheLaw::embedded()).outcome else {
                return Ok(());
            };
            prop_assert!(!missing.is_empty());
            answer(&mut dossier, &missing[0], answers >> round & 1 == 1);
        }
        prop_assert!(false, "the procedure keeps asking");
    }
}

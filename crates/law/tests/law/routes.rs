//! Section 6.2 of the reference: the table of procedures, under today's state of the law and under later ones.

use jiff::civil::date;
use proofmark_facts::Procedure::{
    self, Certification, FullQualityAssurance, InternalControl, TypeExamination,
};
use proofmark_facts::{Application, AppliedStandard, Dossier, FreeSoftware};
use proofmark_law::{MODULES, RoutesVerdict, StateOfTheLaw, assess, module_duties};

use crate::a_product::{TODAY, a_product, of_category, state_citing, state_with, today, with};

fn open(routes: &RoutesVerdict) -> Vec<Procedure> {
    routes.open.iter().map(|route| route.procedure).collect()
}

fn free(mut dossier: Dossier, public: bool) -> Dossier {
    dossier.free_software = Some(FreeSoftware {
        freely_licensed: Some(true),
        source_openly_shared: Some(true),
        under_own_responsibility: Some(true),
        technical_documentation_public_at: public.then(|| "https://example.org/td".to_owned()),
        ..FreeSoftware::default()
    });
    dossier
}

fn applying(mut dossier: Dossier, reference: &str, applied: Application) -> Dossier {
    dossier.conformity.standards = vec![AppliedStandard {
        reference: reference.to_owned(),
        applied,
        parts: None,
        covers_core_functionality: Some(true),
        restrictions: None,
    }];
    dossier
}

const THIRD_PARTY: [Procedure; 2] = [TypeExamination, FullQualityAssurance];
const NO_CERTIFICATION: [Procedure; 3] = [InternalControl, TypeExamination, FullQualityAssurance];

#[test]
fn every_row_of_the_table_opens_what_it_should_today() {
    let class_i = || of_category("III.I.12");
    let class_ii = || of_category("III.II.2");
    let critical = || of_category("IV.1");
    let rows: Vec<(&str, Dossier, &[Procedure])> = vec![
        ("RTE-01", a_product(), &NO_CERTIFICATION),
        ("RTE-03", class_i(), &THIRD_PARTY),
        ("RTE-03", applying(class_i(), "ETSI EN 304 627", Application::InFull), &THIRD_PARTY),
        ("RTE-03", free(class_i(), false), &THIRD_PARTY),
        ("RTE-04", free(class_i(), true), &NO_CERTIFICATION),
        ("RTE-04", free(class_ii(), true), &NO_CERTIFICATION),
        ("RTE-05", class_ii(), &THIRD_PARTY),
        ("RTE-05", applying(class_ii(), "ETSI EN 304 636", Application::InFull), &THIRD_PARTY),
        ("RTE-07", critical(), &THIRD_PARTY),
        ("RTE-08", free(critical(), true), &THIRD_PARTY),
        ("RTE-09", a_product(), &NO_CERTIFICATION),
    ];
    for (row, dossier, expected) in rows {
        let routes = today(&dossier).routes;
        assert_eq!(open(&routes), expected, "{row}");
        let all = routes.open.iter().chain(&routes.closed).flat_map(|route| &route.reasons);
        let rows: Vec<&str> = all.map(|reason| reason.row).collect();
        assert!(rows.contains(&row), "{row} not in {rows:?}");
        assert_eq!(routes.open.len() + routes.closed.len(), 4, "{row}: every procedure stands somewhere");
    }
}

#[test]
fn rte_02_a_cited_standard_opens_internal_control_only_when_applied_in_full_and_for_its_category() {
    let state = state_citing("ETSI EN 304 627");
    let judge = |dossier: &Dossier| open(&assess(dossier, &state, TODAY).routes);
    let router = || of_category("III.I.12");
    assert_eq!(
        judge(&applying(router(), "EN 304 627:2026", Application::InFull)),
        NO_CERTIFICATION,
        "cited and applied in full"
    );
    assert_eq!(judge(&applying(router(), "EN 304 627:2026", Application::InPart)), THIRD_PARTY);
    assert_eq!(judge(&applying(router(), "EN 18031-1:2024", Application::InFull)), THIRD_PARTY);
    assert_eq!(judge(&router()), THIRD_PARTY);
    assert_eq!(
        judge(&applying(of_category("III.I.2"), "EN 304 627:2026", Application::InFull)),
        THIRD_PARTY,
        "a standard for routers serves no browser"
    );
    let before =
        assess(&applying(router(), "EN 304 627:2026", Application::InFull), &state, date(2026, 10, 31));
    assert_eq!(open(&before.routes), THIRD_PARTY, "the day before the citation");
}

#[test]
fn a_common_specification_opens_internal_control_as_well() {
    let state = state_with(
        "[[common_specification]]\nreference = \"Implementing Regulation (EU) 2026/9\"\ncategories = [\"III.I.2\"]\napplies_from = \"2026-11-01\"\n",
    );
    let dossier =
        applying(of_category("III.I.2"), "Implementing Regulation (EU) 2026/9", Application::InFull);
    assert_eq!(open(&assess(&dossier, &state, TODAY).routes), NO_CERTIFICATION);
}

#[test]
fn what_would_open_names_the_standard_that_is_being_written() {
    let routes = today(&of_category("III.I.11")).routes;
    let would = routes.would_open.iter().find(|route| route.procedure == InternalControl).unwrap();
    assert!(would.reasons[0].says.to_string().contains("ETSI EN 304 626"));
    let routes = today(&of_category("III.II.1")).routes;
    assert!(routes.would_open.iter().all(|route| route.procedure != InternalControl), "ERR-07");
}

#[test]
fn a_designated_scheme_opens_certification_for_its_categories_at_substantial_or_above() {
    let scheme = |level: &str, categories: &str| {
        state_with(&format!(
            "[[designated_scheme]]\nscheme = \"EUCC\"\nact = \"an act\"\ncategories = [{categories}]\nlevel = \"{level}\"\napplies_from = \"2026-11-01\"\n"
        ))
    };
    let opens = |state: &StateOfTheLaw, id: &str| {
        assess(&of_category(id), state, TODAY).routes.is_open(Certification)
    };
    assert!(opens(&scheme("substantial", "\"IV.1\""), "IV.1"));
    assert!(opens(&scheme("high", ""), "III.II.2"));
    assert!(!opens(&scheme("substantial", "\"IV.1\""), "IV.3"));
    assert!(!opens(&scheme("basic", "\"IV.1\""), "IV.1"));
}

#[test]
fn rte_06_an_act_under_article_8_leaves_certification_only() {
    let state = state_with(
        "[[mandatory_certification]]\nact = \"an act\"\ncategory = \"IV.3\"\nscheme = \"EUCC\"\nlevel = \"high\"\napplies_from = \"2026-11-01\"\n",
    );
    assert_eq!(open(&assess(&of_category("IV.3"), &state, TODAY).routes), [Certification]);
    assert_eq!(open(&assess(&of_category("IV.1"), &state, TODAY).routes), THIRD_PARTY);
}

#[test]
fn rte_10_and_11_a_high_risk_ai_system_uses_the_other_act_unless_a_third_party_is_needed() {
    let ai = |mut dossier: Dossier| {
        dossier.scope.also.high_risk_ai_system = Some(true);
        today(&dossier).routes
    };
    let plain = ai(a_product());
    assert_eq!(open(&plain), []);
    assert_eq!(plain.beside[0].row, "RTE-10");
    let strict = ai(of_category("III.II.2"));
    assert_eq!(open(&strict), THIRD_PARTY);
    let line = strict.beside.iter().find(|reason| reason.row == "RTE-11").unwrap();
    assert!(line.legal_review.is_some());
}

#[test]
fn rte_12_a_health_record_system_changes_procedure_on_its_day() {
    let ehr = |placed_on| {
        with(|dossier| {
            dossier.scope.also.ehr_system = Some(true);
            dossier.release.placed_on_the_market_on = Some(placed_on);
        })
    };
    assert_eq!(open(&today(&ehr(date(2027, 3, 25))).routes), NO_CERTIFICATION);
    let after = today(&ehr(date(2027, 3, 26))).routes;
    assert_eq!(open(&after), []);
    assert!(after.beside.iter().any(|reason| reason.row == "RTE-12" && reason.legal_review.is_some()));
}

#[test]
fn rte_13_machinery_goes_through_both() {
    let routes = today(&with(|dossier| dossier.scope.also.machinery = Some(true))).routes;
    assert_eq!(open(&routes), NO_CERTIFICATION);
    assert!(routes.beside.iter().any(|reason| reason.row == "RTE-13"));
}

#[test]
fn where_a_notified_body_is_needed_the_number_listed_is_said() {
    let routes = today(&of_category("III.II.2")).routes;
    assert!(routes.needs_a_notified_body());
    let said = routes.beside.iter().map(|reason| reason.says.to_string()).collect::<String>();
    assert!(said.contains("Listed for this Regulation on 2026-10-01: 0"), "{said}");
    assert!(!today(&a_product()).routes.needs_a_notified_body());
}

#[test]
fn free_software_facts_that_matter_are_asked_for_and_others_are_not() {
    let mut router = free(of_category("III.I.12"), true);
    router.free_software.as_mut().unwrap().source_openly_shared = None;
    // Scope itself waits for the same fact; the routes name it too.
    assert_eq!(today(&router).routes.missing, ["free_software.source_openly_shared"]);
}

#[test]
fn a_product_outside_the_regulation_needs_no_procedure() {
    let out = with(|dossier| {
        dossier.scope.own_use_only = Some(true);
        dossier.scope.supply.price = None;
    });
    assert_eq!(today(&out).routes, RoutesVerdict::default());
}

#[test]
fn every_module_says_what_it_demands() {
    for module in MODULES {
        assert_eq!(module_duties(module.procedure), module);
        assert!(!module.steps.is_empty() && !module.documents.is_empty() && !module.output.is_empty());
        assert_eq!(module.number_beside_the_ce_marking, module.procedure == FullQualityAssurance);
    }
}

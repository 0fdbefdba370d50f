//! Section 6 of the reference under every state of the law: what opens, what closes, what cannot be told.

use jiff::civil::date;
use proofmark_facts::Procedure::{
    self, Certification, FullQualityAssurance, InternalControl, TypeExamination,
};
use proofmark_facts::{
    AiAct, Application, AppliedStandard, AssuranceLevel, Certificate, Dossier, EnterpriseSize, FreeSoftware,
    OtherCertificate, Weight,
};
use proofmark_law::{Actor, Class, RoutesVerdict, StateOfTheLaw, assess, categories, contradictions};
use proptest::prelude::*;

use crate::a_product::{TODAY, a_product, of_category, state, state_citing, state_with, today};

const REFERENCE: &str = "ETSI EN 304 626";

fn operating_system(applied: Application, covers: Option<bool>, restrictions: Option<&str>) -> Dossier {
    let mut dossier = of_category("III.I.11");
    dossier.conformity.standards = vec![AppliedStandard {
        reference: "ETSI EN 304 626 V1.1.1".to_owned(),
        applied,
        parts: None,
        covers_core_functionality: covers,
        restrictions: restrictions.map(str::to_owned),
    }];
    dossier
}

fn rows(routes: &[proofmark_law::Route], procedure: Procedure) -> Vec<&'static str> {
    let of = routes.iter().filter(|route| route.procedure == procedure);
    of.flat_map(|route| &route.reasons).map(|reason| reason.row).collect()
}

fn facts(routes: &[proofmark_law::Route]) -> Vec<&str> {
    routes.iter().flat_map(|route| &route.reasons).filter_map(|reason| reason.fact.as_deref()).collect()
}

fn designating(scheme: &str, level: &str) -> StateOfTheLaw {
    state_with(&format!(
        "[[designated_scheme]]\nscheme = \"{scheme}\"\nact = \"an act\"\ncategories = []\nlevel = \"{level}\"\napplies_from = \"2026-11-01\"\n"
    ))
}

fn certified(mut dossier: Dossier, level: AssuranceLevel, covers: Option<bool>) -> Dossier {
    dossier.conformity.certificate = Some(Certificate {
        scheme: "EUCC".to_owned(),
        level,
        reference: Some("EUCC-1".to_owned()),
        valid_until: Some(date(2030, 1, 1)),
        covers_core_functionality: covers,
    });
    dossier
}

#[test]
fn rte_02_only_a_standard_that_covers_every_risk_of_the_core_functionality_opens_internal_control() {
    let state = state_citing(REFERENCE);
    let judge = |dossier: &Dossier| assess(dossier, &state, TODAY).routes;
    let full = judge(&operating_system(Application::InFull, Some(true), None));
    assert!(full.is_open(InternalControl) && full.undecided.is_empty());
    let silent = judge(&operating_system(Application::InFull, None, None));
    assert!(!silent.is_open(InternalControl) && silent.is_open(TypeExamination));
    assert_eq!(facts(&silent.undecided), ["conformity.standards[0].covers_core_functionality"]);
    assert!(silent.closed.iter().all(|route| route.procedure != InternalControl), "nor is it closed");
    let narrow = judge(&operating_system(Application::InFull, Some(false), None));
    assert!(!narrow.is_open(InternalControl) && narrow.undecided.is_empty());
    assert_eq!(rows(&narrow.closed, InternalControl), ["RTE-03"]);
    let part = judge(&operating_system(Application::InPart, Some(true), None));
    assert!(!part.is_open(InternalControl));
}

#[test]
fn a_citation_with_restrictions_asks_how_they_are_met() {
    let line = format!("reference = \"{REFERENCE}\"\n");
    let cited = format!("{line}cited_on = \"2026-11-01\"\nrestrictions = \"not for passwords\"\n");
    let state = state(&line, &cited);
    let judge = |met: Option<&str>| {
        assess(&operating_system(Application::InFull, Some(true), met), &state, TODAY).routes
    };
    assert_eq!(facts(&judge(None).undecided), ["conformity.standards[0].restrictions"]);
    let met = judge(Some("passwords are not used"));
    assert!(met.is_open(InternalControl));
    assert!(met.open[0].reasons[0].legal_review.is_some());
}

#[test]
fn rte_02_a_certificate_of_a_designated_scheme_presumes_as_a_standard_does() {
    let state = designating("EUCC", "substantial");
    let judge = |dossier: &Dossier| assess(dossier, &state, TODAY).routes;
    let os = || of_category("III.I.11");
    assert!(judge(&certified(os(), AssuranceLevel::Substantial, Some(true))).is_open(InternalControl));
    let silent = judge(&certified(os(), AssuranceLevel::High, None));
    assert_eq!(facts(&silent.undecided), ["conformity.certificate.covers_core_functionality"]);
    for (level, covers) in [(AssuranceLevel::Basic, Some(true)), (AssuranceLevel::High, Some(false))] {
        let routes = judge(&certified(os(), level, covers));
        assert!(!routes.is_open(InternalControl) && routes.undecided.is_empty(), "{level:?}");
        assert!(routes.is_open(Certification), "the scheme itself stays open");
        let part = routes.notes.iter().any(|note| note.says.id() == "routes-certificate-covers-part");
        assert_eq!(part, covers == Some(false), "{level:?}");
    }
    let mut expired = certified(os(), AssuranceLevel::High, Some(true));
    expired.conformity.certificate.as_mut().unwrap().valid_until = Some(date(2026, 11, 20));
    let routes = judge(&expired);
    assert!(!routes.is_open(InternalControl));
    assert_eq!(routes.notes[0].fact.as_deref(), Some("conformity.certificate.valid_until"));
    let today = today(&certified(os(), AssuranceLevel::High, Some(true))).routes;
    assert!(!today.is_open(InternalControl), "no scheme is designated");
    assert_eq!(today.notes[0].fact.as_deref(), Some("conformity.certificate.scheme"));
    // Class II and critical: a certificate never opens internal control.
    for id in ["III.II.2", "IV.3"] {
        let strict = judge(&certified(of_category(id), AssuranceLevel::High, Some(true)));
        assert!(!strict.is_open(InternalControl), "{id}");
    }
}

#[test]
fn rte_04_the_documentation_must_be_public_when_the_product_is_placed() {
    let free = |since: Option<&str>, id: &str| {
        let mut dossier = of_category(id);
        dossier.release.placed_on_the_market_on = Some(date(2027, 12, 15));
        dossier.free_software = Some(FreeSoftware {
            freely_licensed: Some(true),
            source_openly_shared: Some(true),
            under_own_responsibility: Some(true),
            technical_documentation_public_at: Some("https://example.org/td".to_owned()),
            technical_documentation_public_since: since.map(|day| day.parse().unwrap()),
            ..FreeSoftware::default()
        });
        today(&dossier).routes
    };
    for id in ["III.I.11", "III.II.1"] {
        assert!(free(None, id).is_open(InternalControl));
        assert!(free(Some("2027-12-15"), id).is_open(InternalControl));
        let late = free(Some("2027-12-16"), id);
        assert!(!late.is_open(InternalControl), "{id}");
        assert_eq!(rows(&late.closed, InternalControl)[0], "RTE-04");
        assert!(!rows(&late.would_open, InternalControl).contains(&"RTE-04"), "publishing now helps no more");
    }
    assert!(!free(Some("2027-01-01"), "IV.3").is_open(InternalControl), "RTE-08");
}

#[test]
fn rte_06_and_07_a_critical_product_is_told_of_the_act_and_its_level() {
    let today = today(&of_category("IV.3")).routes;
    assert!(today.notes.iter().any(|note| note.row == "RTE-06" && note.cites.to_string() == "Article 8(1)"));
    let act = state_with(
        "[[mandatory_certification]]\nact = \"an act\"\ncategory = \"IV.3\"\nscheme = \"EUCC\"\nlevel = \"high\"\napplies_from = \"2026-11-01\"\n",
    );
    let routes = assess(&of_category("IV.3"), &act, TODAY).routes;
    assert!(routes.open[0].reasons[0].says.to_string().contains("`high`"));
    let low = certified(of_category("IV.3"), AssuranceLevel::Substantial, Some(true));
    let note = assess(&low, &act, TODAY).routes.notes;
    assert_eq!(note[0].fact.as_deref(), Some("conformity.certificate.level"));
    let mut low = low;
    low.conformity.procedure = Some(Certification);
    let refused = contradictions(&low, &act);
    assert!(refused.iter().any(|problem| problem.says.id() == "routes-contradiction-certificate"));
}

#[test]
fn rte_10_and_11_turn_on_whether_the_ai_act_would_allow_internal_control() {
    let ai = |id: Option<&str>, internal_control: Option<bool>| {
        let mut dossier = id.map_or_else(a_product, of_category);
        dossier.scope.also.high_risk_ai_system = Some(true);
        dossier.scope.also.ai_act = Some(AiAct { internal_control, ..AiAct::default() });
        today(&dossier).routes
    };
    let open = |routes: &RoutesVerdict| routes.open.iter().map(|one| one.procedure).collect::<Vec<_>>();
    for stated in [None, Some(true), Some(false)] {
        assert_eq!(open(&ai(None, stated)), [], "default: the AI Act's procedure, {stated:?}");
    }
    for id in ["III.I.11", "III.II.2", "IV.1"] {
        let kept = ai(Some(id), Some(true));
        assert_eq!(open(&kept), [TypeExamination, FullQualityAssurance], "{id}");
        let line = kept.beside.iter().find(|reason| reason.row == "RTE-11").unwrap();
        assert_eq!(line.legal_review, None, "{id}: stated, so nothing is open");
        assert_eq!(open(&ai(Some(id), Some(false))), [], "{id}");
        let silent = ai(Some(id), None);
        let line = silent.beside.iter().find(|reason| reason.row == "RTE-11").unwrap();
        assert!(line.legal_review.is_some(), "{id}");
    }
}

#[test]
fn article_12_1_counts_only_when_all_three_conditions_hold() {
    let deemed = |product, process, declaration| {
        let mut dossier = a_product();
        dossier.scope.also.high_risk_ai_system = Some(true);
        dossier.scope.also.ai_act = Some(AiAct {
            internal_control: None,
            product_requirements_met: product,
            process_requirements_met: process,
            shown_in_declaration: declaration,
        });
        today(&dossier).routes.notes[0].says.id()
    };
    assert_eq!(deemed(Some(true), Some(true), Some(true)), "routes-ai-deemed");
    assert_eq!(deemed(Some(true), None, Some(true)), "routes-ai-not-known");
    assert_eq!(deemed(None, Some(true), Some(false)), "routes-ai-not-deemed");
}

#[test]
fn certificates_under_other_acts_count_until_their_day_and_for_what_they_cover() {
    let radio = |until: Option<&str>, placed: &str| {
        let mut dossier = a_product();
        dossier.release.placed_on_the_market_on = Some(placed.parse().unwrap());
        dossier.other_certificates = vec![OtherCertificate {
            issued_under: "Directive 2014/53/EU".to_owned(),
            certificate: None,
            valid_until: until.map(|day| day.parse().unwrap()),
            risks_covered: vec!["network protection".to_owned()],
        }];
        dossier
    };
    let on = |dossier: &Dossier, day: &str| {
        assess(dossier, StateOfTheLaw::embedded(), day.parse().unwrap()).routes.notes[0].clone()
    };
    let long = radio(Some("2030-01-01"), "2027-12-20");
    assert!(on(&long, "2028-06-11").says.to_string().contains("until 2028-06-11 for the risks"));
    assert_eq!(on(&long, "2028-06-12").says.id(), "periods-certificate-over");
    assert_eq!(on(&radio(None, "2027-12-20"), "2028-06-11").says.id(), "law-not-stated");
    let short = radio(Some("2027-05-01"), "2027-12-20");
    assert!(on(&short, "2027-01-01").says.to_string().contains("2027-05-01"));
    let warned = contradictions(&short, StateOfTheLaw::embedded());
    assert!(warned.iter().any(|problem| problem.weight == Weight::Warning
        && problem.says.id() == "routes-contradiction-other-certificate"));
}

#[test]
fn small_firms_are_told_of_lower_fees_where_a_notified_body_is_needed() {
    let told = |id: Option<&str>, size| {
        let mut dossier = id.map_or_else(a_product, of_category);
        dossier.operator.enterprise_size = Some(size);
        today(&dossier).routes.notes.iter().any(|note| note.cites.to_string() == "Article 32(6)")
    };
    assert!(told(Some("III.II.2"), EnterpriseSize::Micro));
    assert!(told(Some("III.II.2"), EnterpriseSize::Medium));
    assert!(!told(Some("III.II.2"), EnterpriseSize::Large));
    assert!(!told(None, EnterpriseSize::Micro), "internal control costs no body's fee");
}

#[test]
fn every_open_procedure_says_what_it_demands_of_whom() {
    let routes = today(&a_product()).routes;
    for route in &routes.open {
        let demands = route.demands.unwrap();
        assert_eq!(demands.procedure, route.procedure);
        let body = demands.steps.iter().any(|step| step.by == Actor::NotifiedBody);
        let third_party = matches!(route.procedure, TypeExamination | FullQualityAssurance);
        assert_eq!(body, third_party, "{:?}", route.procedure);
        assert_eq!(demands.number_beside_the_ce_marking, route.procedure == FullQualityAssurance);
        let module_rows: Vec<&str> = demands.steps.iter().map(|step| step.row).collect();
        assert!(module_rows.iter().all(|row| demands.rows.contains(row)), "{module_rows:?}");
    }
    assert!(routes.closed.iter().all(|route| route.demands.is_none()));
}

fn citing(id: &str) -> String {
    format!(
        "[[standard]]\nreference = \"EN 99999\"\nsubject = \"x\"\ncategories = [\"{id}\"]\nstatus = \"cited\"\ncited_on = \"2026-11-01\"\n"
    )
}

fn mandating(id: &str) -> String {
    format!(
        "[[mandatory_certification]]\nact = \"an act\"\ncategory = \"{id}\"\nscheme = \"EUCC\"\nlevel = \"high\"\napplies_from = \"2026-11-01\"\n"
    )
}

/// The table of section 6.2, written down a second time and independently.
/// `[std, free, scheme, act]` are the table's inputs.
fn allowed(class: Class, [std, free, scheme, act]: [bool; 4], procedure: Procedure) -> bool {
    let certification = scheme || act;
    match procedure {
        InternalControl => match class {
            Class::Default => true,
            Class::ImportantI => std || free,
            Class::ImportantII => free,
            Class::Critical => false,
        },
        TypeExamination | FullQualityAssurance => !act,
        Certification => certification,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn routes_never_contain_a_procedure_article_32_closes(
        which in 0..27_usize,
        covers in any::<bool>(),
        (cited, in_full, free, public) in any::<(bool, bool, bool, bool)>(),
        (scheme, act) in any::<(bool, bool)>(),
    ) {
        let category = categories().nth(which);
        let mut dossier = category.map_or_else(a_product, |found| of_category(found.id));
        let class = category.map_or(Class::Default, |found| found.class);
        dossier.conformity.standards = vec![AppliedStandard {
            reference: "EN 99999:2026".to_owned(),
            applied: if in_full { Application::InFull } else { Application::InPart },
            parts: None,
            covers_core_functionality: Some(covers),
            restrictions: None,
        }];
        if free {
            dossier.free_software = Some(FreeSoftware {
                freely_licensed: Some(true),
                source_openly_shared: Some(true),
                under_own_responsibility: Some(true),
                technical_documentation_public_at: public.then(|| "https://example.org".to_owned()),
                ..FreeSoftware::default()
            });
        }
        let id = category.map_or("III.I.1", |found| found.id);
        let mut more = String::new();
        if cited {
            more.push_str(&citing(id));
        }
        if scheme {
            more += "[[designated_scheme]]\nscheme = \"EUCC\"\nact = \"an act\"\ncategories = []\nlevel = \"high\"\napplies_from = \"2026-11-01\"\n";
        }
        let act = act && class == Class::Critical;
        if act {
            more.push_str(&mandating(id));
        }
        let routes = assess(&dossier, &state_with(&more), TODAY).routes;
        let std = cited && in_full && covers;
        for procedure in [InternalControl, TypeExamination, FullQualityAssurance, Certification] {
            let expected = allowed(class, [std, free && public, scheme, act], procedure);
            prop_assert_eq!(routes.is_open(procedure), expected, "{:?} {:?}", class, procedure);
        }
        prop_assert_eq!(routes.open.len() + routes.closed.len(), 4);
        prop_assert!(routes.undecided.is_empty());
    }
}

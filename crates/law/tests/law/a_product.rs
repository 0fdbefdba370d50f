//! Made-up products: a plain one to begin with, and small changes to it.

use jiff::civil::{Date, date};
use proofmark_facts::{
    Activity, AlsoGoverned, Conformity, Contact, CoreFunctionality, DataConnection, Dossier, FreeSoftware,
    Instructions, Operator, Person, Product, ProductKind, Release, RiskAssessment, Scope, Supply,
    SupportPeriod, TechnicalDocumentation,
};
use proofmark_law::{StateOfTheLaw, Verdict, assess};

/// The day most tests are asked on.
pub(crate) const TODAY: Date = date(2026, 11, 21);

/// Paid software of a German company, default class, with everything stated that scope, role and class need.
pub(crate) fn a_product() -> Dossier {
    Dossier {
        operator: operator(),
        product: product(),
        scope: Scope {
            data_connection: Some(DataConnection::Indirect),
            other_acts: Vec::new(),
            spare_part: None,
            exclusively_national_security: None,
            processes_classified_information: None,
            only_shown_with_sign: None,
            test_version: None,
            own_use_only: None,
            supply: Supply { on_union_market: Some(true), price: Some(true), ..Supply::default() },
            also: AlsoGoverned::default(),
        },
        free_software: None,
        remote_services: Vec::new(),
        release: Release {
            version: "1.0.0".to_owned(),
            placed_on_the_market_on: None,
            sbom: None,
            artefacts: Vec::new(),
            member_states: Vec::new(),
        },
        modification: None,
        support_period: SupportPeriod::default(),
        contact: Contact::default(),
        risk_assessment: RiskAssessment::default(),
        requirements: Vec::new(),
        conformity: Conformity::default(),
        instructions: Instructions::default(),
        technical_documentation: TechnicalDocumentation::default(),
        evidence: Vec::new(),
        vulnerability_decisions: Vec::new(),
        checked_otherwise: Vec::new(),
        advisories: Vec::new(),
    }
}

fn operator() -> Operator {
    Operator {
        name: "Muster GmbH".to_owned(),
        trademark: None,
        postal_address: None,
        email: None,
        website: None,
        established_in: Some("DE".parse().unwrap()),
        person: Some(Person::Legal),
        enterprise_size: None,
        activity: Activity {
            develops_or_has_developed: Some(true),
            markets_under_own_name: Some(true),
            ..Activity::default()
        },
        authorised_representative: None,
    }
}

fn product() -> Product {
    Product {
        name: "Muster".to_owned(),
        type_designation: None,
        identified_by: None,
        kind: ProductKind::Software,
        intended_purpose: None,
        security_environment: None,
        essential_functionalities: Vec::new(),
        security_properties: Vec::new(),
        risk_circumstances: Vec::new(),
        foreseeable_misuse: Vec::new(),
        declared_class: None,
        core_functionality: Some(core(None)),
        considered_categories: Vec::new(),
        variants: Vec::new(),
        illustrations: Vec::new(),
        tailor_made: None,
    }
}

pub(crate) fn core(category: Option<&str>) -> CoreFunctionality {
    CoreFunctionality {
        is: "does what it does".to_owned(),
        category: category.map(str::to_owned),
        because: Some("the description fits".to_owned()),
    }
}

/// The plain product with a change.
pub(crate) fn with(change: impl FnOnce(&mut Dossier)) -> Dossier {
    let mut dossier = a_product();
    change(&mut dossier);
    dossier
}

/// A product with this core functionality.
pub(crate) fn of_category(category: &str) -> Dossier {
    with(|dossier| dossier.product.core_functionality = Some(core(Some(category))))
}

/// Free software whose publisher takes nothing for it.
pub(crate) fn free_software() -> Dossier {
    with(|dossier| {
        dossier.scope.supply = Supply {
            on_union_market: Some(true),
            price: Some(false),
            monetised_otherwise: Some(false),
            personal_data_as_condition: Some(false),
            ..Supply::default()
        };
        dossier.free_software = Some(FreeSoftware {
            licence: Some("Apache-2.0".to_owned()),
            freely_licensed: Some(true),
            source_openly_shared: Some(true),
            under_own_responsibility: Some(true),
            donations_gate_access: Some(false),
            ..FreeSoftware::default()
        });
    })
}

/// The same, with a change to its free software facts.
pub(crate) fn free_software_with(change: impl FnOnce(&mut FreeSoftware)) -> Dossier {
    let mut dossier = free_software();
    change(dossier.free_software.as_mut().unwrap());
    dossier
}

/// The verdict today, under the state the program was built with.
pub(crate) fn today(dossier: &Dossier) -> Verdict {
    assess(dossier, StateOfTheLaw::embedded(), TODAY)
}

/// A state that differs from the embedded one.
pub(crate) fn state(from: &str, to: &str) -> StateOfTheLaw {
    let embedded = include_str!("../../data/state-of-the-law.toml");
    assert!(embedded.contains(from), "the embedded state no longer holds `{from}`");
    StateOfTheLaw::parse(&embedded.replacen(from, to, 1)).unwrap()
}

/// A state under which this standard is cited.
pub(crate) fn state_citing(reference: &str) -> StateOfTheLaw {
    let line = format!("reference = \"{reference}\"\n");
    state(&line, &format!("{line}cited_on = \"2026-11-01\"\n"))
}

/// A state with more text at its end.
pub(crate) fn state_with(more: &str) -> StateOfTheLaw {
    let embedded = include_str!("../../data/state-of-the-law.toml");
    StateOfTheLaw::parse(&format!("{embedded}\n{more}")).unwrap()
}

//! Made-up products: a plain one to begin with, and small changes to it.

use jiff::civil::{Date, date};
use proofmark_facts::{
    CoreFunctionality, DataConnection, Dossier, FreeSoftware, Operator, Person, Product, ProductKind,
    Release, Supply,
};
use proofmark_law::{StateOfTheLaw, Verdict, assess};

/// The day most tests are asked on.
pub(crate) const TODAY: Date = date(2026, 11, 21);

/// Paid software of a German company, default class, with everything stated that scope, role and class need.
pub(crate) fn a_product() -> Dossier {
    let mut dossier = Dossier::about(operator(), product(), Release::of_version("1.0.0"));
    dossier.scope.data_connection = Some(DataConnection::Indirect);
    dossier.scope.supply.on_union_market = Some(true);
    dossier.scope.supply.price = Some(true);
    dossier
}

fn operator() -> Operator {
    let mut operator = Operator::named("Muster GmbH");
    operator.established_in = Some("DE".parse().unwrap());
    operator.person = Some(Person::Legal);
    operator.activity.develops_or_has_developed = Some(true);
    operator.activity.markets_under_own_name = Some(true);
    operator
}

fn product() -> Product {
    Product { core_functionality: Some(core(None)), ..Product::of_kind("Muster", ProductKind::Software) }
}

pub(crate) fn core(category: Option<&str>) -> CoreFunctionality {
    CoreFunctionality {
        is: "does what it does".to_owned(),
        category: category.map(str::to_owned),
        because: Some("the description fits".to_owned()),
        kind: None,
        against: None,
        chosen_because: None,
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
    let embedded = include_str!("../../data/states/2026-11-21.toml");
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
    let embedded = include_str!("../../data/states/2026-11-21.toml");
    StateOfTheLaw::parse(&format!("{embedded}\n{more}")).unwrap()
}

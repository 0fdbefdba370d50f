//! Looks at cases: where each stands, and what the law says of it for every product it affects.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_access::Right;
use proofmark_facts::{
    CaseRecord, CaseState, Dossier, Operator, Product, ProductRecord, Release, Stage, Stream, SystemOfRecord,
};
use proofmark_law::{CaseVerdict, StateOfTheLaw, TriggerOutcome, assess_at};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use super::case_order::CaseOrder;
use crate::error::ActionError;
use crate::products::{ChangeOrder, present_dossier};
use crate::record::{kept_noun, kept_nouns};

/// A case, and what the law says of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseView {
    /// Where it stands.
    pub state: CaseState,
    /// The instant everything was judged at.
    pub judged_at: Timestamp,
    /// For every product it affects; where none is named yet, once without one.
    pub products: Vec<CaseInProduct>,
    /// The case with all its entries.
    pub case: CaseRecord,
}

/// What the law says of a case for one product.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseInProduct {
    /// The product's id; absent: none is named yet, so what turns on the product is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Its name.
    pub name: String,
    /// The verdict.
    pub verdict: CaseVerdict,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseInList {
    /// Its id.
    pub id: String,
    /// What those who work on it call it.
    pub name: String,
    /// Which kind of event it is.
    pub stream: Stream,
    /// It is an exercise.
    pub exercise: bool,
    /// Where it stands.
    pub state: CaseState,
    /// The affected products, by id.
    pub products: Vec<String>,
    /// The stage that presses most; absent: none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Stage>,
    /// When that is due; absent: without delay, or nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// Something is late.
    pub late: bool,
}

impl CaseView {
    /// The verdict that governs: the one of the product for which a notification is mandatory, else the first.
    pub fn governing(&self) -> Option<&CaseInProduct> {
        let mandatory = |one: &&CaseInProduct| one.verdict.trigger.outcome == TriggerOutcome::Mandatory;
        self.products.iter().find(mandatory).or_else(|| self.products.first())
    }

    /// Whether a clock asks for something.
    pub fn asks_for_action(&self) -> bool {
        self.products.iter().any(|one| !one.verdict.pressing().is_empty())
    }
}

/// Judges a case at this instant, for each product it affects.
pub fn look_at_case(
    order: &CaseOrder<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<CaseView, ActionError> {
    let kept = order.case_for(Right::SeeCases, keeping)?;
    view(&order.change, order.operator, kept.noun, state, keeping)
}

/// Every case whoever asks may see, those that press most first; those that are ended last.
pub fn look_at_cases(
    change: &ChangeOrder<'_>,
    operator: &str,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<CaseInList>, ActionError> {
    let mut list = Vec::new();
    for kept in kept_nouns::<CaseRecord>(keeping, operator)? {
        let order = CaseOrder { change: *change, operator, case: &kept.noun.id.clone() };
        if order.demand(Right::SeeCases, &kept.noun).is_ok() {
            list.push(in_list(&view(change, operator, kept.noun, state, keeping)?));
        }
    }
    list.sort_by_key(|case| {
        (case.exercise, case.next.is_none(), case.due_at.unwrap_or(Timestamp::MAX), !case.state.is_open())
    });
    Ok(list)
}

fn in_list(view: &CaseView) -> CaseInList {
    let verdict = view.governing().map(|one| &one.verdict);
    let pressing = verdict.and_then(|verdict| verdict.pressing().into_iter().next());
    CaseInList {
        id: view.case.id.clone(),
        name: view.case.name.clone(),
        stream: view.case.stream,
        exercise: view.case.exercise.is_some(),
        state: view.state,
        products: view.case.affected().into_iter().map(|(product, _)| product.to_owned()).collect(),
        next: pressing.map(|clock| clock.stage),
        due_at: pressing.and_then(|clock| clock.deadline.as_ref()).map(|deadline| deadline.due_at),
        late: view.products.iter().any(|one| one.verdict.is_late()),
    }
}

pub(super) fn view(
    change: &ChangeOrder<'_>,
    operator: &str,
    case: CaseRecord,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<CaseView, ActionError> {
    let judged_at = change.at;
    let mut products = Vec::new();
    for (product, _) in case.affected() {
        let dossier = dossier_of(operator, product, keeping)?;
        products.push(in_product(&case, Some(product), dossier, state, judged_at));
    }
    if products.is_empty() {
        products.push(in_product(&case, None, bare(operator), state, judged_at));
    }
    Ok(CaseView { state: case.state(), judged_at, products, case })
}

/// What the law says of it with this product.
fn in_product(
    case: &CaseRecord,
    product: Option<&str>,
    mut dossier: Dossier,
    state: &StateOfTheLaw,
    at: Timestamp,
) -> CaseInProduct {
    dossier.cases = vec![case.declared(product)];
    let day = at.to_zoned(TimeZone::UTC).date();
    let mut verdicts = assess_at(&dossier, state, day, at).reporting;
    let verdict = verdicts.remove(0);
    CaseInProduct { product: product.map(str::to_owned), name: dossier.product.name, verdict }
}

/// The product's dossier as it counts now.
pub(super) fn dossier_of(
    operator: &str,
    product: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Dossier, ActionError> {
    let Some(kept) = kept_noun::<ProductRecord>(keeping, operator, product)? else {
        return Ok(bare(operator));
    };
    match present_dossier(operator, &kept.noun, keeping)?.and_then(|kept| kept.dossier) {
        Some(dossier) => Ok(dossier),
        None => Err(ActionError::Hindered(text!("cases-no-dossier", product = product))),
    }
}

/// What the law is asked with while no product is named: an operator who makes something.
pub(super) fn bare(operator: &str) -> Dossier {
    Dossier::about(Operator::named(operator), Product::default(), Release::of_version(""))
}

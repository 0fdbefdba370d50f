//! Products, their releases, assessments and documents.

use proofmark_actions::{ChangeOrder, archive_product as archive_now};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{assess, assessment_document, product, products, release, releases};
use crate::refusal::Refusal;

/// Whether a product is to be archived.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArchiveAsked {
    /// Archived, or back among those at work.
    archived: bool,
}

/// How a product stands after that.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ArchiveAnswer {
    /// Whether it is archived.
    archived: bool,
    /// Whether that is new.
    changed: bool,
}

/// A page of products.
pub(crate) fn list_products(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&products(call, &asked)?))
}

/// A product.
pub(crate) fn show_product(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, version) = product(call)?;
    Ok(Answer::json(&product).version(version.to_string()))
}

/// The product's assessment as it would be now; nothing is kept.
pub(crate) fn show_assessment(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::of(Content::Json(assessment_document(call)?)))
}

/// Assesses the product from its kept files and keeps the result.
pub(crate) fn assess_product(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let assessed = assess(call)?;
    Ok(Answer::of(Content::Json(assessed.bytes)).status(201))
}

/// A page of releases.
pub(crate) fn list_releases(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    let (product, _) = product(call)?;
    Ok(Answer::json(&releases(call, &product.id, &asked)?))
}

/// A release.
pub(crate) fn show_release(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (release, version) = release(call)?;
    Ok(Answer::json(&release).version(version.to_string()))
}

/// Archives the product, or takes it back among those at work. Nothing of it goes.
pub(crate) fn archive_product(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let ArchiveAsked { archived } = call.json()?;
    let actor = call.actor();
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let changed = archive_now(&change, &operator, &product, archived, call.store)?;
    Ok(Answer::json(&ArchiveAnswer { archived, changed }))
}

//! Products, their releases, assessments and documents.

use proofmark_access::seen;
use proofmark_actions::LedgerLine;
use proofmark_facts::Sha256;
use proofmark_text::text;

use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{assess, assessment_document, product, products, release, releases};
use crate::refusal::Refusal;

/// What all products add up to.
pub(crate) fn show_portfolio(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let seen = seen(&call.actor(), call.operator());
    Ok(Answer::json(&call.store.portfolio(call.operator(), &seen)?))
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

/// A document that a line of the ledger about this product names: evidence, found again by its digest.
pub(crate) fn document(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let (product, _) = product(call)?;
    let digest: Sha256 = call.name("digest").parse().map_err(|_| nothing())?;
    let written = digest.to_string();
    let size = call.store.ledger_size()?;
    let lines = call.store.lines_about(&product.subject, size)?;
    let named = lines
        .iter()
        .filter_map(|line| LedgerLine::parse(&line.bytes).ok())
        .any(|line| line.documents.iter().any(|document| document.sha256 == written));
    let kept = if named { call.store.document_of(call.operator(), &digest)? } else { None };
    let bytes = kept.ok_or_else(nothing)?;
    let content = Content::Bytes { media: "application/octet-stream", bytes, name: Some(written.clone()) };
    Ok(Answer::of(content).version(written))
}

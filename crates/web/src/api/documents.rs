//! Documents of a product: listed, and each by its digest.

use proofmark_actions::product_document;

use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{digest, documents};
use crate::refusal::Refusal;

/// A page of a product's documents.
pub(crate) fn list_documents(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&documents(call, call.name("product"), &asked)?))
}

/// A document of this product, found again by its digest.
pub(crate) fn document(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let digest = digest(call.name("digest"))?;
    let actor = call.actor();
    let (operator, product) = (call.operator(), call.name("product"));
    let (document, bytes) = product_document(&call.change(&actor), operator, product, &digest, &*call.store)?;
    let path = document.path.unwrap_or_default();
    let name = path.rsplit('/').next().filter(|name| !name.is_empty());
    let name = name.map_or_else(|| digest.to_string(), str::to_owned);
    // Never shown by the browser, whatever it holds: it was written by others.
    let content = Content::Bytes { media: "application/octet-stream", bytes, name: Some(name) };
    Ok(Answer::of(content).version(digest.to_string()))
}

//! The documents of a product, filtered and page by page: the same words in a page's address and in the API.

use proofmark_actions::{DocumentRole, KeptDocument, product_documents};
use proofmark_facts::{Page, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::limit::{Limit, limit};
use crate::refusal::Refusal;

/// Which documents.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct DocumentsAsked {
    /// Words its path, its digest, who brought it, or an obligation it is named for must hold.
    pub(crate) q: Option<String>,
    /// What it is to the product.
    pub(crate) role: Option<DocumentRole>,
    /// Only those that count now (`true`), or only what something newer took the place of.
    pub(crate) counts: Option<bool>,
    /// One obligation it is named for, as `annex-VII-3` or `I.2.c`.
    pub(crate) obligation: Option<String>,
    /// The `next` of the page before.
    pub(crate) after: Option<Sha256>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<Limit>,
}

/// A page of the product's documents, newest first.
pub(crate) fn documents(
    call: &Call<'_>,
    product: &str,
    asked: &DocumentsAsked,
) -> Result<Page<KeptDocument>, Refusal> {
    let actor = call.actor();
    let all = product_documents(&call.change(&actor), call.operator(), product, &*call.store)?;
    Ok(page_of(all, asked))
}

fn page_of(all: Vec<KeptDocument>, asked: &DocumentsAsked) -> Page<KeptDocument> {
    let most = limit(asked.limit);
    let words = asked.q.as_deref().unwrap_or_default().to_lowercase();
    let mut items: Vec<KeptDocument> =
        all.into_iter().filter(|one| wanted(one, asked) && holds(one, &words)).collect();
    // Named by its last entry, so that a page holds while others write; one that is gone starts the list anew.
    if let Some(after) = &asked.after {
        let place = items.iter().position(|one| one.sha256 == *after);
        items.drain(..place.map_or(0, |place| place + 1));
    }
    let more = items.len() > most;
    items.truncate(most);
    let next = items.last().filter(|_| more).map(|one| one.sha256.to_string());
    Page { items, next }
}

fn wanted(document: &KeptDocument, asked: &DocumentsAsked) -> bool {
    asked.role.is_none_or(|role| document.role == role)
        && asked.counts.is_none_or(|counts| document.counts == counts)
        && asked.obligation.as_deref().is_none_or(|id| document.named_for.iter().any(|named| named == id))
}

fn holds(document: &KeptDocument, words: &str) -> bool {
    let told = [document.path.as_deref().unwrap_or_default(), &document.by, document.role.word()];
    let digest = document.sha256.to_string();
    let told = told.into_iter().chain([digest.as_str()]);
    let told: String =
        told.chain(document.named_for.iter().map(String::as_str)).fold(String::new(), |mut told, one| {
            told.push_str(&one.to_lowercase());
            told.push(' ');
            told
        });
    words.split_whitespace().all(|word| told.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(path: &str, role: DocumentRole, counts: bool) -> KeptDocument {
        KeptDocument {
            sha256: Sha256::of(path.as_bytes()),
            role,
            path: Some(path.to_owned()),
            at: "2028-02-01T09:00:00Z".parse().unwrap(),
            by: "Anna".into(),
            line: 3,
            observed_on: None,
            counts,
            purged_at: None,
            named_for: vec!["annex-VII-3".into()],
        }
    }

    fn all() -> Vec<KeptDocument> {
        vec![
            document("documents/Risks.md", DocumentRole::Evidence, true),
            document("sbom.cdx.json", DocumentRole::ComponentList, true),
            document("old.cdx.json", DocumentRole::ComponentList, false),
        ]
    }

    fn paths(asked: &DocumentsAsked) -> Vec<String> {
        page_of(all(), asked).items.into_iter().filter_map(|one| one.path).collect()
    }

    #[test]
    fn words_and_filters_narrow_the_list() {
        let asked = |q: &str| DocumentsAsked { q: Some(q.into()), ..DocumentsAsked::default() };
        assert_eq!(paths(&asked("risks ANNA vii-3")), ["documents/Risks.md"]);
        assert_eq!(paths(&asked(&Sha256::of(b"old.cdx.json").to_string()[..12])), ["old.cdx.json"]);
        assert!(paths(&asked("nothing of the kind")).is_empty());
        let lists = DocumentsAsked { role: Some(DocumentRole::ComponentList), ..DocumentsAsked::default() };
        assert_eq!(paths(&DocumentsAsked { counts: Some(true), ..lists.clone() }), ["sbom.cdx.json"]);
        assert_eq!(paths(&lists).len(), 2);
        let other = DocumentsAsked { obligation: Some("I.2.c".into()), ..DocumentsAsked::default() };
        assert!(paths(&other).is_empty());
    }

    #[test]
    fn pages_follow_one_another_without_a_gap() {
        let mut asked = DocumentsAsked { limit: Some(Limit::at_most(2)), ..DocumentsAsked::default() };
        let first = page_of(all(), &asked);
        assert_eq!(first.items.len(), 2);
        asked.after = first.next.map(|next| next.parse().unwrap());
        let second = page_of(all(), &asked);
        assert_eq!((second.items.len(), second.next), (1, None));
        asked.after = Some(Sha256::of(b"gone"));
        assert_eq!(page_of(all(), &asked).items.len(), 2);
    }
}

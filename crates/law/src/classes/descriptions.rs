//! What sales material, instructions and technical documentation call the product, held against each other.

use proofmark_facts::Product;

use crate::classes::category::Category;
use crate::classes::suggestion::named;

/// One place that describes the product, and the category it names.
pub(crate) struct Described<'a> {
    /// The way to the declared fact.
    pub(crate) fact: &'static str,
    /// The words.
    pub(crate) words: &'a str,
    /// The category they name, if they name one.
    pub(crate) category: Option<&'static Category>,
}

/// Every place that is stated.
pub(crate) fn descriptions(product: &Product) -> Vec<Described<'_>> {
    let Some(described) = &product.described_as else { return Vec::new() };
    [
        ("product.described_as.marketing", &described.marketing),
        ("product.described_as.instructions", &described.instructions),
        ("product.described_as.technical_documentation", &described.technical_documentation),
    ]
    .into_iter()
    .filter_map(|(fact, words)| {
        let words = words.as_deref()?;
        Some(Described { fact, words, category: named(words) })
    })
    .collect()
}

/// Whether two of the places name different categories.
pub(crate) fn disagree(described: &[Described<'_>]) -> bool {
    let mut named = described.iter().filter_map(|one| one.category.map(|category| category.id));
    named.next().is_some_and(|first| named.any(|other| other != first))
}

/// Whether no place agrees with the category that was chosen, though every one names a category.
pub(crate) fn none_agrees(described: &[Described<'_>], chosen: Option<&str>) -> bool {
    let names = described.iter().filter(|one| one.category.is_some()).count();
    let agrees = described.iter().any(|one| one.category.map(|category| category.id) == chosen);
    names > 0 && !agrees
}

//! Categories worth a look: found from the makers' own words. A suggestion never decides anything.

use proofmark_facts::Product;
use schemars::JsonSchema;
use serde::Serialize;

use crate::classes::categories::{categories, category};
use crate::classes::category::{Category, Class};

/// Pieces of titles that say nothing about what a product is.
const EMPTY_PIECES: &[&str] =
    &["standalone", "embedded", "for any use", "or for children", "similar devices", "track location"];

/// A category whose title or examples share words with what is declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suggestion {
    /// The category.
    pub category: &'static str,
    /// Its class.
    pub class: Class,
    /// What it is called, in short.
    pub title: &'static str,
    /// The words found.
    pub words: Vec<String>,
    /// The way to the declared fact they stand in.
    pub fact: String,
}

/// Categories the declared words point to and nobody has looked at yet.
pub(crate) fn suggestions(product: &Product) -> Vec<Suggestion> {
    let core = product.core_functionality.as_ref();
    if core.is_some_and(|core| core.category.is_some()) {
        return Vec::new();
    }
    let mut texts: Vec<(String, &str)> = Vec::new();
    texts.extend(core.map(|core| ("product.core_functionality.is".to_owned(), core.is.as_str())));
    texts.extend(
        product.intended_purpose.as_deref().map(|text| ("product.intended_purpose".to_owned(), text)),
    );
    let functions = product.essential_functionalities.iter().enumerate();
    texts.extend(
        functions.map(|(at, text)| (format!("product.essential_functionalities[{at}]"), text.as_str())),
    );
    let looked_at = |id: &str| product.considered_categories.iter().any(|one| one.category == id);
    let mut found: Vec<Suggestion> = Vec::new();
    for (fact, text) in texts {
        for (category, words) in pointed_to(text) {
            if !looked_at(category.id) && !found.iter().any(|known| known.category == category.id) {
                found.push(Suggestion {
                    category: category.id,
                    class: category.class,
                    title: category.title,
                    words,
                    fact: fact.clone(),
                });
            }
        }
    }
    found
}

/// The one category these words name: its id, or words that point to no other.
pub(crate) fn named(words: &str) -> Option<&'static Category> {
    if let Some(found) = category(words.trim()) {
        return Some(found);
    }
    match pointed_to(words).as_slice() {
        [(found, _)] => Some(found),
        _ => None,
    }
}

/// Every category of which a title's piece or an example stands in the text, with the words that do.
fn pointed_to(text: &str) -> Vec<(&'static Category, Vec<String>)> {
    let text = plain(text);
    let stands = |phrase: &str| {
        let phrase = plain(phrase);
        !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
    };
    let of = |category: &'static Category| {
        let words: Vec<String> = phrases(category).into_iter().filter(|phrase| stands(phrase)).collect();
        (!words.is_empty()).then_some((category, words))
    };
    categories().filter_map(of).collect()
}

fn phrases(category: &Category) -> Vec<String> {
    let title = category.title.replace(", and ", ", ").replace(" and ", ", ").replace(" including ", ", ");
    let pieces = title.split(", ").map(|piece| piece.trim().to_owned());
    let pieces = pieces.filter(|piece| !piece.is_empty() && !EMPTY_PIECES.contains(&piece.as_str()));
    let mut phrases: Vec<String> = category.named_examples.iter().map(|one| (*one).to_owned()).collect();
    for piece in pieces {
        if !phrases.iter().any(|known| plain(known) == plain(&piece)) {
            phrases.push(piece);
        }
    }
    phrases
}

/// Lower-case words without their plural, so that `Routers` is `router`.
fn plain(text: &str) -> Vec<String> {
    let lower = text.chars().take(4_000).collect::<String>().to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(singular).collect()
}

fn singular(word: &str) -> String {
    for ending in ["ches", "shes", "xes", "sses"] {
        if word.ends_with(ending) {
            return word.trim_end_matches("es").to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_the_category_whose_example_they_are() {
        let id = |words: &str| named(words).map(|found| found.id);
        assert_eq!(id("III.I.2"), Some("III.I.2"));
        assert_eq!(id("Industrial Routers"), Some("III.I.12"));
        assert_eq!(id("a rugged network switch"), Some("III.I.12"));
        assert_eq!(id("web application firewall"), Some("III.II.2"));
        assert_eq!(id("real-time operating systems"), Some("III.I.11"));
        assert_eq!(id("a spreadsheet"), None);
        assert_eq!(id("a router with a virus scanner"), None, "two categories are no answer");
    }

    #[test]
    fn every_example_points_to_its_own_category() {
        for category in categories() {
            for example in category.named_examples {
                assert!(
                    pointed_to(example).iter().any(|(found, _)| found.id == category.id),
                    "{example} of {}",
                    category.id
                );
            }
        }
    }
}

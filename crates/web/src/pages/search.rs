//! The search: products, findings and components by one box.

use maud::{Markup, html};
use proofmark_facts::{ComponentRow, FindingRow, Page, Placed, ProductRecord};
use proofmark_text::text;

use super::finding_rows::{finding_table, table_of};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    ComponentsAsked, FindingsAsked, ProductsAsked, components, findings, identifier, products,
};
use crate::link;
use crate::look::{Icon, Reader, Shown, empty, page};
use crate::refusal::Refusal;

/// Entries of each kind.
const SHOWN: usize = 15;

struct Found {
    products: Page<ProductRecord>,
    findings: Page<Placed<FindingRow>>,
    components: Page<Placed<ComponentRow>>,
}

/// The page.
pub(crate) fn search(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let words: String = call.asked.query.get("q").unwrap_or_default().trim().chars().take(200).collect();
    let found = if words.is_empty() { None } else { Some(find(call, &words)?) };
    Ok(Answer::page(shown(&reader_of(call), &words, found.as_ref())))
}

fn find(call: &Call<'_>, words: &str) -> Result<Found, Refusal> {
    let named =
        ProductsAsked { named: Some(words.to_owned()), limit: Some(SHOWN), ..ProductsAsked::default() };
    // Identifiers of vulnerabilities are written in capitals but for those of GitHub's letters.
    let id = if words.len() < 5 || words.contains(' ') { None } else { Some(identifier(words)) };
    let found = match id {
        None => Page { items: Vec::new(), next: None },
        Some(id) => findings(
            call,
            &FindingsAsked { vulnerability: Some(id), limit: Some(SHOWN), ..FindingsAsked::default() },
        )?,
    };
    let parts =
        ComponentsAsked { named: Some(words.to_owned()), limit: Some(SHOWN), ..ComponentsAsked::default() };
    Ok(Found { products: products(call, &named)?, findings: found, components: components(call, &parts)? })
}

fn shown(reader: &Reader, words: &str, found: Option<&Found>) -> Markup {
    let title = reader.say(&text!("web-search-label"));
    let Some(desk) = &reader.desk else { return html! {} };
    let nothing = found.is_none_or(|found| {
        found.products.items.is_empty()
            && found.findings.items.is_empty()
            && found.components.items.is_empty()
    });
    let body = html! {
        div .head { h1 { (title) } p .lead { (words) } }
        @if nothing {
            (empty(reader, Icon::Search, &text!("web-nothing-found"), &html! {}))
        }
        @if let Some(found) = found {
            @if !found.products.items.is_empty() {
                section .panel aria-labelledby="products" {
                    header { h2 #products { (reader.say(&text!("web-products"))) } }
                    ul .plain-list {
                        @for product in &found.products.items {
                            li { a href=(link::path(&["o", &desk.id, "products", &product.id])) { (product.name) } }
                        }
                    }
                }
            }
            @if !found.findings.items.is_empty() {
                section .panel aria-labelledby="findings" {
                    header { h2 #findings { (reader.say(&text!("web-place-findings"))) } }
                    (finding_table(reader, desk, &table_of(&found.findings.items, true), None))
                }
            }
            @if !found.components.items.is_empty() {
                section .panel aria-labelledby="components" {
                    header { h2 #components { (reader.say(&text!("web-components"))) } }
                    ul .plain-list {
                        @for part in &found.components.items {
                            @let release = ["o", desk.id.as_str(), "products", &part.product, "releases", &part.release];
                            li {
                                strong { (part.row.name) } " " (part.row.version)
                                span .below {
                                    a href=(format!("{}/components/{}", link::path(&release), part.row.place)) {
                                        (part.product) " " (part.release)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    page(reader, &Shown { title: &title, at: None, searched: words }, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_whatever_was_searched() {
        let found = Found {
            products: Page { items: vec![samples::product()], next: None },
            findings: samples::findings(),
            components: samples::components(),
        };
        for reader in readers() {
            assert_sound(&shown(&reader, "\"><script>", Some(&found)));
            assert_sound(&shown(&reader, "", None));
        }
    }
}

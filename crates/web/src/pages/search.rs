//! The search: products, releases, cases, findings and components by one box.

use maud::{Markup, html};
use proofmark_facts::PlacedCase;
use proofmark_text::text;

use super::finding_rows::{finding_table, table_of};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{Found, SearchAsked, search as found, words_of};
use crate::limit::Limit;
use crate::link;
use crate::look::{Desk, Icon, Reader, Shown, empty, page, pager};
use crate::refusal::Refusal;

/// Entries of each kind.
const SHOWN: usize = 15;

/// The page.
pub(crate) fn search(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = SearchAsked { limit: Some(Limit::at_most(SHOWN)), ..call.query()? };
    let found = found(call, &asked)?;
    Ok(Answer::page(shown(&reader_of(call), &words_of(&asked), found.as_ref())))
}

fn shown(reader: &Reader, words: &str, found: Option<&Found>) -> Markup {
    let title = reader.say(&text!("web-search-label"));
    let Some(desk) = &reader.desk else { return html! {} };
    let nothing = found.is_none_or(Found::is_nothing);
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
            @if !found.releases.is_empty() {
                section .panel aria-labelledby="releases" {
                    header { h2 #releases { (reader.say(&text!("web-releases"))) } }
                    ul .plain-list {
                        @for one in &found.releases {
                            li {
                                a href=(link::path(&["o", &desk.id, "products", &one.product, "releases", &one.release])) {
                                    (one.product) " " (one.release)
                                }
                            }
                        }
                    }
                }
            }
            @if !found.cases.items.is_empty() { (cases(reader, desk, &found.cases.items)) }
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
                    (more(reader, &desk.id, words, found.components.next.as_deref()))
                }
            }
        }
    };
    page(reader, &Shown { title: &title, at: None, searched: words }, &body)
}

fn cases(reader: &Reader, desk: &Desk, found: &[PlacedCase]) -> Markup {
    html! {
        section .panel aria-labelledby="cases" {
            header { h2 #cases { (reader.say(&text!("overview-place-cases"))) } }
            ul .plain-list {
                @for one in found {
                    li {
                        a href=(link::path(&["o", &desk.id, "cases", &one.id])) { (one.case.name) }
                        span .below .quiet { (one.product_name) }
                    }
                }
            }
        }
    }
}

/// The way to further components.
fn more(reader: &Reader, desk: &str, words: &str, next: Option<&str>) -> Markup {
    let to = |after: &str| {
        link::with_query(&link::path(&["o", desk, "search"]), &[("q", words), ("after", after)])
    };
    pager(reader, None, next.map(to).as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;
    use proofmark_facts::{FoundRelease, Page};

    #[test]
    fn the_page_is_sound_whatever_was_searched() {
        let found = Found {
            products: Page { items: vec![samples::product()], next: None },
            releases: vec![FoundRelease { product: "gateway".into(), release: "1.0 <b>".into() }],
            cases: Page { items: vec![samples::case()], next: None },
            findings: samples::findings(),
            components: Page { next: Some("x".into()), ..samples::components() },
        };
        for reader in readers() {
            assert_sound(&shown(&reader, "\"><script>", Some(&found)));
            assert_sound(&shown(&reader, "", None));
        }
    }
}

//! Documents and evidence of all products: which papers and packs there are, and which have been overtaken.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_facts::ProductRecord;
use proofmark_text::text;

use super::paper_rows::{PapersOf, paper_rows};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ProductsAsked, ReleasePapers, make_papers, products, release_papers};
use crate::limit::Limit;
use crate::link;
use crate::look::{Icon, Place, Reader, Shown, Tone, badge, empty, page, pager};
use crate::refusal::Refusal;

/// Products on a page, and releases shown of each: its own page has the rest.
const PRODUCTS: usize = 10;
const RELEASES: usize = 2;

/// A product with the papers of its newest releases.
struct Papers {
    product: ProductRecord,
    releases: Vec<ReleasePapers>,
    more: bool,
    may_make: bool,
}

/// The page.
pub(crate) fn documents(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: ProductsAsked = call.query()?;
    let list = products(call, &ProductsAsked { limit: Some(Limit::at_most(PRODUCTS)), ..asked.clone() })?;
    let actor = call.actor();
    let may_see_ledger = may(&actor, Right::SeeLedger, call.operator(), None).is_ok();
    let mut all = Vec::with_capacity(list.items.len());
    for product in list.items {
        let (releases, more) = release_papers(call, &product, RELEASES)?;
        let may_make = may(&actor, Right::Assess, call.operator(), Some(&product.id)).is_ok();
        all.push(Papers { product, releases, more, may_make });
    }
    let reader = reader_of(call);
    Ok(Answer::page(shown(&reader, &asked, &all, list.next.as_deref(), may_see_ledger)))
}

/// Makes the papers of a release, and shows them on the page of its product's documents.
pub(crate) fn make_papers_form(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let made = make_papers(call, None)?;
    let place = link::path(&["o", call.operator(), "products", call.name("product"), "documents"]);
    Ok(Answer::see(link::with_query(&place, &[("made", &made.pack.digest.to_string())])))
}

fn shown(
    reader: &Reader,
    asked: &ProductsAsked,
    all: &[Papers],
    next: Option<&str>,
    may_see_ledger: bool,
) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = reader.say(&text!("evidence-documents"));
    let named = asked.named.as_deref().unwrap_or_default();
    let here = Place::Documents.path(desk);
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (reader.hint(&text!("evidence-documents"))) }
        }
        @if all.is_empty() && named.is_empty() && asked.after.is_none() {
            (empty(reader, Icon::Documents, &text!("evidence-nothing-yet"), &html! {}))
        } @else {
            form .filters method="get" data-filters {
                div .field {
                    label for="named" { (reader.say(&text!("web-filter-named"))) }
                    input id="named" name="named" type="search" value=(named);
                }
                button type="submit" { (reader.say(&text!("web-filter-apply"))) }
            }
            @if all.is_empty() { p .quiet { (reader.say(&text!("web-no-match"))) } }
            @for papers in all { (of_product(reader, papers, may_see_ledger)) }
            @let to = |after: &str| link::with_query(&here, &[("named", named), ("after", after)]);
            (pager(reader, asked.after.is_some().then(|| to("")).as_deref(), next.map(to).as_deref()))
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Documents), searched: "" }, &body)
}

fn of_product(reader: &Reader, papers: &Papers, may_see_ledger: bool) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let product = &papers.product;
    let own = link::path(&["o", &desk.id, "products", &product.id, "documents"]);
    let heading = format!("papers-{}", product.id);
    html! {
        section .panel aria-labelledby=(heading) {
            header {
                h2 id=(heading) { a href=(own) { (product.name) } }
                @if product.archived { (badge(Tone::Plain, &reader.say(&text!("web-archived")))) }
                a href=(own) { (reader.say(&text!("evidence-all-documents"))) span .hidden { " " (product.name) } }
            }
            @if papers.releases.is_empty() {
                p .quiet { (reader.say(&text!("evidence-no-release"))) }
            } @else {
                @let of = PapersOf { product: &product.id, may_make: papers.may_make, may_see_ledger };
                (paper_rows(reader, desk, of, &papers.releases))
            }
            @if papers.more { p .quiet { (reader.say(&text!("evidence-more-releases"))) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::{sample_papers, samples};

    #[test]
    fn the_page_is_sound_empty_and_full() {
        for reader in readers() {
            let asked = ProductsAsked::default();
            assert_sound(&shown(&reader, &asked, &[], None, true));
            let bare = ReleasePapers { release: samples::release(), pack: None, declaration: None };
            let full = Papers {
                product: samples::product(),
                releases: vec![sample_papers::release_papers(), bare],
                more: true,
                may_make: true,
            };
            let none =
                Papers { product: samples::product(), releases: Vec::new(), more: false, may_make: false };
            let asked = ProductsAsked { after: Some("x".into()), ..asked };
            assert_sound(&shown(&reader, &asked, std::slice::from_ref(&full), Some("y"), true));
            assert_sound(&shown(&reader, &asked, &[none], None, false));
        }
    }
}

//! The obligations of a product: how ready each area is, and each of them with what shows it or is missing.

use maud::{Markup, html};
use proofmark_actions::Assessment;
use proofmark_facts::ProductRecord;
use proofmark_text::text;

use super::obligations::{areas, matrix};
use super::product_frame::{ProductView, product_path, product_views, product_way};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{looked_at, product as kept_product};
use crate::look::{Place, Reader, Shown, page, refusal_said};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn product_obligations(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, version) = kept_product(call)?;
    let looked = looked_at(call, None);
    let only = call.asked.query.get("show").unwrap_or_default();
    let judged = looked.as_ref().map(|looked| &looked.assessment);
    let shown = shown(&reader_of(call), &product, judged, only);
    Ok(Answer::page(shown).version(version.to_string()))
}

fn shown(
    reader: &Reader,
    product: &ProductRecord,
    assessment: Result<&Assessment, &Refusal>,
    only: &str,
) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = reader.say(&text!("web-obligations"));
    let path = format!("{}/obligations", product_path(desk, &product.id));
    let body = html! {
        (product_way(reader, desk, product, &title))
        div .head {
            h1 { (product.name) ": " (title) }
            (product_views(reader, desk, &product.id, ProductView::Obligations))
        }
        @match assessment {
            Err(refusal) => (refusal_said(reader, refusal)),
            Ok(assessment) => {
                (areas(reader, assessment, &path))
                (matrix(reader, assessment, only, &path))
            }
        }
    };
    let title = format!("{}: {title}", product.name);
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_whole_narrowed_and_refused() {
        let (product, assessed) = (samples::product(), crate::pages::assessed());
        let refusal = Refusal::new(422, text!("web-bad-form"));
        for reader in readers() {
            for (assessment, only) in
                [(Ok(&assessed.assessment), ""), (Ok(&assessed.assessment), "open"), (Err(&refusal), "met")]
            {
                assert_sound(&shown(&reader, &product, assessment, only));
            }
        }
    }
}

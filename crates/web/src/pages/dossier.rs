//! The dossier as it counts now: in words, and beside them the file with its lines.

use maud::{Markup, html};
use proofmark_actions::{DossierKeyLine, DossierRevision, KeptDossier, dossier_history, kept_dossier};
use proofmark_facts::ProductRecord;
use proofmark_text::text;

use super::dossier_revisions::revisions;
use super::product_frame::{ProductView, product_path, product_views, product_way};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::product as kept_product;
use crate::look::{Icon, Place, Reader, Shown, empty, page};
use crate::refusal::Refusal;

/// Revisions that are listed.
const REVISIONS_SHOWN: usize = 100;

/// The page.
pub(crate) fn dossier(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, version) = kept_product(call)?;
    let actor = call.actor();
    let kept = kept_dossier(&call.change(&actor), call.operator(), &product, &*call.store)?;
    let history = dossier_history(&call.change(&actor), call.operator(), &product.id, &*call.store)?;
    let shown = shown(&reader_of(call), &product, kept.as_ref(), &history);
    Ok(Answer::page(shown).version(version.to_string()))
}

fn shown(
    reader: &Reader,
    product: &ProductRecord,
    kept: Option<&KeptDossier>,
    history: &[DossierRevision],
) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = reader.say(&text!("pictures-dossier"));
    let path = product_path(desk, &product.id);
    let body = html! {
        (product_way(reader, desk, product, &title))
        div .head {
            h1 { (title) }
            (product_views(reader, desk, &product.id, ProductView::Dossier))
            p .lead { (reader.say(&text!("pictures-dossier-lead"))) }
        }
        @if !history.is_empty() { (revisions(reader, history, REVISIONS_SHOWN, &path)) }
        @match kept {
            None => { section .panel { (empty(reader, Icon::Ledger, &text!("pictures-no-dossier"), &html! {})) } }
            Some(kept) => {
                div .beside {
                    (in_words(reader, &kept.keys))
                    section .panel aria-labelledby="file" {
                        header { h2 #file { code { "proofmark.toml" } } }
                        (numbered(&kept.text, &[], "file"))
                    }
                }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn in_words(reader: &Reader, keys: &[DossierKeyLine]) -> Markup {
    let mut tables: Vec<(&str, Vec<&DossierKeyLine>)> = Vec::new();
    for key in keys {
        let table = key.path.split(['.', '[']).next().unwrap_or_default();
        match tables.iter_mut().find(|(name, _)| *name == table) {
            Some((_, held)) => held.push(key),
            None => tables.push((table, vec![key])),
        }
    }
    html! {
        section .panel aria-labelledby="in-words" {
            header { h2 #in-words { (reader.say(&text!("pictures-in-words"))) } span .quiet { (keys.len()) } }
            @for (table, keys) in &tables {
                h3 { code { (table) } }
                dl .declared {
                    @for key in keys {
                        dt {
                            @if let Some(about) = key.about { span lang="en" { (about) } }
                            @else { code { (key.path) } }
                        }
                        dd {
                            (value(&key.value)) " "
                            a .quiet href=[key.line.map(|line| format!("#line-{line}"))] { code { (key.path) } }
                        }
                    }
                }
            }
        }
    }
}

/// Words without their quotation marks; everything else as TOML has it.
fn value(written: &str) -> Markup {
    let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    html! {
        @match inside.filter(|inside| !inside.contains(['"', '\\'])) {
            Some(words) => { span .said { (words) } }
            None => { code { (written) } }
        }
    }
}

/// A file with its lines numbered; those named stand out.
pub(super) fn numbered(text: &str, marked: &[usize], labelled_by: &str) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby=(labelled_by) {
            ol .lines {
                @for (number, line) in text.lines().enumerate() {
                    li id=(format!("line-{}", number + 1)) class=[marked.contains(&(number + 1)).then_some("marked")] {
                        code { (line) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_actions::read_kept;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_and_each_key_leads_to_its_line() {
        let kept = read_kept(samples::DOSSIER.as_bytes());
        for reader in readers() {
            let page = shown(&reader, &samples::product(), Some(&kept), &[samples::revision()]);
            assert_sound(&page);
            assert!(page.0.contains("href=\"#line-4\"") && page.0.contains("id=\"line-4\""), "{page:?}");
            assert_sound(&shown(&reader, &samples::product(), Some(&read_kept(b"<script>")), &[]));
            assert_sound(&shown(&reader, &samples::product(), None, &[]));
        }
    }
}

//! A product's files and the revisions of its dossier.

use maud::{Markup, html};
use proofmark_actions::{
    DossierRevision, KeyChange, KeyChangeKind, dossier_diff, dossier_history, dossier_revision, read_kept,
};
use proofmark_text::text;

use super::dossier::numbered;
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::product as kept_product;
use crate::link;
use crate::look::{Place, Reader, Shown, Tone, badge, crumbs, page};
use crate::refusal::Refusal;

/// A kept file, to be saved.
pub(crate) fn file(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let (product, _) = kept_product(call)?;
    let path = call.asked.query.get("path").unwrap_or_default().to_owned();
    let digest = product.files.get(&path).ok_or_else(nothing)?;
    let bytes = call.store.document_of(call.operator(), digest)?.ok_or_else(nothing)?;
    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
    // Never shown by the browser, whatever it holds: it was written by others.
    let content = Content::Bytes { media: "application/octet-stream", bytes, name: Some(name) };
    Ok(Answer::of(content).version(digest.to_string()))
}

/// What a revision of the dossier changed.
pub(crate) fn revision(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let (product, _) = kept_product(call)?;
    let actor = call.actor();
    let change = call.change(&actor);
    let history = dossier_history(&change, call.operator(), &product.id, &*call.store)?;
    let number: u64 = call.number("revision")?;
    let this = history.iter().find(|revision| revision.number == number).ok_or_else(nothing)?;
    let text = |revision: &DossierRevision| {
        dossier_revision(&change, call.operator(), &product.id, &revision.sha256, &*call.store)
    };
    let earlier = history.iter().find(|revision| revision.number + 1 == number).map(text).transpose()?;
    let later = text(this)?;
    let changes = dossier_diff(&earlier.unwrap_or_default(), &later);
    Ok(Answer::page(shown(&reader_of(call), &product.name, &product.id, this, &changes, &later)))
}

fn shown(
    reader: &Reader,
    name: &str,
    id: &str,
    revision: &DossierRevision,
    changes: &[KeyChange],
    dossier: &[u8],
) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = reader.say(&text!("web-revision", number = revision.number));
    let way = [
        (reader.say(&text!("web-place-portfolio")), Place::Portfolio.path(desk)),
        (name.to_owned(), link::path(&["o", &desk.id, "products", id])),
    ];
    let way: Vec<(&str, String)> = way.iter().map(|(name, path)| (name.as_str(), path.clone())).collect();
    let body = html! {
        (crumbs(reader, &way, &title))
        div .head {
            h1 { (title) }
            p .lead { (reader.say(&text!("web-received", at = instant(revision.at), by = &revision.by))) }
        }
        section .panel aria-labelledby="changes" {
            header { h2 #changes { (reader.say(&text!("web-column-changes"))) } }
            @if changes.is_empty() { p .quiet { (reader.say(&text!("web-no-changes"))) } }
            @else {
                ul .plain-list .changes {
                    @for kind in [KeyChangeKind::Added, KeyChangeKind::Removed, KeyChangeKind::Changed] {
                        @let count = changes.iter().filter(|change| change.kind == kind).count();
                        @if count > 0 { li { (kind_badge(reader, kind)) " " (count) } }
                    }
                }
                (key_changes(reader, changes, "changes"))
            }
        }
        details .panel {
            summary #whole { (reader.say(&text!("web-whole-dossier"))) }
            @let kept = read_kept(dossier);
            @let is_changed = |path: &str| changes.iter().any(|change| change.path == path);
            @let marked: Vec<usize> = kept.keys.iter().filter(|key| is_changed(&key.path)).filter_map(|key| key.line).collect();
            (numbered(&kept.text, &marked, "whole"))
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn kind_badge(reader: &Reader, kind: KeyChangeKind) -> Markup {
    let (tone, word) = match kind {
        KeyChangeKind::Added => (Tone::Good, text!("web-key-added")),
        KeyChangeKind::Removed => (Tone::Bad, text!("web-key-removed")),
        KeyChangeKind::Changed => (Tone::Open, text!("web-key-changed")),
    };
    badge(tone, &reader.say(&word))
}

/// Keys that are not as they were: what each is about, what it said, what it says.
pub(super) fn key_changes(reader: &Reader, changes: &[KeyChange], labelled_by: &str) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby=(labelled_by) {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-key"))) }
                    th scope="col" { (reader.say(&text!("web-column-was"))) }
                    th scope="col" { (reader.say(&text!("web-column-is"))) }
                } }
                tbody {
                    @for change in changes {
                        tr {
                            th scope="row" {
                                @if let Some(about) = change.about { span lang="en" { (about) } " " }
                                (kind_badge(reader, change.kind))
                                span .below .quiet { code { (change.path) } }
                            }
                            td data-label=(reader.say(&text!("web-column-was"))) { @if let Some(was) = &change.was { code { (was) } } }
                            td data-label=(reader.say(&text!("web-column-is"))) { @if let Some(is) = &change.is { code { (is) } } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound() {
        let revision = DossierRevision {
            number: 2,
            sha256: proofmark_facts::Sha256::of(b"d"),
            at: samples::now(),
            by: "anna <b>".into(),
            action: "keep-files".into(),
            line: 3,
        };
        let changes = dossier_diff(b"", samples::DOSSIER.as_bytes());
        assert!(!changes.is_empty());
        for reader in readers() {
            assert_sound(&shown(&reader, "Gateway <i>", "gateway", &revision, &changes, b"<script>"));
            assert_sound(&shown(&reader, "Gateway", "gateway", &revision, &[], b""));
        }
    }
}

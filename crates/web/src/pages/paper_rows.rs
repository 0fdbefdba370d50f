//! Papers of releases as rows: when they were made from what, whether that still holds, where to fetch them.

use maud::{Markup, html};
use proofmark_actions::{KeptPack, ManifestFile, PackAge, paper_title};
use proofmark_text::text;

use super::declaration::state_badge;
use super::words::instant;
use crate::desk::ReleasePapers;
use crate::link;
use crate::look::{Desk, Reader, Tone, badge, hidden};

/// Whose papers they are, and what the reader may do about them.
#[derive(Clone, Copy)]
pub(super) struct PapersOf<'a> {
    pub(super) product: &'a str,
    pub(super) may_make: bool,
    pub(super) may_see_ledger: bool,
}

/// A table of releases with their papers.
pub(super) fn paper_rows(reader: &Reader, desk: &Desk, of: PapersOf<'_>, all: &[ReleasePapers]) -> Markup {
    let label = [
        reader.say(&text!("web-column-release")),
        reader.say(&text!("evidence-column-made")),
        reader.say(&text!("evidence-column-papers")),
        reader.say(&text!("evidence-column-pack")),
    ];
    html! {
        div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("evidence-papers-of", product = of.product))) {
            table .stacked {
                thead { tr { @for one in &label { th scope="col" { (one) } } } }
                tbody { @for papers in all { (row(reader, desk, of, papers, &label)) } }
            }
        }
    }
}

fn row(
    reader: &Reader,
    desk: &Desk,
    of: PapersOf<'_>,
    papers: &ReleasePapers,
    label: &[String; 4],
) -> Markup {
    let version = &papers.release.version;
    let product = link::path(&["o", &desk.id, "products", of.product]);
    let release = format!("{product}{}", link::path(&["releases", version]));
    html! {
        tr {
            th scope="row" {
                a .roomy href=(release) { (version) }
                span .below {
                    a .roomy href=(format!("{release}/declaration")) {
                        (reader.say(&text!("issuing-here"))) span .hidden { " " (version) }
                    }
                }
                @if let Some(stands) = papers.declaration { span .below { (state_badge(reader, stands)) } }
            }
            td data-label=(label[1]) {
                @match &papers.pack {
                    None => { span .quiet { (reader.say(&text!("evidence-none-made"))) } }
                    Some((pack, age)) => { (made(reader, pack, *age)) }
                }
                @if of.may_make { (make_button(reader, &release, version, papers.pack.is_some())) }
            }
            td data-label=(label[2]) {
                @if let Some((pack, _)) = &papers.pack { (paper_links(reader, desk, of.product, pack)) }
            }
            td data-label=(label[3]) {
                @if let Some((pack, _)) = &papers.pack { (pack_links(reader, desk, of, pack)) }
            }
        }
    }
}

fn made(reader: &Reader, pack: &KeptPack, age: PackAge) -> Markup {
    let says = [
        (age.dossier_changed, text!("evidence-dossier-changed")),
        (age.list_changed, text!("evidence-list-changed")),
        (age.assessed_since, text!("evidence-assessed-since")),
        (age.issued_since, text!("issuing-since")),
    ];
    html! {
        (reader.say(&text!("evidence-made", at = instant(pack.made_at), by = &pack.made_by)))
        @if let Some(day) = pack.as_of {
            span .below .quiet { (reader.say(&text!("evidence-as-of", day = day.to_string()))) }
        }
        @if let Some(revision) = age.revision {
            span .below .quiet { (reader.say(&text!("evidence-from-revision", number = revision))) }
        }
        @if age.is_current() {
            span .below { (badge(Tone::Good, &reader.say(&text!("evidence-current")))) }
        }
        @for (_, word) in says.iter().filter(|(holds, _)| *holds) {
            span .below { (badge(Tone::Open, &reader.say(word))) }
        }
    }
}

/// The button that makes them. It is a form: the browser says that it is at work, and comes back with the papers.
fn make_button(reader: &Reader, release: &str, version: &str, again: bool) -> Markup {
    let word = if again { text!("evidence-make-again") } else { text!("evidence-make") };
    html! {
        form method="post" action=(format!("{release}/papers")) data-busy=(reader.say(&text!("evidence-making"))) {
            (hidden(reader))
            button type="submit" { (reader.say(&word)) span .hidden { " " (version) } }
        }
    }
}

/// Each paper once, with its forms.
fn paper_links(reader: &Reader, desk: &Desk, product: &str, pack: &KeptPack) -> Markup {
    html! {
        ul .plain-list {
            @for (shows, forms) in by_paper(pack) {
                @let title = title(reader, forms[0].0, shows);
                li {
                    (title)
                    span .below {
                        @for (name, _) in &forms {
                            @let form = name.rsplit('.').next().unwrap_or_default().to_uppercase();
                            a href=(paper_path(desk, product, pack, name)) {
                                (form) span .hidden { " " (title) " " (pack.release) }
                            } " "
                        }
                    }
                }
            }
            @if pack.papers().next().is_none() { li .quiet { (reader.say(&text!("evidence-no-paper-in-it"))) } }
        }
    }
}

/// What a paper is called in the reader's language; what we do not know as its pack says.
fn title(reader: &Reader, name: &str, shows: &str) -> String {
    let sbom = || name.starts_with("sbom.").then(|| text!("evidence-role-component-list"));
    paper_title(name).or_else(sbom).map_or_else(|| shows.to_owned(), |title| reader.say(&title))
}

/// Papers by what they show, in the order of their names; each with the forms it has, the one for people first.
fn by_paper(pack: &KeptPack) -> Vec<(&str, Vec<(&str, &ManifestFile)>)> {
    let mut all: Vec<(&str, Vec<(&str, &ManifestFile)>)> = Vec::new();
    for (name, file) in pack.papers() {
        match all.iter_mut().find(|(shows, _)| *shows == file.shows) {
            Some((_, forms)) => forms.push((name, file)),
            None => all.push((&file.shows, vec![(name, file)])),
        }
    }
    for (_, forms) in &mut all {
        forms.sort_by_key(|(name, _)| name.rsplit('.').next() != Some("pdf"));
    }
    all
}

fn api(desk: &Desk, product: &str, release: &str, rest: &[&str]) -> String {
    let place = ["api", "v1", "operators", &desk.id, "products", product, "releases", release];
    format!("{}{}", link::path(&place), link::path(rest))
}

fn paper_path(desk: &Desk, product: &str, pack: &KeptPack, name: &str) -> String {
    let place = api(desk, product, &pack.release, &["papers", name]);
    link::with_query(&place, &[("pack", &pack.digest.to_string())])
}

/// The pack itself: to be saved, with its digest and the ledger's line.
pub(super) fn pack_links(reader: &Reader, desk: &Desk, of: PapersOf<'_>, pack: &KeptPack) -> Markup {
    let digest = pack.digest.to_string();
    html! {
        a .button href=(api(desk, of.product, &pack.release, &["packs", &digest])) {
            (reader.say(&text!("evidence-download-pack"))) span .hidden { " " (pack.release) }
        }
        span .below .quiet { code title=(digest) { (digest.get(..16).unwrap_or_default()) "…" } }
        @if of.may_see_ledger {
            @let line = link::path(&["o", &desk.id, "ledger"]);
            span .below {
                a href=(link::with_query(&line, &[("before", &(pack.line + 1).to_string())])) {
                    (reader.say(&text!("evidence-ledger-line", line = pack.line)))
                }
            }
        }
    }
}

//! The revisions of a dossier, the newest first, each with what it changed.

use maud::{Markup, html};
use proofmark_actions::DossierRevision;
use proofmark_text::text;

use super::words::instant;
use crate::look::Reader;

/// So many of them at most; `path` is the product's.
pub(super) fn revisions(reader: &Reader, history: &[DossierRevision], most: usize, path: &str) -> Markup {
    html! {
        section .panel aria-labelledby="history" {
            header {
                h2 #history { (reader.say(&text!("web-dossier-history"))) }
                @if history.len() > most {
                    a href=(format!("{path}/dossier#history")) {
                        (reader.say(&text!("overview-all-revisions", count = history.len())))
                    }
                } @else {
                    span .quiet { (history.len()) }
                }
            }
            div .wide tabindex="0" role="region" aria-labelledby="history" {
                table {
                    thead { tr {
                        th scope="col" { (reader.say(&text!("web-column-revision"))) }
                        th scope="col" { (reader.say(&text!("web-column-when"))) }
                        th scope="col" { (reader.say(&text!("web-column-who"))) }
                        th scope="col" { (reader.say(&text!("web-column-changes"))) }
                    } }
                    tbody { @for revision in history.iter().rev().take(most) { (row(reader, revision, path)) } }
                }
            }
        }
    }
}

fn row(reader: &Reader, revision: &DossierRevision, path: &str) -> Markup {
    html! {
        tr {
            th scope="row" { (revision.number) }
            td { (instant(revision.at)) }
            td { (revision.by) }
            td {
                a href=(format!("{path}/dossier/{}", revision.number)) {
                    (reader.say(&text!("web-show-changes")))
                    span .hidden { " " (revision.number) }
                }
            }
        }
    }
}

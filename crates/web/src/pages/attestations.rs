//! How those who attest the ledger stand: which checkpoint each has attested, when, and how far behind it is.

use maud::{Markup, html};
use proofmark_actions::{AttestationList, AttestorStanding};
use proofmark_text::text;

use super::words::instant;
use crate::look::{Reader, Tone, badge};

/// The panel; nothing where nobody is asked and the reader could not change that.
pub(super) fn standing_of_attestors(reader: &Reader, list: &AttestationList, may_change: bool) -> Markup {
    if list.attestors.is_empty() && !may_change {
        return html! {};
    }
    let title = text!("stamps-title");
    html! {
        section .panel aria-labelledby="attestors" {
            header { h2 #attestors { (reader.say(&title)) } }
            p .hint { (reader.hint(&title)) }
            @if list.attestors.is_empty() { p .quiet { (reader.say(&text!("stamps-nobody"))) } }
            @else { (table(reader, &list.attestors)) }
            @if may_change { p { a href="/ledger/attestors" { (reader.say(&text!("stamps-change"))) } } }
        }
    }
}

fn table(reader: &Reader, attestors: &[AttestorStanding]) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="attestors" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("stamps-column-who"))) }
                    th scope="col" .end { (reader.say(&text!("stamps-column-size"))) }
                    th scope="col" { (reader.say(&text!("stamps-column-at"))) }
                    th scope="col" { (reader.say(&text!("stamps-column-behind"))) }
                } }
                tbody { @for one in attestors { (row(reader, one)) } }
            }
        }
    }
}

fn row(reader: &Reader, one: &AttestorStanding) -> Markup {
    let is_witness = one.kind == "witness";
    let kind = if is_witness { text!("stamps-witness") } else { text!("stamps-authority") };
    // A verifier key begins with the name of the witness.
    let who = if is_witness { one.who.split('+').next().unwrap_or_default() } else { one.who.as_str() };
    let tone = if one.behind == 0 { Tone::Good } else { Tone::Open };
    html! {
        tr {
            th scope="row" { code title=(one.who) { (who) } span .below .quiet { (reader.say(&kind)) } }
            td .end data-label=(reader.say(&text!("stamps-column-size"))) {
                @if let Some(size) = one.size {
                    (reader.count(size)) " "
                    @if is_witness {
                        a href=(format!("/ledger/checkpoints/{size}")) { (reader.say(&text!("stamps-checkpoint"))) }
                    } @else {
                        a href=(format!("/ledger/timestamps/{size}")) { (reader.say(&text!("stamps-token"))) }
                    }
                }
            }
            td data-label=(reader.say(&text!("stamps-column-at"))) {
                @if let Some(at) = one.at { time datetime=(at) { (instant(at)) } }
            }
            td data-label=(reader.say(&text!("stamps-column-behind"))) {
                (badge(tone, &reader.say(&text!("stamps-behind", behind = one.behind))))
            }
        }
    }
}

//! The ledger as an operator sees it: its own lines, newest first, and what it takes to check them elsewhere.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{AttestationList, LedgerLine, action_says, attestations, prove_line, set_backs};
use proofmark_facts::SystemOfRecord;
use proofmark_text::{Text, text};

use super::attestations::standing_of_attestors;
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{PlacedLine, lines_of, own_line};
use crate::link;
use crate::look::{Icon, Place, Reader, Shown, Tone, badge, empty, notice, page, pager};
use crate::refusal::Refusal;

/// Lines on a page.
const SHOWN: usize = 50;

/// How far back the lines of everybody are held against each other: as far as fifty lines of one operator reach, seldom more.
const LOOKED_BACK: u64 = 2000;

/// Places named on a page; the verification names more.
const PLACES: usize = 5;

/// The page.
pub(crate) fn ledger(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let size = call.store.ledger_size()?;
    let before = call.asked.query.get("before").and_then(|before| before.parse().ok()).unwrap_or(size);
    let (lines, next) = lines_of(&*call.store, call.operator(), before.min(size), SHOWN)?;
    let sealed = call.store.latest_checkpoint()?;
    let key = call.house.signer().verifier_key().to_string();
    let reader = reader_of(call);
    let attested = attestations(&*call.store, size.saturating_sub(1), 1)?;
    let may_change = may(&call.actor(), Right::SealLedger, "", None).is_ok();
    let cautions = cautions(&*call.store, &lines, before.min(size))?;
    let cautions = cautions.as_slice();
    let standing =
        Standing { sealed: sealed.as_ref(), size, key: &key, attested: &attested, may_change, cautions };
    Ok(Answer::page(shown(&reader, &lines, next, &standing)))
}

/// Where the times go back between the lines shown, whoever's lines lie between them.
fn cautions(keeping: &dyn SystemOfRecord, lines: &[PlacedLine], before: u64) -> Result<Vec<Text>, Refusal> {
    let Some(oldest) = lines.last() else { return Ok(Vec::new()) };
    let start = oldest.index.saturating_sub(1).max(before.saturating_sub(LOOKED_BACK));
    let length = usize::try_from(before - start).unwrap_or_default();
    let mut found = set_backs(&keeping.lines(start, length)?);
    found.truncate(PLACES);
    Ok(found)
}

/// How the ledger stands.
struct Standing<'a> {
    sealed: Option<&'a (u64, String)>,
    size: u64,
    key: &'a str,
    attested: &'a AttestationList,
    may_change: bool,
    /// Where the times of lines go back.
    cautions: &'a [Text],
}

fn shown(reader: &Reader, lines: &[PlacedLine], next: Option<u64>, now: &Standing<'_>) -> Markup {
    let title = reader.say(&text!("web-place-ledger"));
    let Some(desk) = &reader.desk else { return html! {} };
    let path = Place::Ledger.path(desk);
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (reader.say(&text!("web-ledger-lead"))) }
        }
        @for caution in now.cautions { (notice(reader, Tone::Open, caution)) }
        div .columns {
            (standing(reader, now.sealed, now.size, now.key))
            (standing_of_attestors(reader, now.attested, now.may_change))
        }
        @if lines.is_empty() {
            (empty(reader, Icon::Ledger, &text!("web-ledger-empty"), &html! {}))
        } @else {
            section .panel {
                (table(reader, desk, lines))
                @let next = next.map(|before| link::with_query(&path, &[("before", &before.to_string())]));
                (pager(reader, None, next.as_deref()))
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Ledger), searched: "" }, &body)
}

fn standing(reader: &Reader, sealed: Option<&(u64, String)>, size: u64, key: &str) -> Markup {
    let sealed_size = sealed.map_or(0, |(size, _)| *size);
    html! {
        section .panel aria-labelledby="standing" {
            header {
                h2 #standing { (reader.say(&text!("web-ledger-standing"))) }
                @if sealed_size == size { (badge(Tone::Good, &reader.say(&text!("web-ledger-sealed")))) }
                @else { (badge(Tone::Open, &reader.say(&text!("web-ledger-unsealed", count = size - sealed_size)))) }
            }
            dl .pairs {
                dt { (reader.say(&text!("web-ledger-lines"))) } dd { (reader.count(size)) }
                dt { (reader.say(&text!("web-ledger-key"))) }
                dd {
                    code #ledger-key { (key) } " "
                    button type="button" data-copy="ledger-key" hidden { (reader.say(&text!("web-copy"))) }
                }
                @if let Some((_, note)) = sealed {
                    dt { (reader.say(&text!("web-ledger-checkpoint"))) }
                    dd { pre { (note) } }
                }
                dt { (reader.say(&text!("web-ledger-follow"))) }
                dd { a href="/ledger/checkpoint" { code { "/ledger/checkpoint" } } " " code { "/ledger/tile/…" } }
            }
        }
    }
}

fn table(reader: &Reader, desk: &crate::look::Desk, lines: &[PlacedLine]) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("web-place-ledger"))) {
            table .stacked {
                thead { tr {
                    th scope="col" .end { (reader.say(&text!("web-column-line"))) }
                    th scope="col" { (reader.say(&text!("web-column-when"))) }
                    th scope="col" { (reader.say(&text!("web-column-who"))) }
                    th scope="col" { (reader.say(&text!("web-column-what"))) }
                    th scope="col" { (reader.say(&text!("web-column-about"))) }
                    th scope="col" { (reader.say(&text!("web-column-documents"))) }
                } }
                tbody {
                    @for PlacedLine { index, line } in lines {
                        tr {
                            td .end data-label=(reader.say(&text!("web-column-line"))) {
                                a href=(link::path(&["o", &desk.id, "ledger", &index.to_string(), "proof"])) { (index) }
                            }
                            td { time datetime=(line.at) { (instant(line.at)) } }
                            td { (line.by) }
                            td { (done(reader, line)) }
                            td { code { (line.subject) } }
                            td {
                                @for document in line.documents.iter().take(4) {
                                    span .below { (document.role) " " code title=(document.sha256) { (document.sha256.get(..12).unwrap_or_default()) } }
                                }
                                @for record in line.records.iter().take(4) {
                                    span .below { (record.kind) " " code { (record.id) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was done in the reader's words, beside the code the line itself says, which is in no language; the outcome is the
/// line's own.
fn done(reader: &Reader, line: &LedgerLine) -> Markup {
    html! {
        @match action_says(&line.action) {
            Some(says) => { strong { (reader.say(&says)) } span .below { code { (line.action) } } }
            None => { strong { code { (line.action) } } }
        }
        @if let Some(outcome) = &line.outcome { span .below .quiet lang="en" { (outcome) } }
    }
}

/// The proof of a line of the operator's, to be kept and checked elsewhere.
pub(crate) fn proof(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let index = own_line(call)?;
    let proof = prove_line(&*call.store, index)?;
    let content = Content::Bytes {
        media: "application/octet-stream",
        bytes: proof.to_string().into_bytes(),
        name: Some(format!("line-{index}.tlog-proof")),
    };
    Ok(Answer::of(content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::sample_papers;

    #[test]
    fn the_page_is_sound_empty_and_full() {
        let line = LedgerLine::parse(
            br#"{"proofmark_line":2,"subject":"a/<b>/c","sequence":0,"at":"2028-02-01T09:00:00Z","by":"anna","action":"assess","documents":[{"role":"sbom","sha256":"ab"}],"records":[{"operator":"a","kind":"product","id":"<i>"}],"outcome":"gate open","with":"proofmark 1"}"#,
        );
        let lines = [PlacedLine { index: 7, line: line.unwrap() }];
        let sealed = (8, "proofmark\n8\nabc\n".to_owned());
        for reader in readers() {
            let attested = sample_papers::attestations();
            let now = Standing {
                sealed: Some(&sealed),
                size: 9,
                key: "key+<x>",
                attested: &attested,
                may_change: true,
                cautions: &[text!("server-set-back", line = "7", back = "2h", at = "<b>", before = "x")],
            };
            let page = shown(&reader, &lines, Some(3), &now);
            assert_sound(&page);
            let words = reader.say(&text!("ends-action-assess"));
            assert!(page.0.contains(&words) && page.0.contains("<code>assess</code>"), "{}", page.0);
            let attested = AttestationList { sealed: 0, attestors: vec![], items: vec![], next: None };
            let now = Standing {
                sealed: None,
                size: 0,
                key: "key",
                attested: &attested,
                may_change: false,
                cautions: &[],
            };
            assert_sound(&shown(&reader, &[], None, &now));
        }
    }
}

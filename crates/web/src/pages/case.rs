//! A case: its clocks with the article that sets each, what was submitted, what is missing, and where it is declared.

use jiff::Timestamp;
use maud::{Markup, html};
use proofmark_actions::{Assessment, DossierRevision, dossier_history};
use proofmark_facts::{CaseGone, PlacedCase};
use proofmark_law::{CaseVerdict, Reason, StageContent, stage_citation};
use proofmark_text::text;

use super::case_words::{awareness_says, clock_says, duty_says, stage_says, stream_says};
use super::cases::how_declared;
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{case as kept_case, look_at};
use crate::link;
use crate::look::{Place, Reader, Shown, Tone, badge, crumbs, notice, page};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn case(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let placed = kept_case(call)?;
    let looked = look_at(call, &placed.product, None);
    let verdict = looked.as_ref().ok().and_then(|looked| verdict_of(&looked.assessment, &placed));
    let revision = revision_without(call, &placed)?;
    Ok(Answer::page(shown(&reader_of(call), &placed, verdict, revision, call.now)))
}

/// The number of the dossier's first revision without the case, where it is no longer declared.
fn revision_without(call: &Call<'_>, placed: &PlacedCase) -> Result<Option<u64>, Refusal> {
    let Some(gone) = &placed.case.gone else { return Ok(None) };
    let actor = call.actor();
    let history = dossier_history(&call.change(&actor), call.operator(), &placed.product, &*call.store)?;
    // Of several with the same text it is the last one that began to count by then.
    let is = |one: &&DossierRevision| one.sha256 == gone.dossier && one.at <= gone.at;
    Ok(history.iter().rev().find(is).map(|revision| revision.number))
}

/// The law's verdict on the case as it is now; `None` where the dossier no longer declares it.
fn verdict_of<'a>(assessment: &'a Assessment, placed: &PlacedCase) -> Option<&'a CaseVerdict> {
    let is =
        |verdict: &&CaseVerdict| verdict.case == placed.case.name && verdict.stream == placed.case.stream;
    let declared = placed.case.gone.is_none();
    assessment.verdict.reporting.iter().find(is).filter(|_| declared)
}

fn shown(
    reader: &Reader,
    placed: &PlacedCase,
    verdict: Option<&CaseVerdict>,
    revision: Option<u64>,
    now: Timestamp,
) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let case = &placed.case;
    let product = link::path(&["o", &desk.id, "products", &placed.product]);
    let dossier = link::with_query(&format!("{product}/files"), &[("path", "proofmark.toml")]);
    let (tone, duty) = duty_says(case.duty);
    let body = html! {
        (crumbs(reader, &[(&reader.say(&text!("overview-place-cases")), Place::Cases.path(desk))], &case.name))
        div .head {
            div .row {
                h1 { (case.name) }
                (badge(Tone::Plain, &reader.say(&stream_says(case.stream))))
                (badge(tone, &reader.say(&duty)))
            }
            p .lead {
                a href=(product) { (placed.product_name) }
                @for identifier in &case.identifiers { " · " code { (identifier) } }
            }
        }
        @if let Some(gone) = &case.gone { (no_longer_declared(reader, &product, gone, revision)) }
        (clocks(reader, placed, now))
        (awareness(reader, placed, verdict))
        @match verdict {
            None if case.gone.is_some() => {}
            None => (notice(reader, Tone::Open, &text!("overview-case-not-judged"))),
            Some(verdict) => {
                @for stage in &verdict.content { (missing(reader, stage)) }
                (why(reader, verdict))
            }
        }
        section .panel aria-labelledby="declared" {
            header {
                h2 #declared { (reader.say(&text!("overview-declared-in"))) }
                a href=(dossier) { "proofmark.toml" }
            }
            p { (reader.say(&text!("overview-change-in-dossier"))) }
            details {
                summary { (reader.say(&text!("overview-how-declared"))) }
                (how_declared(reader))
            }
        }
    };
    page(reader, &Shown { title: &case.name, at: Some(Place::Cases), searched: "" }, &body)
}

/// Since when, and by which revision of the dossier.
fn no_longer_declared(reader: &Reader, product: &str, gone: &CaseGone, revision: Option<u64>) -> Markup {
    html! {
        (notice(reader, Tone::Open, &text!("ends-case-gone", at = instant(gone.at))))
        @if let Some(number) = revision {
            p {
                a href=(format!("{product}/dossier/{number}")) {
                    (reader.say(&text!("ends-case-gone-revision", number = number.to_string())))
                }
            }
        }
    }
}

fn clocks(reader: &Reader, placed: &PlacedCase, now: Timestamp) -> Markup {
    let case = &placed.case;
    let label = [
        text!("overview-column-stage"),
        text!("web-column-law"),
        text!("overview-column-from"),
        text!("overview-column-due"),
        text!("web-column-standing"),
    ]
    .map(|label| reader.say(&label));
    html! {
        section .panel aria-labelledby="clocks" {
            header {
                h2 #clocks { (reader.say(&text!("overview-clocks-of-case"))) }
                span .quiet { (reader.say(&text!("overview-as-of", at = instant(now)))) }
            }
            @if case.clocks.is_empty() {
                p .quiet { (reader.say(&text!("overview-no-clocks"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="clocks" {
                    table .stacked {
                        thead { tr { @for one in &label { th scope="col" { (one) } } } }
                        tbody {
                            @for clock in &case.clocks {
                                @let (tone, says) = clock_says(clock, now);
                                @let cites = stage_citation(case.stream, clock.stage);
                                tr {
                                    th scope="row" { (reader.say(&stage_says(clock.stage))) }
                                    td data-label=(label[1]) {
                                        span .cite { (cites.in_language(reader.language())) }
                                    }
                                    td data-label=(label[2]) {
                                        @if let Some(at) = clock.starts_at { time datetime=(at) { (instant(at)) } }
                                    }
                                    td data-label=(label[3]) {
                                        @if let Some(at) = clock.due_at {
                                            time datetime=(at) { strong { (instant(at)) } }
                                        }
                                    }
                                    td data-label=(label[4]) { (badge(tone, &reader.say(&says))) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every ruling, in the order it was declared, with who ruled and why.
fn awareness(reader: &Reader, placed: &PlacedCase, verdict: Option<&CaseVerdict>) -> Markup {
    let case = &placed.case;
    html! {
        section .panel aria-labelledby="awareness" {
            header { h2 #awareness { (reader.say(&text!("overview-awareness"))) } }
            p { strong { (reader.say(&awareness_says(case))) } }
            @if !case.rulings.is_empty() {
                ol .plain-list {
                    @for ruling in &case.rulings {
                        li {
                            time datetime=(ruling.aware_at) { strong { (instant(ruling.aware_at)) } }
                            @if ruling.stands == Some(true) {
                                " " (badge(Tone::Good, &reader.say(&text!("overview-ruling-stands"))))
                            }
                            @if let Some(because) = &ruling.because { span .below { (because) } }
                            @if let Some(by) = &ruling.decided_by {
                                span .below .quiet { (reader.say(&text!("overview-ruled-by", by = by))) }
                            }
                            @if let Some(by) = &ruling.confirmed_by {
                                span .below .quiet { (reader.say(&text!("overview-confirmed-by", by = by))) }
                            }
                        }
                    }
                }
            }
            @if let Some(verdict) = verdict { (reasons(reader, &verdict.awareness.reasons)) }
        }
    }
}

/// What the stage asks for, with what is not declared yet marked.
fn missing(reader: &Reader, stage: &StageContent) -> Markup {
    let id = format!("content-{}", stage.items.first().map(|item| item.row).unwrap_or_default());
    let given = stage.items.iter().filter(|item| item.given).count();
    let title = text!("overview-content-of", stage = stage_says(stage.stage));
    html! {
        section .panel aria-labelledby=(id) {
            header {
                h2 id=(id) { (reader.say(&title)) }
                span .quiet {
                    (reader.say(&text!("overview-content-given", given = given, all = stage.items.len().to_string())))
                }
            }
            ul .plain-list {
                @for item in &stage.items {
                    @let (tone, says) = if item.given {
                        (Tone::Good, text!("overview-given"))
                    } else {
                        (Tone::Open, text!("overview-missing"))
                    };
                    li {
                        (badge(tone, &reader.say(&says))) " " (reader.say(&item.what))
                        " " span .cite { (item.cites.in_language(reader.language())) }
                        @if !item.given { span .below { code { (item.fact) } } }
                    }
                }
            }
            (reasons(reader, &stage.reasons))
        }
    }
}

fn why(reader: &Reader, verdict: &CaseVerdict) -> Markup {
    html! {
        section .panel aria-labelledby="why" {
            header { h2 #why { (reader.say(&text!("overview-why"))) } }
            (reasons(reader, &verdict.trigger.reasons))
            (reasons(reader, &verdict.coordinator.reasons))
        }
    }
}

fn reasons(reader: &Reader, reasons: &[Reason]) -> Markup {
    html! {
        @if !reasons.is_empty() {
            ul .reasons {
                @for reason in reasons {
                    li {
                        (reader.say(&reason.says)) " "
                        span .cite { (reason.cites.in_language(reader.language())) }
                        @if let Some(review) = &reason.legal_review {
                            span .below .hint { (reader.say(review)) }
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
    fn the_page_is_sound_with_and_without_a_verdict() {
        let assessed = crate::pages::sample_assessments::assessed_with_case();
        let verdict = assessed.assessment.verdict.reporting.first();
        assert!(verdict.is_some());
        let mut placed = samples::case();
        for reader in readers() {
            assert_sound(&shown(&reader, &placed, verdict, Some(3), samples::now()));
            assert_sound(&shown(&reader, &placed, None, None, samples::now()));
        }
        placed.case.clocks.clear();
        placed.case.gone = None;
        assert_sound(&shown(&readers()[0], &placed, None, None, samples::now()));
    }
}

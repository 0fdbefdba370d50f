//! The obligations of a product: how ready each area is, the whole matrix, and what to do first.

use maud::{Markup, html};
use proofmark_actions::Assessment;
use proofmark_law::{Area, STEPS_SHOWN, Standing, StandingState};
use proofmark_text::{Text, text};

use crate::link;
use crate::look::{Bar, Reader, Tone, badge, bars, legend};

/// The standings in their order of weight, as filter and legend name them.
const SHOWN: [&str; 4] = ["late", "open", "met", "not-applicable"];

fn word(standing: &Standing) -> &'static str {
    match standing.state {
        StandingState::Met { .. } => "met",
        StandingState::Open { .. } => "open",
        StandingState::Late { .. } => "late",
        StandingState::NotApplicable { .. } => "not-applicable",
    }
}

fn tone(word: &str) -> Tone {
    match word {
        "met" => Tone::Good,
        "open" => Tone::Open,
        "late" => Tone::Bad,
        _ => Tone::Plain,
    }
}

fn name(word: &str) -> Text {
    match word {
        "met" => text!("web-standing-met"),
        "open" => text!("web-standing-open"),
        "late" => text!("web-standing-late"),
        _ => text!("web-standing-not-applicable"),
    }
}

/// How ready each area of work is.
pub(super) fn areas(reader: &Reader, assessment: &Assessment, path: &str) -> Markup {
    let count = |area: Area, wanted: &str| {
        let standings = assessment.obligations.iter();
        standings.filter(|one| Area::of(one.obligation) == area && word(one) == wanted).count() as u64
    };
    let rows: Vec<Bar> = Area::ALL
        .into_iter()
        .map(|area| Bar {
            label: reader.say(&area.name()),
            link: None,
            parts: ["met", "open", "late"]
                .into_iter()
                .map(|word| (tone(word), reader.say(&name(word)), count(area, word)))
                .collect(),
        })
        .filter(|bar| bar.parts.iter().any(|(_, _, count)| *count > 0))
        .collect();
    let title = reader.say(&text!("web-readiness"));
    let parts: Vec<(Tone, String)> =
        ["met", "open", "late"].into_iter().map(|word| (tone(word), reader.say(&name(word)))).collect();
    html! {
        section .panel aria-labelledby="readiness" {
            header {
                h2 #readiness { (title) }
                a href=(link::with_query(path, &[("show", "open")])) { (reader.say(&text!("web-see-open"))) }
            }
            (bars(&title, &rows, false))
            (legend(&parts))
        }
    }
}

/// What to do first.
pub(super) fn next_steps(reader: &Reader, assessment: &Assessment) -> Markup {
    html! {
        @if !assessment.next_steps.is_empty() {
            section .panel aria-labelledby="next" {
                header { h2 #next { (reader.say(&text!("proofmark-next-steps"))) } }
                ol .next {
                    @for step in assessment.next_steps.iter().take(STEPS_SHOWN) {
                        li {
                            @if step.late { (badge(Tone::Bad, &reader.say(&text!("web-standing-late")))) " " }
                            strong { (reader.say(&step.says)) }
                            @for missing in step.missing.iter().take(2) { span .below { (reader.say(missing)) } }
                            span .below .quiet {
                                (reader.say(&text!("proofmark-step-closes", count = step.closes.len(), by = step.by.to_string())))
                                @for at in step.at.iter().take(4) { " " code { (at) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every obligation, or those that stand so.
pub(super) fn matrix(reader: &Reader, assessment: &Assessment, only: &str, path: &str) -> Markup {
    let only = if SHOWN.contains(&only) { only } else { "" };
    let shown: Vec<&Standing> =
        assessment.obligations.iter().filter(|one| only.is_empty() || word(one) == only).collect();
    html! {
        section .panel aria-labelledby="obligations" {
            header {
                h2 #obligations { (reader.say(&text!("web-obligations"))) }
                (choices(reader, assessment, only, path))
            }
            @if shown.is_empty() {
                p .quiet { (reader.say(&text!("web-no-match"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="obligations" {
                    table .stacked {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("web-column-law"))) }
                            th scope="col" { (reader.say(&text!("web-column-asks"))) }
                            th scope="col" { (reader.say(&text!("web-column-standing"))) }
                            th scope="col" { (reader.say(&text!("web-column-shown-by"))) }
                        } }
                        tbody { @for standing in shown { (row(reader, standing)) } }
                    }
                }
            }
        }
    }
}

fn choices(reader: &Reader, assessment: &Assessment, only: &str, path: &str) -> Markup {
    html! {
        nav .choices aria-label=(reader.say(&text!("web-column-standing"))) {
            a href=(format!("{path}#obligations")) aria-current=[only.is_empty().then_some("true")] {
                (reader.say(&text!("web-any"))) " " span .quiet { (assessment.obligations.len()) }
            }
            @for one in SHOWN {
                @let count = assessment.obligations.iter().filter(|standing| word(standing) == one).count();
                @if count > 0 {
                    a href=(format!("{}#obligations", link::with_query(path, &[("show", one)])))
                        aria-current=[(only == one).then_some("true")] {
                        (reader.say(&name(one))) " " span .quiet { (count) }
                    }
                }
            }
        }
    }
}

fn row(reader: &Reader, standing: &Standing) -> Markup {
    let stands = word(standing);
    html! {
        tr id=(standing.obligation) {
            td { span .cite { (standing.cites.in_language(reader.language())) } }
            th scope="row" .asks {
                (standing.asks_in(reader.language()))
                @if let Some(review) = standing.legal_review.as_ref().filter(|_| stands != "not-applicable") {
                    span .below .hint { (reader.say(review)) }
                }
            }
            td {
                (badge(tone(stands), &reader.say(&name(stands))))
                @if let StandingState::Late { since, .. } = &standing.state { span .below .quiet { (since) } }
                @else if stands == "open" { span .below .quiet { (standing.due) } }
            }
            td { (evidence(reader, &standing.state)) }
        }
    }
}

fn evidence(reader: &Reader, state: &StandingState) -> Markup {
    html! {
        @match state {
            StandingState::Met { shown_by } => {
                @for shown in shown_by.iter().take(4) { div { (reader.say(shown)) } }
            }
            StandingState::Open { missing } | StandingState::Late { missing, .. } => {
                @for one in missing.iter().take(4) {
                    div { (reader.say(&one.says)) span .below { (reader.say(&one.closes_by)) } }
                }
                @if missing.len() > 4 { span .quiet { "+" (missing.len() - 4) } }
            }
            StandingState::NotApplicable { because } => { span .quiet { (reader.say(because)) } }
        }
    }
}

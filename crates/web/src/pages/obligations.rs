//! The obligations of a product: how ready each area is, the whole matrix, and what to do first.

use maud::{Markup, html};
use proofmark_actions::Assessment;
use proofmark_facts::ObligationTally;
use proofmark_law::{Area, STEPS_SHOWN, Standing, StandingState, Stands, tallied};
use proofmark_text::{Text, text};

use crate::link;
use crate::look::{Bar, Reader, Tone, badge, bars, legend};

/// The word addresses have.
fn word(stands: Stands) -> &'static str {
    match stands {
        Stands::Met => "met",
        Stands::Open => "open",
        Stands::Undecided => "undecided",
        Stands::Late => "late",
        Stands::NotApplicable => "not-applicable",
    }
}

fn tone(stands: Stands) -> Tone {
    match stands {
        Stands::Met => Tone::Good,
        Stands::Open | Stands::Undecided => Tone::Open,
        Stands::Late => Tone::Bad,
        Stands::NotApplicable => Tone::Plain,
    }
}

fn name(stands: Stands) -> Text {
    match stands {
        Stands::Met => text!("web-standing-met"),
        Stands::Open => text!("web-standing-open"),
        Stands::Undecided => text!("overview-standing-undecided"),
        Stands::Late => text!("web-standing-late"),
        Stands::NotApplicable => text!("web-standing-not-applicable"),
    }
}

/// What bars draw side by side: what applies, or may.
const DRAWN: [Stands; 4] = [Stands::Met, Stands::Open, Stands::Undecided, Stands::Late];

/// What is undecided lies in a bar as ground between what is known.
fn drawn_tone(stands: Stands) -> Tone {
    if stands == Stands::Undecided { Tone::Plain } else { tone(stands) }
}

/// The parts of a bar about so many obligations.
pub(super) fn parts_of(reader: &Reader, tally: &ObligationTally) -> Vec<(Tone, String, u64)> {
    let part = |stands: Stands| (drawn_tone(stands), reader.say(&name(stands)), stands.of(tally));
    DRAWN.into_iter().map(part).collect()
}

/// What the parts of such bars are called; undecided only where there is any.
pub(super) fn legend_of(reader: &Reader, bars: &[Bar]) -> Markup {
    let any = |place: usize| bars.iter().any(|bar| bar.parts.get(place).is_some_and(|part| part.2 > 0));
    let shown = DRAWN.into_iter().enumerate().filter(|(place, one)| *one != Stands::Undecided || any(*place));
    let parts: Vec<(Tone, String)> =
        shown.map(|(_, stands)| (drawn_tone(stands), reader.say(&name(stands)))).collect();
    legend(&parts)
}

/// How ready each area of work is; what is open is seen at `path`.
pub(super) fn areas(reader: &Reader, assessment: &Assessment, path: &str) -> Markup {
    let rows: Vec<Bar> = Area::ALL
        .into_iter()
        .map(|area| {
            let of_area = assessment.obligations.iter().filter(|one| Area::of(one.obligation) == area);
            Bar { label: reader.say(&area.name()), link: None, parts: parts_of(reader, &tallied(of_area)) }
        })
        .filter(|bar| bar.parts.iter().any(|(_, _, count)| *count > 0))
        .collect();
    let title = reader.say(&text!("web-readiness"));
    html! {
        section .panel aria-labelledby="readiness" {
            header {
                h2 #readiness { (title) }
                a href=(link::with_query(path, &[("show", "open")])) { (reader.say(&text!("web-see-open"))) }
            }
            (bars(&title, &rows, false))
            (legend_of(reader, &rows))
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
    let only = Stands::ALL.into_iter().find(|stands| word(*stands) == only);
    let wanted = |one: &&Standing| only.is_none_or(|only| one.stands() == only);
    let shown: Vec<&Standing> = assessment.obligations.iter().filter(wanted).collect();
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

fn choices(reader: &Reader, assessment: &Assessment, only: Option<Stands>, path: &str) -> Markup {
    let tally = tallied(&assessment.obligations);
    html! {
        nav .choices aria-label=(reader.say(&text!("web-column-standing"))) {
            a href=(format!("{path}#obligations")) aria-current=[only.is_none().then_some("true")] {
                (reader.say(&text!("web-any"))) " " span .quiet { (assessment.obligations.len()) }
            }
            @for stands in Stands::ALL {
                @let count = stands.of(&tally);
                @if count > 0 {
                    a href=(format!("{}#obligations", link::with_query(path, &[("show", word(stands))])))
                        aria-current=[(only == Some(stands)).then_some("true")] {
                        (reader.say(&name(stands))) " " span .quiet { (count) }
                    }
                }
            }
        }
    }
}

fn row(reader: &Reader, standing: &Standing) -> Markup {
    let stands = standing.stands();
    html! {
        tr id=(standing.obligation) {
            td { span .cite { (standing.cites.in_language(reader.language())) } }
            th scope="row" .asks {
                (standing.asks_in(reader.language()))
                @if let Some(review) = standing.legal_review.as_ref().filter(|_| stands != Stands::NotApplicable) {
                    span .below .hint { (reader.say(review)) }
                }
            }
            td {
                (badge(tone(stands), &reader.say(&name(stands))))
                @if let StandingState::Late { since, .. } = &standing.state { span .below .quiet { (since) } }
                @else if matches!(stands, Stands::Open | Stands::Undecided) { span .below .quiet { (standing.due) } }
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

//! The law's verdict on a product: scope, role, class, procedures, and the days that bind.

use jiff::civil::Date;
use maud::{Markup, html};
use proofmark_law::{Bound, Reason, SupportOutcome, Verdict};
use proofmark_text::{Text, text};

use super::words::{class_says, procedure_says, role_says, scope_says};
use crate::look::{Milestone, Reader, TimelineDay, Tone, badge, icon, time_span, timeline};

/// Scope, role, class and procedures, each with the reason that decided.
pub(super) fn verdict(reader: &Reader, verdict: &Verdict) -> Markup {
    let answers = [
        (scope_says(&verdict.scope.outcome), verdict.scope.reasons.as_slice()),
        (role_says(&verdict.role.outcome), verdict.role.reasons.as_slice()),
        (class_says(&verdict.class, reader.language()), verdict.class.reasons.as_slice()),
    ];
    let state = text!("proofmark-state-of-the-law", as_of = verdict.state.as_of.to_string());
    html! {
        section .panel aria-labelledby="verdict" {
            header {
                h2 #verdict { (reader.say(&text!("proofmark-verdict"))) }
                span .quiet { (reader.say(&state)) }
            }
            @for ((tone, says), reasons) in &answers { (answer(reader, *tone, says, reasons)) }
            (procedures(reader, verdict))
        }
    }
}

/// One answer; every reason that led to it can be opened.
fn answer(reader: &Reader, tone: Tone, says: &Text, reasons: &[Reason]) -> Markup {
    html! {
        details .answer {
            summary {
                @if let Some(shape) = tone.icon() { span class={ "tone " (tone.class()) } { (icon(shape)) } }
                strong { (reader.say(says)) }
            }
            ul .reasons { @for reason in reasons { (because(reader, reason)) } }
        }
    }
}

fn because(reader: &Reader, reason: &Reason) -> Markup {
    html! {
        li {
            (reader.say(&reason.says)) " " span .cite { (reason.cites.in_language(reader.language())) }
            @if let Some(review) = &reason.legal_review { span .below .hint { (reader.say(review)) } }
        }
    }
}

fn procedures(reader: &Reader, verdict: &Verdict) -> Markup {
    let routes = &verdict.routes;
    let open = routes.open.iter().map(|route| (Tone::Good, route));
    let undecided = routes.undecided.iter().map(|route| (Tone::Open, route));
    let would = routes.would_open.iter().map(|route| (Tone::Open, route));
    html! {
        @for (tone, route) in open.chain(undecided).chain(would) {
            @let procedure = procedure_says(route.procedure);
            @let says = match tone {
                Tone::Good => text!("proofmark-route-open", procedure = procedure),
                _ => text!("proofmark-route-would-open", procedure = procedure),
            };
            (answer(reader, tone, &says, &route.reasons))
        }
    }
}

/// The days that bind, in their order.
pub(super) fn days(reader: &Reader, verdict: &Verdict, today: Date) -> Markup {
    let line: Vec<TimelineDay> = verdict
        .calendar
        .iter()
        .map(|date| TimelineDay { on: date.on, tone: bound_says(&date.bound).0 })
        .collect();
    let alternative = text!("pictures-timeline-alternative", count = line.len(), today = today.to_string());
    html! {
        section .panel aria-labelledby="days" {
            header { h2 #days { (reader.say(&text!("web-days"))) } }
            @if verdict.calendar.is_empty() {
                p .quiet { (reader.say(&text!("web-no-days"))) }
            } @else {
                (timeline(&reader.say(&alternative), &line, today))
                ul .plain-list {
                    @for date in &verdict.calendar {
                        @let (tone, word) = bound_says(&date.bound);
                        li .day {
                            time datetime=(date.on) { strong { (date.on) } }
                            " " (badge(tone, &reader.say(&word)))
                            span .below { (reader.say(&date.what)) }
                        }
                    }
                }
            }
        }
    }
}

fn bound_says(bound: &Bound) -> (Tone, Text) {
    match bound {
        Bound::Already => (Tone::Open, text!("web-binds-already")),
        Bound::Later => (Tone::Plain, text!("web-binds-later")),
        Bound::NotUnlessSubstantiallyModified => (Tone::Plain, text!("web-binds-if-modified")),
        Bound::Not => (Tone::Plain, text!("web-binds-not")),
        Bound::Undetermined { .. } => (Tone::Open, text!("web-binds-open")),
    }
}

/// The support period: from when to when, and how what is declared stands against what is asked.
pub(super) fn support_period(reader: &Reader, verdict: &Verdict, today: Date) -> Markup {
    let Some(period) = &verdict.support_period else { return html! {} };
    let milestone = |on: Option<Date>, what: Text| on.map(|on| Milestone { on, what: reader.say(&what) });
    let mut days: Vec<Milestone> = [
        milestone(period.runs_from, text!("web-support-from")),
        milestone(period.floor_end, text!("web-support-floor")),
        milestone(period.required_end, text!("web-support-required")),
        milestone(period.declared_end, text!("web-support-declared")),
    ]
    .into_iter()
    .flatten()
    .collect();
    days.sort_by_key(|day| day.on);
    let ends = days.first().zip(days.last()).map(|(first, last)| (first.on, last.on));
    html! {
        section .panel aria-labelledby="support" {
            header {
                h2 #support { (reader.say(&text!("web-support"))) }
                @let (tone, word) = outcome_says(&period.outcome);
                (badge(tone, &reader.say(&word)))
            }
            @if let Some((first, last)) = ends.filter(|(first, last)| first < last) {
                @let alternative = text!("web-support-alternative", from = first.to_string(), to = last.to_string());
                (time_span(&reader.say(&alternative), first, last, today, &days))
            }
            ul .reasons { @for reason in &period.reasons { (because(reader, reason)) } }
        }
    }
}

fn outcome_says(outcome: &SupportOutcome) -> (Tone, Text) {
    match outcome {
        SupportOutcome::LongEnough => (Tone::Good, text!("web-support-enough")),
        SupportOutcome::ShorterThanUse => (Tone::Open, text!("web-support-shorter-than-use")),
        SupportOutcome::TooShort => (Tone::Bad, text!("web-support-too-short")),
        SupportOutcome::NotAsked => (Tone::Plain, text!("web-support-not-asked")),
        SupportOutcome::Undetermined { .. } => (Tone::Open, text!("web-support-open")),
    }
}

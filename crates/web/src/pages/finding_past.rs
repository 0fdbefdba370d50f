//! What was decided on a finding, by whom and when.

use maud::{Markup, html};
use proofmark_actions::FindingStep;
use proofmark_facts::DecisionStatus;
use proofmark_text::{Text, text};

use super::finding_seen::Seen;
use super::words::{instant, status_says};
use crate::look::{Reader, Tone, badge};

/// What was decided on it, the newest last step first.
pub(super) fn history(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let decision = seen.finding.and_then(|finding| finding.decision.as_ref());
    html! {
        section .panel aria-labelledby="history" {
            header { h2 #history { (reader.say(&text!("pictures-decisions"))) } }
            @if let Some(decision) = decision {
                div .row {
                    strong { (reader.say(&text!("pictures-holds-now"))) }
                    @if let Some((tone, says)) = status_says(decision.status.word()) { (badge(tone, &reader.say(&says))) }
                    @if decision.expires_on.is_some_and(|on| on < seen.today) {
                        (badge(Tone::Bad, &reader.say(&text!("pictures-expired"))))
                    }
                }
                blockquote { (decision.because) }
                p .quiet {
                    (decision.decided_by.as_deref().unwrap_or("–"))
                    @if let Some(on) = decision.decided_on { ", " time datetime=(on) { (on) } }
                    @if let Some(on) = decision.expires_on { ", " (reader.say(&text!("web-decide-expires"))) " " time datetime=(on) { (on) } }
                }
            }
            @if seen.history.is_empty() && decision.is_none() {
                p .quiet { (reader.say(&text!("pictures-no-decisions"))) }
            } @else if !seen.history.is_empty() {
                ol .turns reversed {
                    @for step in seen.history.iter().rev() { li { (history_step(reader, step)) } }
                }
            }
        }
    }
}

fn history_step(reader: &Reader, step: &FindingStep) -> Markup {
    html! {
        strong { (reader.say(&action_says(step))) }
        @if let Some((tone, says)) = step.status.map(DecisionStatus::word).and_then(status_says) {
            " " (badge(tone, &reader.say(&says)))
        }
        span .below .quiet {
            (step.by) ", " time datetime=(step.at) { (instant(step.at)) }
            @if let Some(line) = step.line { ", " (reader.say(&text!("pictures-ledger-line", line = line.to_string()))) }
        }
        @if let Some(because) = &step.because { blockquote { (because) } }
    }
}

fn action_says(step: &FindingStep) -> Text {
    match step.action.as_str() {
        "decide-findings" => text!("pictures-step-decided"),
        "withdraw-decision" => text!("pictures-step-withdrawn"),
        "propose" => text!("pictures-step-proposed"),
        "approve" => text!("pictures-step-approved"),
        "refuse" => text!("pictures-step-refused"),
        "withdraw" => text!("pictures-step-taken-back"),
        _ => text!("pictures-step-handed-in"),
    }
}

//! What each source says of a finding's vulnerability, side by side, and where they contradict each other.

use maud::{Markup, html};
use proofmark_actions::{claim_says, contradiction_says};
use proofmark_facts::{ClaimState, Severity, SourceClaim};
use proofmark_text::{Text, text};

use super::finding_seen::Seen;
use super::finding_why::outside;
use super::words::rating_says;
use crate::look::{Reader, Tone, badge, notice};

/// The claims as a table; nothing where none are known.
pub(super) fn claims(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let claims = seen.finding.map(|finding| finding.vulnerability.claims.as_slice()).unwrap_or_default();
    html! {
        @if !claims.is_empty() {
            section .panel aria-labelledby="claims" {
                header { h2 #claims { (reader.say(&text!("claims-heading"))) } }
                @if let Some(says) = contradiction_says(claims) { (notice(reader, Tone::Open, &says)) }
                p .hint { (reader.say(&text!("claims-heading-hint"))) }
                div .wide tabindex="0" role="region" aria-labelledby="claims" {
                    table .stacked {
                        thead { tr {
                            @for column in columns() { th scope="col" { (reader.say(&column)) } }
                        } }
                        tbody { @for claim in claims { (row(reader, claim)) } }
                    }
                }
            }
        }
    }
}

fn columns() -> [Text; 6] {
    [
        text!("web-column-source"),
        text!("claims-column-record"),
        text!("claims-column-state"),
        text!("claims-column-days"),
        text!("claims-column-severity"),
        text!("claims-column-more"),
    ]
}

fn row(reader: &Reader, claim: &SourceClaim) -> Markup {
    let [_, record, state, days, severity, more] = columns().map(|column| reader.say(&column));
    let (tone, word) = state_says(claim.state);
    html! {
        tr {
            th scope="row" { (claim.source) }
            td data-label=(record) { (outside(&claim.id)) }
            td data-label=(state) { (badge(tone, &reader.say(&word))) }
            td data-label=(days) { @for says in days_say(claim) { span .below { (reader.say(&says)) } } }
            td data-label=(severity) {
                @for severity in &claim.severities { (severity_shown(reader, severity)) }
                @if claim.severities.is_empty() { span .quiet { (reader.say(&text!("claims-not-rated"))) } }
            }
            td data-label=(more) { @for says in more_says(claim) { span .below { (reader.say(&says)) } } }
        }
    }
}

fn state_says(state: ClaimState) -> (Tone, Text) {
    match state {
        ClaimState::Published => (Tone::Plain, text!("claims-word-published")),
        ClaimState::Disputed => (Tone::Open, text!("claims-word-disputed")),
        ClaimState::Withdrawn => (Tone::Open, text!("claims-word-withdrawn")),
        ClaimState::Rejected => (Tone::Bad, text!("claims-word-rejected")),
    }
}

fn days_say(claim: &SourceClaim) -> Vec<Text> {
    let mut says = Vec::new();
    says.extend(claim.published_on.map(|on| text!("claims-day-published", on = on.to_string())));
    says.extend(claim.modified_on.map(|on| text!("claims-day-modified", on = on.to_string())));
    says.extend(claim.ended_on.map(|on| text!("claims-day-ended", on = on.to_string())));
    says
}

/// The score with its vector; that a vector cannot be read is said beside it.
fn severity_shown(reader: &Reader, severity: &Severity) -> Markup {
    html! {
        span .below {
            @if let Some(score) = severity.score { (format!("{score:.1}")) " " }
            @if severity.score.is_some() || severity.vector.is_none() {
                (reader.say(&rating_says(severity.rating)))
            } @else {
                (reader.say(&text!("claims-cannot-be-read")))
            }
            @if let Some(vector) = &severity.vector { " " code { (vector) } }
        }
    }
}

/// What it says beside state, days and severity.
fn more_says(claim: &SourceClaim) -> Vec<Text> {
    let bare = SourceClaim { severities: Vec::new(), modified_on: None, ..claim.clone() };
    claim_says(&bare).into_iter().skip(1).collect()
}

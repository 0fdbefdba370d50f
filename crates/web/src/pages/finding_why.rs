//! Why a finding is here: the advisories that name its component, what each matched by, and what they say.

use maud::{Markup, html};
use proofmark_facts::{Advisory, MatchRule, MatchedBy};
use proofmark_text::text;

use super::advisory_link::advisory_link;
use super::finding_seen::Seen;
use super::match_confidence::match_confidence;
use super::words::instant;
use crate::look::{Reader, Tone, badge, notice};

/// Why it is here: the advisories, what each matched by, and where its text is.
pub(super) fn why(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let matched: &[MatchedBy] =
        seen.finding.map(|finding| finding.vulnerability.matched_by.as_slice()).unwrap_or_default();
    html! {
        section .panel aria-labelledby="why" {
            header { h2 #why { (reader.say(&text!("pictures-why"))) } }
            @if matched.is_empty() {
                p .quiet { (reader.say(&text!("pictures-why-gone"))) }
                p { (outside(&seen.row.row.vulnerability)) }
            } @else {
                p .hint { (reader.say(&text!("pictures-why-hint"))) }
                div .wide tabindex="0" role="region" aria-labelledby="why" {
                    table .stacked {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("pictures-advisory"))) }
                            th scope="col" { (reader.say(&text!("web-column-source"))) }
                            th scope="col" { (reader.say(&text!("pictures-affected-versions"))) }
                            th scope="col" { (reader.say(&text!("pictures-matched-by"))) }
                            th scope="col" { (reader.say(&text!("cpe-confidence"))) }
                        } }
                        tbody { @for one in matched { (matched_row(reader, seen, one)) } }
                    }
                }
            }
            @for advisory in seen.texts { (advisory_text(reader, advisory)) }
        }
    }
}

fn matched_row(reader: &Reader, seen: &Seen<'_>, one: &MatchedBy) -> Markup {
    let kept = seen.texts.iter().find(|advisory| advisory.id == one.advisory);
    let rule = match one.rule {
        MatchRule::PackageRange => text!("pictures-by-range"),
        MatchRule::PackageVersion => text!("pictures-by-version"),
        MatchRule::CpeRange => text!("cpe-by-range"),
        MatchRule::CpeExact => text!("cpe-by-exact-name"),
        MatchRule::NameVersion => text!("cpe-by-name-alone"),
        MatchRule::Commit => text!("cpe-by-commit"),
        MatchRule::Digest => text!("cpe-by-digest"),
        MatchRule::CpeHardware => text!("cpe-by-hardware"),
    };
    html! {
        tr {
            th scope="row" {
                (outside(&one.advisory))
                @if kept.is_some_and(|advisory| advisory.withdrawn_at.is_some()) {
                    " " (badge(Tone::Open, &reader.say(&text!("pictures-withdrawn"))))
                }
            }
            td data-label=(reader.say(&text!("web-column-source"))) { (source_of(one)) }
            td data-label=(reader.say(&text!("pictures-affected-versions"))) { code { (one.range) } }
            td data-label=(reader.say(&text!("pictures-matched-by"))) {
                (reader.say(&rule))
                @if let Some(criteria) = &one.criteria { " " code { (criteria) } }
                @if let Some(soc) = &one.beside { " " (reader.say(&text!("cpe-beside", soc = soc))) }
            }
            td data-label=(reader.say(&text!("cpe-confidence"))) { (match_confidence(reader, one.confidence)) }
        }
    }
}

/// The source of an advisory, or the one its identifier is one of.
fn source_of(one: &MatchedBy) -> &str {
    let by_id = one.advisory.split(['-', ':']).next().unwrap_or(&one.advisory);
    if one.source.is_empty() { by_id } else { &one.source }
}

/// An identifier, as a link to where its source publishes it.
pub(super) fn outside(id: &str) -> Markup {
    html! {
        @match advisory_link(id) {
            Some(link) => { a href=(link) rel="external noreferrer" { (id) } }
            None => { (id) }
        }
    }
}

/// The text of an advisory the product keeps.
fn advisory_text(reader: &Reader, advisory: &Advisory) -> Markup {
    html! {
        details {
            summary { (reader.say(&text!("pictures-advisory-text", id = &advisory.id))) }
            dl .pairs {
                @for (says, at) in [
                    (text!("pictures-published"), advisory.published_at),
                    (text!("pictures-modified"), advisory.modified_at),
                    (text!("pictures-withdrawn"), advisory.withdrawn_at),
                ] {
                    @if let Some(at) = at { dt { (reader.say(&says)) } dd { (instant(at)) } }
                }
            }
            @if advisory.withdrawn_at.is_some() {
                (notice(reader, Tone::Open, &text!("pictures-withdrawn-means")))
            }
            @if let Some(summary) = &advisory.summary { p lang="en" { strong { (summary) } } }
            @if let Some(details) = &advisory.details { pre .prose lang="en" { (details) } }
            @if !advisory.references.is_empty() {
                ul .plain-list { @for reference in advisory.references.iter().take(20) { li { (reference_link(reference)) } } }
            }
        }
    }
}

/// What others wrote as an address is a link only where it is one of the web.
fn reference_link(reference: &str) -> Markup {
    let is_web = reference.starts_with("https://") || reference.starts_with("http://");
    html! {
        @if is_web { a href=(reference) rel="external noreferrer nofollow" { (reference) } }
        @else { code { (reference) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(!reference_link("javascript:alert(1)").0.contains("href"));
        assert!(reference_link("https://example.com/\"x").0.contains("href=\"https://example.com/&quot;x\""));
    }
}

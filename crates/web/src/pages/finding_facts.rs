//! What is known of a finding: how severe, how likely, whether exploited, where fixed, since when.

use maud::{Markup, html};
use proofmark_facts::{Known, known_exploited};
use proofmark_text::text;

use super::finding_rows::likelihood;
use super::finding_seen::Seen;
use super::finding_why::outside;
use super::words::{closed_says, instant, rating_says, score_says};
use crate::look::{Reader, Tone, badge, unasked_says};

/// Score, likelihood, exploitation, fixes, days and other names.
pub(super) fn facts(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let row = &seen.row.row;
    let known = seen.finding.map(|finding| &finding.vulnerability);
    let (class, score) = score_says(reader, row.score);
    html! {
        section .panel aria-labelledby="facts" {
            header { h2 #facts { (reader.say(&text!("pictures-facts"))) } }
            dl .pairs {
                dt { (reader.say(&text!("web-column-score"))) }
                dd {
                    span .tally { span class=(class) { (score) } }
                    @if let Some(known) = known {
                        " " (reader.say(&rating_says(known.severity.rating)))
                        @if let Some(vector) = &known.severity.vector { span .below { code { (vector) } } }
                    }
                }
                dt { (reader.say(&text!("web-column-epss"))) }
                dd {
                    (likelihood(reader, row.epss))
                    @if row.epss >= 0 { span .below .quiet { (reader.say(&text!("pictures-epss-means"))) } }
                }
                dt { (reader.say(&text!("web-filter-exploited"))) }
                dd { (exploited(reader, seen)) }
                dt { (reader.say(&text!("pictures-fixed-in"))) }
                dd {
                    @if row.fixed_in.is_empty() { span .quiet { (reader.say(&text!("pictures-no-fix"))) } }
                    @for version in row.fixed_in.split(',').filter(|version| !version.is_empty()) { code { (version) } " " }
                }
                dt { (reader.say(&text!("pictures-first-found"))) }
                dd {
                    time datetime=(row.opened_at) { (instant(row.opened_at)) }
                    @for before in seen.earlier {
                        span .below .quiet {
                            (reader.say(&text!(
                                "pictures-was-open",
                                from = instant(before.opened_at),
                                to = before.closed_at.map(instant).unwrap_or_default(),
                                because = closed_says(&before.closed_because)
                            )))
                        }
                    }
                }
                @if let Some(known) = known.filter(|known| !known.aliases.is_empty()) {
                    dt { (reader.say(&text!("pictures-aliases"))) }
                    dd { @for alias in &known.aliases { (outside(alias)) " " } }
                }
            }
        }
    }
}

/// That it is exploited somewhere, and that this says nothing of the product; that it is not listed only where a
/// catalogue was asked.
fn exploited(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let known = seen.finding.and_then(|finding| finding.vulnerability.exploited.as_ref());
    html! {
        @if seen.row.row.exploited {
            (badge(Tone::Bad, &reader.say(&text!("web-exploited"))))
            @if let Some(known) = known {
                " " (known.catalogue)
                @if let Some(on) = known.added_on { ", " time datetime=(on) { (on) } }
            }
            span .below .quiet { (reader.say(&text!("pictures-exploited-means"))) }
        } @else {
            @let looked = seen.framed.release.looked_for.as_ref();
            @match known_exploited(looked, 0) {
                Known::Unasked(unasked) => { span .quiet { (reader.say(&unasked_says(unasked))) } }
                Known::Fully(_) | Known::Partly(..) => {
                    span .quiet { (reader.say(&text!("overview-not-listed-as-exploited"))) }
                }
            }
        }
    }
}

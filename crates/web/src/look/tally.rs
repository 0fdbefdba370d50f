//! Open findings by rating, as a row of small numbers: the worst first, colour and letter say the same.

use maud::{Markup, html};
use proofmark_facts::{FindingTally, LookedFor, known_findings};
use proofmark_text::text;

use super::known::none_open;
use super::reader::Reader;

/// The counts that are not zero; where nothing is open, that or why nobody knows.
pub(crate) fn tally(reader: &Reader, tally: &FindingTally, looked: Option<&LookedFor>) -> Markup {
    let parts = [
        ("critical", tally.critical, reader.say(&text!("web-rating-critical"))),
        ("high", tally.high, reader.say(&text!("web-rating-high"))),
        ("medium", tally.medium, reader.say(&text!("web-rating-medium"))),
        ("low", tally.low, reader.say(&text!("web-rating-low"))),
        ("unrated", tally.unrated, reader.say(&text!("web-rating-unrated"))),
    ];
    html! {
        @if tally.open() == 0 {
            (none_open(reader, known_findings(looked, 0)))
        } @else {
            span .tally {
                @for (class, count, name) in parts.iter().filter(|(_, count, _)| *count > 0) {
                    span class=(class) title=(name) { (reader.count(*count)) span .hidden { " " (name) " " } }
                }
                @if tally.exploited > 0 {
                    span .exploited { (reader.say(&text!("web-exploited-count", count = tally.exploited))) }
                }
            }
        }
    }
}

//! Open findings by rating, as a row of small numbers: the worst first, colour and letter say the same.

use maud::{Markup, html};
use proofmark_facts::FindingTally;
use proofmark_text::text;

use super::reader::Reader;

/// The counts that are not zero; a dash where nothing is open.
pub(crate) fn tally(reader: &Reader, tally: &FindingTally) -> Markup {
    let parts = [
        ("critical", tally.critical, reader.say(&text!("web-rating-critical"))),
        ("high", tally.high, reader.say(&text!("web-rating-high"))),
        ("medium", tally.medium, reader.say(&text!("web-rating-medium"))),
        ("low", tally.low, reader.say(&text!("web-rating-low"))),
        ("unrated", tally.unrated, reader.say(&text!("web-rating-unrated"))),
    ];
    html! {
        @if tally.open() == 0 {
            span .quiet { (reader.say(&text!("web-none-open"))) }
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

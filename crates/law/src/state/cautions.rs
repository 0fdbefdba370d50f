//! What to be careful about when a verdict's day lies away from the days its state of the law knows.

use jiff::ToSpan;
use jiff::civil::Date;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;

/// After so many days the newest source says little about the day asked about.
const LONG_AFTER_DAYS: i32 = 90;

/// Nothing while the day is one the state speaks of.
pub(crate) fn cautions(state: &StateOfTheLaw, day: Date) -> Vec<Reason> {
    let caution = |says| Reason::new(says, Source::new("OPN-13", &[S]), Citation::article(27).paragraph(1));
    let (on, as_of) = (day.to_string(), state.as_of.to_string());
    let newest = state.evidence_newest;
    let mut cautions = Vec::new();
    if day < state.as_of {
        cautions.push(caution(text!("routes-caution-before", on = on, as_of = as_of)));
    } else if day > newest.saturating_add(LONG_AFTER_DAYS.days()) {
        let says = text!("routes-caution-long-after", on = on, newest = newest.to_string());
        cautions.push(caution(says).for_review(text!("law-review-state", newest = newest.to_string())));
    }
    cautions
}

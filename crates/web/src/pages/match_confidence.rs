//! How sure a match is, as pages say it.

use maud::{Markup, html};
use proofmark_facts::MatchConfidence;
use proofmark_text::text;

use crate::look::{Reader, Tone, badge};

/// A word, and a badge where it is not certain.
pub(super) fn match_confidence(reader: &Reader, confidence: MatchConfidence) -> Markup {
    match confidence {
        MatchConfidence::Certain => html! { (reader.say(&text!("cpe-certain"))) },
        MatchConfidence::Likely => badge(Tone::Plain, &reader.say(&text!("cpe-likely"))),
        MatchConfidence::Weak => badge(Tone::Open, &reader.say(&text!("cpe-weak"))),
    }
}

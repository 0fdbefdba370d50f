//! What is known, and what nobody asked, in words: a number nobody looked for is never shown as none.

use maud::{Markup, html};
use proofmark_facts::{Known, Unasked};
use proofmark_text::{Text, text};

use super::badge::Tone;
use super::figure::Figure;
use super::reader::Reader;

/// Why nobody looked.
pub(crate) fn unasked_says(unasked: Unasked) -> Text {
    match unasked {
        Unasked::NoComponentList => text!("overview-unasked-no-list"),
        Unasked::NoVulnerabilityData => text!("overview-unasked-no-data"),
        Unasked::NoExploitedCatalogue => text!("overview-unasked-no-catalogue"),
        Unasked::NotKept => text!("overview-unasked-not-kept"),
    }
}

/// That none is open, as far as that is known; why it is not known otherwise. Nothing where some are.
pub(crate) fn none_says(findings: Known<u64>) -> Option<Text> {
    match findings {
        Known::Fully(0) => Some(text!("overview-none-known")),
        Known::Partly(0, unchecked) => Some(text!("overview-none-known-of-checked", count = unchecked)),
        Known::Unasked(unasked) => Some(unasked_says(unasked)),
        Known::Fully(_) | Known::Partly(..) => None,
    }
}

/// The same on a page.
pub(crate) fn none_open(reader: &Reader, findings: Known<u64>) -> Markup {
    html! { @if let Some(says) = none_says(findings) { span .quiet { (reader.say(&says)) } } }
}

/// A count as a figure: good only where all was looked for and nothing was found; a dash and why where nobody looked.
pub(crate) fn known_figure(reader: &Reader, count: Known<u64>, label: &Text, tone: Tone) -> Figure {
    let (number, label, tone) = match count {
        Known::Fully(0) => (reader.count(0), reader.say(label), Tone::Good),
        Known::Partly(0, _) => (reader.count(0), reader.say(label), Tone::Plain),
        Known::Fully(count) | Known::Partly(count, _) => (reader.count(count), reader.say(label), tone),
        Known::Unasked(unasked) => {
            let says = format!("{}: {}", reader.say(label), reader.say(&unasked_says(unasked)));
            ("–".to_owned(), says, Tone::Plain)
        }
    };
    Figure { number, label, tone, link: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::readers;

    const UNASKED: [Unasked; 4] = [
        Unasked::NoComponentList,
        Unasked::NoVulnerabilityData,
        Unasked::NoExploitedCatalogue,
        Unasked::NotKept,
    ];

    #[test]
    fn what_nobody_asked_is_never_shown_as_none() {
        for reader in readers() {
            let none = none_open(&reader, Known::Fully(0)).0;
            for unasked in UNASKED {
                let says = none_open(&reader, Known::Unasked(unasked)).0;
                assert_ne!(says, none);
                let figure =
                    known_figure(&reader, Known::Unasked(unasked), &text!("web-figure-severe"), Tone::Bad);
                assert_eq!((figure.number.as_str(), figure.tone), ("–", Tone::Plain));
                assert!(figure.label.contains(&reader.say(&unasked_says(unasked))), "{}", figure.label);
            }
            assert_ne!(none_open(&reader, Known::Partly(0, 1)).0, none);
            assert_eq!(none_open(&reader, Known::Partly(1, 1)).0, "");
        }
    }

    #[test]
    fn only_what_was_looked_for_everywhere_is_good() {
        let reader = &readers()[0];
        let tone = |count| known_figure(reader, count, &text!("web-figure-severe"), Tone::Bad).tone;
        assert_eq!(tone(Known::Fully(0)), Tone::Good);
        assert_eq!(tone(Known::Partly(0, 1)), Tone::Plain);
        assert_eq!(tone(Known::Fully(1)), Tone::Bad);
        assert_eq!(tone(Known::Partly(1, 1)), Tone::Bad);
    }
}

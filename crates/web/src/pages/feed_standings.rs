//! How the copies of feeds stand: age against rhythm, records against what was there before, and what must be looked after.

use maud::{Markup, html};
use proofmark_actions::{FeedAlarm, FeedStanding};
use proofmark_text::{Text, text};

use super::words::instant;
use crate::look::{Reader, Tone, badge, notice};

/// The table of feeds; above it one word of warning where any must be looked after.
pub(super) fn feed_standings(reader: &Reader, feeds: &[FeedStanding]) -> Markup {
    let alarmed = feeds.iter().filter(|feed| !feed.alarms.is_empty()).count();
    html! {
        @if alarmed > 0 { (notice(reader, Tone::Bad, &text!("feeds-some-alarmed", count = alarmed))) }
        section .panel aria-labelledby="copies" {
            header { h2 #copies { (reader.say(&text!("feeds-heading"))) } }
            div .wide tabindex="0" role="region" aria-labelledby="copies" {
                table .stacked {
                    thead { tr {
                        th scope="col" { (reader.say(&text!("feeds-column-feed"))) }
                        th scope="col" { (reader.say(&text!("feeds-column-state"))) }
                        th scope="col" .end { (reader.say(&text!("web-column-records"))) }
                        th scope="col" { (reader.say(&text!("feeds-column-checked"))) }
                        th scope="col" { (reader.say(&text!("feeds-column-licence"))) }
                    } }
                    tbody { @for feed in feeds { (row(reader, feed)) } }
                }
            }
        }
    }
}

fn row(reader: &Reader, feed: &FeedStanding) -> Markup {
    html! {
        tr {
            th scope="row" {
                (feed.name)
                @if let Some(publisher) = &feed.publisher { span .below .quiet { (publisher) } }
            }
            td {
                @if feed.alarms.is_empty() { (badge(Tone::Good, &reader.say(&text!("feeds-fine")))) }
                @for alarm in &feed.alarms { (badge(Tone::Bad, &reader.say(&alarm_word(*alarm)))) }
                @if let Some(origin) = &feed.csaf {
                    span .below .quiet {
                        (reader.say(&text!("csaf-signatures", verified = origin.verified, unsigned = origin.unsigned)))
                    }
                }
                @if let Some(trouble) = &feed.trouble { span .below { (trouble.says) } }
            }
            td .end {
                @if let Some(records) = feed.records { (reader.count(records)) }
                @if let Some(before) = feed.records_before {
                    span .below .quiet { (reader.say(&text!("feeds-before", count = before))) }
                }
            }
            td {
                @if let Some(at) = feed.checked_at { (instant(at)) }
                @if let Some(hours) = feed.every_hours {
                    span .below .quiet { (reader.say(&text!("feeds-every", hours = hours))) }
                }
            }
            td { @if let Some(licence) = &feed.licence { (licence) } }
        }
    }
}

fn alarm_word(alarm: FeedAlarm) -> Text {
    match alarm {
        FeedAlarm::Stale => text!("feeds-word-stale"),
        FeedAlarm::Shrunk => text!("feeds-word-shrunk"),
        FeedAlarm::Refused => text!("feeds-word-refused"),
        FeedAlarm::Short => text!("feeds-word-short"),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_actions::{FeedCopy, FeedTerms, FeedTrouble, FeedTroubleKind, standing_of};

    use super::*;
    use crate::look::readers;
    use crate::pages::samples;

    #[test]
    fn a_feed_that_shrank_and_one_that_is_fine_are_told_apart() {
        let (now, words) = (samples::now(), || "<b>".to_owned());
        let copy = FeedCopy {
            feed: "osv-npm".into(),
            address: words(),
            licence: words(),
            files: vec![],
            records: 1_000,
            records_before: Some(900),
            changed_at: now,
            checked_at: now,
            accepted_shrunk: false,
            csaf: None,
        };
        let terms = FeedTerms {
            of: words(),
            publisher: words(),
            licence: words(),
            address: words(),
            every_hours: 6,
            stale_after_hours: 48,
            least_records: 1,
        };
        let trouble = FeedTrouble { at: now, kind: FeedTroubleKind::Shrunk, says: words(), not_before: None };
        let fine = standing_of("osv-npm", Some(terms.clone()), Some(&copy), None, now);
        let shrunk = standing_of("osv-pypi", Some(terms), Some(&copy), Some(trouble), now);
        for reader in readers() {
            let page = feed_standings(&reader, &[fine.clone(), shrunk.clone()]).into_string();
            assert!(!page.contains("<b>") && page.contains("&lt;b&gt;"), "{page}");
            assert!(page.contains(&reader.say(&text!("feeds-word-shrunk"))), "{page}");
            let page = feed_standings(&reader, std::slice::from_ref(&fine)).into_string();
            assert!(!page.contains(&reader.say(&text!("feeds-word-shrunk"))), "{page}");
        }
    }
}

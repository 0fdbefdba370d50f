//! Feeds: what there are, what came of asking them, how their copies stand, what a bundle carries.

use proofmark_actions::{BundleManifest, FeedAlarm, FeedStanding, SyncOutcome, SyncReport, SyncedFeed};
use proofmark_text::{Text, text};
use proofmark_trust::VerifierKey;

use super::page::{Mark, Page, dim, strong};

/// Every feed there is, each with who publishes it and under which licence.
pub(crate) fn feed_list(page: &mut Page, feeds: &[FeedStanding]) {
    for feed in feeds {
        let held = feed.records.map(|records| text!("feeds-records", count = records).to_string());
        let mark = if held.is_some() { Mark::Good } else { Mark::Plain };
        let of = feed.of.clone().unwrap_or_default();
        page.marked(mark, &format!("{}  {of}  {}", strong(&feed.name), dim(&held.unwrap_or_default())));
        let (publisher, licence) = (feed.publisher.clone(), feed.licence.clone());
        page.below(&dim(&text!(
            "feeds-publisher-licence",
            publisher = publisher.unwrap_or_default(),
            licence = licence.unwrap_or_default()
        )
        .to_string()));
    }
}

/// What came of asking each feed, and whether the database was built anew.
pub(crate) fn sync_report(page: &mut Page, report: &SyncReport) {
    for feed in &report.feeds {
        let (mark, says) = outcome(feed);
        page.marked(mark, &format!("{}  {says}", strong(&feed.name)));
        if let Some(trouble) = &feed.trouble {
            page.below(&trouble.to_string());
            if let Some(hint) = trouble.hint() {
                page.below(&dim(&hint));
            }
        }
        if let Some(at) = feed.not_before.filter(|_| feed.outcome != SyncOutcome::Waiting) {
            page.below(&text!("feeds-not-before", at = at.to_string()).to_string());
        }
    }
    if report.rebuilt {
        page.marked(Mark::Good, &text!("feeds-rebuilt").to_string());
    }
}

fn outcome(feed: &SyncedFeed) -> (Mark, Text) {
    let records = feed.records.unwrap_or_default();
    match feed.outcome {
        SyncOutcome::Unchanged => (Mark::Good, text!("feeds-unchanged", count = records)),
        SyncOutcome::Changed => {
            let before = feed.records_before.unwrap_or_default();
            (Mark::Good, text!("feeds-changed", count = records, before = before))
        }
        SyncOutcome::Hindered => (Mark::Bad, text!("feeds-hindered")),
        SyncOutcome::Refused => (Mark::Bad, text!("feeds-refused")),
        SyncOutcome::Waiting => {
            let at = feed.not_before.map(|at| at.to_string()).unwrap_or_default();
            (Mark::Open, text!("feeds-waiting", at = at))
        }
    }
}

/// How the copies of feeds stand.
pub(super) fn feed_standings(page: &mut Page, feeds: &[FeedStanding]) {
    if feeds.is_empty() {
        return;
    }
    page.heading(&text!("feeds-heading").to_string(), "");
    for feed in feeds {
        let mark = if feed.alarms.is_empty() { Mark::Good } else { Mark::Bad };
        let records = text!("feeds-records", count = feed.records.unwrap_or_default());
        let checked = feed.checked_at.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string());
        page.marked(
            mark,
            &format!("{}  {records}  {}", strong(&feed.name), dim(&checked.unwrap_or_default())),
        );
        if let Some(origin) = &feed.csaf {
            let says = text!("csaf-signatures", verified = origin.verified, unsigned = origin.unsigned);
            page.below(&dim(&says.to_string()));
        }
        for alarm in &feed.alarms {
            page.below(&alarm_says(*alarm, feed).to_string());
        }
        if let Some(trouble) = &feed.trouble {
            page.below(&dim(&trouble.says));
        }
    }
}

fn alarm_says(alarm: FeedAlarm, feed: &FeedStanding) -> Text {
    match (alarm, feed.age_hours) {
        (FeedAlarm::Stale, Some(hours)) => text!("feeds-alarm-stale", hours = hours),
        (FeedAlarm::Stale, None) => text!("feeds-alarm-never"),
        (FeedAlarm::Shrunk, _) => text!("feeds-alarm-shrunk"),
        (FeedAlarm::Refused, _) => text!("feeds-alarm-refused"),
        (FeedAlarm::Short, _) => {
            text!("feeds-alarm-short", expected = feed.expected_records.unwrap_or_default())
        }
    }
}

/// What a bundle carries, and the key it is to be verified by.
pub(crate) fn feed_bundle(page: &mut Page, manifest: &BundleManifest, path: &str, key: &VerifierKey) {
    page.title(path, &manifest.made_at.to_string());
    for copy in &manifest.copies {
        let records = text!("feeds-records", count = copy.records);
        let at = copy.checked_at.strftime("%Y-%m-%d %H:%M").to_string();
        page.marked(Mark::Plain, &format!("{}  {records}  {}", strong(&copy.feed), dim(&at)));
        page.below(&dim(&copy.licence));
    }
    page.heading(&text!("feeds-bundle-key").to_string(), "");
    page.below(&key.to_string());
}

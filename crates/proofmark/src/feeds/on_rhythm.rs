//! Keeps the copies that are held up to date while the window is open, each in the rhythm its feed's file says. Only where whoever
//! runs the installation asked for it: nothing goes outside unasked.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{ActionError, SyncOutcome};
use proofmark_courier::{Courier, FEEDS, Feed};
use proofmark_text::{Text, text};

use super::clock::Clock;
use super::feeds_home::{FeedState, FeedsHome};
use super::provider::Provider;
use super::rebuild::{Workshop, build_anew};
use super::sync::{SyncOrder, sync};
use crate::home::Home;
use crate::session::now;
use crate::worker::Stop;

/// How often it is looked whether a feed is due.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// How long a feed that had trouble is left alone.
const AFTER_TROUBLE: SignedDuration = SignedDuration::from_mins(30);

/// The rhythm at work. Whoever drops it stops it, and waits until what was begun is ended.
pub(crate) struct FeedRhythm {
    stop: Arc<Stop>,
    thread: Option<JoinHandle<()>>,
}

/// Begins to keep the copies up to date.
pub(crate) fn keep_in_rhythm(home: &Home, courier: Courier) -> Result<FeedRhythm, ActionError> {
    let stop = Arc::new(Stop::default());
    let (home, stopped) = (home.clone(), Arc::clone(&stop));
    let run = move || {
        while !stopped.is_asked() {
            if let Err(error) = turn(&home, &courier, &stopped) {
                tracing::error!(error = %error, "the copies of feeds were not brought up to date");
            }
            stopped.wait(LOOK_EVERY);
        }
    };
    let thread = std::thread::Builder::new().name("feeds".to_owned()).spawn(run).map_err(|error| {
        ActionError::Hindered(text!("courier-worker-not-started", error = error.to_string()))
    })?;
    Ok(FeedRhythm { stop, thread: Some(thread) })
}

impl Drop for FeedRhythm {
    fn drop(&mut self) {
        self.stop.ask();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap_or_default();
        }
    }
}

/// Asks the feeds that are due; where a copy changed, the database is built anew.
fn turn(home: &Home, courier: &Courier, stop: &Stop) -> Result<(), ActionError> {
    let feeds = FeedsHome::of(home.path());
    let providers = feeds.providers()?;
    let mut due: Vec<(Feed<'_>, Option<String>)> = Vec::new();
    for feed in FEEDS.iter().map(|feed| **feed).chain(providers.iter().map(Provider::feed)) {
        if is_due(&feed, &feeds.state(feed.name)?, now()) {
            due.push((feed, None));
        }
    }
    if due.is_empty() {
        return Ok(());
    }
    let _lock = feeds.lock()?;
    let clock = Clock { stop: Some(stop) };
    let order =
        SyncOrder { feeds: due, courier, pace: &clock, accept_shrunk: false, progress: &|_: &Text| {} };
    for synced in sync(&order, &feeds)?.feeds {
        let trouble = synced.trouble.map(|says| says.to_string()).unwrap_or_default();
        match synced.outcome {
            SyncOutcome::Changed => tracing::info!(feed = synced.name, records = synced.records, "fetched"),
            SyncOutcome::Unchanged | SyncOutcome::Waiting => {}
            SyncOutcome::Hindered | SyncOutcome::Refused => {
                tracing::warn!(feed = synced.name, trouble, "a feed was not brought up to date");
            }
        }
    }
    build_anew(&Workshop { home, by: "system", now: now(), progress: &|_: &Text| {} }, None).map(|_| ())
}

/// A feed is asked for again when its rhythm says so; only one of which a copy is held.
fn is_due(feed: &Feed, state: &FeedState, now: Timestamp) -> bool {
    let Some(copy) = &state.copy else { return false };
    let passed = |since: Timestamp, time: SignedDuration| now < since || now.duration_since(since) >= time;
    let rested = state.trouble.as_ref().is_none_or(|trouble| passed(trouble.at, AFTER_TROUBLE));
    rested && passed(copy.checked_at, SignedDuration::from_hours(i64::from(feed.every_hours)))
}

#[cfg(test)]
mod tests {
    use proofmark_actions::{FeedCopy, FeedTrouble, FeedTroubleKind};

    use super::*;

    #[test]
    fn a_feed_is_due_in_its_rhythm_and_rests_after_trouble_and_only_if_it_is_held() {
        let at = |written: &str| written.parse::<Timestamp>().unwrap();
        let feed = Feed { every_hours: 6, ..*FEEDS[0] };
        assert!(!is_due(&feed, &FeedState::default(), at("2026-11-21T10:00:00Z")));
        let copy = FeedCopy {
            feed: feed.name.into(),
            address: String::new(),
            licence: String::new(),
            files: vec![],
            records: 1,
            records_before: None,
            changed_at: at("2026-11-21T10:00:00Z"),
            checked_at: at("2026-11-21T10:00:00Z"),
            accepted_shrunk: false,
            csaf: None,
        };
        let mut state = FeedState { copy: Some(copy), ..FeedState::default() };
        assert!(!is_due(&feed, &state, at("2026-11-21T15:59:59Z")));
        assert!(is_due(&feed, &state, at("2026-11-21T16:00:00Z")));
        let (kind, says) = (FeedTroubleKind::Hindered, String::new());
        state.trouble = Some(FeedTrouble { at: at("2026-11-21T16:00:00Z"), kind, says, not_before: None });
        assert!(!is_due(&feed, &state, at("2026-11-21T16:29:59Z")));
        assert!(is_due(&feed, &state, at("2026-11-21T16:30:00Z")));
    }
}

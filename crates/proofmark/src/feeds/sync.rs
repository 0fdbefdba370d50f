//! Asks feeds for what is new, one after another: the trouble of one is told at the end and stops no other.

use jiff::Timestamp;
use proofmark_actions::{ActionError, SyncOutcome, SyncReport, SyncedFeed};
use proofmark_courier::{Courier, Feed, Fetcher, Layout, Pace};
use proofmark_text::{Text, text};

use super::asking::Asking;
use super::failure::Failure;
use super::feeds_home::{FeedState, FeedsHome};
use super::fetch_csaf::fetch_csaf;
use super::fetch_files::fetch_files;
use super::fetch_osv::fetch_osv;
use super::fetch_provider::fetch_provider;
use super::fetch_search::fetch_search;

/// What is asked for, by whom, and who hears how far it is.
pub(crate) struct SyncOrder<'a> {
    /// The feeds, each with the mirror somebody names for it now: an empty one takes an earlier one back.
    pub(crate) feeds: Vec<(Feed<'a>, Option<String>)>,
    /// Who goes outside.
    pub(crate) courier: &'a Courier,
    /// The clock.
    pub(crate) pace: &'a dyn Pace,
    /// Whether copies with fewer records than they should have are taken.
    pub(crate) accept_shrunk: bool,
    /// Told how far it is.
    pub(crate) progress: &'a dyn Fn(&Text),
}

/// Asks each of them. Whoever calls holds the lock of the copies.
pub(crate) fn sync(order: &SyncOrder<'_>, home: &FeedsHome) -> Result<SyncReport, ActionError> {
    let fetcher = Fetcher::new(order.courier, order.pace);
    let mut report = SyncReport { feeds: Vec::new(), rebuilt: false };
    for (feed, mirror) in &order.feeds {
        let mut state = home.state(feed.name)?;
        if let Some(mirror) = mirror {
            state.mirror = Some(mirror.clone()).filter(|mirror| !mirror.is_empty());
        }
        report.feeds.push(one(order, &fetcher, home, feed, state)?);
    }
    Ok(report)
}

/// Asks one feed, and keeps what came of it.
fn one(
    order: &SyncOrder<'_>,
    fetcher: &Fetcher<'_>,
    home: &FeedsHome,
    feed: &Feed,
    mut state: FeedState,
) -> Result<SyncedFeed, ActionError> {
    let now = order.pace.now();
    let before = state.copy.as_ref().map(|copy| copy.records);
    let told = |outcome, records, failure: Option<&Failure>, not_before| SyncedFeed {
        name: feed.name.to_owned(),
        outcome,
        records,
        records_before: before,
        trouble: failure.map(|failure| failure.says.clone()),
        not_before,
    };
    if let Some(not_before) = asked_to_wait(&state, now) {
        return Ok(told(SyncOutcome::Waiting, before, None, Some(not_before)));
    }
    home.folder(feed.name).make()?;
    let synced = match ask(order, fetcher, home, feed, &state) {
        Ok(Some(copy)) => {
            let records = copy.records;
            (state.copy, state.trouble) = (Some(copy), None);
            told(SyncOutcome::Changed, Some(records), None, None)
        }
        Ok(None) => {
            state.trouble = None;
            if let Some(copy) = &mut state.copy {
                copy.checked_at = now;
            }
            told(SyncOutcome::Unchanged, before, None, None)
        }
        Err(failure) => {
            state.trouble = Some(failure.noted(now));
            told(failure.outcome(), before, Some(&failure), failure.not_before)
        }
    };
    home.keep(feed.name, &state)?;
    Ok(synced)
}

/// A new copy; `None`: the one that is held is what is published.
fn ask(
    order: &SyncOrder<'_>,
    fetcher: &Fetcher<'_>,
    home: &FeedsHome,
    feed: &Feed,
    state: &FeedState,
) -> Result<Option<proofmark_actions::FeedCopy>, Failure> {
    let name = feed.name;
    let arrived = |bytes: u64| {
        (order.progress)(&text!("feeds-progress-bytes", feed = name, mebibytes = bytes >> 20));
    };
    let read = |records| (order.progress)(&text!("feeds-progress-records", feed = name, count = records));
    let changed =
        |done, of| (order.progress)(&text!("feeds-progress-changed", feed = name, done = done, of = of));
    let asking = Asking {
        feed,
        state,
        folder: home.folder(name),
        fetcher,
        accept_shrunk: order.accept_shrunk,
        now: order.pace.now(),
        arrived: &arrived,
        read: &read,
        changed: &changed,
    };
    match feed.layout {
        Layout::Files(names) => fetch_files(&asking, names),
        Layout::OsvExport => fetch_osv(&asking),
        Layout::CsafFolder(folder) => fetch_csaf(&asking, folder),
        Layout::CsafProvider => fetch_provider(&asking),
        Layout::UpdateSearch(search) => fetch_search(&asking, search),
    }
}

/// Until when its server asked to be left alone, if that is not over.
fn asked_to_wait(state: &FeedState, now: Timestamp) -> Option<Timestamp> {
    state.trouble.as_ref()?.not_before.filter(|not_before| *not_before > now)
}

//! Whether what was fetched may take the place of the copy that is held: whole, readable, and not fewer records than it
//! should be.

use std::collections::HashSet;
use std::path::PathBuf;

use jiff::Timestamp;
use proofmark_actions::{AdvisoryRecords, FeedCopy};
use proofmark_courier::Feed;
use proofmark_text::text;

use super::failure::Failure;
use crate::advisories::read_into;

/// What was counted in the files of a copy.
pub(super) struct Counted {
    /// Advisories, each once, entries of catalogues and scores together.
    pub(super) records: u64,
    /// Each advisory's identifier and last change.
    pub(super) listed: Vec<(String, Option<Timestamp>)>,
}

/// Reads every record of these files with its reader. An archive that is damaged, or meant to do harm, is refused; and so is
/// one of which the reader refuses more than the feed's file says it may.
pub(super) fn count(feed: &Feed, files: &[PathBuf], seen: &dyn Fn(u64)) -> Result<Counted, Failure> {
    let mut records = AdvisoryRecords::listing(proofmark_vulndb::Limits::default());
    for path in files {
        read_into(&mut records, path, seen)?;
    }
    // A record that stands in several files of a copy, as of a year and among what changed lately, is one.
    let listed = records.listed.unwrap_or_default();
    let distinct: HashSet<&str> = listed.iter().map(|(id, _)| id.as_str()).collect();
    let total = distinct.len() as u64 + records.exploited + records.predictions;
    let may_be_unreadable = (total + records.unreadable) * u64::from(feed.unreadable_per_mille) / 1000;
    if records.unreadable > may_be_unreadable {
        let first = records.problems.iter().map(|problem| problem.says.to_string()).next();
        let (count, first) = (records.unreadable, first.unwrap_or_default());
        return Err(Failure::refused(text!("feeds-unreadable", count = count, first = first)));
    }
    if total == 0 {
        return Err(Failure::refused(text!("feeds-empty")));
    }
    Ok(Counted { records: total, listed })
}

/// Refuses a copy with fewer records than it should have, unless somebody accepts it.
pub(super) fn check_count(
    feed: &Feed,
    records: u64,
    held: Option<&FeedCopy>,
    accept_shrunk: bool,
) -> Result<(), Failure> {
    let before = held.map(|copy| copy.records);
    let least = feed.least_after(before);
    if records >= least || accept_shrunk {
        return Ok(());
    }
    Err(Failure::shrunk(match before {
        Some(before) => text!("feeds-shrunk", records = records, before = before, least = least),
        None => text!("feeds-short", records = records, least = least),
    }))
}

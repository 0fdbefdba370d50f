//! Fetches a feed that is a search: all of it once, by windows of when its records were updated, then only what was updated since the copy
//! was last found to be what is published.

use std::collections::HashSet;
use std::fs;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proofmark_actions::{CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::{Seen, UpdateSearch};
use proofmark_formats::read_osv_changes;
use proofmark_text::text;

use super::asking::Asking;
use super::changed_records::{Modified, Patch};
use super::copy_check::{check_count, count};
use super::failure::Failure;
use super::part::PART;
use super::patch_zip::{patch_zip, rewrite_zip};
use super::read_windows::{Reading, fetch_page};
use crate::write::hindered;

/// The archive of all records.
const RECORDS: &str = "records.zip";

/// The list of when each of them was updated.
const UPDATED: &str = "updated.csv";

/// For how many days before the last success records are asked for again: a server's days need not be ours.
const OVERLAP_DAYS: i32 = 1;

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_search(asking: &Asking<'_>, search: UpdateSearch) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let total = fetch_page(asking, &search.all())?.total;
    // Looked at before anything is read: a search that lost its records is none to go by.
    check_count(asking.feed, total, asking.copy(), asking.accept_shrunk)?;
    let held = asking.held_file(RECORDS).zip(asking.held_file(UPDATED));
    if let Some((records, list)) = held
        && let Some(updated) = fetch_updated(asking, search, total, records, list)?
    {
        return Ok(updated.copy);
    }
    fetch_all(asking, search, total).map(Some)
}

/// What came of asking for what was updated.
struct Updated {
    /// A new copy, if anything was.
    copy: Option<FeedCopy>,
}

/// The copy that is held with what was updated since; `None`: it and what is published have drifted apart, as by records that were
/// taken away, and all must be read anew.
fn fetch_updated(
    asking: &Asking<'_>,
    search: UpdateSearch,
    total: u64,
    records: &CopiedFile,
    list: &CopiedFile,
) -> Result<Option<Updated>, Failure> {
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    let Some(checked) = asking.copy().map(|copy| day(copy.checked_at)) else { return Ok(None) };
    let from = checked.checked_sub(OVERLAP_DAYS.days()).unwrap_or(checked);
    let reading = Reading::since(asking, search, from, day(asking.now), total)?;
    let mut kept = kept_list(asking, list)?;
    let mut patch = Patch::new();
    for window in reading.latest_first() {
        for item in window? {
            let at = item.updated_at.unwrap_or(Timestamp::UNIX_EPOCH);
            if kept.get(&item.id).is_none_or(|before| *before < at) {
                kept.insert(item.id.clone(), at);
                patch.insert(item.id, Some(item.json.into_bytes()));
            }
        }
    }
    if !is_close(asking, kept.len() as u64, total) {
        reading.clear();
        return Ok(None);
    }
    if patch.is_empty() {
        reading.clear();
        return Ok(Some(Updated { copy: None }));
    }
    let patched = asking.folder.at(&format!("patched-{RECORDS}{PART}"));
    patch_zip(&asking.folder.at(&records.file), &patched, &patch)?;
    let records = asking.folder.take_in(&patched, RECORDS, CopyHolds::Records, Seen::default())?;
    let copy = finish(asking, records, &kept)?;
    reading.clear();
    Ok(Some(Updated { copy: Some(copy) }))
}

/// Everything there is.
fn fetch_all(asking: &Asking<'_>, search: UpdateSearch, total: u64) -> Result<FeedCopy, Failure> {
    let today = asking.now.to_zoned(TimeZone::UTC).date();
    let reading = Reading::since(asking, search, search.first_day, today, total)?;
    let path = asking.folder.at(&format!("{RECORDS}{PART}"));
    let (mut kept, mut seen) = (Modified::new(), HashSet::new());
    {
        let windows = reading.latest_first();
        let items = windows.flat_map(|window| match window {
            Ok(items) => items.into_iter().map(Ok).collect(),
            Err(failure) => vec![Err(failure)],
        });
        let mut added = items.filter_map(|item| match item {
            Ok(item) => seen.insert(item.id.clone()).then(|| {
                kept.insert(item.id.clone(), item.updated_at.unwrap_or(Timestamp::UNIX_EPOCH));
                Ok((format!("{}.json", item.id), item.json.into_bytes()))
            }),
            Err(failure) => Some(Err(failure)),
        });
        rewrite_zip(None, &path, &|_| false, &mut added)?;
    }
    let taken = kept.len() as u64;
    if taken < total && !is_close(asking, taken, total) {
        // What waits is as the server gave it: another run would come to the same, so it begins anew.
        reading.clear();
        let missing = total - taken;
        return Err(Failure::refused(text!("feeds-search-lacks", missing = missing, listed = total)));
    }
    let records = asking.folder.take_in(&path, RECORDS, CopyHolds::Records, Seen::default())?;
    let copy = finish(asking, records, &kept)?;
    reading.clear();
    Ok(copy)
}

/// Whether so many records are those that are published, but for what came and went meanwhile.
fn is_close(asking: &Asking<'_>, taken: u64, total: u64) -> bool {
    taken.abs_diff(total) <= total * u64::from(asking.feed.unreadable_per_mille) / 1000
}

/// The copy as it will stand is read to its end before it takes the place of the one before.
fn finish(asking: &Asking<'_>, records: CopiedFile, kept: &Modified) -> Result<FeedCopy, Failure> {
    let counted = count(asking.feed, &[asking.folder.at(&records.file)], asking.read)?;
    check_count(asking.feed, counted.records, asking.copy(), asking.accept_shrunk)?;
    let lines: Vec<String> = kept.iter().map(|(id, at)| format!("{at},{id}\n")).collect();
    let list = lines.concat();
    let list = asking.folder.take_in_bytes(list.as_bytes(), UPDATED, CopyHolds::Changes, Seen::default())?;
    Ok(asking.new_copy(vec![records, list], counted.records))
}

fn kept_list(asking: &Asking<'_>, list: &CopiedFile) -> Result<Modified, Failure> {
    let path = asking.folder.at(&list.file);
    let read = read_osv_changes(&fs::read(&path).map_err(|error| hindered(&path, &error))?);
    let says = read.problems.into_iter().next().map(|problem| problem.says);
    let changes = read.value.ok_or_else(|| Failure::refused(says.unwrap_or_else(|| text!("feeds-unfit"))))?;
    Ok(changes.into_iter().map(|change| (change.id, change.modified_at)).collect())
}

//! Fetches a folder of OSV.dev's export: all of it once, then only the records that changed.

use std::fs;

use jiff::Timestamp;
use proofmark_actions::{CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::{Fetched, Seen};
use proofmark_formats::{OsvChange, read_osv_changes};
use proofmark_text::text;

use super::asking::Asking;
use super::changed_records::{Changes, Modified, changes_between, fetch_records};
use super::copy_check::{check_count, count};
use super::failure::Failure;
use super::fetch_files::seen_of;
use super::part::{PART, Part};
use super::patch_zip::patch_zip;
use crate::write::hindered;

/// The archive of all records.
const ALL: &str = "all.zip";

/// The list of when each of them changed.
const CHANGES: &str = "modified_id.csv";

/// The most records that are fetched one by one; where more changed, the archive is cheaper for both sides.
const MOST_CHANGED: usize = 1_000;

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_osv(asking: &Asking<'_>) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let held = asking.held_file(ALL).zip(asking.held_file(CHANGES));
    let Some((published, seen)) = fetch_list(asking, held.map(|(_, list)| list))? else { return Ok(None) };
    // Looked at before anything large is fetched: a list that lost half its records is no list to delete by.
    check_count(asking.feed, published.len() as u64, asking.copy(), asking.accept_shrunk)?;
    let by_records = match held {
        Some((all, list)) => {
            let kept = kept_list(asking, list)?;
            let changes = changes_between(&kept, &published, true);
            (changes.newer.len() <= MOST_CHANGED).then_some((all.clone(), kept, changes))
        }
        None => None,
    };
    let (all, kept, changes) = match by_records {
        Some(known) => known,
        None => fetch_all(asking, &published)?,
    };
    let base = asking.folder.at(&all.file);
    let (all, kept, seen) = if changes.is_none() {
        (all, kept, seen)
    } else {
        let fetched = fetch_records(asking, changes, kept, &published)?;
        let path = asking.folder.at(&format!("patched-{ALL}{PART}"));
        patch_zip(&base, &path, &fetched.patch)?;
        let of_all = Seen { etag: all.etag, last_modified: all.last_modified };
        // A list that is not known to have been seen is fetched again, and what it names and lacked is asked for again.
        let seen = if fetched.lacks { Seen::default() } else { seen };
        (asking.folder.take_in(&path, ALL, CopyHolds::Records, of_all)?, fetched.kept, seen)
    };
    // The copy as it will stand is read to its end: what the database is made of must be readable.
    let counted = count(asking.feed, &[asking.folder.at(&all.file)], asking.read)?;
    check_count(asking.feed, counted.records, asking.copy(), asking.accept_shrunk)?;
    let list = written(&kept);
    let list = asking.folder.take_in_bytes(list.as_bytes(), CHANGES, CopyHolds::Changes, seen)?;
    Ok(Some(asking.new_copy(vec![all, list], counted.records)))
}

/// The published list; `None`: it is the one that was seen last.
fn fetch_list(asking: &Asking<'_>, held: Option<&CopiedFile>) -> Result<Option<(Modified, Seen)>, Failure> {
    let url = asking.url(CHANGES);
    let path = asking.folder.at(&format!("published-{CHANGES}{PART}"));
    let mut part = Part::new(path, &url, asking.arrived);
    let seen = held.map(seen_of).unwrap_or_default();
    let fetched = asking.fetcher.fetch(&asking.parcel(&url, &seen, asking.feed.most_bytes), &mut part)?;
    let Fetched::Whole(seen) = fetched else { return Ok(None) };
    part.forget();
    let bytes = fs::read(part.path()).map_err(|error| hindered(part.path(), &error))?;
    fs::remove_file(part.path()).unwrap_or_default();
    Ok(Some((read_list(&bytes)?, seen)))
}

/// The list beside the copy: what is in the copy, as far as it was ever fetched.
fn kept_list(asking: &Asking<'_>, list: &CopiedFile) -> Result<Modified, Failure> {
    let path = asking.folder.at(&list.file);
    read_list(&fs::read(&path).map_err(|error| hindered(&path, &error))?)
}

fn read_list(bytes: &[u8]) -> Result<Modified, Failure> {
    let read = read_osv_changes(bytes);
    let Some(changes) = read.value else {
        let says = read.problems.into_iter().next().map(|problem| problem.says);
        return Err(Failure::refused(says.unwrap_or_else(|| text!("feeds-unfit"))));
    };
    Ok(changes.into_iter().map(|OsvChange { modified_at, id }| (id, modified_at)).collect())
}

/// The whole archive, with what it holds, and what of the published list it lacks: list and archive are not published in
/// one moment.
fn fetch_all(asking: &Asking<'_>, published: &Modified) -> Result<(CopiedFile, Modified, Changes), Failure> {
    let url = asking.url(ALL);
    let mut part = Part::new(asking.folder.at(&format!("{ALL}{PART}")), &url, asking.arrived);
    let nothing = Seen::default();
    let fetched = asking.fetcher.fetch(&asking.parcel(&url, &nothing, asking.feed.most_bytes), &mut part)?;
    let Fetched::Whole(seen) = fetched else { return Err(Failure::refused(text!("feeds-unfit"))) };
    part.forget();
    let all = asking.folder.take_in(part.path(), ALL, CopyHolds::Records, seen)?;
    let counted = count(asking.feed, &[asking.folder.at(&all.file)], asking.read)?;
    // A record that does not say when it changed is taken for the one that is listed.
    let known = |(id, modified): (String, Option<Timestamp>)| {
        let modified = modified.or_else(|| published.get(&id).copied())?;
        Some((id, modified))
    };
    let kept: Modified = counted.listed.into_iter().filter_map(known).collect();
    let changes = changes_between(&kept, published, false);
    if changes.newer.len() > MOST_CHANGED {
        let (missing, listed) = (changes.newer.len() as u64, published.len() as u64);
        return Err(Failure::refused(text!("feeds-incomplete", missing = missing, listed = listed)));
    }
    Ok((all, kept, changes))
}

/// As OSV.dev writes such lists, sorted by identifier.
fn written(kept: &Modified) -> String {
    kept.iter().map(|(id, modified)| format!("{modified},{id}\n")).collect::<Vec<_>>().concat()
}

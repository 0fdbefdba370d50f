//! Fetches a feed of files that are each replaced whole.

use jiff::tz::TimeZone;
use proofmark_actions::{CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::{Fetched, Seen};

use super::asking::Asking;
use super::copy_check::{check_count, count};
use super::failure::Failure;
use super::part::{PART, Part};

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_files(
    asking: &Asking<'_>,
    names: fn(jiff::civil::Date) -> Vec<String>,
) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let mut files = Vec::new();
    let mut changed = false;
    for name in names(asking.now.to_zoned(TimeZone::UTC).date()) {
        let held = asking.held_file(&name);
        match fetch_one(asking, &name, held)? {
            Some(file) => {
                changed |= held.is_none_or(|held| held.sha256 != file.sha256);
                files.push(file);
            }
            None => files.extend(held.cloned()),
        }
    }
    let gone = asking.copy().is_some_and(|copy| copy.files.len() != files.len());
    if !changed && !gone {
        return Ok(None);
    }
    let paths: Vec<_> = files.iter().map(|file| asking.folder.at(&file.file)).collect();
    let counted = count(asking.feed, &paths, asking.read)?;
    check_count(asking.feed, counted.records, asking.copy(), asking.accept_shrunk)?;
    Ok(Some(asking.new_copy(files, counted.records)))
}

/// One file; `None`: the one that is held is what is published.
fn fetch_one(
    asking: &Asking<'_>,
    name: &str,
    held: Option<&CopiedFile>,
) -> Result<Option<CopiedFile>, Failure> {
    let url = asking.url(name);
    let mut part = Part::new(asking.folder.at(&format!("{name}{PART}")), &url, asking.arrived);
    let seen = held.map(seen_of).unwrap_or_default();
    match asking.fetcher.fetch(&asking.parcel(&url, &seen, asking.feed.most_bytes), &mut part)? {
        Fetched::Unchanged => Ok(None),
        Fetched::Whole(seen) => {
            part.forget();
            Ok(Some(asking.folder.take_in(part.path(), name, CopyHolds::Records, seen)?))
        }
    }
}

/// What the file that is held was answered with.
pub(super) fn seen_of(file: &CopiedFile) -> Seen {
    Seen { etag: file.etag.clone(), last_modified: file.last_modified.clone() }
}

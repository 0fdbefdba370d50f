//! Fetches a feed of files that are each replaced whole.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use proofmark_actions::{CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::{FeedFile, Fetched, NotFetched, Seen};

use super::asking::Asking;
use super::copy_check::{check_count, count};
use super::failure::Failure;
use super::part::{PART, Part};

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_files(
    asking: &Asking<'_>,
    wanted: fn(DateTime) -> Vec<FeedFile>,
) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let mut files = Vec::new();
    for file in wanted(asking.now.to_zoned(TimeZone::UTC).datetime()) {
        files.extend(fetch_first(asking, &file)?);
    }
    let is_same = |copy: &FeedCopy| {
        let (held, published) = (copy.files.iter(), files.iter());
        copy.address == asking.address()
            && held.map(|file| (&file.name, file.sha256)).eq(published.map(|file| (&file.name, file.sha256)))
    };
    if asking.copy().is_some_and(is_same) {
        return Ok(None);
    }
    let paths: Vec<_> = files.iter().map(|file| asking.folder.at(&file.file)).collect();
    let counted = count(asking.feed, &paths, asking.read)?;
    check_count(asking.feed, counted.records, asking.copy(), asking.accept_shrunk)?;
    Ok(Some(asking.new_copy(files, counted.records)))
}

/// The file at the first of its names where one is; `None`: there is none, and none is missed.
fn fetch_first(asking: &Asking<'_>, file: &FeedFile) -> Result<Option<CopiedFile>, Failure> {
    let mut gone = None;
    for name in &file.names {
        let held = asking.held_file(name);
        if let Some(held) = held.filter(|_| file.is_final) {
            return Ok(Some(held.clone()));
        }
        match fetch_one(asking, name, held)? {
            One::Published(fetched) => return Ok(Some(fetched)),
            One::AsHeld => return Ok(held.cloned()),
            // What was there and is gone is missed, whether or not the feed once was whole without it.
            One::NotThere(not) if held.is_some() => return Err(not.into()),
            One::NotThere(not) => gone = Some(not),
        }
    }
    match gone {
        Some(not) if !file.may_be_missing => Err(not.into()),
        _ => Ok(None),
    }
}

/// What lies at a name.
enum One {
    /// This.
    Published(CopiedFile),
    /// The one that is held.
    AsHeld,
    /// Nothing.
    NotThere(NotFetched),
}

fn fetch_one(asking: &Asking<'_>, name: &str, held: Option<&CopiedFile>) -> Result<One, Failure> {
    let url = asking.url(name);
    // A name may lead through folders at the publisher's; the copy has none.
    let plain = name.rsplit('/').next().unwrap_or(name);
    let mut part = Part::new(asking.folder.at(&format!("{plain}{PART}")), &url, asking.arrived);
    let seen = held.map(seen_of).unwrap_or_default();
    match asking.fetcher.fetch(&asking.parcel(&url, &seen, asking.feed.most_bytes), &mut part) {
        Ok(Fetched::Unchanged) => Ok(One::AsHeld),
        Ok(Fetched::Whole(seen)) => {
            part.forget();
            let taken = asking.folder.take_in(part.path(), plain, CopyHolds::Records, seen)?;
            Ok(One::Published(CopiedFile { name: name.to_owned(), ..taken }))
        }
        Err(not) if not.is_gone => Ok(One::NotThere(not)),
        Err(not) => Err(not.into()),
    }
}

/// What the file that is held was answered with.
pub(super) fn seen_of(file: &CopiedFile) -> Seen {
    Seen { etag: file.etag.clone(), last_modified: file.last_modified.clone() }
}

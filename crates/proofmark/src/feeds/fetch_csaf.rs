//! Fetches a folder of CSAF documents: the lists first, then only the documents that changed. What was fetched waits in a folder
//! beside the copy, so that a run that ends early is gone on with by the next.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use proofmark_actions::{CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::{CsafFolder, Fetched, Seen};
use proofmark_facts::Read;
use proofmark_formats::{read_csaf_changes, read_csaf_index};
use proofmark_text::text;

use super::asking::Asking;
use super::changed_records::{Changes, Modified, changes_between};
use super::copy_check::{check_count, count};
use super::csaf_documents::{Documents, Listed, Waiting, Waits, fetch_documents, signed};
use super::failure::Failure;
use super::fetch_files::seen_of;
use super::part::{Held, PART};
use super::patch_zip::rewrite_zip;
use crate::write::hindered;

/// The archive the documents of a copy are in.
const DOCUMENTS: &str = "documents.zip";

/// The list of all documents.
const INDEX: &str = "index.txt";

/// The list of when each of them was released last; beside a copy, of those it holds.
const CHANGES: &str = "changes.csv";

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_csaf(asking: &Asking<'_>, folder: CsafFolder) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let held = asking.held_file(DOCUMENTS).zip(asking.held_file(CHANGES));
    let Some((published, seen)) = fetch_lists(asking, folder, held.map(|(_, list)| list))? else {
        return Ok(None);
    };
    let find = |path: &str| {
        let url = asking.url(&path.replace('+', "%2B"));
        let digests = vec![(folder.digest, format!("{url}{}", folder.digest.ending()))];
        Some(Listed { url, digests, must_have_digest: true, signature: None })
    };
    let taken = take_documents(asking, &published, seen, &Documents { find: &find, keys: &[] })?;
    Ok(taken.map(|taken| taken.copy))
}

/// What came of taking in documents.
pub(super) struct Taken {
    /// The new copy.
    pub(super) copy: FeedCopy,
    /// Which key signed each document that was fetched.
    pub(super) signed: BTreeMap<String, Option<String>>,
}

/// Takes in what changed of what is published. `None`: nothing did, and the lists have nothing new to say of themselves.
pub(super) fn take_documents(
    asking: &Asking<'_>,
    published: &Modified,
    seen: Seen,
    documents: &Documents<'_>,
) -> Result<Option<Taken>, Failure> {
    let held = asking.held_file(DOCUMENTS).zip(asking.held_file(CHANGES));
    let mut kept = held.map(|(_, list)| kept_list(asking, list)).transpose()?.unwrap_or_default();
    check_listed(asking, published.len(), kept.len())?;
    let changes = changes_between(&kept, published, true);
    if let Some((archive, _)) = held
        && changes.is_none()
    {
        if seen == Seen::default() {
            return Ok(None);
        }
        // Nothing but the lists is new: what they say of themselves is kept, so that they are not fetched again.
        let list = written(asking, &kept, seen)?;
        let records = asking.copy().map_or(0, |it| it.records);
        let copy = asking.new_copy(vec![archive.clone(), list], records);
        return Ok(Some(Taken { copy, signed: BTreeMap::new() }));
    }
    let waiting = Waiting::beside(asking);
    let fetched = fetch_documents(asking, documents, &changes, published, &waiting)?;
    let base = held.map(|(archive, _)| asking.folder.at(&archive.file));
    let archive = put_together(asking, base.as_deref(), &changes, &fetched)?;
    for path in &changes.gone {
        kept.remove(path);
    }
    // What is held of a document that was not there as it is listed stays, and the lists are asked for again.
    let seen = if fetched.len() < changes.newer.len() { Seen::default() } else { seen };
    let taken = fetched.iter().filter_map(|it| Some((it.name.clone(), *published.get(&it.name)?)));
    kept.extend(taken);
    let counted = count(asking.feed, &[asking.folder.at(&archive.file)], asking.read)?;
    check_count(asking.feed, counted.records, asking.copy(), asking.accept_shrunk)?;
    let list = written(asking, &kept, seen)?;
    waiting.clear();
    let copy = asking.new_copy(vec![archive, list], counted.records);
    Ok(Some(Taken { copy, signed: signed(&fetched) }))
}

/// Every document that is listed, and when it was released last; `None`: the lists are those seen last.
fn fetch_lists(
    asking: &Asking<'_>,
    folder: CsafFolder,
    held: Option<&CopiedFile>,
) -> Result<Option<(Modified, Seen)>, Failure> {
    // What one list says of itself says nothing of another.
    let alone = folder.lists.len() == 1;
    let known = held.filter(|_| alone).map(seen_of).unwrap_or_default();
    let (mut published, mut seen) = (Modified::new(), Seen::default());
    for place in folder.lists {
        let changes = fetch_list(asking, &format!("{place}{CHANGES}"), &known)?;
        let Some((changes, of_list)) = changes else { return Ok(None) };
        let released: Modified = list_of(read_csaf_changes(&changes))?.into_iter().rev().collect();
        let (index, _) = fetch_list(asking, &format!("{place}{INDEX}"), &Seen::default())?
            .ok_or_else(|| Failure::refused(text!("feeds-unfit")))?;
        for path in list_of(read_csaf_index(&index))? {
            // One that nobody says the day of is fetched once.
            let at = released.get(&path).copied().unwrap_or(Timestamp::UNIX_EPOCH);
            published.insert(path, at);
        }
        if alone {
            seen = of_list;
        }
    }
    Ok(Some((published, seen)))
}

fn fetch_list(asking: &Asking<'_>, name: &str, known: &Seen) -> Result<Option<(Vec<u8>, Seen)>, Failure> {
    let (url, mut held) = (asking.url(name), Held::default());
    match asking.fetcher.fetch(&asking.parcel(&url, known, asking.feed.most_bytes), &mut held)? {
        Fetched::Unchanged => Ok(None),
        Fetched::Whole(seen) => Ok(Some((held.0, seen))),
    }
}

fn list_of<T>(read: Read<Vec<T>>) -> Result<Vec<T>, Failure> {
    let says = read.problems.into_iter().next().map(|problem| problem.says);
    read.value.ok_or_else(|| Failure::refused(says.unwrap_or_else(|| text!("feeds-unfit"))))
}

/// A list that lost many of its documents is no list to delete by.
fn check_listed(asking: &Asking<'_>, listed: usize, before: usize) -> Result<(), Failure> {
    let (listed, before) = (listed as u64, before as u64);
    let least = asking.feed.least_after(Some(before));
    if listed >= least || asking.accept_shrunk {
        return Ok(());
    }
    Err(Failure::shrunk(text!("feeds-shrunk", records = listed, before = before, least = least)))
}

fn kept_list(asking: &Asking<'_>, list: &CopiedFile) -> Result<Modified, Failure> {
    let path = asking.folder.at(&list.file);
    let bytes = fs::read(&path).map_err(|error| hindered(&path, &error))?;
    Ok(list_of(read_csaf_changes(&bytes))?.into_iter().collect())
}

/// What the copy holds, as such a list is written.
fn written(asking: &Asking<'_>, kept: &Modified, seen: Seen) -> Result<CopiedFile, Failure> {
    let lines: Vec<String> = kept.iter().map(|(path, at)| format!("{path},{at}\n")).collect();
    Ok(asking.folder.take_in_bytes(lines.concat().as_bytes(), CHANGES, CopyHolds::Changes, seen)?)
}

/// The archive of what was held, without what is gone or fetched anew, and of what was fetched.
fn put_together(
    asking: &Asking<'_>,
    base: Option<&Path>,
    changes: &Changes,
    fetched: &[Waits],
) -> Result<CopiedFile, Failure> {
    let path = asking.folder.at(&format!("patched-{DOCUMENTS}{PART}"));
    let anew = fetched.iter().map(|waits| &waits.name);
    let old: HashSet<&str> = changes.gone.iter().chain(anew).map(String::as_str).collect();
    let goes = |name: &str| old.contains(name);
    let mut added = fetched.iter().map(|waits| {
        let bytes = fs::read(&waits.file).map_err(|error| hindered(&waits.file, &error))?;
        Ok((waits.name.clone(), bytes))
    });
    rewrite_zip(base, &path, &goes, &mut added)?;
    Ok(asking.folder.take_in(&path, DOCUMENTS, CopyHolds::Records, Seen::default())?)
}

//! What changed between two lists of an export, and the records that did.

use std::collections::BTreeMap;

use proofmark_courier::{Fetched, Seen};
use proofmark_facts::Weight;
use proofmark_formats::{Limits, read_osv};
use proofmark_text::text;

use super::asking::Asking;
use super::failure::Failure;
use super::part::Held;

/// When each record changed last, by its identifier.
pub(super) type Modified = BTreeMap<String, jiff::Timestamp>;

/// The largest single record that is fetched by itself, in bytes.
const MOST_RECORD_BYTES: u64 = 16 << 20;

/// What changed between two lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Records that are new or changed.
    pub(super) newer: Vec<String>,
    /// Records that are no longer published.
    pub(super) gone: Vec<String>,
}

/// What is put into an archive in place of what is there: a record by its identifier, or nothing.
pub(super) type Patch = BTreeMap<String, Option<Vec<u8>>>;

impl Changes {
    /// Nothing changed.
    pub(super) fn is_none(&self) -> bool {
        self.newer.is_empty() && self.gone.is_empty()
    }
}

/// What changed from what is kept to what is published. What is kept and not published is gone only where the list is the
/// newer of the two.
pub(super) fn changes_between(kept: &Modified, published: &Modified, list_is_newer: bool) -> Changes {
    let is_newer =
        |(id, modified): &(&String, &jiff::Timestamp)| kept.get(*id).is_none_or(|held| held < *modified);
    let newer = published.iter().filter(is_newer).map(|(id, _)| id.clone()).collect();
    let is_gone = |id: &&String| list_is_newer && !published.contains_key(*id);
    Changes { newer, gone: kept.keys().filter(is_gone).cloned().collect() }
}

/// What was fetched of what changed.
pub(super) struct FetchedRecords {
    /// What changes in the archive.
    pub(super) patch: Patch,
    /// What the copy holds with it.
    pub(super) kept: Modified,
    /// Whether a record that is listed was not there: what is held of it stays, and it is asked for again.
    pub(super) lacks: bool,
}

/// Fetches what changed, and says what the copy holds with it. One record that cannot be fetched leaves the whole copy as it
/// was. One that is listed and not there was taken away after the list was written, or the list is ahead of its place: only a
/// list without it takes it away.
pub(super) fn fetch_records(
    asking: &Asking<'_>,
    changes: Changes,
    mut kept: Modified,
    published: &Modified,
) -> Result<FetchedRecords, Failure> {
    let (mut patch, mut lacks) = (Patch::new(), false);
    for id in changes.gone {
        kept.remove(&id);
        patch.insert(id, None);
    }
    let count = changes.newer.len() as u64;
    for (done, id) in (1..).zip(changes.newer) {
        (asking.changed)(done, count);
        match (fetch_record(asking, &id)?, published.get(&id)) {
            (Some(bytes), Some(modified)) => {
                patch.insert(id.clone(), Some(bytes));
                kept.insert(id, *modified);
            }
            _ => lacks = true,
        }
    }
    Ok(FetchedRecords { patch, kept, lacks })
}

/// A record; `None`: it is not there.
fn fetch_record(asking: &Asking<'_>, id: &str) -> Result<Option<Vec<u8>>, Failure> {
    let url = asking.url(&format!("{}.json", id.replace('+', "%2B")));
    let (mut held, nothing) = (Held::default(), Seen::default());
    match asking.fetcher.fetch(&asking.parcel(&url, &nothing, MOST_RECORD_BYTES), &mut held) {
        Ok(Fetched::Whole(_)) => {}
        Ok(Fetched::Unchanged) => return Err(Failure::refused(text!("feeds-unfit"))),
        Err(not) if not.is_gone => return Ok(None),
        Err(not) => return Err(not.into()),
    }
    let read = read_osv(&held.0, &Limits::default());
    // One that cannot be read is counted with the others; one of another name is in the wrong place.
    if read.value.is_some_and(|advisory| advisory.id != id) {
        return Err(Failure::refused(text!("feeds-other-record", id = id)));
    }
    let is_json = !read.problems.iter().any(|problem| problem.weight == Weight::Error)
        || serde_json::from_slice::<serde::de::IgnoredAny>(&held.0).is_ok();
    if is_json { Ok(Some(held.0)) } else { Err(Failure::refused(text!("feeds-other-record", id = id))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(entries: &[(&str, i64)]) -> Modified {
        let at = |second| jiff::Timestamp::from_second(second).unwrap();
        entries.iter().map(|(id, second)| ((*id).to_owned(), at(*second))).collect()
    }

    #[test]
    fn what_is_newer_or_gone_is_found_and_nothing_else() {
        let kept = list(&[("A", 1), ("B", 2), ("C", 3)]);
        let published = list(&[("A", 1), ("B", 3), ("D", 1)]);
        let changes = changes_between(&kept, &published, true);
        assert_eq!(changes, Changes { newer: vec!["B".into(), "D".into()], gone: vec!["C".into()] });
        // An archive may be newer than the list that was fetched before it.
        let changes = changes_between(&list(&[("B", 9), ("C", 3)]), &published, false);
        assert_eq!(changes, Changes { newer: vec!["A".into(), "D".into()], gone: vec![] });
        assert!(changes_between(&kept, &kept, true).is_none());
    }
}

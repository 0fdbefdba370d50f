//! Holds every document against the lines: that each is there that was kept and not purged, with its bytes, its length,
//! the line it came with and the operators it belongs to, and that there is no other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proofmark_facts::{Difference, KeepTrouble, RowDifference, Sha256, StoredDocument, SystemOfRecord};
use proofmark_text::{Text, text};

use super::document_replay::{Kept, replay};
use super::faults::Faults;
use super::row_differences::{column_fault, row_fault};
use crate::error::ActionError;

/// How many rows are read at a time.
const BATCH: usize = 1000;

/// The most documents that are held at a time; more of them are proved in several goes over the ledger.
const MOST_AT_ONCE: u64 = 200_000;

/// How often a document that somebody keeps or purges while it is proved is looked at again.
const LOOKS: usize = 3;

/// The documents whose digests begin with one of these numbers.
type Part = Range<u64>;

/// Holds all of them against the first `size` lines; gives how many there are.
pub(super) fn check_documents(
    keeping: &dyn SystemOfRecord,
    size: u64,
    faults: &mut Faults,
) -> Result<u64, ActionError> {
    let mut count = 0;
    each_document(keeping, |_| {
        count += 1;
        Ok(())
    })?;
    let parts = count / MOST_AT_ONCE + 1;
    for number in 0..parts {
        let step = u64::MAX / parts;
        let end = if number + 1 == parts { u64::MAX } else { (number + 1) * step };
        check_part(keeping, size, &(number * step..end), faults)?;
    }
    Ok(count)
}

fn holds(part: &Part, digest: &Sha256) -> bool {
    let first = digest.0.first_chunk::<8>().expect("32 bytes begin with 8");
    let number = u64::from_be_bytes(*first);
    part.contains(&number) || (number == u64::MAX && part.end == u64::MAX)
}

fn check_part(
    keeping: &dyn SystemOfRecord,
    size: u64,
    part: &Part,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let mut expected: BTreeMap<Sha256, Kept> = BTreeMap::new();
    replay(keeping, 0..size, |digest| holds(part, digest), &mut expected)?;
    let mut suspects: BTreeMap<Sha256, BTreeSet<String>> = BTreeMap::new();
    let mut owned: BTreeSet<Sha256> = BTreeSet::new();
    let mut seen: BTreeMap<Sha256, usize> = BTreeMap::new();
    each_owner(keeping, |operator, digest| {
        if holds(part, &digest) {
            owned.insert(digest);
            match expected.get(&digest).and_then(|kept| kept.owners.get(&operator)) {
                Some(true) => *seen.entry(digest).or_default() += 1,
                Some(false) => {}
                None => {
                    suspects.entry(digest).or_default().insert(operator);
                }
            }
        }
    })?;
    let mut there: BTreeSet<Sha256> = BTreeSet::new();
    each_document(keeping, |stored| {
        let digest = stored.sha256;
        if !holds(part, &digest) {
            return Ok(());
        }
        there.insert(digest);
        let kept = expected.get(&digest);
        if kept.is_none_or(|kept| !kept.first_lines.contains(&stored.first_line)) || !owned.contains(&digest)
        {
            suspects.entry(digest).or_default();
        }
        check_bytes(keeping, stored, faults)
    })?;
    for (digest, kept) in &expected {
        let owners = kept.owners.values().filter(|must| **must).count();
        if owners > seen.get(digest).copied().unwrap_or(0) || (owners > 0 && !there.contains(digest)) {
            suspects.entry(*digest).or_default();
        }
    }
    let known =
        suspects.keys().map(|digest| (*digest, expected.remove(digest).unwrap_or_default())).collect();
    settle(keeping, size, &suspects, known, faults)
}

/// Reads a document: its bytes are what its digest says, and as many as its row says.
fn check_bytes(
    keeping: &dyn SystemOfRecord,
    stored: &StoredDocument,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    match keeping.document(&stored.sha256) {
        Ok(Some(bytes)) if bytes.len() as u64 != stored.size => {
            faults.push(column_fault("document", row_of(&stored.sha256), "size"));
        }
        // Taken away meanwhile by somebody who purges.
        Ok(_) => {}
        Err(error) if error.trouble == KeepTrouble::Damage => {
            // The same: its row went first.
            if keeping.stored_document(&stored.sha256)?.is_some() {
                faults.push(error.says);
            }
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Looks at the suspects again, together with what lines that came meanwhile say of them.
fn settle(
    keeping: &dyn SystemOfRecord,
    size: u64,
    suspects: &BTreeMap<Sha256, BTreeSet<String>>,
    mut known: BTreeMap<Sha256, Kept>,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let mut read = size;
    let mut found: BTreeMap<Sha256, Vec<Text>> = BTreeMap::new();
    for _ in 0..LOOKS {
        let now = keeping.ledger_size()?;
        replay(keeping, read..now, |digest| suspects.contains_key(digest), &mut known)?;
        read = now;
        found.clear();
        for (digest, strangers) in suspects {
            let wrong = judged(keeping, digest, known.get(digest), strangers)?;
            if !wrong.is_empty() {
                found.insert(*digest, wrong);
            }
        }
        if found.is_empty() {
            return Ok(());
        }
    }
    let line = |digest: &Sha256| known.get(digest).and_then(|kept| kept.named.as_ref()).map(|named| named.0);
    let mut ordered: Vec<_> = found.into_iter().collect();
    ordered.sort_by_key(|(digest, _)| (line(digest), *digest));
    ordered.into_iter().flat_map(|(_, wrong)| wrong).for_each(|fault| faults.push(fault));
    Ok(())
}

/// What is wrong with what is said of one document now.
fn judged(
    keeping: &dyn SystemOfRecord,
    digest: &Sha256,
    kept: Option<&Kept>,
    strangers: &BTreeSet<String>,
) -> Result<Vec<Text>, ActionError> {
    let mut wrong = Vec::new();
    let none = Kept::default();
    let kept = kept.unwrap_or(&none);
    let stored = keeping.stored_document(digest)?;
    let mut owned = false;
    for (operator, must) in &kept.owners {
        let is = keeping.is_owner(operator, digest)?;
        owned |= is;
        if *must && !is && stored.is_some() {
            wrong.push(row_of_owner(operator, digest, Difference::Missing));
        }
    }
    for operator in strangers.iter().filter(|operator| !kept.owners.contains_key(*operator)) {
        if keeping.is_owner(operator, digest)? {
            owned = true;
            wrong.push(row_of_owner(operator, digest, Difference::Added));
        }
    }
    match (stored, &kept.named) {
        (None, Some((index, role))) if kept.must_be_there() => {
            let (index, digest) = (index.to_string(), digest.to_string());
            wrong.push(text!("actions-ledger-document-unknown", index = index, role = role, digest = digest));
        }
        (Some(_), None) => {
            wrong.push(row_of_document(digest, Difference::Added));
        }
        (Some(stored), Some(_)) if !kept.first_lines.contains(&stored.first_line) => {
            wrong.push(column_fault("document", row_of(digest), "first_line"));
        }
        // Whoever purges takes both rows away at once.
        (Some(_), Some(_)) if !owned && wrong.is_empty() => {
            wrong.push(row_of_document(digest, Difference::Added));
        }
        _ => {}
    }
    Ok(wrong)
}

fn each_document(
    keeping: &dyn SystemOfRecord,
    mut see: impl FnMut(&StoredDocument) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    let mut after = None;
    loop {
        let batch = keeping.stored_documents(after.as_ref(), BATCH)?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(last.sha256);
        batch.iter().try_for_each(&mut see)?;
    }
}

fn each_owner(keeping: &dyn SystemOfRecord, mut see: impl FnMut(String, Sha256)) -> Result<(), ActionError> {
    let mut after: Option<(String, Sha256)> = None;
    loop {
        let batch = keeping.stored_owners(after.as_ref(), BATCH)?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(last.clone());
        for (operator, digest) in batch {
            see(operator, digest);
        }
    }
}

fn row_of(digest: &Sha256) -> String {
    format!("digest {digest}")
}

fn row_of_document(digest: &Sha256, difference: Difference) -> Text {
    row_fault(&RowDifference { table: "document", row: row_of(digest), difference })
}

fn row_of_owner(operator: &str, digest: &Sha256, difference: Difference) -> Text {
    let row = format!("operator `{operator}`, digest {digest}");
    row_fault(&RowDifference { table: "kept_document", row, difference })
}

//! Holds every record against the last digest the ledger names for it.

use std::collections::BTreeMap;

use proofmark_facts::{
    ProductRecord, RecordKey, RecordKind, ReleaseRecord, Sha256, StoredRecord, SystemOfRecord,
};
use proofmark_text::text;
use serde::de::DeserializeOwned;

use super::faults::Faults;
use super::ledger_replay::{NamedRecord, Part, replay};
use super::row_differences::column_fault;
use super::rows::{Checked, check_product, check_release};
use crate::error::ActionError;

/// How many records are read at a time.
const BATCH: usize = 500;

/// The most records that are held at a time; more of them are proved in several goes over the ledger.
const MOST_AT_ONCE: u64 = 200_000;

/// How often a record that somebody changes while it is proved is looked at again.
const LOOKS: usize = 3;

/// What was proved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Proved {
    pub(crate) records: u64,
    pub(crate) rows: Checked,
}

/// Proves every record, the rows of every release and what lists show, against the first `size` lines.
///
/// Others may write meanwhile: what is not as the lines say is looked at again together with the lines that came since.
pub(crate) fn check_records(
    keeping: &dyn SystemOfRecord,
    size: u64,
    faults: &mut Faults,
) -> Result<Proved, ActionError> {
    let parts = count(keeping)? / MOST_AT_ONCE + 1;
    let mut proved = Proved::default();
    for number in 0..parts {
        check_part(keeping, size, Part { number, of: parts }, &mut proved, faults)?;
    }
    Ok(proved)
}

fn count(keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
    let mut count = 0;
    each_record(keeping, |_| {
        count += 1;
        Ok(())
    })?;
    Ok(count)
}

fn each_record(
    keeping: &dyn SystemOfRecord,
    mut see: impl FnMut(StoredRecord) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    let mut after: Option<[String; 3]> = None;
    loop {
        let batch = keeping.stored_records(after.as_ref(), BATCH)?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(last.key.clone());
        for record in batch {
            see(record)?;
        }
    }
}

fn check_part(
    keeping: &dyn SystemOfRecord,
    size: u64,
    part: Part,
    proved: &mut Proved,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let mut expected = BTreeMap::new();
    replay(keeping, 0..size, part, &mut expected, faults)?;
    // What differs, by name: the lines say `Some` digest, or nothing.
    let mut suspects: BTreeMap<NamedRecord, (RecordKind, Option<Sha256>)> = BTreeMap::new();
    each_record(keeping, |record| {
        let name = NamedRecord::of_stored(&record.key);
        if !part.holds(&name) {
            return Ok(());
        }
        proved.records += 1;
        let said = expected.remove(&name);
        let is = Sha256::of(&record.content);
        if record.sha256 != is {
            faults.push(column_fault("record", name.shown(), "sha256"));
        }
        let [operator, _, id] = &record.key;
        let kind = RecordKind::of_word(&name.kind);
        match kind {
            Some(RecordKind::Release) => {
                check_release(keeping, operator, id, &mut proved.rows, faults)?;
                check_readable::<ReleaseRecord>(&record, faults);
            }
            Some(RecordKind::Product) => {
                check_product(keeping, operator, id, faults)?;
                check_readable::<ProductRecord>(&record, faults);
            }
            _ => {}
        }
        match kind {
            _ if said == Some(is) => {}
            Some(kind) => {
                suspects.insert(name, (kind, said));
            }
            // No program of this version writes such a record.
            None => faults.push(text!("record-added", record = name.shown())),
        }
        Ok(())
    })?;
    for (name, said) in expected {
        match RecordKind::of_word(&name.kind) {
            Some(kind) => {
                suspects.insert(name, (kind, Some(said)));
            }
            None => faults.push(text!("record-removed", record = name.shown())),
        }
    }
    settle(keeping, size, suspects, faults)
}

/// Looks at the suspects again, together with what lines that came meanwhile say of them.
fn settle(
    keeping: &dyn SystemOfRecord,
    size: u64,
    mut suspects: BTreeMap<NamedRecord, (RecordKind, Option<Sha256>)>,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let mut read = size;
    for _ in 0..LOOKS {
        if suspects.is_empty() {
            return Ok(());
        }
        let now = keeping.ledger_size()?;
        let mut state: BTreeMap<NamedRecord, Sha256> =
            suspects.iter().filter_map(|(name, (_, said))| Some((name.clone(), (*said)?))).collect();
        // Lines that came since are held against each other the next time: here they only explain.
        replay(keeping, read..now, Part { number: 0, of: 1 }, &mut state, &mut Faults::default())?;
        read = now;
        let mut left = BTreeMap::new();
        for (name, (kind, _)) in suspects {
            let said = state.get(&name).copied();
            if held(keeping, &name, kind)? != said {
                left.insert(name, (kind, said));
            }
        }
        suspects = left;
    }
    for (name, (kind, said)) in suspects {
        let record = name.shown();
        faults.push(match (said, held(keeping, &name, kind)?) {
            (Some(_), None) => text!("record-removed", record = record),
            (None, _) => text!("record-added", record = record),
            (Some(_), Some(_)) => text!("record-changed", record = record),
        });
    }
    Ok(())
}

fn check_readable<N: DeserializeOwned>(record: &StoredRecord, faults: &mut Faults) {
    if let Err(error) = serde_json::from_slice::<N>(&record.content) {
        let [_, kind, id] = &record.key;
        faults.push(text!("record-unreadable", kind = kind, id = id, error = error.to_string()));
    }
}

fn held(
    keeping: &dyn SystemOfRecord,
    name: &NamedRecord,
    kind: RecordKind,
) -> Result<Option<Sha256>, ActionError> {
    let key = RecordKey { operator: name.operator.clone(), kind, id: name.id.clone() };
    Ok(keeping.record(&key)?.map(|record| Sha256::of(&record.content)))
}

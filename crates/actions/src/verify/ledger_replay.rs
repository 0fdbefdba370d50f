//! The ledger replayed: what every record must hold by what its lines say, one part of all records at a time.

use std::collections::BTreeMap;

use proofmark_facts::{Keeping, Sha256};
use proofmark_text::text;

use super::faults::Faults;
use crate::error::ActionError;
use crate::ledger_line::{LedgerLine, LineRecord};

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// A record as lines and the store both name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NamedRecord {
    pub(crate) operator: String,
    pub(crate) kind: String,
    pub(crate) id: String,
}

impl NamedRecord {
    fn of_line(record: &LineRecord) -> Self {
        Self { operator: record.operator.clone(), kind: record.kind.clone(), id: record.id.clone() }
    }

    /// The name of a record of the store.
    pub(crate) fn of_stored([operator, kind, id]: &[String; 3]) -> Self {
        Self { operator: operator.clone(), kind: kind.clone(), id: id.clone() }
    }

    /// For people: operator, kind and id.
    pub(crate) fn shown(&self) -> String {
        let operator = if self.operator.is_empty() { "installation" } else { &self.operator };
        format!("{operator} {} {}", self.kind, self.id)
    }
}

/// One of several parts that all records fall into, so that no more than one part is held at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) number: u64,
    pub(crate) of: u64,
}

impl Part {
    /// Whether the record falls into this part; the digest of its name spreads them evenly.
    pub(crate) fn holds(self, record: &NamedRecord) -> bool {
        if self.of <= 1 {
            return true;
        }
        let name = format!("{}\0{}\0{}", record.operator, record.kind, record.id);
        let digest = Sha256::of(name.as_bytes()).0;
        let first = digest.first_chunk::<8>().expect("32 bytes begin with 8");
        u64::from_be_bytes(*first) % self.of == self.number
    }
}

/// What each record of the part must hold after the lines from one size on up to another.
pub(crate) fn replay(
    keeping: &dyn Keeping,
    lines: std::ops::Range<u64>,
    part: Part,
    state: &mut BTreeMap<NamedRecord, Sha256>,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let mut next = lines.start;
    while next < lines.end {
        let limit = usize::try_from(lines.end - next).unwrap_or(BATCH).min(BATCH);
        let batch = keeping.lines(next, limit)?;
        let Some(last) = batch.last() else { break };
        let after = last.index + 1;
        for kept in &batch {
            // That a line cannot be read has been named already.
            let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
            for record in &line.records {
                let name = NamedRecord::of_line(record);
                if part.holds(&name) {
                    step(kept.index, name, record, state, faults);
                }
            }
        }
        // A line out of place has been named already; the replay must end all the same.
        next = after.max(next + 1);
    }
    Ok(())
}

/// One change of one record: it must begin where the one before it ended.
fn step(
    index: u64,
    name: NamedRecord,
    record: &LineRecord,
    state: &mut BTreeMap<NamedRecord, Sha256>,
    faults: &mut Faults,
) {
    let digest =
        |written: &Option<String>| written.as_ref().and_then(|written| written.parse::<Sha256>().ok());
    if state.get(&name).copied() != digest(&record.before) {
        faults.push(text!("record-chain-broken", index = index.to_string(), record = name.shown()));
    }
    match digest(&record.after) {
        Some(after) => state.insert(name, after),
        None => state.remove(&name),
    };
}

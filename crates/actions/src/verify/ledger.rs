//! Proves the store against its tree: every line, every node, the signed checkpoint, every document a line names, and every
//! record and row against the lines.

use jiff::Timestamp;
use proofmark_facts::{PlacedLine, SystemOfRecord};
use proofmark_text::{Text, text};
use proofmark_trust::{Frontier, Hash, VerifierKey};
use schemars::JsonSchema;
use serde::Serialize;

use super::attestations::check_attestations;
use super::documents::check_documents;
use super::faults::Faults;
use super::nodes::Nodes;
use super::record::check_records;
use super::row_differences::column_fault;
use super::rows::check_strays;
use super::schema::schema_faults;
use super::seals::Seals;
use super::set_backs::SetBacks;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// What was found in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LedgerReport {
    /// Every line is what was sealed, and everything kept is what the lines say.
    pub sound: bool,
    /// Everything that is wrong, up to a hundred.
    pub faults: Vec<Text>,
    /// What is no fault and should be known all the same: that nothing outside the database remembers its last checkpoint;
    /// where the times of lines go back, up to a hundred places.
    pub cautions: Vec<Text>,
    /// How many lines there are.
    pub lines: u64,
    /// The root hash of all lines, in base64 as checkpoints write it.
    pub root: String,
    /// The size of the last signed checkpoint; lines beyond it are not sealed yet.
    pub sealed: Option<u64>,
    /// The key that must have signed.
    pub key: Option<String>,
    /// How many documents were read and held against the lines that kept them.
    pub documents: u64,
    /// How many records were held against the lines that changed them.
    pub records: u64,
    /// How many releases were held, with all their rows, against the seals in their records.
    pub releases: u64,
    /// How many rows of components these are.
    pub component_rows: u64,
    /// How many rows of findings these are.
    pub finding_rows: u64,
    /// How many time stamps of checkpoints were verified.
    pub stamps: u64,
    /// How many cosignatures of witnesses were verified.
    pub cosignatures: u64,
}

/// Reads the whole ledger again and holds it against its nodes, every checkpoint ever signed, and its documents; then
/// everything that is kept against what the lines say of it. Memory stays bounded, however long the ledger is.
///
/// `now` tells lines that wait for their seal from lines nobody sealed; of a copy it is when the copy was made.
pub fn verify_ledger(
    keeping: &dyn SystemOfRecord,
    key: Option<&VerifierKey>,
    now: Timestamp,
) -> Result<LedgerReport, ActionError> {
    let mut faults = Faults::default();
    let mut cautions = Vec::new();
    check_schema(keeping, &mut faults, &mut cautions)?;
    let mut seals = Seals::new(keeping, key, now)?;
    // Behind the checkpoints: what is sealed meanwhile is over lines that are read here.
    let size = keeping.ledger_size()?;
    let mut nodes = Nodes::new(keeping);
    let mut frontier = Frontier::default();
    let mut set_backs = SetBacks::default();
    let mut next = 0;
    while next < size {
        let left = usize::try_from(size - next).unwrap_or(BATCH);
        let lines = keeping.placed_lines(next, left.min(BATCH))?;
        if lines.is_empty() {
            break;
        }
        for placed in lines {
            let read = check_line(&placed, next, &mut frontier, &mut nodes, &mut faults)?;
            let index = placed.line.index;
            next = index + 1;
            seals.check(&frontier, &mut faults)?;
            if let Some(read) = read {
                set_backs.see(index, read.at);
                seals.see(index, read.at);
                seals.claimed(index, read.sealed, &mut faults)?;
            }
        }
    }
    nodes.finish(frontier.size(), seals.held(), &mut faults);
    cautions.extend(seals.caution());
    let sealed = seals.finish(frontier.size(), &mut faults);
    let documents = check_documents(keeping, frontier.size(), &mut faults)?;
    let proved = check_records(keeping, frontier.size(), &mut faults)?;
    check_strays(keeping, &mut faults)?;
    let attested = check_attestations(keeping, &mut faults)?;
    Ok(LedgerReport {
        sound: faults.is_empty(),
        lines: frontier.size(),
        root: frontier.head().root().to_base64(),
        sealed,
        key: key.map(ToString::to_string),
        documents,
        records: proved.records,
        releases: proved.rows.releases,
        component_rows: proved.rows.components,
        finding_rows: proved.rows.findings,
        stamps: attested.stamps,
        cosignatures: attested.cosignatures,
        faults: faults.finish(),
        cautions: cautions.into_iter().chain(set_backs.finish()).collect(),
    })
}

/// Names what of the schema is not as the program made it; where the database does not let it be compared, that it is so.
fn check_schema(
    keeping: &dyn SystemOfRecord,
    faults: &mut Faults,
    cautions: &mut Vec<Text>,
) -> Result<(), ActionError> {
    match schema_faults(keeping) {
        Ok(found) => found.into_iter().for_each(|fault| faults.push(fault)),
        Err(ActionError::Hindered(says)) => cautions.push(text!("ends-schema-unseen", error = says)),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Holds a line, which must be the next, against its nodes and the columns it is found by; the line, where it can be read.
fn check_line(
    placed: &PlacedLine,
    next: u64,
    frontier: &mut Frontier,
    nodes: &mut Nodes<'_>,
    faults: &mut Faults,
) -> Result<Option<LedgerLine>, ActionError> {
    let PlacedLine { line, subject, sequence } = placed;
    let place = line.index.to_string();
    if line.index != next {
        let gone = next.to_string();
        faults.push(text!("actions-ledger-line-gone", index = gone, found = &place));
    }
    // Behind a line that is gone no node of the tree is what these lines make: that was said, once.
    let is_whole = frontier.size() == line.index;
    for (node, hash) in frontier.append(Hash::of_leaf(&line.bytes)).unwrap_or_default() {
        if is_whole {
            nodes.hold(node, &hash, faults)?;
        }
    }
    match LedgerLine::parse(&line.bytes) {
        Err(error) => {
            faults.push(text!("actions-ledger-line-unreadable", index = &place, error = error));
            Ok(None)
        }
        Ok(read) => {
            for (column, differs) in
                [("subject", read.subject != *subject), ("sequence", read.sequence != *sequence)]
            {
                if differs {
                    faults.push(column_fault("ledger_line", format!("line_index {}", line.index), column));
                }
            }
            Ok(Some(read))
        }
    }
}

//! Proves the store against its tree: every line, every node, the signed checkpoint, every document a line names, and every
//! record and row against the lines.

use std::collections::VecDeque;

use proofmark_facts::{KeepTrouble, Keeping, KeptLine, Sha256, SystemOfRecord};
use proofmark_text::{Text, text};
use proofmark_trust::{Frontier, Hash, VerifierKey};
use schemars::JsonSchema;
use serde::Serialize;

use super::attestations::check_attestations;
use super::faults::Faults;
use super::missing_documents::MissingDocuments;
use super::record::check_records;
use super::set_backs::SetBacks;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::seal::open_checkpoint;

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// What was found in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LedgerReport {
    /// Every line is what was sealed, and everything kept is what the lines say.
    pub sound: bool,
    /// Everything that is wrong, up to a hundred.
    pub faults: Vec<Text>,
    /// What is no fault and should be known all the same: where the times of lines go back, up to a hundred places.
    pub cautions: Vec<Text>,
    /// How many lines there are.
    pub lines: u64,
    /// The root hash of all lines, in base64 as checkpoints write it.
    pub root: String,
    /// The size of the last signed checkpoint; lines beyond it are not sealed yet.
    pub sealed: Option<u64>,
    /// The key that must have signed.
    pub key: Option<String>,
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
pub fn verify_ledger(
    keeping: &dyn SystemOfRecord,
    key: Option<&VerifierKey>,
) -> Result<LedgerReport, ActionError> {
    let size = keeping.ledger_size()?;
    let mut faults = Faults::default();
    let mut missing = MissingDocuments::default();
    let mut frontier = Frontier::default();
    let mut set_backs = SetBacks::default();
    let mut seals = Seals::new(keeping, key)?;
    while frontier.size() < size {
        let left = usize::try_from(size - frontier.size()).unwrap_or(BATCH);
        let lines = keeping.lines(frontier.size(), left.min(BATCH))?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            if let Some(read) = check_line(keeping, &line, &mut frontier, &mut missing, &mut faults)? {
                set_backs.see(line.index, read.at);
            }
            seals.check(&frontier, &mut faults)?;
        }
    }
    let sealed = seals.finish(&mut faults)?;
    missing.finish(&mut faults);
    let proved = check_records(keeping, frontier.size(), &mut faults)?;
    let attested = check_attestations(keeping, &mut faults)?;
    Ok(LedgerReport {
        sound: faults.is_empty(),
        lines: frontier.size(),
        root: frontier.head().root().to_base64(),
        sealed,
        key: key.map(ToString::to_string),
        records: proved.records,
        releases: proved.rows.releases,
        component_rows: proved.rows.components,
        finding_rows: proved.rows.findings,
        stamps: attested.stamps,
        cosignatures: attested.cosignatures,
        faults: faults.finish(),
        cautions: set_backs.finish(),
    })
}

/// The checkpoints still to be reached, smallest first.
struct Seals<'a> {
    keeping: &'a dyn Keeping,
    key: Option<&'a VerifierKey>,
    waiting: VecDeque<(u64, String)>,
    last: Option<u64>,
}

impl<'a> Seals<'a> {
    fn new(keeping: &'a dyn Keeping, key: Option<&'a VerifierKey>) -> Result<Self, ActionError> {
        let waiting = keeping.checkpoints(0, BATCH)?.into();
        Ok(Self { keeping, key, waiting, last: None })
    }

    /// Holds the checkpoint of the size now reached, if there is one, against the lines read so far.
    fn check(&mut self, frontier: &Frontier, faults: &mut Faults) -> Result<(), ActionError> {
        while let Some((size, note)) = self.waiting.pop_front_if(|(size, _)| *size <= frontier.size()) {
            self.last = Some(size);
            match self.key.map(|key| open_checkpoint(&note, key)) {
                // That the key is gone is one fault, not one a checkpoint.
                None => {}
                Some(Ok(checkpoint)) if *checkpoint.head() == frontier.head() => {}
                Some(Ok(_)) => faults.push(text!("actions-ledger-rewritten", size = size.to_string())),
                Some(Err(error)) => {
                    let size = size.to_string();
                    faults.push(text!("actions-ledger-checkpoint-unreadable", size = size, error = error));
                }
            }
            if self.waiting.is_empty() {
                self.waiting = self.keeping.checkpoints(size, BATCH)?.into();
            }
        }
        Ok(())
    }

    /// The size of the last checkpoint; one beyond the last line betrays lines that are gone.
    fn finish(self, faults: &mut Faults) -> Result<Option<u64>, ActionError> {
        let latest = self.keeping.latest_checkpoint()?.map(|(size, _)| size);
        if latest.is_some() && self.key.is_none() {
            faults.push(text!("actions-ledger-key-gone"));
        }
        if let Some(size) = latest.filter(|size| Some(*size) != self.last) {
            faults.push(text!("actions-ledger-truncated", size = size.to_string()));
        }
        Ok(latest)
    }
}

/// Holds a line against its nodes and its documents; the line, where it can be read.
fn check_line(
    keeping: &dyn Keeping,
    line: &KeptLine,
    frontier: &mut Frontier,
    missing: &mut MissingDocuments,
    faults: &mut Faults,
) -> Result<Option<LedgerLine>, ActionError> {
    let index = frontier.size();
    let place = index.to_string();
    if line.index != index {
        faults.push(text!("actions-ledger-line-gone", index = &place, found = line.index.to_string()));
    }
    let nodes = frontier.append(Hash::of_leaf(&line.bytes));
    for (node, hash) in nodes.unwrap_or_default() {
        match keeping.node(node.level(), node.index()) {
            Ok(kept) if kept == *hash.as_bytes() => {}
            Ok(_) if node.level() == 0 => faults.push(text!("actions-ledger-line-changed", index = &place)),
            // What lies above a changed leaf differs too: the leaf has been named already.
            Ok(_) => {}
            Err(error) if error.trouble == KeepTrouble::Damage => faults.push(error.says),
            Err(error) => return Err(error.into()),
        }
    }
    match LedgerLine::parse(&line.bytes) {
        Err(error) => {
            faults.push(text!("actions-ledger-line-unreadable", index = &place, error = error));
            Ok(None)
        }
        Ok(line) => {
            check_documents(keeping, index, &line, missing, faults)?;
            Ok(Some(line))
        }
    }
}

fn check_documents(
    keeping: &dyn Keeping,
    index: u64,
    line: &LedgerLine,
    missing: &mut MissingDocuments,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    missing.explain(line);
    for document in &line.documents {
        if MissingDocuments::is_purged(line, &document.role) {
            continue;
        }
        let digest: Option<Sha256> = document.sha256.parse().ok();
        match digest.map(|digest| keeping.document(&digest)).transpose() {
            Ok(Some(Some(_))) => {}
            Ok(_) => missing.add(index, &document.role, &document.sha256, faults),
            Err(error) if error.trouble == KeepTrouble::Damage => faults.push(error.says),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

//! Proves the store against its tree: every line, every node, the signed checkpoint, every document a line names.

use proofmark_facts::{Keeping, KeptLine, Sha256};
use proofmark_text::{Text, text};
use proofmark_trust::{Checkpoint, Frontier, Hash, Note, VerifierKey};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// The most faults that are named; what is beyond is counted.
const MOST_FAULTS: usize = 100;

/// What was found in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LedgerReport {
    /// Every line is what was sealed.
    pub sound: bool,
    /// Everything that is wrong, up to a hundred.
    pub faults: Vec<Text>,
    /// How many lines there are.
    pub lines: u64,
    /// The root hash of all lines, in base64 as checkpoints write it.
    pub root: String,
    /// The size of the last signed checkpoint; lines beyond it are not sealed yet.
    pub sealed: Option<u64>,
    /// The key that must have signed.
    pub key: Option<String>,
}

/// Reads the whole ledger again and holds it against its nodes, its last checkpoint and its documents.
pub fn verify_ledger(keeping: &dyn Keeping, key: Option<&VerifierKey>) -> Result<LedgerReport, ActionError> {
    let size = keeping.ledger_size()?;
    let sealed = keeping.latest_checkpoint()?;
    let sealed_size = sealed.as_ref().map(|(size, _)| *size);
    let mut faults = Faults::default();
    let mut frontier = Frontier::default();
    let mut sealed_root = (sealed_size == Some(0)).then(|| *frontier.head().root());
    while frontier.size() < size {
        let lines = keeping.lines(frontier.size(), BATCH)?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            check_line(keeping, &line, &mut frontier, &mut faults)?;
            if sealed_size == Some(frontier.size()) {
                sealed_root = Some(*frontier.head().root());
            }
        }
    }
    if let Some((sealed_size, note)) = &sealed {
        check_checkpoint(*sealed_size, note, sealed_root, key, &mut faults);
    }
    Ok(LedgerReport {
        sound: faults.named.is_empty(),
        lines: frontier.size(),
        root: frontier.head().root().to_base64(),
        sealed: sealed_size,
        key: key.map(ToString::to_string),
        faults: faults.finish(),
    })
}

#[derive(Default)]
struct Faults {
    named: Vec<Text>,
    more: usize,
}

impl Faults {
    fn push(&mut self, fault: Text) {
        if self.named.len() < MOST_FAULTS { self.named.push(fault) } else { self.more += 1 }
    }

    fn finish(mut self) -> Vec<Text> {
        if self.more > 0 {
            self.named.push(text!("actions-more-faults", count = self.more));
        }
        self.named
    }
}

fn check_line(
    keeping: &dyn Keeping,
    line: &KeptLine,
    frontier: &mut Frontier,
    faults: &mut Faults,
) -> Result<(), ActionError> {
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
            Err(error) if error.damaged => faults.push(error.says),
            Err(error) => return Err(error.into()),
        }
    }
    match LedgerLine::parse(&line.bytes) {
        Err(error) => faults.push(text!("actions-ledger-line-unreadable", index = &place, error = error)),
        Ok(line) => {
            for document in &line.documents {
                let digest: Option<Sha256> = document.sha256.parse().ok();
                match digest.map(|digest| keeping.document(&digest)).transpose() {
                    Ok(Some(Some(_))) => {}
                    Ok(_) => faults.push(text!(
                        "actions-ledger-document-unknown",
                        index = &place,
                        role = &document.role,
                        digest = &document.sha256
                    )),
                    Err(error) if error.damaged => faults.push(error.says),
                    Err(error) => return Err(error.into()),
                }
            }
        }
    }
    Ok(())
}

fn check_checkpoint(
    size: u64,
    note: &str,
    root: Option<Hash>,
    key: Option<&VerifierKey>,
    faults: &mut Faults,
) {
    let place = size.to_string();
    let Some(key) = key else {
        faults.push(text!("actions-ledger-key-gone"));
        return;
    };
    let opened = Note::parse(note.as_bytes()).map_err(|error| error.to_string()).and_then(|note| {
        let keys = std::slice::from_ref(key);
        Checkpoint::open(&note, key.name().as_str(), keys).map_err(|error| error.to_string())
    });
    match (opened, root) {
        (Err(error), _) => {
            faults.push(text!("actions-ledger-checkpoint-unreadable", size = place, error = error));
        }
        (Ok(_), None) => faults.push(text!("actions-ledger-truncated", size = place)),
        (Ok(checkpoint), Some(root)) => {
            if checkpoint.head().size() != size || *checkpoint.head().root() != root {
                faults.push(text!("actions-ledger-rewritten", size = place));
            }
        }
    }
}

//! Holds the stored nodes of the tree against what the lines make. Nodes are read level by level in their order, many at a
//! time: a point for each would be a journey to the database for each.

use std::collections::{BTreeSet, VecDeque};

use proofmark_facts::{KeepError, Proving};
use proofmark_text::text;
use proofmark_trust::{Hash, Node};

use super::faults::Faults;
use super::row_differences::column_fault;

/// How many nodes of a level are read at a time.
const BATCH: usize = 1000;

/// How many changed lines are remembered, so that what lies above them is not named too.
const MOST_CHANGED: usize = 10_000;

/// The nodes of each level that were read and not asked for yet.
pub(super) struct Nodes<'a> {
    keeping: &'a dyn Proving,
    levels: Vec<VecDeque<(u64, [u8; 32])>>,
    changed: BTreeSet<u64>,
}

impl<'a> Nodes<'a> {
    pub(super) fn new(keeping: &'a dyn Proving) -> Self {
        Self { keeping, levels: Vec::new(), changed: BTreeSet::new() }
    }

    /// Holds a stored node against what it must be. Those of a level come in their order.
    pub(super) fn hold(&mut self, node: Node, hash: &Hash, faults: &mut Faults) -> Result<(), KeepError> {
        let (level, index) = (node.level(), node.index());
        match self.stored(level, index)? {
            Some(kept) if kept == *hash.as_bytes() => {}
            None => {
                let (level, index) = (level.to_string(), index.to_string());
                faults.push(text!("store-node-missing", level = level, index = index));
            }
            Some(_) if level == 0 => {
                if self.changed.len() < MOST_CHANGED {
                    self.changed.insert(index);
                }
                faults.push(text!("actions-ledger-line-changed", index = index.to_string()));
            }
            // What lies above a changed line differs too: the line has been named already.
            Some(_) if self.is_above_changed(level, index) => {}
            Some(_) => {
                faults.push(column_fault(
                    "ledger_node",
                    format!("level {level}, node_index {index}"),
                    "hash",
                ));
            }
        }
        Ok(())
    }

    fn is_above_changed(&self, level: u8, index: u64) -> bool {
        let first = index << level;
        self.changed.range(first..first + (1 << level)).next().is_some() || self.changed.len() == MOST_CHANGED
    }

    fn stored(&mut self, level: u8, index: u64) -> Result<Option<[u8; 32]>, KeepError> {
        let place = usize::from(level);
        if self.levels.len() <= place {
            self.levels.resize_with(place + 1, VecDeque::new);
        }
        let read = &mut self.levels[place];
        while read.pop_front_if(|(found, _)| *found < index).is_some() {}
        if read.is_empty() {
            *read = self.keeping.nodes(level, index, BATCH)?.into();
        }
        Ok(read.pop_front_if(|(found, _)| *found == index).map(|(_, hash)| hash))
    }
}

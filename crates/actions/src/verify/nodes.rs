//! Holds the stored nodes of the tree against what the lines make. Nodes are read level by level in their order, many at a
//! time: a point for each would be a journey to the database for each.

use std::collections::{BTreeSet, VecDeque};

use proofmark_facts::{KeepError, Proving};
use proofmark_text::text;
use proofmark_trust::{Hash, Node};

use super::faults::Faults;
use crate::changed_node::node_changed;
use crate::error::ActionError;

/// How many nodes of a level are read at a time.
const BATCH: usize = 1000;

/// How many nodes that differ are remembered until it can be said what was changed, they or their lines.
const MOST_DIFFERING: usize = 10_000;

/// The nodes of each level that were read and not asked for yet.
pub(super) struct Nodes<'a> {
    keeping: &'a dyn Proving,
    levels: Vec<VecDeque<(u64, [u8; 32])>>,
    differing: BTreeSet<(u8, u64)>,
}

impl<'a> Nodes<'a> {
    pub(super) fn new(keeping: &'a dyn Proving) -> Self {
        Self { keeping, levels: Vec::new(), differing: BTreeSet::new() }
    }

    /// Holds a stored node against what it must be. Those of a level come in their order.
    pub(super) fn hold(&mut self, node: Node, hash: &Hash, faults: &mut Faults) -> Result<(), ActionError> {
        let (level, index) = (node.level(), node.index());
        match self.stored(level, index)? {
            Some(kept) if kept == *hash.as_bytes() => {}
            None => {
                let (level, index) = (level.to_string(), index.to_string());
                faults.push(text!("store-node-missing", level = level, index = index));
            }
            Some(_) if self.differing.len() < MOST_DIFFERING => {
                self.differing.insert((level, index));
            }
            Some(_) => faults.push(node_changed(level, index)),
        }
        Ok(())
    }

    /// Names what was changed: a line that its leaf and what lies above contradict, or the node itself where they do not, or
    /// where a checkpoint over the first `held` lines says that the line is what was sealed.
    pub(super) fn finish(self, size: u64, held: u64, faults: &mut Faults) {
        let differs = |level: u8, index: u64| self.differing.contains(&(level, index));
        let is_line = |index: u64| {
            let has_parent = ((index >> 1) + 1) << 1 <= size;
            differs(0, index) && index >= held && (!has_parent || differs(1, index >> 1))
        };
        let leaves = self.differing.range(..(1, 0)).map(|(_, index)| *index);
        let changed: BTreeSet<u64> = leaves.filter(|index| is_line(*index)).collect();
        for (level, index) in &self.differing {
            let first = index << level;
            let mut lines = changed.range(first..first + (1 << level));
            match (level, lines.next()) {
                (0, Some(line)) => {
                    faults.push(text!("actions-ledger-line-changed", index = line.to_string()));
                }
                // What lies above a changed line differs too: the line has been named already.
                (_, Some(_)) => {}
                (_, None) => faults.push(node_changed(*level, *index)),
            }
        }
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

//! A stored node of the tree that is not what the lines make, told from lines that are not what was sealed.

use proofmark_facts::Keeping;
use proofmark_text::{Text, text};
use proofmark_trust::{Frontier, Hash, Node, TreeHead};

use crate::error::ActionError;

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// The sentence that names the node.
pub(crate) fn node_changed(level: u8, index: u64) -> Text {
    text!("ends-ledger-node-changed", level = level.to_string(), index = index.to_string())
}

/// Why the stored nodes of the first lines do not make the head that was sealed: a node was changed where the lines still do,
/// the lines were where they do not.
pub(crate) fn why_not_as_sealed(keeping: &dyn Keeping, sealed: &TreeHead) -> Result<Text, ActionError> {
    let size = sealed.size();
    let mut frontier = Frontier::default();
    let mut changed: Option<(u8, u64)> = None;
    while frontier.size() < size {
        let left = usize::try_from(size - frontier.size()).unwrap_or(BATCH);
        let lines = keeping.lines(frontier.size(), left.min(BATCH))?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            for (node, hash) in frontier.append(Hash::of_leaf(&line.bytes)).unwrap_or_default() {
                if changed.is_none()
                    && is_peak(node, size)
                    && keeping.node(node.level(), node.index())? != *hash.as_bytes()
                {
                    changed = Some((node.level(), node.index()));
                }
            }
        }
    }
    Ok(match changed {
        Some((level, index)) if frontier.head() == *sealed => node_changed(level, index),
        _ => text!("actions-ledger-rewritten", size = size.to_string()),
    })
}

/// Whether the node is one of those the root of a tree of this size is made of: one for each bit that is set.
fn is_peak(node: Node, size: u64) -> bool {
    let level = u32::from(node.level());
    size >> level & 1 == 1 && node.index() == (size >> level) - 1
}

//! The document as the tests look at it.

use std::cell::Cell;

use proofmark_text::text;
use serde_json::Value;

use super::findings::Findings;
use super::lists::{elements, texts};
use super::product_tree::ProductTree;

/// How many members of product groups are looked up for one document. Groups may be named by any number of entries, so that few bytes
/// could ask for much work; documents of publishers stay far below.
const MOST_STEPS: usize = 20_000_000;

/// A document and what the tests ask of it again and again.
pub(super) struct Judged<'d> {
    pub(super) root: &'d Value,
    /// `/document`.
    pub(super) document: &'d Value,
    /// `/document/tracking`.
    pub(super) tracking: &'d Value,
    /// `/product_tree`.
    pub(super) products: ProductTree<'d>,
    /// `/vulnerabilities`.
    pub(super) vulnerabilities: &'d [Value],
    /// Where members stand out of their order.
    pub(super) unsorted: &'d [String],
    steps: Cell<usize>,
}

impl<'d> Judged<'d> {
    pub(super) fn new(root: &'d Value, unsorted: &'d [String]) -> Self {
        let document = &root["document"];
        Self {
            root,
            document,
            tracking: &document["tracking"],
            products: ProductTree::of(&root["product_tree"]),
            vulnerabilities: elements(&root["vulnerabilities"]),
            unsorted,
            steps: Cell::new(0),
        }
    }

    /// `/document/category`.
    pub(super) fn category(&self) -> &'d str {
        self.document["category"].as_str().unwrap_or_default()
    }

    /// `/document/tracking/status`.
    pub(super) fn status(&self) -> &'d str {
        self.tracking["status"].as_str().unwrap_or_default()
    }

    /// The products an entry is about: those it names, and those of the groups it names. Where that is too much work the test is told.
    pub(super) fn products_of(&self, entry: &'d Value, found: &mut Findings) -> Vec<&'d str> {
        let mut products: Vec<&str> = texts(&entry["product_ids"]).map(|(_, id)| id).collect();
        for (_, group) in texts(&entry["group_ids"]) {
            let members = self.products.members(group);
            let steps = self.steps.get() + members.len();
            self.steps.set(steps);
            if steps > MOST_STEPS {
                found.cannot_tell(text!("csaf-judged-too-much", most = MOST_STEPS));
                break;
            }
            products.extend(members);
        }
        products
    }
}

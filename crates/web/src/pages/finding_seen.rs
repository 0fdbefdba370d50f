//! What the page of a finding shows, as each of its parts reads it.

use jiff::civil::Date;
use proofmark_actions::FindingStep;
use proofmark_facts::{Advisory, ComponentGraph, Finding, FindingRow, Placed};
use proofmark_law::Block;

use super::release_frame::Framed;

/// What it shows.
pub(super) struct Seen<'a> {
    pub(super) framed: Framed<'a>,
    /// The newest row of it.
    pub(super) row: &'a Placed<FindingRow>,
    /// What the last assessment said of it, while it is found.
    pub(super) finding: Option<&'a Finding>,
    /// What stands in the way of the gate because of it.
    pub(super) blocks: &'a [Block],
    pub(super) graph: Option<&'a ComponentGraph>,
    /// Advisories whose text the product keeps.
    pub(super) texts: &'a [Advisory],
    pub(super) history: &'a [FindingStep],
    /// Earlier times it was open.
    pub(super) earlier: &'a [FindingRow],
    pub(super) may_decide: bool,
    /// Whether the dossier decides on it: what is decided here would not count.
    pub(super) of_dossier: bool,
    /// What was decided a moment ago.
    pub(super) decided: Option<u64>,
    pub(super) today: Date,
}

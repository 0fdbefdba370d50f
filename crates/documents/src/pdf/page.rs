//! A page with everything on it in its place.

use super::strip::Item;

/// A page before it is painted. Positions are from the top left corner of the paper.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// What is drawn, ground first.
    pub(super) items: Vec<Item>,
    /// The headings that begin on it, by number, with how far down.
    pub(super) headings: Vec<(usize, f32)>,
}

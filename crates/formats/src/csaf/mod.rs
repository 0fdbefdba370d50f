//! Documents of the Common Security Advisory Framework (CSAF) 2.0 and 2.1.

mod document;
mod listing;
mod many;
mod platform;
mod product_tree;
mod score;
mod statement;
mod version_range;
mod vulnerability;

#[cfg(test)]
mod tests;

pub use document::{CsafDocument, read_csaf};
pub use listing::{read_csaf_changes, read_csaf_index};

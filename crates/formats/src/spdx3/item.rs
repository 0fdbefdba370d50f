//! The elements of the graph on the second way over it, and what becomes of each.

use std::collections::HashSet;

use serde_json::value::RawValue;

use crate::json::Words;

/// An element of the graph as it is written.
pub(super) struct Item<'a> {
    pub(super) kind: Words<'a>,
    pub(super) id: Words<'a>,
    pub(super) raw: &'a RawValue,
}

/// The class of packages; models and data sets are packages too, with members of their own.
pub(super) const PACKAGE: &str = "software_Package";

/// Whether an element of this class is a package.
pub(super) fn is_package(class: &str) -> bool {
    matches!(class, PACKAGE | "ai_AIPackage" | "dataset_DatasetPackage")
}

/// What cannot be kept: where, and why.
pub(super) type NotKept = (String, serde_json::Error);

/// What becomes of each element, by its place in the graph.
pub(super) struct Fate {
    /// Whether it goes, because what it says was taken.
    pub(super) taken: Vec<bool>,
    /// Those that are spoken of where something was taken.
    pub(super) used: HashSet<String>,
}

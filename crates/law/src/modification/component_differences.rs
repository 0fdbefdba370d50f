//! What a changed component list hints at. A list alone never answers a question of the test.

use proofmark_facts::{ComponentChanges, Differing, MajorChange};
use proofmark_text::{Text, text};

use crate::modification::difference::Difference;

const DEPENDENCIES: &str = "modification.new_external_dependencies";

/// How many packages a sentence names.
const NAMED: usize = 4;

/// Added and removed packages, major versions that moved, and new dependencies of the product itself.
pub(crate) fn component_differences(changes: &ComponentChanges) -> Vec<Difference> {
    let mut found = Vec::new();
    // What the product itself depends on is named once, where it weighs most.
    let below: Vec<String> =
        changes.added.iter().filter(|package| !changes.direct_added.contains(package)).cloned().collect();
    let mut add = |about, packages: &[String], says: fn(usize, String) -> Text, bears_on, asks| {
        if !packages.is_empty() {
            found.push(
                Difference::new(about, says(packages.len(), some_of(packages)), bears_on, asks).indicates(),
            );
        }
    };
    add(
        Differing::DirectDependenciesAdded,
        &changes.direct_added,
        |count, names| text!("modification-differs-direct-added", count = count, names = names),
        &["SUB-02"],
        &[DEPENDENCIES],
    );
    add(
        Differing::ComponentsAdded,
        &below,
        |count, names| text!("modification-differs-components-added", count = count, names = names),
        &["SUB-02"],
        &[DEPENDENCIES],
    );
    add(
        Differing::ComponentsRemoved,
        &changes.removed,
        |count, names| text!("modification-differs-components-removed", count = count, names = names),
        &["SUB-06"],
        &["modification.mitigations_hold"],
    );
    add(
        Differing::MajorVersionsUp,
        &changes.moved(MajorChange::Up),
        |count, names| text!("modification-differs-major-up", count = count, names = names),
        &["SUB-06"],
        &["modification.assumptions_hold"],
    );
    add(
        Differing::MajorVersionsDown,
        &changes.moved(MajorChange::Down),
        |count, names| text!("modification-differs-major-down", count = count, names = names),
        &["SUB-04"],
        &["modification.likelihood_raised"],
    );
    found
}

fn some_of(packages: &[String]) -> String {
    let named: Vec<&str> = packages.iter().take(NAMED).map(String::as_str).collect();
    let more = if packages.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}

//! Proofmark's own dossier: the project is held to the gate it holds others to.

use std::path::Path;

use crate::house::House;

#[test]
fn proofmark_passes_its_own_gate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let house = House::new();
    let assessment = house.assess(&root, &["--format", "json"]).ends(0).json();
    assert_eq!(assessment["product"], "Proofmark");
    assert_eq!(assessment["gate"]["may_be_placed_on_the_market"], true);
    // Every component of the lockfile was looked up: nothing is left unsaid about what we are built from.
    assert_eq!(assessment["unchecked"].as_array().unwrap().len(), 0);
    let files = assessment["files"].as_object().unwrap();
    let missing: Vec<&String> =
        files.iter().filter(|(_, found)| found.is_null()).map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "the dossier names files that are not there: {missing:?}");
    assert_eq!(assessment["release"], env!("CARGO_PKG_VERSION"));
}

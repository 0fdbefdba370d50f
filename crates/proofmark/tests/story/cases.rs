//! Cases for the law: facts in, expected verdict out, through the program as it is built.

use std::path::{Path, PathBuf};

use crate::house::{House, text};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../law/tests/cases")
}

#[test]
fn every_case_of_the_project_comes_out_as_expected() {
    let house = House::new();
    let done = house.run(&["law", "try", text(&cases())]);
    assert_eq!(done.code, Some(0), "{}", done.out);
    assert!(!house.home().exists(), "a case needs no home and leaves nothing behind");
    let reports = house.run(&["law", "try", text(&cases()), "--format", "json"]).ends(0).json();
    house.assert_fits("case-report", &reports);
}

#[test]
fn a_case_that_expects_something_else_is_told_what_was_found() {
    let house = House::new();
    let case = house.path("case.toml");
    let facts = "[case]\nsays = \"a lamp\"\n[case.expect]\nscope = \"in-scope\"\nmissing = [\"scope.nonsense\"]\n\
                 nonsense = true\npresent = [\"/modification\"]\nabsent = [\"/scope/reasons\"]\nat = { \"/scope/outcome\" = \"in-scope\" }\n\
                 [product]\nkind = \"not-electronic\"\n";
    std::fs::write(&case, facts).unwrap();
    let done = house.run(&["law", "try", text(&case)]).ends(1);
    for words in [
        "expected \"in-scope\", found \"out\"",
        "`nonsense`",
        "`missing`",
        "`/scope/outcome`",
        "`/modification`: expected \"present\"",
        "`/scope/reasons`",
    ] {
        assert!(done.out.replace("\n    ", " ").contains(words), "{words}: {}", done.out);
    }
    std::fs::write(&case, facts.replace("[product]", "[produkt]")).unwrap();
    let done = house.run(&["law", "try", text(&case)]).ends(1);
    assert!(done.out.contains("produkt"), "{}", done.out);
    house.run(&["law", "try", text(&house.path("nowhere.toml"))]).ends(3);
}

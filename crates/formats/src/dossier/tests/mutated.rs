//! Texts no one would write: whatever is in the file, the reader answers with places inside it.

use proptest::prelude::*;

use super::super::excerpt::excerpt;
use super::super::read::{read_dossier, read_partial_dossier};
use super::super::starter::starter;
use super::{LEAST, least_and};

const SPICES: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\n",
    "\r\n",
    "\t",
    "\\",
    "\\u0000",
    "é",
    "東",
    "\u{202E}",
    "\0",
    "-1",
    "2026-02-30",
    "true",
    "[product]",
    "[[evidence]]",
    "name = ",
    "requirements.I.2 = ",
    "0x",
    "1e9",
    "''",
    "[release.version]",
    "proofmark = 2",
    "\u{FEFF}",
];

fn mutated() -> impl Strategy<Value = String> {
    let change = (0..100_000_usize, 0..12_usize, 0..SPICES.len());
    (any::<bool>(), prop::collection::vec(change, 1..8)).prop_map(|(whole, changes)| {
        let kind = proofmark_facts::ProductKind::Software;
        let mut file = if whole {
            let live = |line: &str| line.strip_prefix('#').unwrap_or(line).to_owned();
            starter("Example GmbH", "Gateway", kind, "1").lines().map(live).collect::<Vec<_>>().join("\n")
        } else {
            least_and("[[evidence]]\nfile = \"a.md\"\nshows = [\"I.2.a\"]\n[requirements.\"I.2.a\"]\napplies = true\n")
        };
        for (at, length, spice) in changes {
            let start = file.floor_char_boundary(at % (file.len() + 1));
            let end = file.ceil_char_boundary((start + length).min(file.len()));
            file.replace_range(start..end, SPICES[spice]);
        }
        file
    })
}

fn every_place_is_inside(file: &str) {
    let partial = read_partial_dossier(file.as_bytes());
    assert!(partial.problems.len() <= 200);
    for problem in &partial.problems {
        let bytes = problem.place.bytes.clone().expect("a problem of a text has bytes");
        assert!(file.get(bytes.clone()).is_some(), "{bytes:?} is not within the text");
        assert!(problem.place.line_and_column.is_some());
        assert!(!problem.says.to_string().starts_with("dossier-"), "{problem:?}");
        let _ = excerpt(file, &bytes, 60).to_string();
    }
    if let Some(read) = partial.read {
        for path in
            ["product.kind", "requirements[0].applies", "evidence[0].shows[0]", "release.nothing[7].here"]
        {
            let resolved = read.places.resolve(path);
            assert!(resolved.is_none_or(|bytes| file.get(bytes).is_some()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_mutated_dossier_is_answered_with_places_inside_it(file in mutated()) {
        every_place_is_inside(&file);
    }

    #[test]
    fn any_text_is_answered(file in "[\\[\\]a-c=\"'.,\n 0-9-]{0,60}") {
        every_place_is_inside(&file);
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for problem in read_dossier(&bytes).problems {
            let place = problem.place.bytes.unwrap_or(0..0);
            prop_assert!(place.end <= bytes.len());
        }
    }
}

#[test]
fn a_byte_that_is_no_text_is_named_by_its_offset() {
    let mut bytes = LEAST.as_bytes().to_vec();
    bytes[20] = 0xFF;
    let read = read_dossier(&bytes);
    assert_eq!(read.problems.len(), 1);
    assert_eq!(read.problems[0].place.bytes, Some(20..21));
    assert_eq!(read.problems[0].place.line_and_column, Some((2, 7)));
}

#[test]
fn a_file_too_large_is_not_looked_at() {
    let read = read_dossier(&vec![b'#'; 1024 * 1024 + 1]);
    assert_eq!(read.problems[0].says.id(), "dossier-file-too-large");
}

#[test]
fn too_many_entries_are_one_problem() {
    let file = least_and(&format!("[instructions]\nlanguages = [{}]\n", "\"de\",".repeat(10_001)));
    let problems = read_dossier(file.as_bytes()).problems;
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].says.id(), "dossier-too-many-entries");
}

#[test]
fn a_thousand_problems_end_with_the_two_hundredth() {
    let file = least_and(&format!("[instructions]\nlanguages = [{}]\n", "1,".repeat(1000)));
    let problems = read_dossier(file.as_bytes()).problems;
    assert_eq!(problems.len(), 200);
    assert_eq!(problems[199].says.id(), "dossier-more-problems");
    assert_eq!(problems[199].weight, proofmark_facts::Weight::Error);
}

#[test]
fn a_text_may_have_64_kib_and_no_more() {
    let with =
        |length: usize| least_and(&format!("[support_period]\nrationale = \"{}\"\n", "x".repeat(length)));
    assert_eq!(read_dossier(with(64 * 1024).as_bytes()).problems, []);
    let problems = read_dossier(with(64 * 1024 + 1).as_bytes()).problems;
    assert_eq!(problems[0].says.id(), "dossier-text-too-long");
}

#[test]
fn what_is_nested_too_deeply_is_one_problem() {
    let file = least_and(&format!("x = {}1{}\n", "[".repeat(5000), "]".repeat(5000)));
    let ids: Vec<_> =
        read_dossier(file.as_bytes()).problems.iter().map(|problem| problem.says.id()).collect();
    assert_eq!(ids, ["dossier-too-deep"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let file = format!("\u{FEFF}{}", LEAST.replace('\n', "\r\n"));
    assert_eq!(read_dossier(file.as_bytes()).problems, []);
}

#[test]
fn what_looks_like_a_header_hides_no_nesting() {
    for begin in ["[a] b = ", "[a = ", "a.", "a = 1 ", "[a{", "[[a]] ", "a = [] ", "\"a\" = ", "[", "= "] {
        for brackets in
            ["[", "{", "[{", "{a=[", "[\n", "{a=\n", "{]a=[}", "a={\n[b]\n", "a=[\n{b]\n", "[a\n{b=["]
        {
            every_place_is_inside(&format!("{begin}{}", brackets.repeat(20_000)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_repetition_overflows_the_stack(unit in "[\\[\\]{}=,\na\"'#. ]{1,10}") {
        every_place_is_inside(&unit.repeat(10_000));
    }
}

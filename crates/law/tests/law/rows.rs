//! Every row of the reference lives somewhere or says why not, and is used as well verified as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proofmark_law::rows;

fn room() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sources(below: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_row_has_a_name_of_its_own_a_citation_and_a_verification() {
    let names: BTreeSet<&str> = rows().iter().map(|row| row.id.as_str()).collect();
    assert_eq!(names.len(), rows().len());
    for row in rows() {
        assert!(!row.cites.is_empty() && !row.verified.is_empty(), "{row:?}");
    }
}

#[test]
fn every_row_of_the_first_ten_sections_is_implemented_or_says_why_not() {
    let mut faults = Vec::new();
    for row in rows() {
        let section: u32 = row.section.split('.').next().unwrap().parse().unwrap();
        if row.lives_in.is_empty() && row.because.is_empty() && section <= 10 {
            faults.push(format!("{} ({}) lives nowhere and does not say why", row.id, row.section));
        }
        if !row.lives_in.is_empty() && !row.because.is_empty() {
            faults.push(format!("{} lives somewhere and says why it does not", row.id));
        }
        for file in &row.lives_in {
            let inside = room().join("src").join(file);
            let path = if inside.exists() { inside } else { room().join("..").join(file) };
            let names_it = fs::read_to_string(&path).is_ok_and(|text| text.contains(&row.id));
            if !names_it {
                faults.push(format!("{} is not named in {file}", row.id));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// A rule says how well it was verified where it is written; that must be what the register of rows says.
#[test]
fn every_rule_is_as_well_verified_as_its_row() {
    let known: BTreeMap<&str, String> = rows()
        .iter()
        .map(|row| {
            let codes = serde_json::to_value(&row.verified).unwrap();
            let codes: Vec<String> = codes
                .as_array()
                .unwrap()
                .iter()
                .map(|code| code.as_str().unwrap().replace('-', "_"))
                .collect();
            (row.id.as_str(), codes.join(", "))
        })
        .collect();
    let mut all = Vec::new();
    sources(&room().join("src"), &mut all);
    let mut faults = Vec::new();
    let mut compared = 0;
    for (path, text) in &all {
        for (at, start) in text.match_indices("Source::new(\"") {
            let rest = &text[at + start.len()..];
            let (row, rest) = rest.split_once('"').unwrap();
            let Some(codes) = rest.strip_prefix(", &[").and_then(|rest| rest.split_once(']')) else {
                continue;
            };
            if row == "X" {
                continue;
            }
            compared += 1;
            let codes: BTreeSet<&str> = codes.0.split(", ").collect();
            match known.get(row) {
                None => faults.push(format!("{}: no row is called `{row}`", path.display())),
                Some(expected) if codes != expected.split(", ").collect() => {
                    faults.push(format!("{}: {row} is verified {expected}, not {codes:?}", path.display()));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(compared > 60, "only {compared} rules were found");
}

/// The reference itself is no part of the project: where it lies beside it, no row of it may be missing here.
#[test]
fn no_row_of_the_reference_is_missing() {
    let reference = room().join("../../../shared/reference/law.md");
    let Ok(text) = fs::read_to_string(&reference) else {
        println!("skipped: the reference does not lie beside the project");
        return;
    };
    let known: BTreeSet<&str> = rows().iter().map(|row| row.id.as_str()).collect();
    let mut section = 0;
    let mut missing: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.split('.').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        }
        let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('*')).collect();
        let ids = cells.iter().take(3).copied().filter(|cell| is_row(cell));
        if (1..=10).contains(&section) && line.starts_with('|') {
            missing.extend(ids.filter(|id| !known.contains(id)).map(str::to_owned));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// `SCP-04`, `MAN-13-08c`, `f01`.
fn is_row(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split('-').collect();
    let head = parts[0].starts_with(|one: char| one.is_ascii_uppercase())
        && parts[0].bytes().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit());
    let tail = parts[1..].iter().all(|part| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|one| one.is_ascii_alphanumeric())
    });
    parts.len() > 1 && head && tail && !cell.contains(' ')
}

/// What no verdict on a product can show: duties of authorities and notified bodies, and facts of the platform.
const WITHOUT_A_CASE: &[&str] = &[
    "MSU-01", "MSU-10", "MSU-14", "MSU-15", "MSU-16", "MSU-17", "RET-09", "SRP-02", "SRP-03", "SRP-04",
    "SRP-05", "SRP-06", "SRP-07", "SRP-12", "SRP-13",
];

fn cases(below: &Path, shown: &mut BTreeSet<String>) {
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            cases(&path, shown);
            continue;
        }
        let case: toml::Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let rows = case["case"].get("rows").and_then(toml::Value::as_array).into_iter().flatten();
        shown.extend(rows.map(|row| row.as_str().unwrap().to_owned()));
    }
}

#[test]
fn every_row_is_shown_by_a_case() {
    let mut shown = BTreeSet::new();
    cases(&room().join("tests/cases"), &mut shown);
    let known: BTreeSet<&str> = rows().iter().map(|row| row.id.as_str()).collect();
    let unknown: Vec<&String> = shown.iter().filter(|row| !known.contains(row.as_str())).collect();
    assert_eq!(unknown, Vec::<&String>::new(), "cases name rows that do not exist");
    let section = |row: &str| row.split('.').next().unwrap().parse::<u32>().unwrap();
    let without: Vec<&str> = rows()
        .iter()
        .filter(|row| matches!(section(&row.section), 1..=10 | 13) && !shown.contains(&row.id))
        .map(|row| row.id.as_str())
        .collect();
    let mut expected = WITHOUT_A_CASE.to_vec();
    expected.sort_unstable();
    let mut found = without.clone();
    found.sort_unstable();
    assert_eq!(found, expected);
}

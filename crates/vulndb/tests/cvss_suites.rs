//! Every base score of the published vectors of CVSS, with counts.
//!
//! Files of the folder `cvss` of the suites: `vectors_*` as RedHatProductSecurity/cvss has them (`VECTOR - (BASE, …)`) and
//! `reference-scores` as FIRSTdotorg/cvss-resources has them (`{'vector': …, 'score': …}`). A score over threat or environment is of another day or
//! place than a base score; such lines are counted and left out.

mod reading;

use std::fs;

use proofmark_vulndb::cvss_base_score;
use reading::test_suites;

#[test]
fn every_base_score_of_the_suites_is_ours() {
    let Some(folder) = test_suites().map(|suites| suites.join("cvss")) else { return };
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: the suites have no folder `cvss`");
        return;
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut all = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let (mut held, mut beyond, mut broken) = (0, 0, Vec::new());
        for (vector, expected) in text.lines().filter_map(case) {
            match (is_of_base(vector, &name), cvss_base_score(vector)) {
                (false, _) => beyond += 1,
                (true, Some(score)) if (score - expected.abs()).abs() < 0.01 => held += 1,
                (true, found) => broken.push(format!("{vector}: {found:?}, not {expected}")),
            }
        }
        println!(
            "cvss {name}: {held} of {} base scores hold; {beyond} over threat or environment",
            held + broken.len()
        );
        assert!(broken.is_empty(), "{name}: {} differ: {:#?}", broken.len(), &broken[..broken.len().min(20)]);
        all += held;
    }
    assert!(all > 1_000, "only {all} scores were found");
}

/// The vector of a line, and its (base) score.
fn case(line: &str) -> Option<(&str, f64)> {
    if let Some(rest) = line.trim().strip_prefix("{'vector': '") {
        let (vector, rest) = rest.split_once("', 'score': ")?;
        return Some((vector, rest.split([',', '}']).next()?.trim().parse().ok()?));
    }
    let (vector, scores) = line.split_once(" - ")?;
    let first = scores.trim_start_matches('(').split([',', ')']).next()?;
    Some((vector.trim(), first.trim().parse().ok()?))
}

/// Whether the score beside the vector is that of its base metrics: tuples give it first, a score alone is one over all
/// metrics there are.
fn is_of_base(vector: &str, file: &str) -> bool {
    if !vector.starts_with("CVSS:4.0/") {
        return !file.contains("reference");
    }
    let changes = |metric: &str| {
        let Some((name, value)) = metric.split_once(':') else { return false };
        match name {
            // Not defined counts as the worst (CVSS 4.0, section 3 and 4).
            "E" => !matches!(value, "X" | "A"),
            "CR" | "IR" | "AR" => !matches!(value, "X" | "H"),
            name if name.starts_with('M') => value != "X",
            _ => false,
        }
    };
    !vector.split('/').any(changes)
}

//! The reader from outside: every fault in its own fixture, whole dossiers, and texts no one would write.

mod faults;
mod modification;
mod mutated;
mod register;
mod whole;

use proofmark_facts::{Problem, Weight};

use super::excerpt::excerpt;
use super::read::read_dossier;

/// The least a dossier must say.
const LEAST: &str = "proofmark = 1\n[operator]\nname = \"Example GmbH\"\n\
                     [product]\nname = \"Example Gateway\"\nkind = \"software\"\n[release]\nversion = \"1.4.0\"\n";

/// The least, and this behind it.
fn least_and(more: &str) -> String {
    format!("{LEAST}{more}")
}

/// What a person is shown for this file.
fn report(source: &str) -> String {
    let problems = read_dossier(source.as_bytes()).problems;
    problems.iter().map(|problem| show(source, problem)).collect::<Vec<_>>().join("\n")
}

fn show(source: &str, problem: &Problem) -> String {
    let weight = if problem.weight == Weight::Error { "error" } else { "warning" };
    let bytes = problem.place.bytes.clone().unwrap_or(0..0);
    let path = problem.place.path.as_deref().unwrap_or("-");
    let (line, column) = problem.place.line_and_column.unwrap_or_default();
    let hint = problem.says.hint().expect("every problem of a dossier says what to do about it");
    format!(
        "{weight} at {line}:{column} ({path}): {}\n{}\n= {hint}",
        problem.says,
        excerpt(source, &bytes, 80)
    )
}

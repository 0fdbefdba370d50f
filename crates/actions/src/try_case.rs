//! Tries a case: lays its facts against the law and its expectations against the verdict. Nothing is kept.

use jiff::civil::Date;
use proofmark_facts::Problem;
use proofmark_formats::{LawCase, read_law_case};
use proofmark_law::{Case, Kept, StateOfTheLaw, assess, assess_at, contradictions, readiness};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::expectation::{Mismatch, Tried, compare};

/// How one case came out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseReport {
    /// The case's file, as it was named.
    pub file: String,
    /// What the case shows.
    pub says: String,
    /// The rows of the reference it shows.
    pub rows: Vec<String>,
    /// Whether every expectation held.
    pub held: bool,
    /// The expectations that did not hold.
    pub mismatches: Vec<Mismatch>,
    /// What was wrong with the case itself; nothing was tried then.
    pub problems: Vec<Problem>,
}

/// Tries one case file.
pub fn try_case(file: &str, source: &[u8]) -> CaseReport {
    let read = read_law_case(source);
    let Some(case) = read.value else { return unreadable(file, read.problems) };
    let state = match StateOfTheLaw::supposing(&case.state) {
        Ok(state) => state,
        Err(error) => {
            let mismatch =
                Mismatch { at: "case.state".into(), expected: Value::Null, found: json!(error.to_string()) };
            return report(file, &case, vec![mismatch]);
        }
    };
    let tried = lay(&case, &state, case.on.unwrap_or(state.as_of));
    report(file, &case, compare(&case.expect, &tried))
}

fn lay(case: &LawCase, state: &StateOfTheLaw, day: Date) -> Tried {
    let dossier = &case.dossier;
    let verdict = match case.at {
        Some(instant) => assess_at(dossier, state, day, instant),
        None => assess(dossier, state, day),
    };
    let kept = Kept::default();
    let standings = readiness(&Case { dossier, verdict: &verdict, state, kept: &kept, day });
    let written = "a verdict becomes JSON";
    Tried {
        verdict: serde_json::to_value(&verdict).expect(written),
        obligations: serde_json::to_value(&standings).expect(written),
        contradictions: serde_json::to_value(contradictions(dossier, state)).expect(written),
    }
}

fn report(file: &str, case: &LawCase, mismatches: Vec<Mismatch>) -> CaseReport {
    CaseReport {
        file: file.to_owned(),
        says: case.says.clone(),
        rows: case.rows.clone(),
        held: mismatches.is_empty(),
        mismatches,
        problems: Vec::new(),
    }
}

fn unreadable(file: &str, problems: Vec<Problem>) -> CaseReport {
    CaseReport {
        file: file.to_owned(),
        says: String::new(),
        rows: Vec::new(),
        held: false,
        mismatches: Vec::new(),
        problems,
    }
}

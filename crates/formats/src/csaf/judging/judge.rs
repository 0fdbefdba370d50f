//! Judges a document.

use proofmark_facts::{Place, Problem, Read, Weight};
use proofmark_text::text;

use super::answer::{CsafJudgement, CsafOutcome, CsafTestAnswer, CsafTier};
use super::findings::Findings;
use super::judged::Judged;
use super::register::{TESTS, Test};
use super::schema::{MOST_FAULTS, csaf_faults};
use super::written::Written;
use crate::excerpt::excerpt;
use crate::json::read_document;

/// The longest document that is judged, in bytes: it is held in memory as a tree.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// How deep it may be; the standard lets branches nest without bound.
const MOST_DEPTH: usize = 100;

/// Holds a document of CSAF 2.0 against the official schema and against every mandatory and optional test. Of each so many places are
/// told.
///
/// What is no JSON, is too large, holds a member twice or is of another version of CSAF is refused: no test ran on it. Time grows with
/// the document.
pub fn judge_csaf(bytes: &[u8], most: usize) -> Read<CsafJudgement> {
    let mut written = Written::default();
    if let Err(problem) = read_document(bytes, MOST_BYTES, MOST_DEPTH, "CSAF", &mut written) {
        return Read::refused(*problem);
    }
    let judged = Judged::new(&written.value, &written.unsorted);
    match judged.document["csaf_version"].as_str() {
        Some("2.0") => {}
        Some(other) => return refused(text!("csaf-judged-other-version", version = excerpt(other))),
        None => return refused(text!("csaf-judged-no-csaf")),
    }
    let Some(mut schema) = csaf_faults(judged.root) else { return refused(text!("csaf-judged-no-schema")) };
    let tests: Vec<CsafTestAnswer> = TESTS.iter().map(|test| answer(test, &judged, &schema, most)).collect();
    let schema_count = schema.len();
    schema.truncate(most);
    let stands = |test: &CsafTestAnswer| {
        test.tier == CsafTier::Optional
            || matches!(test.outcome, CsafOutcome::Passed | CsafOutcome::NotApplicable)
    };
    Read::clean(CsafJudgement {
        document: judged.tracking["id"].as_str().map(excerpt),
        is_valid: schema_count == 0 && tests.iter().all(stands),
        schema,
        schema_count,
        tests,
    })
}

fn refused(says: proofmark_text::Text) -> Read<CsafJudgement> {
    Read::refused(Problem::error(Place::at("/document/csaf_version"), says))
}

fn answer(test: &Test, judged: &Judged<'_>, schema: &[Problem], most: usize) -> CsafTestAnswer {
    let weight = match test.tier {
        CsafTier::Mandatory => Weight::Error,
        CsafTier::Optional => Weight::Warning,
    };
    let mut found = Findings::new(most, weight);
    let is_asked = test.is_asked_of(judged.category());
    if is_asked {
        (test.run)(judged, &mut found);
        if let Some(fault) = schema.iter().find(|fault| stands_in_the_way(fault, test, schema.len())) {
            let place = fault.place.path.as_deref().unwrap_or_default();
            found.cannot_tell(text!(
                "csaf-judged-breaks-schema",
                place = if place.is_empty() { "/" } else { place }
            ));
        }
    }
    let outcome = match (is_asked, found.count, &found.undecided) {
        (false, ..) => CsafOutcome::NotApplicable,
        (true, 0, None) => CsafOutcome::Passed,
        (true, 0, Some(_)) => CsafOutcome::Undecided,
        (true, ..) => CsafOutcome::Failed,
    };
    CsafTestAnswer {
        id: test.id,
        name: test.name,
        tier: test.tier,
        outcome,
        findings: found.kept,
        count: found.count,
        because: found.undecided.filter(|_| outcome == CsafOutcome::Undecided),
    }
}

/// Whether a fault against the schema is at, above or below what a test looks at, so that it may have overlooked something. Where the
/// faults were not all counted, any may be.
fn stands_in_the_way(fault: &Problem, test: &Test, faults: usize) -> bool {
    let place = fault.place.path.as_deref().unwrap_or_default();
    let is_below = |one: &str, other: &str| {
        one.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    faults >= MOST_FAULTS || test.looks_at.iter().any(|at| is_below(place, at) || is_below(at, place))
}

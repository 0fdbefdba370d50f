//! Judges a document of CSAF. No dossier is asked for, and nothing is kept.

use proofmark_facts::{Problem, Sha256};
use proofmark_formats::{CsafJudgement, judge_csaf};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;

/// What is said of a document of CSAF 2.0, as it is written in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CsafCheckReport {
    /// The document's name.
    pub file: String,
    /// The digest of its bytes.
    pub sha256: Sha256,
    /// What became of each test.
    #[serde(flatten)]
    pub judgement: CsafJudgement,
}

/// Holds a document against the official schema and against every mandatory and optional test of the standard; of each so many places
/// at most are told. An error says why no test could be run.
pub fn judge_advisory(name: &str, bytes: &[u8], places: usize) -> Result<CsafCheckReport, ActionError> {
    let read = judge_csaf(bytes, places).in_file(name);
    let Some(mut judgement) = read.value else { return Err(ActionError::Refused(read.problems)) };
    let in_tests = judgement.tests.iter_mut().flat_map(|test| &mut test.findings);
    let told: Vec<&mut Problem> = judgement.schema.iter_mut().chain(in_tests).collect();
    for problem in told {
        problem.place.file = Some(name.to_owned());
    }
    Ok(CsafCheckReport { file: name.to_owned(), sha256: Sha256::of(bytes), judgement })
}

//! Judges how good a component list is. No dossier is asked for, and nothing is kept.

use proofmark_facts::{Problem, Sha256};
use proofmark_formats::{Limits, SchemaVerdict, held_against_schema, read_sbom};
use proofmark_law::{SbomJudgement, judge_sbom};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;

/// How good a component list is, as it is written in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SbomCheckReport {
    /// The list's name.
    pub file: String,
    /// The digest of its bytes.
    pub sha256: Sha256,
    /// What the guidelines say of it.
    #[serde(flatten)]
    pub judgement: SbomJudgement,
    /// What the official schema of its version says; `None`: there is none here for such a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<SchemaAnswer>,
    /// What was noticed while it was read.
    pub notices: Vec<Problem>,
}

/// What the official schema says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SchemaAnswer {
    /// Which schema it is: `CycloneDX 1.6`.
    pub schema: String,
    /// Where the document breaks it.
    pub faults: Vec<Problem>,
    /// Whether there are more than those.
    pub more: bool,
}

/// How many faults against its schema are told of a document.
const MOST_FAULTS: usize = 20;

/// Reads a list of any format that is read and holds it against every guideline; of each check so many places at most are told. An
/// error names everything that keeps the list from being read.
pub fn judge_list(name: &str, bytes: &[u8], examples: usize) -> Result<SbomCheckReport, ActionError> {
    let read = read_sbom(name, bytes, &Limits::default().whole()).in_file(name);
    let Some(sbom) = read.value else { return Err(ActionError::Refused(read.problems)) };
    Ok(SbomCheckReport {
        file: name.to_owned(),
        sha256: Sha256::of(bytes),
        judgement: judge_sbom(&sbom, examples),
        schema: held_against_schema(bytes, examples.max(MOST_FAULTS)).map(|verdict| answer(name, verdict)),
        notices: read.problems,
    })
}

fn answer(name: &str, SchemaVerdict { schema, mut faults, more }: SchemaVerdict) -> SchemaAnswer {
    for fault in &mut faults {
        fault.place.file = Some(name.to_owned());
    }
    SchemaAnswer { schema, faults, more }
}

//! The one call of a pipeline: files in, verdict and evidence out.

use proofmark_facts::{GateAnswer, Sha256, VulnerabilityDecision};
use proofmark_law::Gate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{SubmitAsked, in_words, submit};
use crate::exhibit::{Exhibit, Printed};
use crate::link;
use crate::refusal::Refusal;

/// The verdict on what was handed in.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SubmissionAnswer {
    /// The product's id.
    product: String,
    /// The release's version.
    release: String,
    /// The release gate's answer in a word.
    gate: GateAnswer,
    /// The answer with everything that stands in the way.
    because: Gate,
    /// How many findings there are.
    findings: usize,
    /// The digest of the assessment: by it the evidence is found again.
    evidence: Sha256,
    /// Statements that would dismiss a finding: they do not count before a second person approved them.
    to_approve: Vec<VulnerabilityDecision>,
    /// The verdict as the command line prints it, where a width is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<Printed>,
}

/// Keeps what was handed in, assesses it, and gives the verdict.
pub(crate) fn submit_files(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SubmitAsked = call.query()?;
    let done = submit(call, &asked)?;
    let assessment = done.assessed.assessment;
    let exhibit = Exhibit::Assessment(&assessment, asked.all.unwrap_or_default());
    let printed = asked.columns.map(|columns| in_words(call, &exhibit, assessment.notices.clone(), columns));
    let gate = match (assessment.gate_is_asked, assessment.gate.may_be_placed_on_the_market) {
        (false, _) => GateAnswer::NotAsked,
        (true, true) => GateAnswer::Open,
        (true, false) => GateAnswer::Closed,
    };
    let operator = call.operator();
    let evidence = done.evidence.to_string();
    let place =
        link::path(&["api", "v1", "operators", operator, "products", &done.product, "documents", &evidence]);
    let answer = SubmissionAnswer {
        product: done.product,
        release: assessment.release,
        gate,
        because: assessment.gate,
        findings: assessment.findings.len(),
        evidence: done.evidence,
        to_approve: done.to_approve,
        printed,
    };
    Ok(Answer { location: Some(place), ..Answer::json(&answer).status(201) })
}

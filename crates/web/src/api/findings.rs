//! Findings and components, listed and searched.

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{components, findings};
use crate::refusal::Refusal;

/// A page of findings.
pub(crate) fn list_findings(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&findings(call, &asked)?))
}

/// A page of components.
pub(crate) fn list_components(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&components(call, &asked)?))
}

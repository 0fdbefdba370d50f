//! What needs somebody today, cases, and the search.

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{case, cases, overview, search};
use crate::refusal::Refusal;

/// What all products add up to, and what needs somebody.
pub(crate) fn show_portfolio(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&overview(call)?))
}

/// A page of cases.
pub(crate) fn list_cases(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&cases(call, &asked)?))
}

/// A case.
pub(crate) fn show_case(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&case(call)?))
}

/// Whatever fits what was typed.
pub(crate) fn find(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = call.query()?;
    Ok(Answer::json(&search(call, &asked)?))
}

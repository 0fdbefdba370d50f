//! Results as the command line prints them: the door writes them, here they are put into an answer.

use proofmark_facts::Problem;
use proofmark_text::text;
use serde_json::value::RawValue;

use crate::call::Call;
use crate::exhibit::{Exhibit, Printed};
use crate::refusal::Refusal;

/// The result as JSON and, where a width is asked for, in words.
pub(crate) fn printed(
    call: &Call<'_>,
    exhibit: &Exhibit<'_>,
    notices: Vec<Problem>,
    columns: Option<u16>,
) -> Result<Printed, Refusal> {
    let json = call.house.in_json(exhibit).trim_end().to_owned();
    let result = RawValue::from_string(json).map_err(|_| Refusal::new(500, text!("web-fault")))?;
    let printed = columns.map(|columns| in_words(call, exhibit, notices.clone(), columns));
    let without = Printed { answer: exhibit.answer(), notices, text: None, result: None };
    Ok(Printed { result: Some(result), ..printed.unwrap_or(without) })
}

/// The result in words alone: as data it is kept, and found again by its digest.
pub(crate) fn in_words(
    call: &Call<'_>,
    exhibit: &Exhibit<'_>,
    notices: Vec<Problem>,
    columns: u16,
) -> Printed {
    let text = Some(call.house.in_words(exhibit, columns));
    Printed { answer: exhibit.answer(), notices, text, result: None }
}

//! The API's own description.

use crate::answer::{Answer, Content, Keep};
use crate::call::Call;
use crate::refusal::Refusal;

/// The `OpenAPI` document.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
pub(crate) fn openapi(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let bytes = call.description.as_bytes().to_vec();
    Ok(Answer::of(Content::Json(bytes)).keep(Keep::Shortly))
}

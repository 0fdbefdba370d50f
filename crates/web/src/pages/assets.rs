//! The window's own files.

use proofmark_text::text;

use crate::answer::{Answer, Content, Keep};
use crate::asset;
use crate::call::Call;
use crate::refusal::Refusal;

/// The file at this address.
pub(crate) fn asset(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let found = asset::at(call.name("name")).ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))?;
    let content = Content::Bytes { media: found.media, bytes: found.bytes.to_vec(), name: None };
    Ok(Answer::of(content).keep(Keep::Forever))
}

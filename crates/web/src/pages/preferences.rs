//! How a reader likes to read: kept in their browser, not with us.

use proofmark_text::Language;

use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::link::own_path;
use crate::refusal::Refusal;
use crate::visitor::Theme;

/// A year.
const KEPT_SECONDS: u64 = 365 * 24 * 3600;

/// Remembers language and light, and leads back.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
pub(crate) fn preferences(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let mut answer = Answer::see(own_path(call.field("back")));
    let cookie =
        |name, value: &str| SetCookie { name, value: value.to_owned(), for_seconds: Some(KEPT_SECONDS) };
    if let Some(language) = Language::of_tag(call.field("language")) {
        answer = answer.cookie(cookie(CookieName::Language, language.tag()));
    }
    if let Some(theme) = Theme::of_word(call.field("theme")) {
        answer = answer.cookie(cookie(CookieName::Theme, theme.word()));
    }
    Ok(answer)
}

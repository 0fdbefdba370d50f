//! Signing in.

use maud::{Markup, html};
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::link::own_path;
use crate::look::{Field, Reader, Tone, field, hidden, narrow_page, notice};
use crate::refusal::Refusal;

/// The page with the form.
pub(crate) fn sign_in_page(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let reader = reader_of(call);
    let next = own_path(call.asked.query.get("next").unwrap_or_default());
    Ok(Answer::page(sign_in(&reader, "", next, None)))
}

/// The form: who, and their password; where to go on to, and what was wrong the last time.
pub(super) fn sign_in(reader: &Reader, name: &str, next: &str, wrong: Option<&Text>) -> Markup {
    let title = reader.say(&text!("web-sign-in"));
    let body = html! {
        h1 { (title) }
        @if let Some(wrong) = wrong { (notice(reader, Tone::Bad, wrong)) }
        form method="post" action="/sign-in" {
            (hidden(reader))
            input type="hidden" name="next" value=(next);
            (field(reader, &Field::text("name", text!("web-sign-in-name")).value(name).autocomplete("username webauthn")))
            (field(reader, &Field::password("password", text!("web-sign-in-password"), "current-password")))
            button type="submit" .primary { (title) }
        }
        p .hint { (reader.say(&text!("web-sign-in-lost"))) }
    };
    narrow_page(reader, &title, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};

    #[test]
    fn the_page_is_sound_with_and_without_a_refusal() {
        for mut reader in readers() {
            reader.form_token = None;
            assert_sound(&sign_in(&reader, "", "/", None));
            let wrong = text!("web-stale-form");
            assert_sound(&sign_in(&reader, "<b>\"x", "/o/a?b=\"", Some(&wrong)));
        }
    }
}

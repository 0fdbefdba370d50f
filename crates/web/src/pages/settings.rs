//! Settings: how this installation behaves, as far as it can be seen from here.

use maud::{Markup, html};
use proofmark_law::StateName;
use proofmark_text::text;

use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::look::{Place, Reader, Shown, page};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn settings(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let state = call.house.state_in_use(&*call.store)?.state.name();
    let reader = reader_of(call);
    Ok(Answer::page(shown(&reader, call.house.program(), &state, &call.asked.origin)))
}

fn shown(reader: &Reader, program: &str, state: &StateName, origin: &str) -> Markup {
    let title = reader.say(&text!("web-place-settings"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head { h1 { (title) } }
        section .panel aria-labelledby="installation" {
            header { h2 #installation { (reader.say(&text!("web-installation"))) } }
            dl .pairs {
                dt { (reader.say(&text!("web-program"))) } dd { (program) }
                dt { (reader.say(&text!("web-state-of-the-law"))) } dd { (state.as_of) }
                dt { (reader.say(&text!("web-operator"))) } dd { (desk.name) " " code { (desk.id) } }
                dt { (reader.say(&text!("web-api"))) }
                dd {
                    a href="/api/v1/openapi.json" { code { (origin) "/api/v1" } }
                    span .below .hint { (reader.hint(&text!("web-api"))) }
                }
            }
        }
        section .panel aria-labelledby="ci" {
            header { h2 #ci { (reader.say(&text!("web-ci"))) } }
            p .hint { (reader.hint(&text!("web-ci"))) }
            pre {
                "curl --fail-with-body -H \"Authorization: Bearer $PROOFMARK_TOKEN\" \\\n"
                "  -F release=\"$VERSION\" -F sbom=@sbom.cdx.json \\\n"
                "  " (origin) "/api/v1/operators/" (desk.id) "/products/$PRODUCT/submissions"
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Settings), searched: "" }, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proofmark_actions::built_in;

    use crate::look::{assert_sound, readers};

    #[test]
    fn the_page_is_sound() {
        for reader in readers() {
            assert_sound(&shown(&reader, "proofmark 1", &built_in().state.name(), "http://127.0.0.1"));
        }
    }
}

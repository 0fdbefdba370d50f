//! Settings: how this installation behaves, as far as it can be seen from here.

use maud::{Markup, html};
use proofmark_law::StateName;
use proofmark_text::text;

use super::settings_frame::{Frame, Part, frame, settings_page};
use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refusal;

/// The page.
pub(crate) fn settings(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let state = call.house.state_in_use(&*call.store)?.state.name();
    Ok(Answer::page(shown(&frame(call)?, call.house.program(), &state, &call.asked.origin)))
}

fn shown(frame: &Frame, program: &str, state: &StateName, origin: &str) -> Markup {
    let Frame { reader, desk, .. } = frame;
    let body = html! {
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
    settings_page(frame, Part::General, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proofmark_actions::built_in;

    use crate::look::assert_sound;
    use crate::pages::settings_frame::samples::frames;

    #[test]
    fn the_page_is_sound() {
        for frame in frames() {
            assert_sound(&shown(&frame, "proofmark 1", &built_in().state.name(), "http://127.0.0.1"));
        }
    }
}

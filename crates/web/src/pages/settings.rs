//! Settings: how this installation behaves, as far as it can be seen from here.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_law::StateName;
use proofmark_text::text;

use super::settings_frame::{Frame, Part, frame, settings_page};
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::refusal::Refusal;

/// The page.
pub(crate) fn settings(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let state = call.house.state_in_use(&*call.store)?.state.name();
    let actor = call.actor();
    let sees_people = |operator: &str| may(&actor, Right::SeePeople, operator, None).is_ok();
    let ways = Ways {
        workloads: sees_people(call.operator()),
        providers: sees_people(""),
        operators: may(&actor, Right::ManageOperators, "", None).is_ok(),
    };
    let frame = frame(call)?;
    Ok(Answer::page(shown(&frame, call.house.program(), &state, &call.asked.origin, ways)))
}

/// Which of the pages about coming in, and about who is here, the reader may see.
#[derive(Clone, Copy)]
struct Ways {
    workloads: bool,
    providers: bool,
    operators: bool,
}

fn shown(frame: &Frame, program: &str, state: &StateName, origin: &str, ways: Ways) -> Markup {
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
        @if ways.workloads || ways.providers {
            section .panel aria-labelledby="coming-in" {
                header { h2 #coming-in { (reader.say(&text!("identity-coming-in"))) } }
                p .hint { (reader.hint(&text!("identity-coming-in"))) }
                ul .plain-list {
                    @if ways.workloads {
                        li { a href=(link::path(&["o", &desk.id, "workloads"])) { (reader.say(&text!("identity-workloads"))) } }
                    }
                    @if ways.providers {
                        li { a href="/installation/identity-providers" { (reader.say(&text!("identity-providers"))) } }
                    }
                }
            }
        }
        @if ways.operators {
            section .panel aria-labelledby="operators" {
                header { h2 #operators { (reader.say(&text!("desk-operators"))) } }
                p .hint { (reader.hint(&text!("desk-operators"))) }
                p { a href="/installation/operators" { (reader.say(&text!("desk-operators"))) } }
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
            let ways = Ways { workloads: true, providers: true, operators: true };
            let state = built_in().state.name();
            assert_sound(&shown(&frame, "proofmark 1", &state, "http://127.0.0.1", ways));
        }
    }
}

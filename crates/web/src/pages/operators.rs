//! The operators of the installation: who is here, and one more added with its first administrator.

use maud::{Markup, html};
use proofmark_access::OperatorRecord;
use proofmark_actions::people::{Errand, add_operator as add_now, operators as operators_of};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::{Field, Icon, Reader, Shown, empty, field, hidden, page};
use crate::refusal::Refusal;

/// Where the page is.
const PATH: &str = "/installation/operators";

/// The page.
pub(crate) fn operators(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let all = operators_of(&*call.store, &call.errand(&actor))?;
    Ok(Answer::page(shown(&reader_of(call), &all)))
}

fn shown(reader: &Reader, all: &[OperatorRecord]) -> Markup {
    let title = reader.say(&text!("desk-operators"));
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("desk-operators"))) } }
        section .panel aria-labelledby="operators" {
            header { h2 #operators { (reader.say(&text!("desk-operators"))) } }
            @if all.is_empty() { (empty(reader, Icon::Settings, &text!("desk-operators-none"), &html! {})) }
            @else { (table(reader, all)) }
        }
        section .panel aria-labelledby="add" {
            header { h2 #add { (reader.say(&text!("desk-operator-add"))) } }
            form .decide method="post" action=(PATH) {
                (hidden(reader))
                (field(reader, &Field::text("operator_name", text!("desk-operator-name"))))
                (field(reader, &Field::text("administrator", text!("desk-operator-administrator"))))
                div .row { button .primary type="submit" { (reader.say(&text!("desk-operator-add"))) } }
            }
        }
    };
    page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
}

fn table(reader: &Reader, all: &[OperatorRecord]) -> Markup {
    // Whoever manages operators belongs to none of them by that.
    let opens = |id: &str| reader.desks.iter().any(|desk| desk.id == id);
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="operators" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-operator"))) }
                    th scope="col" { (reader.say(&text!("desk-operator-since"))) }
                } }
                tbody {
                    @for one in all {
                        tr {
                            th scope="row" {
                                @if opens(&one.id) { a href=(link::path(&["o", &one.id])) { (one.name) } }
                                @else { (one.name) }
                                " " code { (one.id) }
                            }
                            td { (instant(one.added_at)) span .below .quiet { (one.added_by) } }
                        }
                    }
                }
            }
        }
    }
}

/// Adds an operator with its first administrator.
pub(crate) fn add_operator(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (name, administrator) =
        (call.field("operator_name").to_owned(), call.field("administrator").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    add_now(call.store, &errand, &name, &administrator)?;
    Ok(Answer::see(PATH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_with_and_without_operators() {
        let one = OperatorRecord::new("Maker <b>", samples::now(), "anna").unwrap();
        for reader in readers() {
            assert_sound(&shown(&reader, std::slice::from_ref(&one)));
            assert_sound(&shown(&reader, &[]));
        }
    }
}

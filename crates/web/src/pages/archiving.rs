//! Archiving a product, or taking it back, from its page.

use maud::{Markup, html};
use proofmark_actions::{ChangeOrder, archive_product as archive_now};
use proofmark_text::text;

use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::{Reader, hidden};
use crate::refusal::Refusal;

/// The form, on the page of the product at this path.
pub(super) fn archive_form(reader: &Reader, archived: bool, path: &str) -> Markup {
    let (says, becomes) =
        if archived { (text!("desk-unarchive"), "no") } else { (text!("desk-archive"), "yes") };
    let hint = reader.hint(&says);
    html! {
        section .panel {
            @if !hint.is_empty() { p .hint { (hint) } }
            form method="post" action=(format!("{path}/archive")) {
                (hidden(reader))
                input type="hidden" name="archived" value=(becomes);
                button type="submit" { (reader.say(&says)) }
            }
        }
    }
}

/// Archives the product or takes it back, as the form says. Nothing of it goes.
pub(crate) fn archive(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let archived = match call.field("archived") {
        "yes" => true,
        "no" => false,
        _ => return Err(Refusal::new(422, text!("web-bad-form"))),
    };
    let actor = call.actor();
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    archive_now(&change, &operator, &product, archived, call.store)?;
    Ok(Answer::see(link::path(&["o", &operator, "products", &product])))
}

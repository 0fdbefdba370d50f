//! A choice of one among a few, as a box in a filter or a form.

use maud::{Markup, html};

/// A box with these choices: each with its value and its words.
pub(crate) fn select(name: &str, label: &str, choices: &[(&str, String)], chosen: &str) -> Markup {
    html! {
        div .field {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                @for (value, words) in choices {
                    option value=(value) selected[*value == chosen] { (words) }
                }
            }
        }
    }
}

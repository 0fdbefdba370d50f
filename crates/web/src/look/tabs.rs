//! Tabs: the parts of a place, each at an address of its own.

use maud::{Markup, html};

/// The parts with their paths, and which of them is shown.
pub(crate) fn tabs(label: &str, parts: &[(String, String, bool)]) -> Markup {
    html! {
        nav .tabs aria-label=(label) {
            ul {
                @for (name, path, here) in parts {
                    li { a href=(path) aria-current=[here.then_some("page")] { (name) } }
                }
            }
        }
    }
}

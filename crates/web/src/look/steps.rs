//! Steps: how a component came into a product, each one pulled in by the one before.

use maud::{Markup, html};

/// The steps from the product to the component.
pub(crate) fn steps(label: &str, names: &[String]) -> Markup {
    html! {
        ol .steps aria-label=(label) { @for name in names { li { code { (name) } } } }
    }
}

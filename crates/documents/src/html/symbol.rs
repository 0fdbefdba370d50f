//! Symbols that stand beside words.

use maud::{Markup, html};

use crate::CalloutKind;

/// The symbol beside the word; the word says the same, so nobody needs to hear it.
pub(super) fn symbol(kind: CalloutKind) -> Markup {
    html! {
        svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" {
            @match kind {
                CalloutKind::Note => {
                    circle cx="8" cy="8" r="8" {}
                    path d="M7 7h2v5H7zM7 4h2v2H7z" {}
                }
                CalloutKind::Missing => {
                    circle cx="8" cy="8" r="8" {}
                    path d="M4.5 5.6 5.6 4.5 8 6.9l2.4-2.4 1.1 1.1L9.1 8l2.4 2.4-1.1 1.1L8 9.1l-2.4 2.4-1.1-1.1L6.9 8z" {}
                }
                CalloutKind::Warning => {
                    path .sign d="M8 .5 16 15H0z" {}
                    path d="M7.1 5.5h1.8v5H7.1zM7.1 11.5h1.8v1.8H7.1z" {}
                }
            }
        }
    }
}

//! What a VEX document states, a paragraph each.

use proofmark_facts::{VexDocument, VexStatement};
use proofmark_text::text;

use super::page::{Page, dim};

/// The document.
pub(crate) fn vex_document(page: &mut Page, document: &VexDocument) {
    let title = document.title.as_deref().unwrap_or(&document.id);
    page.title(title, &document.author.name);
    let at = document.updated_at.map(|at| at.to_string()).unwrap_or_default();
    page.below(&dim(&text!("vex-edition", edition = document.edition, at = at).to_string()));
    for statement in &document.statements {
        one(page, statement);
    }
}

fn one(page: &mut Page, statement: &VexStatement) {
    let mut status = statement.status.words().openvex.to_owned();
    if let Some(justification) = statement.justification {
        status = format!("{status}: {}", justification.words().openvex);
    }
    page.heading(&statement.vulnerability.name, &status);
    for (item, within) in statement.about() {
        let says = within.map_or_else(
            || item.called(),
            |whole| text!("vex-part-of", item = item.called(), whole = whole.called()).to_string(),
        );
        page.below(&says);
    }
    let because = statement.because();
    if !because.is_empty() {
        page.below(&dim(&because));
    }
}

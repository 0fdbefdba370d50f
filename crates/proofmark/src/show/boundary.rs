//! What belongs to the product and what is one of its own, as a person reads it when everything is asked for.

use proofmark_law::{Reason, Verdict, WhichEdition};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, strong};

/// Modules, variants, editions and tailor-made terms; `say` writes reasons as the rest of the page does.
pub(crate) fn boundary(page: &mut Page, verdict: &Verdict, say: fn(&mut Page, Vec<&Reason>)) {
    let drawn = &verdict.boundary;
    if !drawn.reasons.is_empty() {
        part(page, &text!("proofmark-boundary"), &drawn.reasons, say);
    }
    for module in &drawn.modules {
        let classes = module.class.iter().flat_map(|class| &class.reasons);
        let title = text!("proofmark-module", module = &module.module);
        part(page, &title, module.reasons.iter().chain(classes), say);
    }
    for variant in &drawn.variants {
        part(page, &text!("proofmark-variant", variant = &variant.variant), &variant.reasons, say);
    }
    for edition in &verdict.editions {
        let title = match edition.edition {
            WhichEdition::Paid => text!("proofmark-edition-paid"),
            WhichEdition::Free => text!("proofmark-edition-free"),
        };
        part(page, &title, &edition.reasons, say);
    }
    if let Some(tailored) = &verdict.tailor_made {
        part(page, &text!("proofmark-tailor-made"), &tailored.reasons, say);
    }
}

fn part<'r>(
    page: &mut Page,
    title: &Text,
    reasons: impl IntoIterator<Item = &'r Reason>,
    say: fn(&mut Page, Vec<&Reason>),
) {
    page.marked(Mark::Plain, &strong(&title.to_string()));
    say(page, reasons.into_iter().collect());
}

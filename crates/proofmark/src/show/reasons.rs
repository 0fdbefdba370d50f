//! Reasons below a line: the sentence, the fact it turned on, the law, and whether a lawyer should look.

use proofmark_law::Reason;
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// Each reason on a line of its own.
pub(crate) fn reasons(page: &mut Page, reasons: Vec<&Reason>) {
    for reason in reasons {
        page.below(&reason_line(reason));
        review(page, reason);
    }
}

/// The sentence, then the fact it turned on and the law.
pub(crate) fn reason_line(reason: &Reason) -> String {
    let fact = reason.fact.as_ref().map(|fact| format!("{fact}; ")).unwrap_or_default();
    format!("{} {}", reason.says, dim(&format!("({fact}{})", reason.cites)))
}

/// The call for legal review, if there is one.
pub(crate) fn review(page: &mut Page, reason: &Reason) {
    if let Some(why) = &reason.legal_review {
        let word = in_colour_of(Mark::Open, &text!("proofmark-legal-review").to_string());
        page.below(&format!("{word} {why}"));
    }
}

//! A reason as a person reads it.

use proofmark_law::Reason;
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// The sentence, then the fact it turned on and the law.
pub(super) fn reason_line(reason: &Reason) -> String {
    let fact = reason.fact.as_ref().map(|fact| format!("{fact}; ")).unwrap_or_default();
    format!("{} {}", reason.says, dim(&format!("({fact}{})", reason.cites)))
}

/// Why a lawyer should look at it, where one should.
pub(super) fn review(page: &mut Page, reason: &Reason) {
    if let Some(why) = &reason.legal_review {
        let word = in_colour_of(Mark::Open, &text!("proofmark-legal-review").to_string());
        page.below(&format!("{word} {why}"));
    }
}

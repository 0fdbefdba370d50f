//! The law's reasons, as lines of a paper.

use proofmark_law::Reason;
use proofmark_text::text;

use crate::{Block, Callout, Inline, List, Table};

/// Each reason as an item with its citation and the fact it turned on; what asks for legal review says why.
pub(super) fn list<'a>(reasons: impl IntoIterator<Item = &'a Reason>) -> List {
    reasons.into_iter().map(with_review).collect()
}

/// Each reason as an item; what asks for legal review is only marked, because the paper says why elsewhere.
pub(super) fn marked<'a>(reasons: impl IntoIterator<Item = &'a Reason>) -> List {
    reasons.into_iter().map(line).collect()
}

/// One reason in a line, marked if it asks for legal review.
pub(super) fn line(reason: &Reason) -> Inline {
    let mut words = Inline::from(reason.says.clone()).plain(" ").cites(reason.cites.to_string());
    if let Some(fact) = &reason.fact {
        words = words.plain(" · ").code(fact.clone());
    }
    if reason.legal_review.is_some() {
        words = words.plain(" · ").strong(text!("papers-legal-review").to_string());
    }
    words
}

fn with_review(reason: &Reason) -> Inline {
    let mut words = line(reason);
    if let Some(review) = &reason.legal_review {
        words = words.plain("\n");
        words.runs.extend(Inline::from(review.clone()).runs);
    }
    words
}

/// Each reason as a row, in the order of the questions, marked if it asks for legal review.
pub(super) fn table(reasons: &[Reason]) -> Table {
    let mut table = Table::new()
        .column(text!("papers-column-found").to_string(), 8)
        .column(text!("papers-column-fact").to_string(), 4)
        .column(text!("papers-column-law").to_string(), 4);
    for reason in reasons {
        let fact = reason.fact.as_ref().map_or_else(Inline::new, |fact| Inline::new().code(fact.clone()));
        let mut cites = Inline::new().cites(reason.cites.to_string());
        if reason.legal_review.is_some() {
            cites = cites.plain("\n").strong(text!("papers-legal-review").to_string());
        }
        table = table.row([Inline::from(reason.says.clone()), fact, cites]);
    }
    table
}

/// Every line of these that a lawyer should look at; nothing if there is none.
pub(super) fn reviews<'a>(reasons: impl IntoIterator<Item = &'a Reason>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for reason in reasons {
        if let Some(why) = &reason.legal_review {
            let heading = Inline::new().strong(text!("papers-legal-review").to_string()).plain(" ");
            let heading = heading.cites(reason.cites.to_string());
            blocks.push(
                Callout::warning(heading)
                    .paragraph(Inline::from(reason.says.clone()))
                    .paragraph(Inline::from(why.clone()))
                    .into(),
            );
        }
    }
    blocks
}

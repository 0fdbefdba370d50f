//! Other Union law that the declared facts touch: one line an act, everything else only when asked for.

use proofmark_law::{DeclaredStandard, Neighbours, Reason, Relation};
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// The acts; nothing at all where none is touched.
pub(crate) fn neighbours(page: &mut Page, neighbours: &Neighbours, all: bool) {
    let touched = || neighbours.touched.iter().filter(|act| all || act.shown_by_default);
    if touched().next().is_some() {
        page.heading(&text!("neighbours-heading").to_string(), &text!("neighbours-remark").to_string());
    }
    for act in touched() {
        let Some((relation, days)) = act.reasons.split_first() else { continue };
        page.marked(Mark::Plain, &relation.says.to_string());
        if all {
            page.below(&dim(&place(relation)));
            review(page, relation);
            for reason in days {
                page.below(&format!("{} {}", reason.says, dim(&format!("({})", reason.cites))));
                review(page, reason);
            }
        }
    }
    if all && !neighbours.not_stated.is_empty() {
        page.heading(&text!("neighbours-not-stated").to_string(), "");
        for act in &neighbours.not_stated {
            let says = text!(
                "neighbours-not-stated-act",
                name = act.name,
                act = act.act,
                missing = act.missing.join(", ")
            );
            page.marked(Mark::Open, &says.to_string());
        }
    }
}

/// The declared standards and the requirements they speak to; only where everything is asked for.
pub(crate) fn declared_standards(page: &mut Page, standards: &[DeclaredStandard], all: bool) {
    if !all || standards.is_empty() {
        return;
    }
    page.heading(&text!("neighbours-standards-heading").to_string(), "");
    for standard in standards {
        page.marked(Mark::Plain, &standard.reference);
        for relation in [Relation::Covers, Relation::Partly, Relation::Supports] {
            let to = standard.speaks_to.iter().filter(|speaks| speaks.relation == relation);
            let requirements: Vec<&str> = to.map(|speaks| speaks.requirement).collect();
            if !requirements.is_empty() {
                page.below(&dim(&format!("{relation}: {}", requirements.join(", "))));
            }
        }
        for reason in &standard.reasons {
            page.below(&format!("{} {}", reason.says, dim(&format!("({})", reason.cites))));
        }
    }
}

/// The declared fact and where the relation stands.
fn place(reason: &Reason) -> String {
    let fact = reason.fact.as_ref().map(|fact| format!("{fact}; ")).unwrap_or_default();
    format!("{fact}{}", reason.cites)
}

fn review(page: &mut Page, reason: &Reason) {
    if let Some(why) = &reason.legal_review {
        let word = in_colour_of(Mark::Open, &text!("proofmark-legal-review").to_string());
        page.below(&format!("{word} {why}"));
    }
}

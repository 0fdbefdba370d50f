//! What is behind classification and procedures: every category considered, and what each open procedure demands.

use proofmark_law::{Actor, CategoryLine, CategoryVerdict, ClassVerdict, Route};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};

/// What the core functionality rests on, what speaks against it and against others, and categories worth a look.
///
/// What the others rest on stands in the reasons already.
pub(crate) fn considered(page: &mut Page, verdict: &ClassVerdict) {
    let told = |line: &&CategoryLine| line.is_the_core_functionality || line.against.is_some();
    for line in verdict.considered.iter().filter(told) {
        let head = format!("{}: {}", line.category, stands(line.verdict));
        page.marked(Mark::Plain, &format!("{} {}", strong(&head), dim(&format!("({})", line.cites))));
        if let Some(element) = line.element.as_ref().filter(|_| line.is_the_core_functionality) {
            page.below(&text!("routes-show-element", element = element).to_string());
        }
        if let Some(against) = &line.against {
            page.below(&text!("routes-show-against", against = against).to_string());
        }
    }
    for one in &verdict.suggestions {
        let says = text!(
            "routes-show-suggestion",
            category = one.category,
            title = one.title_sentence(),
            words = one.words.join(", "),
            path = &one.fact,
        );
        page.marked(Mark::Open, &says.to_string());
    }
}

fn stands(verdict: CategoryVerdict) -> Text {
    match verdict {
        CategoryVerdict::Matches => text!("routes-show-matches"),
        CategoryVerdict::IntegratedOnly => text!("routes-show-integrated-only"),
        CategoryVerdict::AncillaryOnly => text!("routes-show-ancillary-only"),
        CategoryVerdict::SubstantiallyExceeds => text!("routes-show-exceeds"),
        CategoryVerdict::FallsShort => text!("routes-show-falls-short"),
        CategoryVerdict::MerelyComplements => text!("routes-show-merely-complements"),
    }
}

/// What an open procedure demands of whom, and what comes out of it.
pub(crate) fn demands(page: &mut Page, route: &Route) {
    let Some(demands) = route.demands else { return };
    for (number, step) in demands.steps.iter().enumerate() {
        let who = match step.by {
            Actor::Manufacturer => text!("routes-show-manufacturer"),
            Actor::NotifiedBody => text!("routes-show-notified-body"),
            Actor::CertificationBody => text!("routes-show-certification-body"),
        };
        let says = format!("{} {}", step.does, dim(&format!("({who}; {})", step.row)));
        page.numbered(number + 1, &says);
    }
    page.below(&text!("routes-show-output", output = demands.output).to_string());
}

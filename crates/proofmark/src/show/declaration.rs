//! How a release's EU declaration of conformity stands: in a word, what was issued, what waits, what is in the way.

use proofmark_actions::{DeclarationStanding, DeclarationStands, EarlierReview};
use proofmark_facts::IssuedDeclaration;
use proofmark_text::text;

use super::page::{Mark, Page, dim};

/// Everything that is known of it.
pub(crate) fn declaration(page: &mut Page, standing: &DeclarationStanding) {
    let (mark, says) = match standing.stands {
        DeclarationStands::Draft => (Mark::Plain, text!("issuing-stands-draft")),
        DeclarationStands::Waits => (Mark::Open, text!("issuing-stands-waits")),
        DeclarationStands::Issued => (Mark::Good, text!("issuing-stands-issued")),
        DeclarationStands::NoLongerAgrees => (Mark::Bad, text!("issuing-stands-differs")),
    };
    let of = format!("{} {}", standing.product, standing.release);
    page.marked(mark, &format!("{}: {says}", text!("issuing-title", of = of)));
    for (place, one) in standing.issued.iter().enumerate() {
        issued(page, one, place == 0);
    }
    listed(page, &text!("issuing-differs").to_string(), standing.differs_in.iter().cloned());
    listed(page, &text!("issuing-moved").to_string(), standing.moved.iter().map(ToString::to_string));
    for one in &standing.waiting {
        page.marked(Mark::Open, &text!("issuing-waiting").to_string());
        let (by, at) = (&one.proposed_by, one.proposed_at.to_string());
        page.below(&text!("web-proposed", by = by, at = at).to_string());
        page.below(&one.because);
    }
    if !standing.forbidden_by.is_empty() {
        page.marked(Mark::Open, &text!("issuing-forbidden", count = standing.forbidden_by.len()).to_string());
        for problem in &standing.forbidden_by {
            page.below(&problem.says.to_string());
        }
    }
    for asked in &standing.for_review {
        page.marked(Mark::Open, &asked.to_string());
    }
    if let Some(earlier) = &standing.earlier_review {
        lapsed(page, earlier);
    }
}

fn issued(page: &mut Page, one: &IssuedDeclaration, in_force: bool) {
    let says = text!("issuing-revision", revision = one.revision, on = one.issued_on.to_string());
    let (mark, word) = if in_force {
        (Mark::Good, text!("issuing-in-force"))
    } else {
        (Mark::Plain, text!("evidence-superseded"))
    };
    page.marked(mark, &format!("{says}: {word}"));
    page.below(&format!("{}, {}, {}", one.signatory, one.function, one.place));
    let (proposed, approved) = (&one.proposed_by, &one.approved_by);
    let at = one.issued_at.to_string();
    page.below(&text!("issuing-by-two", proposed = proposed, approved = approved, at = at).to_string());
    for document in &one.documents {
        page.below(&format!("{} {}", document.name, dim(&document.sha256.to_string())));
    }
}

fn listed(page: &mut Page, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        page.marked(Mark::Bad, heading);
    }
    lines.for_each(|line| page.below(&line));
}

fn lapsed(page: &mut Page, earlier: &EarlierReview) {
    if earlier.lapsed.is_empty() {
        return;
    }
    let (revision, on) = (earlier.revision, earlier.issued_on.to_string());
    listed(
        page,
        &text!("issuing-review-lapsed", revision = revision, on = on).to_string(),
        earlier.lapsed.iter().map(ToString::to_string),
    );
}

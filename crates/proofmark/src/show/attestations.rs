//! What others said about the ledger.

use proofmark_actions::{AttestationList, AttestorStanding};
use proofmark_text::text;

use super::page::{Mark, Page};

/// How each of those who are asked stands.
pub(crate) fn attestations(page: &mut Page, list: &AttestationList) {
    if list.attestors.is_empty() {
        page.marked(Mark::Open, &text!("stamps-nobody").to_string());
    }
    for attestor in &list.attestors {
        standing(page, attestor);
    }
}

fn standing(page: &mut Page, attestor: &AttestorStanding) {
    let who = attestor.who.as_str();
    match attestor.size.zip(attestor.at) {
        None => page.marked(Mark::Open, &text!("stamps-standing-never", who = who).to_string()),
        Some((size, at)) => {
            let says = text!("stamps-standing", who = who, size = size, at = at.to_string());
            page.marked(Mark::Good, &says.to_string());
            page.below(&text!("stamps-behind", behind = attestor.behind).to_string());
        }
    }
}

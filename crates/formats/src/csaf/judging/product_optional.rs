//! What should be said of products that may be affected: tests 6.2.2 and 6.2.3.

use std::collections::HashSet;

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::{elements, texts};
use super::profile::covered;

/// 6.2.2: of every product that is or may be affected is said what to do.
pub(super) fn missing_remediation(judged: &Judged<'_>, found: &mut Findings) {
    let statuses = ["first_affected", "known_affected", "last_affected", "under_investigation"];
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let covered = covered(judged, elements(&value["remediations"]).iter(), found);
        for status in statuses {
            for (index, id) in texts(&value["product_status"][status]) {
                if !covered.contains(id) {
                    let place =
                        || format!("/vulnerabilities/{vulnerability}/product_status/{status}/{index}");
                    found.tell(place, || text!("csaf-judged-no-remediation", id = id));
                }
            }
        }
    }
}

/// 6.2.3: of every product that is affected is said how badly.
pub(super) fn missing_score(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let all = elements(&value["scores"]).iter();
        let scored: HashSet<&str> =
            all.flat_map(|score| texts(&score["products"])).map(|(_, id)| id).collect();
        for status in ["first_affected", "known_affected", "last_affected"] {
            for (index, id) in texts(&value["product_status"][status]) {
                if !scored.contains(id) {
                    let place =
                        || format!("/vulnerabilities/{vulnerability}/product_status/{status}/{index}");
                    found.tell(place, || text!("csaf-judged-no-score", id = id));
                }
            }
        }
    }
}

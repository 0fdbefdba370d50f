//! What is said of a product does not contradict itself: test 6.1.6.

use std::collections::HashMap;

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::texts;

/// The groups that contradict each other. `recommended` is in none: a version of any group may be recommended.
const GROUPS: [&[&str]; 4] = [
    &["first_affected", "known_affected", "last_affected"],
    &["known_not_affected"],
    &["first_fixed", "fixed"],
    &["under_investigation"],
];

/// 6.1.6: within a vulnerability no product is in two groups that contradict each other.
pub(super) fn contradicting(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let mut first: HashMap<&str, (usize, &str)> = HashMap::new();
        for (group, statuses) in GROUPS.iter().enumerate() {
            for status in *statuses {
                for (index, id) in texts(&value["product_status"][*status]) {
                    let (before, said) = *first.entry(id).or_insert((group, status));
                    if before != group {
                        let place =
                            || format!("/vulnerabilities/{vulnerability}/product_status/{status}/{index}");
                        found.tell(place, || {
                            text!("csaf-judged-contradicting", id = id, status = *status, before = said)
                        });
                    }
                }
            }
        }
    }
}

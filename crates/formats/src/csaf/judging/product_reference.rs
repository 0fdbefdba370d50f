//! Entries about products name them: tests 6.1.29, 6.1.32 and 6.1.33.

use std::collections::HashMap;

use proofmark_facts::JUSTIFICATION_WORDS;
use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::elements;

/// 6.1.29: every remediation says for which products it is.
pub(super) fn remediation(judged: &Judged<'_>, found: &mut Findings) {
    without_product(judged, "remediations", found);
}

/// 6.1.32: every flag says at which products it stands.
pub(super) fn flag(judged: &Judged<'_>, found: &mut Findings) {
    without_product(judged, "flags", found);
}

fn without_product(judged: &Judged<'_>, member: &'static str, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        for (index, entry) in elements(&value[member]).iter().enumerate() {
            if entry.get("group_ids").is_none() && entry.get("product_ids").is_none() {
                let place = || format!("/vulnerabilities/{vulnerability}/{member}/{index}");
                found.tell(place, || text!("csaf-judged-no-product"));
            }
        }
    }
}

/// 6.1.33: at no product of a vulnerability stand two flags that say why it is not affected.
pub(super) fn multiple_flags(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (index, flag) in elements(&value["flags"]).iter().enumerate() {
            if !JUSTIFICATION_WORDS.iter().any(|known| flag["label"] == known.openvex) {
                continue;
            }
            let mut products = judged.products_of(flag, found);
            products.retain(|id| *first.entry(id).or_insert(index) != index);
            if let Some(id) = products.first() {
                let place = || format!("/vulnerabilities/{vulnerability}/flags/{index}");
                found.tell(place, || text!("csaf-judged-flagged-twice", id = *id));
            }
        }
    }
}

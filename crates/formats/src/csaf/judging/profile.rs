//! What each profile asks beside the schema: tests 6.1.27.1 to 6.1.27.11.

use std::collections::HashSet;

use proofmark_text::text;
use serde_json::Value;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::{elements, texts};

/// The categories of the profiles of section 4.
pub(super) const INCIDENT: &str = "csaf_security_incident_response";
pub(super) const INFORMATIONAL: &str = "csaf_informational_advisory";
pub(super) const SECURITY: &str = "csaf_security_advisory";
pub(super) const VEX: &str = "csaf_vex";

/// 6.1.27.1: a note says what it is about.
pub(super) fn document_notes(judged: &Judged<'_>, found: &mut Findings) {
    let told = ["description", "details", "general", "summary"];
    let mut categories = elements(&judged.document["notes"]).iter().map(|note| &note["category"]);
    if !categories.any(|category| told.iter().any(|known| category == known)) {
        found.tell(|| "/document/notes".to_owned(), || text!("csaf-judged-document-notes"));
    }
}

/// 6.1.27.2: a reference leads elsewhere. A reference without a category is one (section 3.2.1.10).
pub(super) fn document_references(judged: &Judged<'_>, found: &mut Findings) {
    let mut references = elements(&judged.document["references"]).iter();
    if !references.any(|reference| reference.get("category").is_none_or(|it| it == "external")) {
        found.tell(|| "/document/references".to_owned(), || text!("csaf-judged-document-references"));
    }
}

/// 6.1.27.3: there are no vulnerabilities.
pub(super) fn no_vulnerabilities(judged: &Judged<'_>, found: &mut Findings) {
    if judged.root.get("vulnerabilities").is_some() {
        found.tell(|| "/vulnerabilities".to_owned(), || text!("csaf-judged-vulnerabilities"));
    }
}

/// 6.1.27.4: there is a product tree.
pub(super) fn product_tree(judged: &Judged<'_>, found: &mut Findings) {
    if judged.root.get("product_tree").is_none() {
        found.tell(|| "/product_tree".to_owned(), || text!("csaf-judged-no-product-tree"));
    }
}

/// 6.1.27.5: every vulnerability has notes.
pub(super) fn vulnerability_notes(judged: &Judged<'_>, found: &mut Findings) {
    each_without(judged, &["notes"], |place| {
        found.tell(|| format!("{place}/notes"), || text!("csaf-judged-no-notes"));
    });
}

/// 6.1.27.6: every vulnerability says which products it is about.
pub(super) fn product_status(judged: &Judged<'_>, found: &mut Findings) {
    each_without(judged, &["product_status"], |place| {
        found.tell(|| format!("{place}/product_status"), || text!("csaf-judged-no-status"));
    });
}

/// 6.1.27.7: every vulnerability states something of a product.
pub(super) fn vex_status(judged: &Judged<'_>, found: &mut Findings) {
    let stated = ["fixed", "known_affected", "known_not_affected", "under_investigation"];
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        if stated.iter().all(|status| value["product_status"].get(status).is_none()) {
            let place = || format!("/vulnerabilities/{vulnerability}/product_status");
            found.tell(place, || text!("csaf-judged-no-vex-status"));
        }
    }
}

/// 6.1.27.8: every vulnerability has a name.
pub(super) fn vulnerability_id(judged: &Judged<'_>, found: &mut Findings) {
    each_without(judged, &["cve", "ids"], |place| {
        found.tell(|| place.to_owned(), || text!("csaf-judged-no-name"));
    });
}

/// 6.1.27.9: of every product that is not affected is said why.
pub(super) fn impact_statement(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let threats = elements(&value["threats"]).iter().filter(|threat| threat["category"] == "impact");
        let entries = elements(&value["flags"]).iter().chain(threats);
        let covered = covered(judged, entries, found);
        for (index, id) in texts(&value["product_status"]["known_not_affected"]) {
            if !covered.contains(id) {
                let place =
                    || format!("/vulnerabilities/{vulnerability}/product_status/known_not_affected/{index}");
                found.tell(place, || text!("csaf-judged-no-impact", id = id));
            }
        }
    }
}

/// 6.1.27.10: of every product that is affected is said what to do.
pub(super) fn action_statement(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let covered = covered(judged, elements(&value["remediations"]).iter(), found);
        for (index, id) in texts(&value["product_status"]["known_affected"]) {
            if !covered.contains(id) {
                let place =
                    || format!("/vulnerabilities/{vulnerability}/product_status/known_affected/{index}");
                found.tell(place, || text!("csaf-judged-no-action", id = id));
            }
        }
    }
}

/// 6.1.27.11: there are vulnerabilities.
pub(super) fn vulnerabilities(judged: &Judged<'_>, found: &mut Findings) {
    if judged.root.get("vulnerabilities").is_none() {
        found.tell(|| "/vulnerabilities".to_owned(), || text!("csaf-judged-no-vulnerabilities"));
    }
}

/// The products these entries are about.
pub(super) fn covered<'d>(
    judged: &Judged<'d>,
    entries: impl Iterator<Item = &'d Value>,
    found: &mut Findings,
) -> HashSet<&'d str> {
    entries.flat_map(|entry| judged.products_of(entry, found)).collect()
}

/// The place of each vulnerability that has none of these members.
fn each_without(judged: &Judged<'_>, members: &[&str], mut told: impl FnMut(&str)) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        if members.iter().all(|member| value.get(member).is_none()) {
            told(&format!("/vulnerabilities/{vulnerability}"));
        }
    }
}

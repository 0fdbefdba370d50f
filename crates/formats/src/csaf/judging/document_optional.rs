//! What a document should say of itself and how it should be written: tests 6.2.10, 6.2.11, 6.2.13 and 6.2.20.

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::elements;
use super::schema::additional_properties;

/// 6.2.10: the document says to whom it may be passed on.
pub(super) fn missing_label(judged: &Judged<'_>, found: &mut Findings) {
    let label = judged.document["distribution"]["tlp"]["label"].as_str();
    if !label.is_some_and(|label| ["AMBER", "GREEN", "RED", "WHITE"].contains(&label)) {
        found.tell(|| "/document/distribution/tlp/label".to_owned(), || text!("csaf-judged-no-label"));
    }
}

/// 6.2.11: the document says where it lies.
pub(super) fn canonical_url(judged: &Judged<'_>, found: &mut Findings) {
    let name = format!("/{}", file_name(judged.tracking["id"].as_str().unwrap_or_default()));
    let is_canonical = |url: &str| url.starts_with("https://") && url.ends_with(&name);
    let mut own = elements(&judged.document["references"]).iter().filter(|one| one["category"] == "self");
    if !own.any(|one| one["url"].as_str().is_some_and(is_canonical)) {
        let says = || text!("csaf-judged-no-canonical", file = name.trim_start_matches('/'));
        found.tell(|| "/document/references".to_owned(), says);
    }
}

/// The name of a document's file (section 5.1): its identifier in lower case, with one underscore for all that is no letter, digit,
/// plus or hyphen.
fn file_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len() + 5);
    for one in id.to_lowercase().chars() {
        if matches!(one, 'a'..='z' | '0'..='9' | '+' | '-') {
            name.push(one);
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    name.push_str(".json");
    name
}

/// 6.2.13: members stand in alphabetical order.
pub(super) fn sorting(judged: &Judged<'_>, found: &mut Findings) {
    for place in judged.unsorted {
        found.tell(|| place.clone(), || text!("csaf-judged-unsorted"));
    }
}

/// 6.2.20: there is nothing the schema does not know.
pub(super) fn additional(judged: &Judged<'_>, found: &mut Findings) {
    additional_properties(judged.root, &mut |place, members| {
        found.tell(|| place, || text!("csaf-judged-additional", members = members));
    });
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_its_document() {
        // Section 5.1, examples 46 and 47.
        assert_eq!(file_name("Example Company - 2019-YH3234"), "example_company_-_2019-yh3234.json");
        assert_eq!(file_name("RHBA-2019_0024"), "rhba-2019_0024.json");
        assert_eq!(file_name("2022-+Ä__É"), "2022-+_.json");
    }
}

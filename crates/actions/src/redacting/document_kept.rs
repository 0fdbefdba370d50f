//! What stays of what a document says of itself.

use proofmark_facts::{SbomParticulars, StatedLicence};
use proofmark_text::text;

use super::component_kept::{licences, references};
use super::removed::Removing;

/// Takes out what does not stay. `is_used` says whether a component that stays states a licence by this name of the document's own.
pub(crate) fn keep_of_document(
    said: &mut SbomParticulars,
    removing: &mut Removing<'_>,
    is_used: &dyn Fn(&str) -> bool,
) {
    let keep = &removing.policy.keep;
    // It is named anew, after what it is about: names of documents are names of files, folders and builds.
    removing.text("name", &mut said.name, false);
    if !keep.persons && !said.authors.is_empty() {
        said.authors.clear();
        removing.note("authors", text!("redact-person"));
    }
    removing.parties("authors", &mut said.authors);
    removing.party("manufacturer", &mut said.manufacturer);
    removing.party("supplier", &mut said.supplier);
    if !said.tools.is_empty() {
        said.tools.clear();
        removing.note("tools", text!("redact-not-kept"));
    }
    licences(&mut said.licences, removing);
    let texts = std::mem::take(&mut said.licence_texts);
    let (mut used, unused): (Vec<StatedLicence>, Vec<StatedLicence>) =
        texts.into_iter().partition(|licence| is_used(licence.named.as_str()));
    for licence in &unused {
        removing.note(&format!("licence {}", licence.named.as_str()), text!("redact-of-withheld"));
    }
    licences(&mut used, removing);
    said.licence_texts = used;
    references(&mut said.external_references, removing);
    for words in std::mem::take(&mut said.own_words) {
        // What is written anew at any rate is not told.
        let is_anew = matches!(
            words.member.as_str(),
            "version" | "metadata/timestamp" | "SPDXID" | "dataLicense" | "creationInfo/created" | "@context"
        );
        if !is_anew {
            removing.note(&words.member, text!("redact-not-kept"));
        }
    }
    said.signed = false;
    said.edition = Some(1);
}

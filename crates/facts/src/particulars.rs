//! What a bill of materials says of a component beyond what its vulnerabilities are found by.

use jiff::Timestamp;

use crate::external_reference::ExternalReference;
use crate::own_words::OwnWords;
use crate::party::Party;
use crate::stated_licence::StatedLicence;

/// The particulars of a component, read where the whole document is asked for: to write it again in this or another format, and to
/// judge how good it is. Finding vulnerabilities needs none of them.
///
/// What several formats can say has a field; what only one can say stands in `own_words`, so that nothing is lost on the way from a
/// format back to itself, and what another format cannot carry can be named.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Particulars {
    /// What it is or does.
    pub description: Option<String>,
    /// Copyright notice.
    pub copyright: Option<String>,
    /// Who supplies it: CycloneDX `supplier`, SPDX `supplier`, `suppliedBy`.
    pub supplier: Option<Party>,
    /// Who made it: CycloneDX `manufacturer` (its creator in BSI TR-03183-2), SPDX `originator`, `originatedBy`.
    pub manufacturer: Option<Party>,
    /// Who published it (CycloneDX `publisher`).
    pub publisher: Option<String>,
    /// Persons who wrote it (CycloneDX `authors`, before 1.6 `author`).
    pub authors: Vec<Party>,
    /// Licences with how they are stated. [`crate::Component::licences`] has the words of those that are looked at elsewhere.
    pub licences: Vec<StatedLicence>,
    /// What stands elsewhere about it.
    pub external_references: Vec<ExternalReference>,
    /// The name of the file it is delivered as, without a path.
    pub file_name: Option<String>,
    /// Whether it can be executed (BSI TR-03183-2 section 5.2.2).
    pub executable: Option<bool>,
    /// Whether it is an archive: parts can be taken out of it.
    pub archive: Option<bool>,
    /// Whether an archive is structured, so that metadata says what is in it; a firmware image is not.
    pub structured: Option<bool>,
    /// Whether the product needs it to run.
    pub scope: Option<ComponentScope>,
    /// Media type (RFC 6838).
    pub media_type: Option<String>,
    /// When it was released.
    pub released_at: Option<Timestamp>,
    /// When it was built.
    pub built_at: Option<Timestamp>,
    /// Until when its maker supports it.
    pub valid_until: Option<Timestamp>,
    /// What its format alone can say of it.
    pub own_words: Vec<OwnWords>,
}

/// Whether the product needs a component to run (CycloneDX `component.scope`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ComponentScope {
    /// It does.
    Required,
    /// It runs without.
    Optional,
    /// It was there when the product was made, and is not delivered with it.
    Excluded,
}

impl Particulars {
    /// Takes over what another description of the same component says and this one does not.
    pub fn fill_from(&mut self, other: Self) {
        fn or<T>(kept: &mut Option<T>, other: Option<T>) {
            if kept.is_none() {
                *kept = other;
            }
        }
        fn or_list<T>(kept: &mut Vec<T>, other: Vec<T>) {
            if kept.is_empty() {
                *kept = other;
            }
        }
        or(&mut self.description, other.description);
        or(&mut self.copyright, other.copyright);
        or(&mut self.supplier, other.supplier);
        or(&mut self.manufacturer, other.manufacturer);
        or(&mut self.publisher, other.publisher);
        or_list(&mut self.authors, other.authors);
        or_list(&mut self.licences, other.licences);
        for reference in other.external_references {
            if !self.external_references.contains(&reference) {
                self.external_references.push(reference);
            }
        }
        or(&mut self.file_name, other.file_name);
        or(&mut self.executable, other.executable);
        or(&mut self.archive, other.archive);
        or(&mut self.structured, other.structured);
        or(&mut self.scope, other.scope);
        or(&mut self.media_type, other.media_type);
        or(&mut self.released_at, other.released_at);
        or(&mut self.built_at, other.built_at);
        or(&mut self.valid_until, other.valid_until);
        for words in other.own_words {
            if self.own_words.iter().all(|kept| kept.member != words.member) {
                self.own_words.push(words);
            }
        }
    }
}

//! A component as it is written, with what stands inside it.

use proofmark_facts::{Component, ComponentScope, Particulars, Purl, RevisionKind};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::component::{CPE, KINDS, OWN};
use super::licence_expression::is_expression;
use super::spoken::{Contact, Hash, LicenceChoice, Organisation, Property, Reference, authors};
use crate::digest::algorithm_named;

/// What the taxonomy of BSI TR-03183-2 (section 8.2) calls its properties of a component, with the words for yes and no.
pub(super) const FILE_NAME: &str = "bsi:component:filename";
pub(super) const EXECUTABLE: (&str, [&str; 2]) =
    ("bsi:component:executable", ["executable", "non-executable"]);
pub(super) const ARCHIVE: (&str, [&str; 2]) = ("bsi:component:archive", ["archive", "no archive"]);
pub(super) const STRUCTURED: (&str, [&str; 2]) = ("bsi:component:structured", ["structured", "unstructured"]);

/// The scopes by their word in `component.scope`.
pub(super) const SCOPES: [(&str, ComponentScope); 3] = [
    ("required", ComponentScope::Required),
    ("optional", ComponentScope::Optional),
    ("excluded", ComponentScope::Excluded),
];

/// A component's members. `C` is what writes those that stand inside it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Written<'a, C> {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'a str>,
    #[serde(rename = "mime-type", skip_serializing_if = "Option::is_none")]
    media_type: Option<&'a str>,
    #[serde(rename = "bom-ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplier: Option<Organisation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manufacturer: Option<Organisation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) hashes: Vec<Hash>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) licenses: Vec<LicenceChoice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copyright: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpe: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purl: Option<&'a Purl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pedigree: Option<Pedigree<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) external_references: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    properties: Vec<Property>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) components: Option<C>,
    /// What is written as it was read.
    #[serde(flatten)]
    pub(super) as_read: AsRead<'a>,
}

/// Members written as they were read, each by its name.
#[derive(Default)]
pub(super) struct AsRead<'a>(pub(super) Vec<(&'a str, Box<RawValue>)>);

impl Serialize for AsRead<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(member, value)| (member, value)))
    }
}

#[derive(Serialize)]
struct Pedigree<'a> {
    commits: Vec<Commit<'a>>,
}

#[derive(Serialize)]
struct Commit<'a> {
    uid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a, C> Written<'a, C> {
    /// What is known of the component, without what stands inside it.
    pub(super) fn of(component: &'a Component, reference: Option<&'a str>, is_subject: bool) -> Self {
        let word = KINDS.iter().find(|(_, kind)| *kind == component.kind).map_or("library", |(word, _)| word);
        let hash = |(name, value): &'a (String, String)| {
            let algorithm = algorithm_named(name)?;
            Some(Hash { alg: algorithm.name.to_owned(), content: value.clone() })
        };
        let basic = Self {
            kind: Some(word),
            media_type: None,
            reference,
            supplier: component.supplier.as_deref().map(Organisation::named),
            manufacturer: None,
            authors: Vec::new(),
            publisher: None,
            group: component.group.as_deref(),
            name: Some(&component.name),
            version: component.version.as_deref(),
            description: None,
            scope: None,
            hashes: component.digests.iter().filter_map(hash).collect(),
            licenses: licences(&component.licences),
            copyright: None,
            cpe: component.cpe.as_deref(),
            purl: component.purl.as_ref(),
            pedigree: pedigree(component),
            external_references: made_from(component),
            properties: properties(component, is_subject),
            components: None,
            as_read: AsRead::default(),
        };
        match component.particulars.as_deref() {
            Some(particulars) => basic.with(particulars, is_subject),
            None => basic,
        }
    }

    fn with(mut self, particulars: &'a Particulars, is_subject: bool) -> Self {
        let maker = particulars.supplier.as_ref().or(particulars.manufacturer.as_ref());
        // The name of who supplies it is taken from these three; the subject's from the document's as well.
        if maker.is_some() || particulars.publisher.is_some() || is_subject {
            self.supplier = particulars.supplier.as_ref().map(Organisation::of);
        }
        self.manufacturer = particulars.manufacturer.as_ref().map(Organisation::of);
        self.publisher = particulars.publisher.as_deref();
        self.authors = authors(&particulars.authors);
        self.media_type = particulars.media_type.as_deref();
        self.description = particulars.description.as_deref();
        self.copyright = particulars.copyright.as_deref();
        self.scope = particulars
            .scope
            .and_then(|scope| SCOPES.iter().find(|(_, known)| *known == scope).map(|(word, _)| *word));
        if !particulars.licences.is_empty() {
            self.licenses = particulars.licences.iter().map(LicenceChoice::of).collect();
        }
        if particulars.external_references.iter().any(|reference| reference.kind == "vcs") {
            self.external_references.clear();
        }
        let references = particulars.external_references.iter().map(Reference::of);
        self.external_references = references.chain(self.external_references).collect();
        self.properties.extend(particulars.file_name.as_deref().map(|name| Property::new(FILE_NAME, name)));
        let answers = [
            (EXECUTABLE, particulars.executable),
            (ARCHIVE, particulars.archive),
            (STRUCTURED, particulars.structured),
        ];
        for ((name, [yes, no]), is_so) in answers {
            self.properties.extend(is_so.map(|is_so| Property::new(name, if is_so { yes } else { no })));
        }
        self
    }

    /// Writes a member as it was read in place of what would be written of it.
    pub(super) fn as_read(&mut self, member: &'a str, value: Box<RawValue>) {
        match member {
            "type" => self.kind = None,
            "mime-type" => self.media_type = None,
            "bom-ref" => self.reference = None,
            "supplier" => self.supplier = None,
            "manufacturer" => self.manufacturer = None,
            // What was one text before 1.6 is a list of persons since.
            "author" | "authors" => self.authors.clear(),
            "publisher" => self.publisher = None,
            "group" => self.group = None,
            "name" => self.name = None,
            "version" => self.version = None,
            "description" => self.description = None,
            "scope" => self.scope = None,
            "hashes" => self.hashes.clear(),
            "licenses" => self.licenses.clear(),
            "copyright" => self.copyright = None,
            "cpe" => self.cpe = None,
            "purl" => self.purl = None,
            "pedigree" => self.pedigree = None,
            "externalReferences" => self.external_references.clear(),
            "properties" => self.properties.clear(),
            _ => {}
        }
        self.as_read.0.push((member, value));
    }
}

/// The commits it holds.
fn pedigree(component: &Component) -> Option<Pedigree<'_>> {
    let held = component.revisions.iter().filter(|revision| revision.kind == RevisionKind::Holds);
    let commits: Vec<Commit<'_>> =
        held.map(|revision| Commit { uid: &revision.at, url: revision.repository.as_deref() }).collect();
    (!commits.is_empty()).then_some(Pedigree { commits })
}

/// What it is made from, as addresses of repositories.
fn made_from(component: &Component) -> Vec<Reference> {
    let made_from = component.revisions.iter().filter(|revision| revision.kind == RevisionKind::MadeFrom);
    made_from.filter_map(|revision| Some(Reference::to("vcs", revision.address()?))).collect()
}

/// What our own reader finds again and CycloneDX has no member for. Of a document read whole, the subject is our own by being it.
fn properties(component: &Component, is_subject: bool) -> Vec<Property> {
    let says_own = component.own && !(is_subject && component.particulars.is_some());
    let own = says_own.then(|| Property::new(OWN, "true"));
    own.into_iter().chain(component.more_cpes.iter().map(|value| Property::new(CPE, value))).collect()
}

/// The schema allows one expression alone, or any number of licences. Whether an identifier is on the SPDX
/// list is not looked up here, so what is no expression is written as a name.
fn licences(licences: &[String]) -> Vec<LicenceChoice> {
    match licences {
        [only] if is_expression(only) => vec![LicenceChoice::expression(only)],
        several => several.iter().map(|name| LicenceChoice::named(name)).collect(),
    }
}

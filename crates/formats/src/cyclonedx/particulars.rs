//! What a component or the document says beyond what matching needs, taken from its members as they are written.

use proofmark_facts::{
    Completeness, Component, OwnWords, Particulars, Party, SbomParticulars, StatedLicence,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::component::{CPE, OWN};
use super::spoken::{Contact, LicenceChoice, Organisation, Property, Reference, Tools};
use super::written_component::{ARCHIVE, EXECUTABLE, FILE_NAME, SCOPES, STRUCTURED, Written};
use crate::json::{Words, compact};

/// A member as written: its name and its value.
pub(super) type Member<'a> = (Words<'a>, &'a RawValue);

/// The member that cannot be kept, and why.
pub(super) type NotKept = (String, serde_json::Error);

/// The value, where it has the shape.
fn shaped<T: DeserializeOwned>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// Takes what a component's members say. What is not written again letter for letter from what was taken is kept as it is.
pub(super) fn take_component(
    component: &mut Component,
    members: &[Member<'_>],
    is_subject: bool,
) -> Result<(), NotKept> {
    let mut particulars = Particulars::default();
    for (member, raw) in members {
        take(&mut particulars, member, raw);
    }
    component.particulars = Some(Box::new(particulars));
    let own_words = {
        let reference = Some(component.reference.as_str()).filter(|reference| !reference.is_empty());
        let written: Written<'_, ()> = Written::of(component, reference, is_subject);
        let written = serde_json::to_value(&written).unwrap_or_default();
        otherwise(&written, members, "")?
    };
    if let Some(particulars) = &mut component.particulars {
        particulars.own_words = own_words;
    }
    Ok(())
}

/// The members that say something else than would be written.
pub(super) fn otherwise(
    written: &Value,
    members: &[Member<'_>],
    inside: &str,
) -> Result<Vec<OwnWords>, NotKept> {
    let mut own_words = Vec::new();
    for (member, raw) in members {
        let same = written.get(&**member).is_some_and(|written| {
            let mut read = serde_json::from_str::<Value>(raw.get()).unwrap_or_default();
            let mut written = written.clone();
            if &**member == "properties" {
                sort(&mut written);
                sort(&mut read);
            }
            read == written
        });
        let json = compact(raw).map_err(|error| (format!("{inside}{}", &**member), error))?;
        if !same {
            own_words.push(OwnWords { member: format!("{inside}{}", &**member), json });
        }
    }
    own_words.shrink_to_fit();
    Ok(own_words)
}

/// Properties stand in no order.
fn sort(properties: &mut Value) {
    if let Value::Array(properties) = properties {
        properties.sort_by_key(Value::to_string);
    }
}

fn take(particulars: &mut Particulars, member: &str, raw: &RawValue) {
    match member {
        "description" => particulars.description = shaped(raw),
        "copyright" => particulars.copyright = shaped(raw),
        "supplier" => particulars.supplier = organisation(raw),
        "manufacturer" => particulars.manufacturer = organisation(raw),
        "publisher" => particulars.publisher = shaped(raw),
        "authors" => particulars.authors = persons(raw),
        "author" if particulars.authors.is_empty() => {
            particulars.authors = shaped::<String>(raw).map(Party::named).into_iter().collect();
        }
        "licenses" => particulars.licences = licences(raw),
        "externalReferences" => {
            let all = shaped::<Vec<Reference>>(raw).unwrap_or_default();
            particulars.external_references = all.into_iter().map(Reference::into_reference).collect();
        }
        "mime-type" => particulars.media_type = shaped(raw),
        "scope" => {
            let word: Option<String> = shaped(raw);
            let known = SCOPES.iter().find(|(known, _)| Some(*known) == word.as_deref());
            particulars.scope = known.map(|(_, scope)| *scope);
        }
        "properties" => {
            for property in shaped::<Vec<Property>>(raw).unwrap_or_default() {
                take_property(particulars, &property);
            }
        }
        _ => {}
    }
}

fn take_property(particulars: &mut Particulars, property: &Property) {
    let Some(value) = property.value.as_deref() else { return };
    let is_so = |[yes, no]: [&str; 2]| (value == yes).then_some(true).or((value == no).then_some(false));
    match property.name.as_str() {
        OWN | CPE => {}
        FILE_NAME => particulars.file_name = Some(value.to_owned()),
        name if name == EXECUTABLE.0 => particulars.executable = is_so(EXECUTABLE.1),
        name if name == ARCHIVE.0 => particulars.archive = is_so(ARCHIVE.1),
        name if name == STRUCTURED.0 => particulars.structured = is_so(STRUCTURED.1),
        _ => {}
    }
}

fn organisation(raw: &RawValue) -> Option<Party> {
    shaped::<Organisation>(raw).map(Organisation::into_party)
}

fn persons(raw: &RawValue) -> Vec<Party> {
    shaped::<Vec<Contact>>(raw).unwrap_or_default().into_iter().map(Contact::into_party).collect()
}

fn licences(raw: &RawValue) -> Vec<StatedLicence> {
    let all = shaped::<Vec<LicenceChoice>>(raw).unwrap_or_default();
    all.into_iter().filter_map(LicenceChoice::into_stated).collect()
}

/// Takes what a member of `metadata` says.
pub(super) fn take_metadata(particulars: &mut SbomParticulars, member: &str, raw: &RawValue) {
    match member {
        "authors" => particulars.authors = persons(raw),
        "manufacturer" => particulars.manufacturer = organisation(raw),
        // Until 1.5 the one who made what the document is about; for want of another, that is who stands behind the document.
        "supplier" => particulars.supplier = organisation(raw),
        "tools" => particulars.tools = shaped::<Tools>(raw).map(Tools::into_used).unwrap_or_default(),
        "licenses" => particulars.licences = licences(raw),
        "lifecycles" => {
            let phases = shaped::<Vec<Lifecycle>>(raw).unwrap_or_default();
            particulars.lifecycles = phases.into_iter().map(|lifecycle| lifecycle.phase).collect();
        }
        _ => {}
    }
}

/// A phase by one of the words that are laid down. One by another name is kept as it is written.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Lifecycle {
    pub(super) phase: String,
}

/// Takes what a member of the document says.
pub(super) fn take_document(
    particulars: &mut SbomParticulars,
    member: &str,
    raw: &RawValue,
    place: &dyn Fn(&str) -> Option<u32>,
) {
    match member {
        "version" => particulars.edition = shaped(raw),
        "externalReferences" => {
            let all = shaped::<Vec<Reference>>(raw).unwrap_or_default();
            particulars.external_references = all.into_iter().map(Reference::into_reference).collect();
        }
        "signature" => particulars.signed = true,
        "compositions" => {
            let all = shaped::<Vec<Composition>>(raw).unwrap_or_default();
            particulars.completeness = all.iter().map(|one| one.completeness(place)).collect();
        }
        _ => {}
    }
}

/// `compositions`.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Composition {
    pub(super) aggregate: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) assemblies: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) dependencies: Vec<String>,
}

impl Composition {
    fn completeness(&self, place: &dyn Fn(&str) -> Option<u32>) -> Completeness {
        let all = |references: &[String]| references.iter().filter_map(|one| place(one)).collect();
        Completeness {
            aggregate: self.aggregate.clone(),
            parts_of: all(&self.assemblies),
            dependencies_of: all(&self.dependencies),
        }
    }
}

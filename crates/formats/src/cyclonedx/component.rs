//! Components, each with those that stand inside it.

use std::fmt;

use proofmark_facts::{Component, ComponentKind, Revision};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::revision::{ExternalReference, Pedigree, made_from};
use super::so_far::SoFar;
use crate::excerpt::excerpt;
use crate::json::{List, Once, Words};

/// The property by which our own documents mark a component made by the same manufacturer.
pub(super) const OWN: &str = "proofmark:own";
/// The property by which our own documents keep CPE names beyond the one that `component.cpe` has room for.
pub(super) const CPE: &str = "proofmark:cpe";

/// The kinds by their word in `component.type`.
pub(super) const KINDS: [(&str, ComponentKind); 13] = [
    ("library", ComponentKind::Library),
    ("application", ComponentKind::Application),
    ("framework", ComponentKind::Framework),
    ("container", ComponentKind::Container),
    ("platform", ComponentKind::Platform),
    ("operating-system", ComponentKind::OperatingSystem),
    ("device", ComponentKind::Device),
    ("device-driver", ComponentKind::DeviceDriver),
    ("firmware", ComponentKind::Firmware),
    ("file", ComponentKind::File),
    ("machine-learning-model", ComponentKind::MachineLearningModel),
    ("data", ComponentKind::Data),
    ("cryptographic-asset", ComponentKind::CryptographicAsset),
];

/// Reads an array of components, which stand inside another or in the document itself.
pub(super) struct Components<'d, 'a> {
    pub(super) document: &'d mut SoFar<'a>,
    pub(super) inside: Option<u32>,
}

impl<'de> DeserializeSeed<'de> for Components<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Components<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of components")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let Self { document, inside } = self;
        for index in 0.. {
            document.pointer.element(index);
            let read = elements.next_element_seed(OneComponent { document, inside, is_subject: false })?;
            document.pointer.leave();
            if read.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// Reads one component.
pub(super) struct OneComponent<'d, 'a> {
    pub(super) document: &'d mut SoFar<'a>,
    pub(super) inside: Option<u32>,
    pub(super) is_subject: bool,
}

impl<'de> DeserializeSeed<'de> for OneComponent<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    #[serde(rename = "bom-ref")]
    BomRef,
    Type,
    Group,
    Name,
    Version,
    Purl,
    Cpe,
    Licenses,
    Hashes,
    Supplier,
    Manufacturer,
    Publisher,
    Properties,
    ExternalReferences,
    Pedigree,
    Components,
    #[serde(other)]
    Other,
}

/// A component as written.
#[derive(Default)]
struct Written<'a> {
    reference: Option<Words<'a>>,
    kind: Option<Words<'a>>,
    group: Option<Words<'a>>,
    name: Option<Words<'a>>,
    version: Option<Words<'a>>,
    purl: Option<Words<'a>>,
    cpe: Option<Words<'a>>,
    more_cpes: Vec<Words<'a>>,
    licences: List<LicenceChoice<'a>>,
    hashes: List<Hash<'a>>,
    supplier: Option<Organisation<'a>>,
    manufacturer: Option<Organisation<'a>>,
    publisher: Option<Words<'a>>,
    revisions: Vec<Revision>,
    own: bool,
}

#[derive(Deserialize)]
struct LicenceChoice<'a> {
    #[serde(borrow)]
    license: Option<Licence<'a>>,
    #[serde(borrow)]
    expression: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Licence<'a> {
    #[serde(borrow)]
    id: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Hash<'a> {
    #[serde(borrow)]
    alg: Option<Words<'a>>,
    #[serde(borrow)]
    content: Option<Words<'a>>,
}

/// An organisation: only its name.
#[derive(Deserialize)]
pub(super) struct Organisation<'a> {
    #[serde(borrow)]
    pub(super) name: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Property<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    value: Option<Words<'a>>,
}

impl<'de> Visitor<'de> for OneComponent<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a component")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let Self { document, inside, is_subject } = self;
        let index = document.begin_component(inside).map_err(Error::custom)?;
        if is_subject {
            document.subject = Some(index);
        }
        let (mut written, mut once) = (Written::default(), Once::default());
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::BomRef => written.reference = members.next_value()?,
                Key::Type => written.kind = members.next_value()?,
                Key::Group => written.group = members.next_value()?,
                Key::Name => written.name = members.next_value()?,
                Key::Version => written.version = members.next_value()?,
                Key::Purl => written.purl = members.next_value()?,
                Key::Cpe => written.cpe = members.next_value()?,
                Key::Licenses => written.licences = members.next_value()?,
                Key::Hashes => written.hashes = members.next_value()?,
                Key::Supplier => written.supplier = members.next_value()?,
                Key::Manufacturer => written.manufacturer = members.next_value()?,
                Key::Publisher => written.publisher = members.next_value()?,
                Key::Properties => {
                    let properties: List<Property<'de>> = members.next_value()?;
                    written.own = properties.0.iter().any(Property::says_own);
                    written.more_cpes = properties.0.into_iter().filter_map(Property::into_cpe).collect();
                }
                Key::ExternalReferences => {
                    let references: List<ExternalReference<'de>> = members.next_value()?;
                    written.revisions.extend(made_from(&references.0));
                }
                Key::Pedigree => {
                    let pedigree: Option<Pedigree<'de>> = members.next_value()?;
                    written.revisions.extend(pedigree.into_iter().flat_map(Pedigree::held));
                }
                Key::Components => {
                    document.pointer.enter("components");
                    members.next_value_seed(Components { document, inside: Some(index) })?;
                    document.pointer.leave();
                }
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        document.end_component(index, written);
        Ok(())
    }
}

impl<'a> SoFar<'a> {
    fn begin_component(&mut self, inside: Option<u32>) -> Result<u32, crate::json::Stopped> {
        let index = self.gathered.reserve().map_err(|says| self.stop.because(says))?;
        if let Some(outer) = inside {
            self.gathered.depend(outer, index).map_err(|says| self.stop.because(says))?;
        }
        Ok(index)
    }

    fn end_component(&mut self, index: u32, mut written: Written<'a>) {
        let Self { gathered, pointer, subject, twin, .. } = self;
        let is_subject = *subject == Some(index);
        let name = written.name.as_deref();
        if is_subject && name.is_none_or(|name| name.trim().is_empty()) {
            // The dossier names the product; SBOM scanners often leave it open.
            gathered.problems.warn(pointer.place(), text!("formats-subject-without-name"));
        } else {
            gathered.check_name(name, || pointer.place());
        }
        let kind = written.kind.as_deref().and_then(kind_of);
        if kind.is_none() {
            let says = match written.kind.as_deref().filter(|word| !word.is_empty()) {
                Some(word) => text!("formats-component-type-unknown", word = excerpt(word)),
                None => text!("formats-component-type-missing"),
            };
            gathered.problems.warn(pointer.place(), says);
        }
        let digests = written.hashes.0.iter().map(Hash::pair);
        let digests =
            digests.filter_map(|(name, value)| gathered.digest(name, value, || pointer.member("hashes")));
        let digests = digests.collect();
        let purl = written.purl.as_deref().filter(|purl| !purl.is_empty());
        let parsed = purl.and_then(|purl| gathered.purl(purl, || pointer.member("purl")));
        // Some writers leave `bom-ref` out and name the component by its package URL in `dependencies`.
        written.reference = written.reference.filter(|reference| !reference.is_empty());
        let handle = written.reference.clone().or_else(|| written.purl.clone().filter(|_| parsed.is_some()));
        if let Some(reference) = handle {
            match gathered.claim(reference.clone(), index) {
                None => {}
                // Some writers list the subject among the components too: it is one thing.
                Some(first)
                    if twin.is_none()
                        && (is_subject || *subject == Some(first))
                        && written.name.as_deref()
                            == Some(gathered.components[first as usize].name.as_str()) =>
                {
                    *twin = Some(if is_subject { first } else { index });
                }
                Some(_) if written.reference.is_none() => {}
                Some(_) => {
                    let says = text!("formats-reference-twice", reference = excerpt(&reference));
                    gathered.problems.warn(pointer.member("bom-ref"), says);
                }
            }
        }
        let cpes: Vec<Words<'a>> = written.cpe.into_iter().chain(written.more_cpes).collect();
        let cpes = cpes.iter().filter(|cpe| !cpe.is_empty());
        let mut cpes = cpes.map(|cpe| gathered.cpe(cpe, || pointer.member("cpe")));
        let (cpe, more_cpes) = (cpes.next(), cpes.collect());
        let named = |organisation: Option<Organisation<'a>>| organisation.and_then(|it| it.name);
        let supplier = named(written.supplier).or_else(|| named(written.manufacturer)).or(written.publisher);
        let mut licences: Vec<String> =
            written.licences.0.into_iter().filter_map(LicenceChoice::into_string).collect();
        // Collected in the place of what was written, which is several times as large.
        licences.shrink_to_fit();
        let component = Component {
            reference: written.reference.map(Words::into_string).unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            group: filled(written.group),
            name: written.name.map(Words::into_string).unwrap_or_default(),
            version: filled(written.version),
            purl: parsed,
            cpe,
            more_cpes,
            licences,
            digests,
            revisions: written.revisions,
            supplier: filled(supplier),
            own: written.own,
            doubt: None,
            particulars: None,
        };
        gathered.fill(index, component, || pointer.place());
    }
}

fn kind_of(word: &str) -> Option<ComponentKind> {
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

/// A text that says something.
pub(super) fn filled(words: Option<Words<'_>>) -> Option<String> {
    words.filter(|words| !words.is_empty()).map(Words::into_string)
}

impl LicenceChoice<'_> {
    fn into_string(self) -> Option<String> {
        filled(self.expression)
            .or_else(|| self.license.and_then(|licence| filled(licence.id).or_else(|| filled(licence.name))))
    }
}

impl Hash<'_> {
    /// Algorithm and value as written.
    fn pair(&self) -> (&str, &str) {
        (self.alg.as_deref().unwrap_or_default(), self.content.as_deref().unwrap_or_default())
    }
}

impl<'a> Property<'a> {
    fn says_own(&self) -> bool {
        self.name.as_deref() == Some(OWN) && self.value.as_deref() == Some("true")
    }

    fn into_cpe(self) -> Option<Words<'a>> {
        self.value.filter(|_| self.name.as_deref() == Some(CPE))
    }
}

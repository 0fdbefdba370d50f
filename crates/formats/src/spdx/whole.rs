//! The whole of a document, read where it is asked for: a second way over it, which takes what the first, that matching goes by,
//! passes over. The first has judged it by then, so that both number the packages alike.

use std::collections::HashMap;
use std::fmt;

use proofmark_facts::{Place, Purl, Sbom};
use proofmark_text::text;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::particulars::{Member, NotKept, take_document, take_package};
use super::relations::take_relationships;
use super::written_document::own;
use crate::excerpt::excerpt;
use crate::json::{Each, Words};
use crate::problems::Problems;

/// For each component the one it only names a further package URL of: of several of one package, the list has one for each.
pub(crate) fn further_of(sbom: &Sbom) -> Vec<Option<u32>> {
    let mut first: HashMap<&str, u32> = HashMap::new();
    let mut further = Vec::with_capacity(sbom.components.len());
    for (index, component) in (0_u32..).zip(&sbom.components) {
        let names_a_url_alone = component.purl.is_some()
            && component.particulars.is_none()
            && component.cpe.is_none()
            && component.digests.is_empty()
            && component.revisions.is_empty()
            && !component.reference.is_empty();
        let of = first.get(component.reference.as_str()).copied().filter(|of| {
            let of = &sbom.components[*of as usize];
            names_a_url_alone && of.name == component.name && of.version == component.version
        });
        first.entry(component.reference.as_str()).or_insert(index);
        further.push(of);
    }
    further
}

/// Adds what the document says beyond what matching needs.
pub(super) fn add_particulars(sbom: &mut Sbom, written: &str, problems: &mut Problems) {
    let mut further: HashMap<u32, Vec<Purl>> = HashMap::new();
    for (component, of) in sbom.components.iter().zip(further_of(sbom)) {
        if let (Some(of), Some(purl)) = (of, &component.purl) {
            further.entry(of).or_default().push(purl.clone());
        }
    }
    let mut whole =
        Whole { sbom, further, next: 0, members: Vec::new(), relationships: Vec::new(), refused: None };
    let mut deserializer = serde_json::Deserializer::from_str(written.trim_start_matches('\u{feff}'));
    if let Err(error) = whole.deserialize(&mut deserializer)
        && whole.refused.is_none()
    {
        whole.refused = Some((String::new(), error.to_string()));
    }
    let Whole { members, relationships, mut refused, .. } = whole;
    let told = |(member, error): NotKept| (format!("/{member}"), error.to_string());
    match take_document(&members) {
        Err(not_kept) => refused = refused.or(Some(told(not_kept))),
        Ok(mut particulars) => {
            let mut by_reference = HashMap::new();
            for (index, component) in (0..).zip(&sbom.components).filter(|(_, it)| !it.reference.is_empty()) {
                by_reference.entry(component.reference.as_str()).or_insert(index);
            }
            let subject = sbom.subject.and_then(|subject| u32::try_from(subject).ok());
            let is_listed =
                own(&particulars.own_words, "documentDescribes").is_some_and(|listed| listed != "[]");
            let subject = subject.filter(|_| !is_listed);
            let taken = take_relationships(&mut particulars, &relationships, &by_reference, subject);
            if let Err(error) = taken {
                refused = refused.or(Some(told(("relationships".to_owned(), error))));
            }
            particulars.own_words.sort_by(|one, other| one.member.cmp(&other.member));
            sbom.particulars = Some(Box::new(particulars));
        }
    }
    if let Some((pointer, why)) = refused {
        let why = excerpt(why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why));
        problems.error(Place::at(pointer), text!("formats-json-unexpected", format = "SPDX", why = why));
    }
}

/// Walks the document as the first way did.
struct Whole<'s, 'de> {
    sbom: &'s mut Sbom,
    further: HashMap<u32, Vec<Purl>>,
    /// The number the first way gave the package that comes next.
    next: u32,
    members: Vec<Member<'de>>,
    relationships: Vec<&'de RawValue>,
    refused: Option<(String, String)>,
}

impl<'de> DeserializeSeed<'de> for &mut Whole<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Whole<'_, 'de> {
    fn package(&mut self, raw: &'de RawValue) -> Result<(), &'static str> {
        let number = self.next;
        self.next += 1;
        let pointer = format!("/packages/{number}");
        let members: Members<'de> = match serde_json::from_str(raw.get()) {
            Ok(members) => members,
            Err(error) => {
                self.refused = Some((pointer, error.to_string()));
                return Err("refused");
            }
        };
        let further = self.further.get(&number).map_or(&[][..], Vec::as_slice);
        let Some(component) = self.sbom.components.get_mut(number as usize) else { return Err("refused") };
        if let Err((member, error)) = take_package(component, &members.0, further) {
            self.refused = Some((format!("{pointer}/{member}"), error.to_string()));
            return Err("refused");
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for &mut Whole<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an SPDX document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(member) = members.next_key::<Words<'de>>()? {
            match &*member {
                "packages" => members.next_value_seed(Each::new(|raw| self.package(raw)))?,
                "relationships" => {
                    let keep = |raw: &'de RawValue| -> Result<(), &'static str> {
                        self.relationships.push(raw);
                        Ok(())
                    };
                    members.next_value_seed(Each::new(keep))?;
                }
                _ if self.members.len() >= 200 || self.members.iter().any(|(known, _)| *known == member) => {
                    self.refused = Some((format!("/{}", &*member), TWICE.to_owned()));
                    return Err(Error::custom(TWICE));
                }
                _ => self.members.push((member, members.next_value()?)),
            }
        }
        Ok(())
    }
}

const TWICE: &str = "a member stands twice in one object";

/// The members of one object, none of them twice.
pub(crate) struct Members<'a>(pub(crate) Vec<Member<'a>>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersReader).map(Self)
    }
}

struct MembersReader;

impl<'de> Visitor<'de> for MembersReader {
    type Value = Vec<Member<'de>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut kept: Vec<Member<'de>> = Vec::new();
        while let Some(member) = members.next_key::<Words<'de>>()? {
            // Few of them are known; a long list of others is refused before it takes long.
            if kept.len() >= 200 || kept.iter().any(|(known, _)| *known == member) {
                return Err(Error::custom(TWICE));
            }
            kept.push((member, members.next_value()?));
        }
        Ok(kept)
    }
}

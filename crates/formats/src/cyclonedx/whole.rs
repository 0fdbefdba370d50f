//! The whole of a document, read where it is asked for: a second way over it, which takes what the first, that matching goes by,
//! passes over. The first has judged it by then, so that both number the components alike.

use std::collections::{HashMap, HashSet};
use std::fmt;

use proofmark_facts::{Component, OwnWords, Place, Sbom, SbomParticulars};
use proofmark_text::text;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::particulars::{Member, NotKept, otherwise, take_component, take_document, take_metadata};
use super::written_document::{Head, Tail};
use crate::excerpt::excerpt;
use crate::json::{Each, Pointer, Words};
use crate::problems::Problems;

/// What the first way over the document found, beside the SBOM itself.
pub(super) struct Found<'a> {
    /// Which component is named by which reference.
    pub(super) by_reference: HashMap<Words<'a>, u32>,
    /// The component that stood for another as well and was taken out, and for which.
    pub(super) twin: Option<(u32, u32)>,
}

/// Adds what the document says beyond what matching needs.
pub(super) fn add_particulars(sbom: &mut Sbom, written: &str, found: &Found<'_>, problems: &mut Problems) {
    let subject = sbom.subject.and_then(|index| u32::try_from(index).ok());
    let mut whole = Whole {
        components: &mut sbom.components,
        found,
        subject,
        next: 0,
        contained: Vec::new(),
        metadata: Vec::new(),
        members: Vec::new(),
        pointer: Pointer::default(),
        refused: None,
    };
    let mut deserializer = serde_json::Deserializer::from_str(written.trim_start_matches('\u{feff}'));
    if whole.deserialize(&mut deserializer).is_err() && whole.refused.is_none() {
        // The first way read it, so that this is a member of a shape that only this way looks at.
        whole.refused = Some((Place::default(), "its shape is not that of CycloneDX".to_owned()));
    }
    let Whole { mut contained, metadata, members, refused, .. } = whole;
    if let Some((place, why)) = refused {
        let why = excerpt(why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why));
        return problems.error(place, text!("formats-json-unexpected", format = "CycloneDX", why = why));
    }
    contained.sort_unstable();
    contained.dedup();
    if let Err((member, error)) = take_rest(sbom, found, contained, &metadata, &members) {
        let why = error.to_string();
        let why = excerpt(why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why));
        let place = Place::at(format!("/{member}"));
        return problems.error(place, text!("formats-json-unexpected", format = "CycloneDX", why = why));
    }
    if sbom.particulars.as_ref().is_some_and(|particulars| particulars.signed) {
        problems.warn(Place::at("/signature"), text!("bill-signed"));
    }
}

/// What the document says of itself.
fn take_rest(
    sbom: &mut Sbom,
    found: &Found<'_>,
    contained: Vec<(u32, u32)>,
    metadata: &[Member<'_>],
    members: &[Member<'_>],
) -> Result<(), NotKept> {
    let mut particulars = SbomParticulars { contained, ..SbomParticulars::default() };
    for (member, raw) in metadata {
        take_metadata(&mut particulars, member, raw);
    }
    let place = |reference: &str| found.by_reference.get(reference).copied();
    for (member, raw) in members {
        take_document(&mut particulars, member, raw, &place);
    }
    let not_kept = |error| ("dependencies".to_owned(), error);
    let rest = match members.iter().find(|(member, _)| &**member == "dependencies") {
        Some((_, raw)) => take_dependencies(&mut particulars, raw, &place).map_err(not_kept)?,
        None => Vec::new(),
    };
    sbom.particulars = Some(Box::new(particulars));
    let own_words = {
        let head: Head<'_, ()> = Head::of_read(sbom);
        let head = serde_json::to_value(&head).unwrap_or_default();
        let mut own_words = otherwise(&head, metadata, "metadata/")?;
        let tail = serde_json::to_value(Tail::of(sbom)).unwrap_or_default();
        let told_elsewhere = |member: &str| matches!(member, "dependencies");
        let members: Vec<Member<'_>> =
            members.iter().filter(|(member, _)| !told_elsewhere(member)).cloned().collect();
        own_words.extend(otherwise(&tail, &members, "")?);
        if !rest.is_empty() {
            let json = serde_json::to_string(&rest).map_err(not_kept)?;
            own_words.push(OwnWords { member: "dependencies".to_owned(), json });
        }
        own_words
    };
    if let Some(particulars) = &mut sbom.particulars {
        particulars.own_words = own_words;
    }
    Ok(())
}

/// What an entry of `dependencies` says beyond which component depends on which.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct FurtherDependency {
    #[serde(rename = "ref")]
    pub(super) reference: String,
    #[serde(rename = "dependsOn", default, skip_serializing_if = "Vec::is_empty")]
    pub(super) depends_on: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) provides: Vec<String>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(rename = "ref", borrow)]
    reference: Option<Words<'a>>,
    #[serde(rename = "dependsOn", borrow)]
    depends_on: Option<Vec<Words<'a>>>,
    #[serde(borrow)]
    provides: Option<Vec<Words<'a>>>,
}

/// Notes of which components something is stated, and gives what a list of which depends on which cannot hold: services, what a
/// component provides, and dependencies of a component on what stands in it.
fn take_dependencies(
    particulars: &mut SbomParticulars,
    raw: &RawValue,
    place: &dyn Fn(&str) -> Option<u32>,
) -> Result<Vec<FurtherDependency>, serde_json::Error> {
    let contained: HashSet<(u32, u32)> = particulars.contained.iter().copied().collect();
    let (mut answered, mut rest) = (Vec::new(), Vec::new());
    let take = |entry: Entry<'_>| -> Result<(), &'static str> {
        let reference = entry.reference.map(Words::into_string).unwrap_or_default();
        let from = place(&reference);
        answered.extend(from);
        let further = |to: &&Words<'_>| match from.zip(place(to)) {
            Some(pair) => contained.contains(&pair),
            None => true,
        };
        let depends_on = entry.depends_on.unwrap_or_default();
        let depends_on: Vec<String> = depends_on.iter().filter(further).map(|to| to.to_string()).collect();
        let provides = entry.provides.unwrap_or_default();
        let provides: Vec<String> = provides.into_iter().map(Words::into_string).collect();
        if from.is_none() || !depends_on.is_empty() || !provides.is_empty() {
            rest.push(FurtherDependency { reference, depends_on, provides });
        }
        Ok(())
    };
    Each::new(take).deserialize(&mut serde_json::Deserializer::from_str(raw.get()))?;
    answered.sort_unstable();
    answered.dedup();
    particulars.answered = answered;
    Ok(rest)
}

/// Walks the document as the first way did.
struct Whole<'s, 'de> {
    components: &'s mut [Component],
    found: &'s Found<'s>,
    subject: Option<u32>,
    /// The number the first way gave the component that comes next.
    next: u32,
    contained: Vec<(u32, u32)>,
    metadata: Vec<Member<'de>>,
    members: Vec<Member<'de>>,
    pointer: Pointer,
    refused: Option<(Place, String)>,
}

impl Whole<'_, '_> {
    /// Where the component stands in the SBOM.
    fn place(&self, number: u32) -> u32 {
        match self.found.twin {
            Some((twin, into)) if number == twin => into - u32::from(into > twin),
            Some((twin, _)) => number - u32::from(number > twin),
            None => number,
        }
    }

    fn add(&mut self, number: u32, members: &[Member<'_>]) -> bool {
        let index = self.place(number);
        let is_subject = self.subject == Some(index);
        let Some(component) = self.components.get_mut(index as usize) else { return false };
        let earlier = component.particulars.take();
        if let Err((member, error)) = take_component(component, members, is_subject) {
            self.refused = Some((self.pointer.member(&member), error.to_string()));
            return false;
        }
        // Listed twice, as the subject and among the others: one thing, of which both say something.
        if let (Some(mut both), Some(later)) = (earlier, component.particulars.as_deref_mut()) {
            both.fill_from(std::mem::take(later));
            component.particulars = Some(both);
        }
        true
    }
}

impl<'de> DeserializeSeed<'de> for &mut Whole<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Whole<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a CycloneDX document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(member) = members.next_key::<Words<'de>>()? {
            match &*member {
                "$schema" | "bomFormat" | "specVersion" | "serialNumber" => {
                    members.next_value::<serde::de::IgnoredAny>()?;
                }
                "metadata" => {
                    self.pointer.enter("metadata");
                    members.next_value_seed(MetadataOf(self))?;
                    self.pointer.leave();
                }
                "components" => {
                    self.pointer.enter("components");
                    members.next_value_seed(ListOf { whole: self, inside: None })?;
                    self.pointer.leave();
                }
                _ => self.members.push((member, members.next_value()?)),
            }
        }
        Ok(())
    }
}

struct MetadataOf<'w, 's, 'de>(&'w mut Whole<'s, 'de>);

impl<'de> DeserializeSeed<'de> for MetadataOf<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for MetadataOf<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the document's metadata")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(member) = members.next_key::<Words<'de>>()? {
            if &*member == "component" {
                self.0.pointer.enter("component");
                members.next_value_seed(OneOf { whole: self.0, inside: None })?;
                self.0.pointer.leave();
            } else {
                self.0.metadata.push((member, members.next_value()?));
            }
        }
        Ok(())
    }
}

struct ListOf<'w, 's, 'de> {
    whole: &'w mut Whole<'s, 'de>,
    inside: Option<u32>,
}

impl<'de> DeserializeSeed<'de> for ListOf<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListOf<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of components")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.whole.pointer.element(index);
            let read = elements.next_element_seed(OneOf { whole: self.whole, inside: self.inside })?;
            self.whole.pointer.leave();
            if read.is_none() {
                break;
            }
        }
        Ok(())
    }
}

struct OneOf<'w, 's, 'de> {
    whole: &'w mut Whole<'s, 'de>,
    inside: Option<u32>,
}

impl<'de> DeserializeSeed<'de> for OneOf<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneOf<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a component")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let Self { whole, inside } = self;
        let number = whole.next;
        whole.next += 1;
        if let Some(outer) = inside {
            let pair = (whole.place(outer), whole.place(number));
            whole.contained.push(pair);
        }
        let mut kept: Vec<Member<'de>> = Vec::new();
        while let Some(member) = members.next_key::<Words<'de>>()? {
            if &*member == "components" {
                whole.pointer.enter("components");
                members.next_value_seed(ListOf { whole, inside: Some(number) })?;
                whole.pointer.leave();
            } else if kept.iter().any(|(known, _)| *known == member) {
                whole.refused = Some((whole.pointer.member(&member), "a member stands twice".to_owned()));
                return Err(Error::custom("a member stands twice"));
            } else {
                kept.push((member, members.next_value()?));
            }
        }
        whole.add(number, &kept).then_some(()).ok_or_else(|| Error::custom("refused"))
    }
}

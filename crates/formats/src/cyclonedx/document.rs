//! The document: which version it is written in, and its members in whatever order they come.

use std::fmt;

use proofmark_facts::{Place, Read, Sbom, SbomOrigin};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::component::Components;
use super::dependency::Dependencies;
use super::metadata::{Metadata, ReadMetadata};
use super::so_far::SoFar;
use super::whole::{Found, add_particulars};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::{Each, List, Once, Stop, Words, read_document};
use crate::problems::Problems;

/// The newest version of the specification this reader knows.
const NEWEST_MINOR: u32 = 7;

/// Reads a CycloneDX JSON document of specification version 1.2 to 1.7.
///
/// Nested components are listed flat, in document order, and hang on what they stand in by a dependency.
/// `metadata.component` is the subject and `own`. Services are not components; a dependency on one is left
/// out in silence. Where a reference stands twice, dependencies go to the component that came first.
pub fn read_cyclonedx(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let mut document = Document::new(limits);
    match read_document(bytes, limits.bytes, limits.depth, "CycloneDX", &mut document) {
        Ok(()) => document.finish(limits.particulars.then_some(bytes)),
        Err(problem) => document.so_far.gathered.refuse(*problem),
    }
}

/// What was read so far.
struct Document<'a> {
    so_far: SoFar<'a>,
    /// References of services, which dependencies may name.
    services: Vec<Words<'a>>,
    metadata: Metadata<'a>,
    bom_format: Option<Words<'a>>,
    spec_version: Option<Words<'a>>,
    serial_number: Option<Words<'a>>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    BomFormat,
    SpecVersion,
    SerialNumber,
    Metadata,
    Components,
    Services,
    Dependencies,
    #[serde(other)]
    Other,
}

impl<'a> Document<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self {
            so_far: SoFar::new(limits),
            services: Vec::new(),
            metadata: Metadata::default(),
            bom_format: None,
            spec_version: None,
            serial_number: None,
        }
    }

    /// The SBOM, and what else these bytes say, where they are given.
    fn finish(mut self, whole: Option<&'a [u8]>) -> Read<Sbom> {
        let format = self.format();
        let Metadata { timestamp, created_by, supplier } = std::mem::take(&mut self.metadata);
        let place = || Place::at("/metadata/timestamp");
        let created_at = timestamp.and_then(|written| self.so_far.gathered.instant(&written, place));
        let services = std::mem::take(&mut self.services);
        let SoFar { mut gathered, mut wanted, subject, twin, .. } = self.so_far;
        wanted.resolve(&mut gathered, services);
        let subject = subject.map(|index| {
            let component = &mut gathered.components[index as usize];
            component.own = true;
            if component.supplier.is_none() {
                component.supplier = supplier.map(Words::into_string);
            }
            let Some(twin) = twin else { return index };
            gathered.merge(twin, index);
            index - u32::from(index > twin)
        });
        let serial = self.serial_number.map(Words::into_string);
        let by_reference = gathered.take_references();
        let into = subject.map(|index| index + u32::from(twin.is_some_and(|twin| twin <= index)));
        let found = Found { by_reference, twin: twin.zip(into) };
        let add = |sbom: &mut Sbom, problems: &mut Problems| {
            if let Some(written) = whole.and_then(|bytes| str::from_utf8(bytes).ok()) {
                add_particulars(sbom, written, &found, problems);
            }
        };
        gathered.finish_with(SbomOrigin { format, serial, created_at, created_by }, subject, add)
    }

    /// Checks `bomFormat` and `specVersion`, and names the format with its version.
    fn format(&mut self) -> String {
        let problems = &mut self.so_far.gathered.problems;
        if self.bom_format.as_deref() != Some("CycloneDX") {
            let found = excerpt(self.bom_format.as_deref().unwrap_or_default());
            problems.error(Place::at("/bomFormat"), text!("formats-cyclonedx-bom-format", found = found));
        }
        let version = self.spec_version.as_deref().unwrap_or_default();
        let place = Place::at("/specVersion");
        match version.strip_prefix("1.").and_then(|minor| minor.parse::<u32>().ok()) {
            Some(2..=NEWEST_MINOR) => {}
            Some(minor) if minor > NEWEST_MINOR => {
                problems.warn(place, text!("formats-cyclonedx-newer", version = excerpt(version)));
            }
            _ => problems.error(place, text!("formats-cyclonedx-version", version = excerpt(version))),
        }
        format!("CycloneDX {version}")
    }
}

impl AsMut<Stop> for Document<'_> {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.so_far.stop
    }
}

impl<'de> DeserializeSeed<'de> for &mut Document<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Document<'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a CycloneDX document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut once = Once::default();
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::BomFormat => self.bom_format = members.next_value()?,
                Key::SpecVersion => self.spec_version = members.next_value()?,
                Key::SerialNumber => self.serial_number = members.next_value()?,
                Key::Metadata => {
                    self.so_far.pointer.enter("metadata");
                    self.metadata = members.next_value_seed(ReadMetadata(&mut self.so_far))?;
                    self.so_far.pointer.leave();
                }
                Key::Components => {
                    self.so_far.pointer.enter("components");
                    members.next_value_seed(Components { document: &mut self.so_far, inside: None })?;
                    self.so_far.pointer.leave();
                }
                Key::Services => {
                    let take = |service: Service<'de>| self.service(service);
                    members.next_value_seed(Each::new(take))?;
                }
                Key::Dependencies => members.next_value_seed(Dependencies(&mut self.so_far))?,
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// A service: only what dependencies may name.
#[derive(Deserialize)]
struct Service<'a> {
    #[serde(rename = "bom-ref", borrow)]
    reference: Option<Words<'a>>,
    #[serde(default = "List::default")]
    services: List<Service<'a>>,
}

impl<'a> Document<'a> {
    fn service(&mut self, service: Service<'a>) -> Result<(), &'static str> {
        let mut waiting = vec![service];
        while let Some(service) = waiting.pop() {
            if self.services.len() >= self.so_far.gathered.most_components() {
                return Err("there are too many services");
            }
            self.services.extend(service.reference);
            waiting.extend(service.services.0);
        }
        Ok(())
    }
}

//! The document: its version, who made it, and its members in whatever order they come.

use std::fmt;

use proofmark_facts::{Place, Read, Sbom, SbomOrigin};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::package::{Package, without_role};
use super::relationship::{Relationship, Relationships};
use super::whole::add_particulars;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::json::{Each, List, Once, Stop, Words, read_document};
use crate::problems::Problems;

/// Reads an SPDX JSON document of version 2.2 or 2.3.
///
/// Packages are components. Files and snippets are not: what advisories speak about are packages, and a
/// document with files only says so in a warning. The subject is the one package the document describes.
pub fn read_spdx(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let mut document = Document::new(limits);
    match read_document(bytes, limits.bytes, limits.depth, "SPDX", &mut document) {
        Ok(()) if limits.particulars => document.finish_whole(bytes, limits),
        Ok(()) => document.finish(),
        Err(problem) => document.gathered.refuse(*problem),
    }
}

/// What was read so far.
struct Document<'a> {
    gathered: Gathered<'a>,
    stop: Stop,
    relationships: Relationships<'a>,
    files: usize,
    spdx_version: Option<Words<'a>>,
    namespace: Option<Words<'a>>,
    creation: Option<CreationInfo<'a>>,
}

#[derive(Deserialize, Default)]
struct CreationInfo<'a> {
    #[serde(borrow)]
    created: Option<Words<'a>>,
    #[serde(default, borrow)]
    creators: List<Words<'a>>,
}

/// A file or snippet: only that it exists.
#[derive(Deserialize)]
struct Element<'a> {
    #[serde(rename = "SPDXID", borrow)]
    id: Option<Words<'a>>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    SpdxVersion,
    DocumentNamespace,
    CreationInfo,
    DocumentDescribes,
    Packages,
    Files,
    Snippets,
    Relationships,
    #[serde(other)]
    Other,
}

impl<'a> Document<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self {
            gathered: Gathered::new(limits),
            stop: Stop::default(),
            relationships: Relationships::default(),
            files: 0,
            spdx_version: None,
            namespace: None,
            creation: None,
        }
    }

    fn finish(mut self) -> Read<Sbom> {
        let gathered = &mut self.gathered;
        let format = self.spdx_version.map(Words::into_string).unwrap_or_default();
        let place = Place::at("/spdxVersion");
        match format.strip_prefix("SPDX-2.") {
            Some("2" | "3") => {}
            Some(_) => {
                gathered.problems.warn(place, text!("formats-spdx-version-near", version = excerpt(&format)));
            }
            None => gathered.problems.error(place, text!("formats-spdx-version", version = excerpt(&format))),
        }
        if gathered.components.is_empty() && self.files > 0 {
            gathered
                .problems
                .warn(Place::at("/packages"), text!("formats-spdx-files-only", files = self.files));
        }
        let creation = self.creation.unwrap_or_default();
        let place = || Place::at("/creationInfo/created");
        let created_at = creation.created.and_then(|written| gathered.instant(&written, place));
        let created_by = creation.creators.0.iter().map(|creator| without_role(creator).to_owned()).collect();
        let subject = self.relationships.resolve(gathered);
        if let Some(subject) = subject {
            gathered.components[subject as usize].own = true;
        }
        let serial = self.namespace.map(Words::into_string);
        self.gathered.finish(SbomOrigin { format, serial, created_at, created_by }, subject)
    }

    /// The same with everything else the document says.
    fn finish_whole(self, bytes: &[u8], limits: &Limits) -> Read<Sbom> {
        let Read { value, problems: told } = self.finish();
        let (Some(mut sbom), Ok(written)) = (value, text_of(bytes, limits.bytes)) else {
            return Read { value: None, problems: told };
        };
        let mut problems = Problems::new(limits.problems);
        add_particulars(&mut sbom, written, &mut problems);
        let Read { value, problems } = Read::with(sbom, problems.told());
        Read { value, problems: told.into_iter().chain(problems).collect() }
    }

    fn package(&mut self, package: Package<'a>, index: usize) -> Result<(), crate::json::Stopped> {
        let place = || format!("/packages/{index}");
        package.gather(&mut self.gathered, &place).map_err(|says| self.stop.because(says))
    }

    fn element(&mut self, element: Element<'a>) {
        self.files += 1;
        self.relationships.elsewhere.extend(element.id);
    }

    fn relationship(
        &mut self,
        relationship: Relationship<'a>,
        index: usize,
    ) -> Result<(), crate::json::Stopped> {
        self.relationships.hold(relationship, index);
        let within = self.relationships.held() <= self.gathered.most_dependencies();
        within.then_some(()).ok_or_else(|| self.stop.because(self.gathered.too_many_dependencies()))
    }
}

impl AsMut<Stop> for Document<'_> {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.stop
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
        out.write_str("an SPDX document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut once = Once::default();
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            let mut index = 0..;
            let mut next = || index.next().unwrap_or(usize::MAX);
            match key {
                Key::SpdxVersion => self.spdx_version = members.next_value()?,
                Key::DocumentNamespace => self.namespace = members.next_value()?,
                Key::CreationInfo => self.creation = members.next_value()?,
                Key::DocumentDescribes => {
                    let described: List<Words<'de>> = members.next_value()?;
                    self.relationships.described.extend(described.0);
                }
                Key::Packages => {
                    members.next_value_seed(Each::new(|package| self.package(package, next())))?;
                }
                Key::Files | Key::Snippets => {
                    let take = |element: Element<'de>| -> Result<(), &'static str> {
                        self.element(element);
                        Ok(())
                    };
                    members.next_value_seed(Each::new(take))?;
                }
                Key::Relationships => {
                    members.next_value_seed(Each::new(|it| self.relationship(it, next())))?;
                }
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

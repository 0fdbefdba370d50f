//! Metadata: what the document is about and who made it.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::component::{OneComponent, Organisation, filled};
use super::so_far::SoFar;
use crate::json::{List, Once, Words};

/// Metadata of a document.
#[derive(Default)]
pub(super) struct Metadata<'a> {
    pub(super) timestamp: Option<Words<'a>>,
    /// Authors, the organisation that made the document, tools.
    pub(super) created_by: Vec<String>,
    /// Who supplies what the document is about.
    pub(super) supplier: Option<Words<'a>>,
}

/// Reads `metadata`, or `null`.
pub(super) struct ReadMetadata<'d, 'a>(pub(super) &'d mut SoFar<'a>);

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    Timestamp,
    Component,
    Authors,
    /// Since 1.6: the organisation that made the document.
    Manufacturer,
    /// Until 1.5: the organisation that made what the document describes.
    Manufacture,
    Supplier,
    Tools,
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for ReadMetadata<'_, 'de> {
    type Value = Metadata<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Metadata<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReadMetadata<'_, 'de> {
    type Value = Metadata<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the document's metadata")
    }

    fn visit_unit<E: Error>(self) -> Result<Metadata<'de>, E> {
        Ok(Metadata::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Metadata<'de>, A::Error> {
        let document = self.0;
        let (mut metadata, mut once) = (Metadata::default(), Once::default());
        let (mut manufacture, mut tools) = (None, Tools::default());
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::Timestamp => metadata.timestamp = members.next_value()?,
                Key::Component => {
                    document.pointer.enter("component");
                    let seed = OneComponent { document, inside: None, is_subject: true };
                    members.next_value_seed(seed)?;
                    document.pointer.leave();
                }
                Key::Authors => {
                    let authors: List<Author<'_>> = members.next_value()?;
                    metadata.created_by.extend(authors.0.into_iter().filter_map(Author::into_string));
                }
                Key::Manufacturer => {
                    let maker: Option<Organisation<'_>> = members.next_value()?;
                    metadata.created_by.extend(maker.and_then(|maker| filled(maker.name)));
                }
                Key::Manufacture => manufacture = members.next_value::<Option<Organisation<'_>>>()?,
                Key::Supplier => {
                    let supplier: Option<Organisation<'_>> = members.next_value()?;
                    metadata.supplier = supplier.and_then(|supplier| supplier.name);
                }
                Key::Tools => tools = members.next_value()?,
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        metadata.created_by.extend(tools.0);
        metadata.supplier = metadata.supplier.or_else(|| manufacture.and_then(|maker| maker.name));
        Ok(metadata)
    }
}

#[derive(Deserialize)]
struct Author<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    email: Option<Words<'a>>,
}

impl Author<'_> {
    fn into_string(self) -> Option<String> {
        filled(self.name).or_else(|| filled(self.email))
    }
}

/// Tools in either shape: a list until 1.4, an object of components and services since 1.5.
#[derive(Default)]
struct Tools(Vec<String>);

#[derive(Deserialize)]
struct Tool<'a> {
    #[serde(borrow, alias = "group")]
    vendor: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    version: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct ToolObjects<'a> {
    #[serde(default, borrow)]
    components: List<Tool<'a>>,
    #[serde(default, borrow)]
    services: List<Tool<'a>>,
}

impl<'de> Deserialize<'de> for Tools {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ToolShapes)
    }
}

struct ToolShapes;

impl<'de> Visitor<'de> for ToolShapes {
    type Value = Tools;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of tools")
    }

    fn visit_unit<E: Error>(self) -> Result<Tools, E> {
        Ok(Tools::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<Tools, A::Error> {
        let tools = List::<Tool<'_>>::deserialize(SeqAccessDeserializer::new(elements))?;
        Ok(Tools(tools.0.iter().filter_map(Tool::to_words).collect()))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Tools, A::Error> {
        let tools = ToolObjects::deserialize(MapAccessDeserializer::new(members))?;
        let both = tools.components.0.iter().chain(&tools.services.0);
        Ok(Tools(both.filter_map(Tool::to_words).collect()))
    }
}

impl Tool<'_> {
    /// Vendor, name and version, as far as they are there.
    fn to_words(&self) -> Option<String> {
        let parts = [&self.vendor, &self.name, &self.version].into_iter().flatten();
        let parts: Vec<&str> = parts.map(|part| &**part).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

//! Elements of the graph: one shape for all of them, since each kind only has some of its members.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::json::{List, MaybeWords, Words};

/// An element as written.
#[derive(Deserialize, Default)]
pub(super) struct Element<'a> {
    #[serde(rename = "type", default, borrow)]
    pub(super) kind: MaybeWords<'a>,
    #[serde(rename = "spdxId", default, borrow)]
    pub(super) id: MaybeWords<'a>,
    #[serde(rename = "@id", default, borrow)]
    pub(super) blank_id: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) name: MaybeWords<'a>,
    #[serde(rename = "software_packageVersion", default, borrow)]
    pub(super) version: MaybeWords<'a>,
    #[serde(rename = "software_packageUrl", default, borrow)]
    pub(super) purl: MaybeWords<'a>,
    #[serde(rename = "software_primaryPurpose", default, borrow)]
    pub(super) purpose: MaybeWords<'a>,
    #[serde(rename = "externalIdentifier", default, borrow)]
    pub(super) identifiers: List<Identifier<'a>>,
    #[serde(rename = "verifiedUsing", default, borrow)]
    pub(super) digests: List<Digest<'a>>,
    #[serde(rename = "suppliedBy", default, borrow)]
    pub(super) supplied_by: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) from: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) to: Ends<'a>,
    #[serde(rename = "relationshipType", default, borrow)]
    pub(super) relation: MaybeWords<'a>,
    #[serde(rename = "rootElement", default, borrow)]
    pub(super) roots: Ends<'a>,
    #[serde(rename = "simplelicensing_licenseExpression", default, borrow)]
    pub(super) licence: MaybeWords<'a>,
    #[serde(rename = "security_impactStatement", default, borrow)]
    pub(super) impact: MaybeWords<'a>,
    #[serde(rename = "security_statusNotes", default, borrow)]
    pub(super) notes: MaybeWords<'a>,
    #[serde(rename = "security_actionStatement", default, borrow)]
    pub(super) action: MaybeWords<'a>,
    #[serde(rename = "security_justificationType", default, borrow)]
    pub(super) justification: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) created: MaybeWords<'a>,
    #[serde(rename = "createdBy", default, borrow)]
    pub(super) created_by: Ends<'a>,
    #[serde(rename = "specVersion", default, borrow)]
    pub(super) spec_version: MaybeWords<'a>,
}

/// Another name of an element.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Identifier<'a> {
    #[serde(rename = "externalIdentifierType", default, borrow)]
    pub(super) kind: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) identifier: MaybeWords<'a>,
}

/// A digest.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Digest<'a> {
    #[serde(rename = "type", default, borrow)]
    pub(super) kind: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) algorithm: MaybeWords<'a>,
    #[serde(default, borrow)]
    pub(super) hash_value: MaybeWords<'a>,
}

/// References, one or many: what a relationship leads to may be every file of a package.
#[derive(Debug, Default, Clone)]
pub(super) struct Ends<'a>(pub(super) Vec<Words<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Ends<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reading.deserialize(deserializer)
    }
}

struct Reading;

impl<'de> DeserializeSeed<'de> for Reading {
    type Value = Ends<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Ends<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reading {
    type Value = Ends<'de>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a reference or a list of references")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Ends(vec![Words(text.into())]))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Ends(vec![Words(text.to_owned().into())]))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Ends::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Ends::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut ends = Vec::new();
        while let Some(end) = elements.next_element::<MaybeWords<'de>>()? {
            ends.extend(end.0);
        }
        Ok(Ends(ends))
    }
}

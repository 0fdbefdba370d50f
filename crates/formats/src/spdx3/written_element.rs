//! An element as it is written: what was taken of it, and beside that what stands in its own words.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::own_elements::CREATION;
use crate::spdx::AsWritten;

/// An element of the graph.
pub(super) enum Written<'a> {
    /// One with members in its own words, which stand in place of those of the same name.
    Element(Value, Vec<(&'a str, &'a str)>),
    /// One of which nothing was taken.
    AsItWas(&'a RawValue),
}

impl Written<'_> {
    /// An element that is made as all of the document are.
    pub(super) fn element(kind: &str, id: &str, mut members: Value) -> Self {
        members["type"] = json!(kind);
        members["spdxId"] = json!(id);
        members["creationInfo"] = json!(CREATION);
        Self::Element(members, Vec::new())
    }

    /// A relationship.
    pub(super) fn relationship(
        id: &str,
        kind: &str,
        from: &str,
        to: &[&str],
        completeness: Option<&str>,
    ) -> Self {
        let mut members = json!({"from": from, "relationshipType": kind, "to": to});
        if let Some(completeness) = completeness {
            members["completeness"] = json!(completeness);
        }
        Self::element("Relationship", id, members)
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, own) = match self {
            Self::Element(value, own) => (value, own),
            Self::AsItWas(raw) => return raw.serialize(serializer),
        };
        let own_of = |member: &str| own.iter().find(|(own, _)| *own == member).map(|(_, json)| *json);
        let mut written = serializer.serialize_map(None)?;
        for (member, value) in value.as_object().into_iter().flatten() {
            match own_of(member) {
                None => written.serialize_entry(member, value)?,
                Some(rest) if is_list(member) => written.serialize_entry(member, &joined(value, rest))?,
                Some(_) => {}
            }
        }
        for (member, json) in own {
            let is_said = is_list(member) && value.get(member).is_some();
            // What is about nothing names nothing.
            if !is_said && *json != "[]" {
                written.serialize_entry(member, &AsWritten(json))?;
            }
        }
        written.end()
    }
}

/// Lists of which only some entries stand in own words.
fn is_list(member: &str) -> bool {
    matches!(member, "verifiedUsing" | "externalIdentifier" | "externalRef")
}

fn joined(value: &Value, rest: &str) -> Value {
    let rest: Vec<Value> = serde_json::from_str(rest).unwrap_or_default();
    Value::Array(value.as_array().into_iter().flatten().cloned().chain(rest).collect())
}

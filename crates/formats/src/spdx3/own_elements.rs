//! Elements in their own words: what they speak of, and what they are called when they are written again.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{OwnWords, Sbom};
use serde_json::Value;
use serde_json::value::RawValue;

use super::item::Item;

/// What the member begins with under which elements of one kind are kept.
pub(super) const GRAPH: &str = "@graph/";

/// What the information on how the written document was made is called in it.
pub(super) const CREATION: &str = "_:creationinfo";

/// Every text of the value but for those that name how an element was made and what a collection lists.
pub(super) fn texts_in(json: &str, texts: &mut Vec<String>) {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return };
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(words) => texts.push(words),
            Value::Array(all) => waiting.extend(all),
            Value::Object(members) => {
                let is_told = |member: &str| !matches!(member, "creationInfo" | "element" | "spdxId" | "@id");
                waiting.extend(members.into_iter().filter(|(name, _)| is_told(name)).map(|(_, it)| it));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// What elements that say how others were made are called when they are written again: the first gets the written document's own
/// name for it, and who had that name gets the first's.
pub(super) struct Renamed {
    names: HashMap<String, String>,
}

impl Renamed {
    pub(super) fn of(items: &[Item<'_>], creation: Option<&str>) -> Self {
        let mut names = HashMap::new();
        let quoted = |words: &str| Value::from(words).to_string();
        if let Some(creation) = creation.filter(|it| *it != CREATION && !it.is_empty()) {
            names.insert(quoted(creation), quoted(CREATION));
            if items.iter().any(|item| &*item.id == CREATION) {
                names.insert(quoted(CREATION), quoted(creation));
            }
        }
        Self { names }
    }

    /// What an element says of how it was made, under the name that has when it is written.
    pub(super) fn in_member(&self, json: String) -> String {
        self.names.get(&json).cloned().unwrap_or(json)
    }

    /// The element under the names it has when it is written, where it lists others with those alone that are there.
    pub(super) fn in_element(&self, json: String, kind: &str, is_there: &HashSet<&str>) -> String {
        let json = self.in_words(json);
        let is_collection =
            matches!(kind, "software_Sbom" | "Bom" | "Bundle" | "ElementCollection" | "SpdxDocument");
        if !is_collection {
            return json;
        }
        let Ok(Value::Object(mut members)) = serde_json::from_str::<Value>(&json) else { return json };
        if let Some(Value::Array(listed)) = members.get_mut("element") {
            listed.retain(|one| one.as_str().is_none_or(|id| is_there.contains(id)));
            if listed.is_empty() {
                members.remove("element");
            }
        }
        Value::Object(members).to_string()
    }

    /// `json` has no blanks between its signs, so that the members can be found by their names; in a text, its quotes would be escaped.
    fn in_words(&self, json: String) -> String {
        if self.names.is_empty() {
            return json;
        }
        let mut renamed = String::with_capacity(json.len());
        let mut rest = json.as_str();
        while let Some((before, member)) = next_name(rest) {
            renamed.push_str(&rest[..before]);
            rest = &rest[before..];
            let name = self.names.iter().find(|(name, _)| rest[member..].starts_with(name.as_str()));
            renamed.push_str(&rest[..member]);
            rest = &rest[member..];
            if let Some((name, new)) = name {
                renamed.push_str(new);
                rest = &rest[name.len()..];
            }
        }
        renamed.push_str(rest);
        renamed
    }
}

/// How far it is to the next member that names how an element was made, and how long its name is.
fn next_name(json: &str) -> Option<(usize, usize)> {
    let names = ["\"creationInfo\":", "\"@id\":"];
    names.iter().filter_map(|name| Some((json.find(name)?, name.len()))).min()
}

/// The elements in own words that are written again.
#[derive(Default)]
pub(super) struct OwnElements<'a> {
    pub(super) all: Vec<&'a RawValue>,
    /// What they are called.
    pub(super) ids: HashSet<String>,
    /// What components were called where they were read.
    pub(super) references: HashSet<&'a str>,
    /// What they say is related, by kind: from where, and from where to where.
    from: HashSet<(String, String)>,
    pairs: HashSet<(String, String, String)>,
}

impl<'a> OwnElements<'a> {
    /// Those of a document that goes on.
    pub(super) fn of(sbom: &'a Sbom) -> Self {
        let mut own = Self::default();
        let Some(particulars) = sbom.particulars.as_deref() else { return own };
        own.references = sbom.components.iter().map(|component| component.reference.as_str()).collect();
        for json in particulars.own_words.iter().filter_map(of_graph) {
            own.all.extend(serde_json::from_str::<Vec<&'a RawValue>>(json).unwrap_or_default());
        }
        for raw in own.all.clone() {
            let Ok(Value::Object(element)) = serde_json::from_str::<Value>(raw.get()) else { continue };
            let word = |member: &str| element.get(member).and_then(Value::as_str).unwrap_or_default();
            own.ids.insert(word("spdxId").to_owned());
            let (from, kind) = (word("from"), meant(word("relationshipType")));
            if kind.is_empty() {
                continue;
            }
            own.from.insert((kind.to_owned(), from.to_owned()));
            for to in element.get("to").and_then(Value::as_array).into_iter().flatten() {
                let to = to.as_str().unwrap_or_default();
                own.pairs.insert((kind.to_owned(), from.to_owned(), to.to_owned()));
            }
        }
        own
    }

    /// Whether they relate the first to anything in this way.
    pub(super) fn relate(&self, kind: &str, from: &str) -> bool {
        !self.from.is_empty() && self.from.contains(&(kind.to_owned(), from.to_owned()))
    }

    /// Whether they relate the first to the second in this way.
    pub(super) fn relate_to(&self, kind: &str, from: &str, to: &str) -> bool {
        !self.pairs.is_empty() && self.pairs.contains(&(kind.to_owned(), from.to_owned(), to.to_owned()))
    }
}

fn of_graph(words: &OwnWords) -> Option<&str> {
    words.member.starts_with(GRAPH).then_some(words.json.as_str())
}

/// What is linked is depended on.
pub(super) fn meant(kind: &str) -> &str {
    if matches!(kind, "hasStaticLink" | "hasDynamicLink") { "dependsOn" } else { kind }
}

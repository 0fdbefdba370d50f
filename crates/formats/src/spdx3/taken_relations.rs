//! What relationships between packages say: what contains what, what depends on what, and how complete that is stated to be.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{Completeness, SbomParticulars};
use serde::Deserialize;
use serde_json::Value;

use super::item::{Fate, Item, NotKept};
use super::known::{Known, value};
use super::own_elements::meant;
use crate::json::{MaybeWords, Words};

/// The elements that stand for nothing, and for what is not known.
pub(super) const NONE: &str = "https://spdx.org/rdf/3.0.1/terms/Core/NoneElement";
pub(super) const NO_ASSERTION: &str = "https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement";

/// How complete a list is, in CycloneDX's words and in those of `RelationshipCompleteness`.
pub(super) const COMPLETENESS: [(&str, &str); 3] =
    [("complete", "complete"), ("incomplete", "incomplete"), ("unknown", "noAssertion")];

/// What a package is related to.
pub(super) struct Relation {
    pub(super) index: usize,
    pub(super) from: u32,
    pub(super) kind: String,
    pub(super) to: Vec<String>,
    pub(super) completeness: Option<String>,
    /// It says nothing beyond these.
    pub(super) is_plain: bool,
}

/// What packages are related to, in the order of the document.
pub(super) struct Relations {
    pub(super) all: Vec<Relation>,
    /// Files and licences of packages, as places in `all`.
    pub(super) beside: HashMap<u32, Vec<usize>>,
}

#[derive(Deserialize)]
struct Peeked<'a> {
    #[serde(default, borrow)]
    from: MaybeWords<'a>,
    #[serde(rename = "relationshipType", default, borrow)]
    kind: MaybeWords<'a>,
}

impl Relations {
    pub(super) fn of(items: &[Item<'_>], known: &Known<'_>) -> Result<Self, NotKept> {
        let mut relations = Self { all: Vec::new(), beside: HashMap::new() };
        for (index, item) in items.iter().enumerate() {
            if !matches!(&*item.kind, "Relationship" | "LifecycleScopedRelationship") {
                continue;
            }
            let Ok(Peeked { from, kind }) = serde_json::from_str::<Peeked<'_>>(item.raw.get()) else {
                continue;
            };
            let from = from.0.as_ref().and_then(|from: &Words<'_>| known.packages.get(&**from));
            let kind = kind.0.map(Words::into_string).unwrap_or_default();
            let is_beside = matches!(
                kind.as_str(),
                "hasDeclaredLicense" | "hasConcludedLicense" | "hasDistributionArtifact"
            );
            let is_between = matches!(meant(&kind), "contains" | "dependsOn");
            if let (Some(from), true) = (from, is_beside || is_between) {
                let relation = relation(index, *from, kind, &value(item, index)?, known);
                if is_beside {
                    relations.beside.entry(*from).or_default().push(relations.all.len());
                }
                relations.all.push(relation);
            }
        }
        Ok(relations)
    }

    /// Files and licences of a package.
    pub(super) fn beside(&self, package: u32) -> impl Iterator<Item = &Relation> {
        self.beside.get(&package).into_iter().flatten().map(|place| &self.all[*place])
    }
}

fn relation(index: usize, from: u32, kind: String, element: &Value, known: &Known<'_>) -> Relation {
    let word = |member: &str| element.get(member).and_then(Value::as_str);
    let listed = element.get("to").and_then(Value::as_array);
    let to: Vec<String> = listed.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let is_known = |member: &String| {
        ["type", "spdxId", "creationInfo", "from", "to", "relationshipType", "completeness"]
            .contains(&member.as_str())
    };
    let is_plain = word("type") == Some("Relationship")
        && word("creationInfo").is_some_and(|made| Some(made) == known.creation.as_deref())
        && element.as_object().is_some_and(|members| members.keys().all(is_known))
        && listed.is_some_and(|listed| listed.len() == to.len())
        && (element.get("completeness").is_none() || word("completeness").is_some());
    let completeness = word("completeness").map(str::to_owned);
    Relation { index, from, kind, to, completeness, is_plain }
}

/// Takes what contains what and what depends on what.
pub(super) fn take_relations(
    particulars: &mut SbomParticulars,
    known: &Known<'_>,
    relations: &Relations,
    fate: &mut Fate,
) {
    let places = |relation: &Relation| -> Vec<u32> {
        relation.to.iter().filter_map(|id| known.packages.get(id.as_str())).copied().collect()
    };
    for relation in relations.all.iter().filter(|it| it.kind == "contains") {
        let inside = places(relation).into_iter().filter(|to| *to != relation.from);
        particulars.contained.extend(inside.map(|to| (relation.from, to)));
    }
    particulars.contained.sort_unstable();
    particulars.contained.dedup();
    let mut lead: HashSet<(&str, u32)> = HashSet::new();
    for relation in &relations.all {
        let kind = meant(&relation.kind);
        let depends = kind == "dependsOn";
        let to = places(relation);
        if depends && (!to.is_empty() || is_one(&relation.to, NONE)) {
            particulars.answered.push(relation.from);
        }
        if !to.is_empty() {
            lead.insert((kind, relation.from));
        }
    }
    particulars.answered.sort_unstable();
    particulars.answered.dedup();
    let mut stated: HashMap<(&str, u32), Option<&str>> = HashMap::new();
    for relation in &relations.all {
        let kind = relation.kind.as_str();
        if !matches!(kind, "contains" | "dependsOn") || !relation.is_plain {
            continue;
        }
        let to = places(relation);
        let said = relation.completeness.as_deref();
        let is_known = said.is_none_or(|said| COMPLETENESS.iter().any(|(_, word)| *word == said));
        let is_taken = if to.is_empty() {
            let is_nothing = is_one(&relation.to, NONE)
                && (said == Some("complete") || (said.is_none() && kind == "dependsOn"));
            let is_open = is_one(&relation.to, NO_ASSERTION) && said.is_some_and(|said| said != "complete");
            (is_nothing || is_open) && !lead.contains(&(kind, relation.from))
        } else {
            let is_part = |to: &u32| particulars.contained.binary_search(&(relation.from, *to)).is_ok();
            to.len() == relation.to.len()
                && to.iter().all(|to| *to != relation.from && (kind == "contains" || !is_part(to)))
        };
        if is_taken && is_known && *stated.entry((kind, relation.from)).or_insert(said) == said {
            fate.taken[relation.index] = true;
        }
    }
    for (aggregate, word) in COMPLETENESS {
        let of = |kind: &str| {
            let said = stated.iter().filter(|((of, _), said)| *of == kind && **said == Some(word));
            let mut all: Vec<u32> = said.map(|((_, from), _)| *from).collect();
            all.sort_unstable();
            all
        };
        let (parts_of, dependencies_of) = (of("contains"), of("dependsOn"));
        if !parts_of.is_empty() || !dependencies_of.is_empty() {
            particulars.completeness.push(Completeness {
                aggregate: aggregate.to_owned(),
                parts_of,
                dependencies_of,
            });
        }
    }
}

/// Whether it leads to this element alone, of whichever edition of the specification.
fn is_one(to: &[String], element: &str) -> bool {
    let name = element.rsplit_once('/').map_or(element, |(_, name)| name);
    matches!(to, [only] if only.starts_with("https://spdx.org/rdf/3.0.") && only.ends_with(&format!("/terms/Core/{name}")))
}

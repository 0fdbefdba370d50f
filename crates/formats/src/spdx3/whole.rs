//! The whole of a document, read where it is asked for: a second way over it, which takes what the first, that matching goes by,
//! passes over.
//!
//! An element that is written again from what was taken of it goes; every other stays in its own words, and so does whatever an
//! element that stays speaks of.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use proofmark_facts::{OwnWords, Place, Sbom, SbomParticulars};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::item::{Fate, Item, NotKept, is_package};
use super::known::Known;
use super::own_elements::{GRAPH, Renamed, texts_in};
use super::taken_document::take_document;
use super::taken_package::{Reading, take_packages};
use super::taken_relations::{Relations, take_relations};
use crate::excerpt::excerpt;
use crate::json::{Each, List, MaybeWords, Words, compact};
use crate::problems::Problems;
use crate::spdx::Member;

/// Adds what the document says beyond what matching needs.
pub(super) fn add_particulars(sbom: &mut Sbom, written: &str, problems: &mut Problems) {
    if let Err((pointer, error)) = take(sbom, written) {
        let why = error.to_string();
        let why = excerpt(why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why));
        problems.error(Place::at(pointer), text!("formats-json-unexpected", format = "SPDX 3", why = why));
    }
}

fn take(sbom: &mut Sbom, written: &str) -> Result<(), NotKept> {
    let mut whole = Whole { items: Vec::new(), members: Vec::new() };
    let mut deserializer = serde_json::Deserializer::from_str(written.trim_start_matches('\u{feff}'));
    whole.deserialize(&mut deserializer).map_err(|error| (String::new(), error))?;
    let Whole { items, members } = whole;
    let known = Known::of(&items, sbom)?;
    let mut fate = Fate { taken: vec![false; items.len()], used: HashSet::new() };
    let mut particulars = SbomParticulars::default();
    let relations = Relations::of(&items, &known)?;
    let renamed = Renamed::of(&items, known.creation.as_deref());
    take_packages(
        sbom,
        &mut particulars,
        &Reading { items: &items, known: &known, relations: &relations, renamed: &renamed },
        &mut fate,
    )?;
    take_relations(&mut particulars, &known, &relations, &mut fate);
    take_document(sbom, &mut particulars, &items, &known, &renamed, &mut fate)?;
    for (index, item) in items.iter().enumerate() {
        // What nothing that was taken speaks of is written from nowhere.
        let is_written_by_use = known.is_plain(index);
        if is_written_by_use {
            fate.taken[index] = fate.used.contains(&*item.id);
        }
    }
    for (member, raw) in members {
        let of_norm = |raw: &RawValue| {
            let named = serde_json::from_str::<List<Words<'_>>>(raw.get());
            let one = serde_json::from_str::<Words<'_>>(raw.get()).map(|one| List(vec![one])).or(named);
            one.is_ok_and(
                |all| matches!(all.0.as_slice(), [only] if only.starts_with("https://spdx.org/rdf/3.0.")),
            )
        };
        if &*member != "@context" || !of_norm(raw) {
            let json = compact(raw).map_err(|error| (format!("/{}", &*member), error))?;
            particulars.own_words.push(OwnWords { member: member.to_string(), json });
        }
    }
    keep_the_rest(sbom, &mut particulars, &items, &known, &renamed, fate)?;
    particulars.own_words.sort_by(|one, other| one.member.cmp(&other.member));
    sbom.particulars = Some(Box::new(particulars));
    Ok(())
}

/// Keeps every element that does not go in its own words, those of one kind together.
fn keep_the_rest(
    sbom: &Sbom,
    particulars: &mut SbomParticulars,
    items: &[Item<'_>],
    known: &Known<'_>,
    renamed: &Renamed,
    mut fate: Fate,
) -> Result<(), NotKept> {
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, item) in items.iter().enumerate().filter(|(index, _)| fate.taken[*index]) {
        by_id.entry(&item.id).or_default().push(index);
    }
    let of_packages = sbom.components.iter().filter_map(|component| component.particulars.as_deref());
    let mut said: Vec<String> = Vec::new();
    let is_of_making = |words: &&OwnWords| words.member.rsplit('/').next() == Some("creationInfo");
    let all_words = of_packages.flat_map(|it| &it.own_words).chain(&particulars.own_words);
    for words in all_words.filter(|words| !is_of_making(words)) {
        texts_in(&words.json, &mut said);
    }
    let mut stays: Vec<usize> = (0..items.len()).filter(|index| !fate.taken[*index]).collect();
    let mut next = 0;
    loop {
        for spoken_of in said.drain(..) {
            for index in by_id.remove(spoken_of.as_str()).into_iter().flatten() {
                // A package and the document keep their identifiers whatever is written of them.
                if &*items[index].kind == "software_Sbom" {
                    let json = serde_json::Value::from(spoken_of.as_str()).to_string();
                    particulars.own_words.push(OwnWords { member: "software_Sbom/spdxId".to_owned(), json });
                } else if !is_package(&items[index].kind) && &*items[index].kind != "SpdxDocument" {
                    fate.taken[index] = false;
                    stays.push(index);
                }
            }
        }
        let Some(index) = stays.get(next) else { break };
        next += 1;
        texts_in(items[*index].raw.get(), &mut said);
    }
    let is_there: HashSet<&str> = items
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            !fate.taken[*index] || known.keeps_its_id(*index) || &*item.kind == "SpdxDocument"
        })
        .map(|(_, item)| &*item.id)
        .collect();
    let mut all: BTreeMap<&str, String> = BTreeMap::new();
    for (index, item) in items.iter().enumerate().filter(|(index, _)| !fate.taken[*index]) {
        let json = compact(item.raw).map_err(|error| (format!("/@graph/{index}"), error))?;
        let json = renamed.in_element(json, &item.kind, &is_there);
        let list = all.entry(&item.kind).or_default();
        list.push(if list.is_empty() { '[' } else { ',' });
        list.push_str(&json);
    }
    for (kind, mut json) in all {
        json.push(']');
        particulars.own_words.push(OwnWords { member: format!("{GRAPH}{kind}"), json });
    }
    Ok(())
}

/// Walks the document as the first way did.
struct Whole<'de> {
    items: Vec<Item<'de>>,
    members: Vec<Member<'de>>,
}

/// What an element is, and what it is called.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(rename = "type", default, borrow)]
    kind: MaybeWords<'a>,
    #[serde(rename = "spdxId", default, borrow)]
    id: MaybeWords<'a>,
    #[serde(rename = "@id", default, borrow)]
    blank_id: MaybeWords<'a>,
}

impl<'de> DeserializeSeed<'de> for &mut Whole<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Whole<'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an SPDX 3 document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(member) = members.next_key::<Words<'de>>()? {
            if &*member == "@graph" {
                let keep = |raw: &'de RawValue| -> Result<(), &'static str> {
                    let head: Head<'de> =
                        serde_json::from_str(raw.get()).map_err(|_| "an element is no object")?;
                    let id = head.id.0.or(head.blank_id.0).unwrap_or_default();
                    self.items.push(Item { kind: head.kind.0.unwrap_or_default(), id, raw });
                    Ok(())
                };
                members.next_value_seed(Each::new(keep))?;
            } else if self.members.len() >= 200 || self.members.iter().any(|(known, _)| *known == member) {
                return Err(serde::de::Error::custom("a member stands twice in one object"));
            } else {
                self.members.push((member, members.next_value()?));
            }
        }
        Ok(())
    }
}

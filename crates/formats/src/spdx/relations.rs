//! Relationships where the whole document is asked for: which of them the lists of dependencies hold, and which stay as they are.

use std::collections::{HashMap, HashSet};
use std::fmt;

use proofmark_facts::{Completeness, OwnWords, SbomParticulars};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::relationship::{Meaning, meaning};
use crate::json::{Words, compact};

/// The identifier a document has for itself.
pub(super) const DOCUMENT: &str = "SPDXRef-DOCUMENT";

/// A relationship with nothing lost of it.
pub(super) struct Stated<'a> {
    pub(super) first: Words<'a>,
    pub(super) kind: Words<'a>,
    pub(super) second: Words<'a>,
    /// Nothing else is said of it.
    is_plain: bool,
}

impl<'de: 'a, 'a> Deserialize<'de> for Stated<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Stated<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a relationship")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let (mut first, mut kind, mut second) = (None, None, None);
        let mut is_plain = true;
        while let Some(member) = members.next_key::<Words<'de>>()? {
            match &*member {
                "spdxElementId" => first = members.next_value::<Option<Words<'de>>>()?,
                "relationshipType" => kind = members.next_value::<Option<Words<'de>>>()?,
                "relatedSpdxElement" => second = members.next_value::<Option<Words<'de>>>()?,
                _ => {
                    is_plain = false;
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        is_plain &= first.is_some() && kind.is_some() && second.is_some();
        let words = |words: Option<Words<'de>>| words.unwrap_or_default();
        Ok(Stated { first: words(first), kind: words(kind), second: words(second), is_plain })
    }
}

impl Stated<'_> {
    /// Whether it says that the document is about this element.
    pub(super) fn describes(&self, name: &str) -> bool {
        match meaning(&self.kind) {
            Meaning::Describes => &*self.first == DOCUMENT && &*self.second == name,
            Meaning::DescribedBy => &*self.second == DOCUMENT && &*self.first == name,
            _ => false,
        }
    }

    /// The pair it makes dependent, if both are components.
    pub(super) fn pair(&self, place: &dyn Fn(&str) -> Option<u32>) -> Option<(u32, u32)> {
        let pair = || place(&self.first).zip(place(&self.second));
        match meaning(&self.kind) {
            Meaning::Forward => pair(),
            Meaning::Backward => pair().map(|(first, second)| (second, first)),
            _ => None,
        }
    }
}

/// Puts relationships where they belong; what neither the lists of dependencies nor the subject holds stays in its own words.
pub(super) fn take_relationships(
    particulars: &mut SbomParticulars,
    raw: &[&RawValue],
    by_reference: &HashMap<&str, u32>,
    subject: Option<u32>,
) -> Result<(), serde_json::Error> {
    let place = |reference: &str| by_reference.get(reference).copied();
    let stated: Vec<Stated<'_>> =
        raw.iter().map(|raw| serde_json::from_str(raw.get())).collect::<Result<_, _>>()?;
    let plain = |one: &Stated<'_>| one.is_plain && matches!(&*one.kind, "DEPENDS_ON" | "CONTAINS");
    let (mut contained, mut otherwise) = (HashSet::new(), HashSet::new());
    for one in &stated {
        let Some(pair) = one.pair(&place) else { continue };
        if !plain(one) {
            otherwise.insert(pair);
        } else if &*one.kind == "CONTAINS" {
            contained.insert(pair);
        }
    }
    let (mut rest, mut answered, mut unknown) = (String::new(), Vec::new(), Vec::new());
    let mut described = false;
    for (one, raw) in stated.iter().zip(raw) {
        let is_about = one.is_plain && &*one.kind == "DEPENDS_ON";
        let pair = one.pair(&place).filter(|_| plain(one));
        answered.extend(pair.filter(|_| is_about).map(|(from, _)| from));
        let is_held = match (pair, place(&one.first)) {
            (Some(pair), _) => !otherwise.contains(&pair) && (is_about != contained.contains(&pair)),
            (None, Some(from))
                if is_about && &*one.second == "NONE" && !by_reference.contains_key("NONE") =>
            {
                answered.push(from);
                true
            }
            (None, Some(from)) if is_about && &*one.second == "NOASSERTION" => {
                unknown.push(from);
                true
            }
            (None, _) => {
                let is_subject = one.is_plain
                    && &*one.kind == "DESCRIBES"
                    && &*one.first == DOCUMENT
                    && subject.is_some()
                    && place(&one.second) == subject;
                is_subject && !std::mem::replace(&mut described, true)
            }
        };
        if !is_held {
            rest.push(if rest.is_empty() { '[' } else { ',' });
            rest.push_str(&compact(raw)?);
        }
    }
    if !rest.is_empty() {
        rest.push(']');
        rest.shrink_to_fit();
        particulars.own_words.push(OwnWords { member: "relationships".to_owned(), json: rest });
    }
    // Held by its relationship in other words.
    contained.retain(|pair| !otherwise.contains(pair));
    particulars.contained = contained.into_iter().collect();
    particulars.contained.sort_unstable();
    in_order(&mut answered);
    in_order(&mut unknown);
    particulars.answered = answered;
    if !unknown.is_empty() {
        let aggregate = "unknown".to_owned();
        particulars.completeness =
            vec![Completeness { aggregate, parts_of: Vec::new(), dependencies_of: unknown }];
    }
    Ok(())
}

fn in_order(places: &mut Vec<u32>) {
    places.sort_unstable();
    places.dedup();
    places.shrink_to_fit();
}

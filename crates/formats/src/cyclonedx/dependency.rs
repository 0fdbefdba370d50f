//! Dependencies, which name components by reference and may stand before them.

use std::collections::HashSet;
use std::fmt;

use proofmark_facts::Place;
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::document::Document;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::{Each, Once, Words};

/// Dependencies as written, waiting until every component is known.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    /// `ref` of each entry.
    from: Vec<Option<Words<'a>>>,
    /// Entry, place in `dependsOn`, and the reference there.
    to: Vec<(usize, usize, Words<'a>)>,
}

impl<'a> Wanted<'a> {
    /// Turns references into dependencies; a reference to nothing is told and left out.
    pub(super) fn resolve(&mut self, gathered: &mut Gathered<'a>, services: Vec<Words<'a>>) {
        let services: HashSet<Words<'a>> = services.into_iter().collect();
        let mut find = |reference: &str, place: &dyn Fn() -> Place| {
            let found = gathered.find(reference);
            if found.is_none() && !services.contains(reference) {
                let says = match reference {
                    "" => text!("formats-dependency-without-reference"),
                    _ => text!("formats-dependency-unknown", reference = excerpt(reference)),
                };
                gathered.problems.warn(place(), says);
            }
            found
        };
        let mut from = Vec::with_capacity(self.from.len());
        for (entry, reference) in self.from.iter().enumerate() {
            let place = || Place::at(format!("/dependencies/{entry}/ref"));
            from.push(find(reference.as_deref().unwrap_or_default(), &place));
        }
        let mut pairs = Vec::with_capacity(self.to.len());
        for (entry, item, reference) in &self.to {
            let place = || Place::at(format!("/dependencies/{entry}/dependsOn/{item}"));
            let to = find(reference, &place);
            pairs.extend(from.get(*entry).copied().flatten().zip(to));
        }
        for (from, to) in pairs {
            if let Err(says) = gathered.depend(from, to) {
                return gathered.problems.error(Place::at("/dependencies"), says);
            }
        }
    }
}

/// Reads `dependencies`.
pub(super) struct Dependencies<'d, 'a>(pub(super) &'d mut Document<'a>);

impl<'de> DeserializeSeed<'de> for Dependencies<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Dependencies<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of dependencies")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while elements.next_element_seed(Entry(self.0))?.is_some() {}
        Ok(())
    }
}

/// Reads one entry of `dependencies`.
struct Entry<'d, 'a>(&'d mut Document<'a>);

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    Ref,
    DependsOn,
    /// Also `provides`: what a component implements is no dependency of it.
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for Entry<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Entry<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a dependency")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let Document { gathered, wanted, stop, .. } = self.0;
        let most = gathered.most_dependencies();
        let entry = wanted.from.len();
        let (mut from, mut once) = (None, Once::default());
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::Ref => from = members.next_value()?,
                Key::DependsOn => {
                    let mut item = 0;
                    let take = |reference: Words<'de>| {
                        wanted.to.push((entry, item, reference));
                        item += 1;
                        let within = wanted.to.len() <= most;
                        within.then_some(()).ok_or_else(|| stop.because(gathered.too_many_dependencies()))
                    };
                    members.next_value_seed(Each::new(take))?;
                }
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        wanted.from.push(from);
        if wanted.from.len() > most {
            return Err(Error::custom(stop.because(gathered.too_many_dependencies())));
        }
        Ok(())
    }
}

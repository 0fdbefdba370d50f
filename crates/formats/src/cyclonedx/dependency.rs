//! Dependencies, which name components by reference and may stand before them.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::so_far::SoFar;
use crate::json::{Each, Once, Words};

/// Reads `dependencies`.
pub(super) struct Dependencies<'d, 'a>(pub(super) &'d mut SoFar<'a>);

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
struct Entry<'d, 'a>(&'d mut SoFar<'a>);

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
        let SoFar { gathered, wanted, stop, .. } = self.0;
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

//! Arrays: short ones kept whole, long ones handed on element by element.

use std::fmt;
use std::marker::PhantomData;

use proofmark_facts::VersionList;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use super::words::Words;

/// The most elements of an array that is kept whole unless it says otherwise: licences, digests, tools, events.
pub(crate) const MOST_ELEMENTS: usize = 100_000;

/// An array kept whole, of so many elements at most; `null`, which some writers leave for an empty one, is empty.
#[derive(Debug, Clone)]
pub(crate) struct List<T, const MOST: usize = MOST_ELEMENTS>(pub(crate) Vec<T>);

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for List<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut kept = Vec::new();
        let keep = |element: T| {
            kept.push(element);
            (kept.len() <= MOST).then_some(()).ok_or("this list has too many elements")
        };
        Each::new(keep).deserialize(deserializer)?;
        Ok(Self(kept))
    }
}

/// An array of versions, kept as one text; otherwise read as a [`List`] is.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListedVersions(pub(crate) VersionList);

impl<'de> Deserialize<'de> for ListedVersions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut kept = VersionList::default();
        let keep = |version: Words<'de>| {
            kept.push(&version);
            (kept.len() <= MOST_ELEMENTS).then_some(()).ok_or("this list has too many elements")
        };
        Each::new(keep).deserialize(deserializer)?;
        Ok(Self(kept))
    }
}

/// Hands each element of an array to a function, so that no more of them is held than the function keeps.
pub(crate) struct Each<T, F> {
    take: F,
    element: PhantomData<T>,
}

impl<T, F> Each<T, F> {
    pub(crate) fn new(take: F) -> Self {
        Self { take, element: PhantomData }
    }
}

impl<'de, T, F, S> DeserializeSeed<'de> for Each<T, F>
where
    T: Deserialize<'de>,
    F: FnMut(T) -> Result<(), S>,
    S: fmt::Display,
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T, F, S> Visitor<'de> for Each<T, F>
where
    T: Deserialize<'de>,
    F: FnMut(T) -> Result<(), S>,
    S: fmt::Display,
{
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        while let Some(element) = elements.next_element::<T>()? {
            (self.take)(element).map_err(Error::custom)?;
        }
        Ok(())
    }
}

/// Which members of an object were read: one that stands twice is refused, as two readers could choose
/// differently between the two.
#[derive(Debug, Default)]
pub(crate) struct Once(u64);

impl Once {
    /// `number` is the member's place in its reader's list of keys, below 64.
    pub(crate) fn check<E: Error>(&mut self, number: u8) -> Result<(), E> {
        self.first(number).ok_or_else(|| Error::custom("a member stands twice in one object"))
    }

    /// Nothing where the member stood before.
    pub(crate) fn first(&mut self, number: u8) -> Option<()> {
        let bit = 1 << number;
        let is_first = self.0 & bit == 0;
        self.0 |= bit;
        is_first.then_some(())
    }
}

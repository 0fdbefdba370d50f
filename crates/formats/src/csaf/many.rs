//! An array that may be long: the products of everything a publisher ships.

use serde::de::{Deserialize, Deserializer};

use crate::json::Each;

/// The most elements: several times what the largest published documents have.
const MOST_ELEMENTS: usize = 2_000_000;

/// An array kept whole; `null` is empty.
#[derive(Debug, Clone)]
pub(super) struct Many<T>(pub(super) Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::DeserializeSeed;

        let mut kept = Vec::new();
        let keep = |element: T| {
            kept.push(element);
            (kept.len() <= MOST_ELEMENTS).then_some(()).ok_or("this list has too many elements")
        };
        Each::new(keep).deserialize(deserializer)?;
        Ok(Self(kept))
    }
}

//! An array that may be long: the products of everything a publisher ships.

use crate::json::List;

/// The most elements: several times what the largest published documents have.
const MOST_ELEMENTS: usize = 2_000_000;

/// An array kept whole; `null` is empty.
pub(super) type Many<T> = List<T, MOST_ELEMENTS>;

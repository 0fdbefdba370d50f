//! Lists of a document that may be anything else.

use serde_json::Value;

/// The elements of a list; none where it is no list.
pub(super) fn elements(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The texts of a list with their index.
pub(super) fn texts(value: &Value) -> impl Iterator<Item = (usize, &str)> {
    elements(value).iter().enumerate().filter_map(|(index, one)| Some((index, one.as_str()?)))
}

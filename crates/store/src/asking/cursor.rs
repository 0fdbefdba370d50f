//! Where a page ends: the values its order is made of, as one word that a browser hands back.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofmark_facts::KeepError;
use serde_json::Value as Json;

use crate::error;
use crate::sql::Value;

/// The longest word that is looked at.
const LONGEST: usize = 8192;

/// What a column of an order holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A number.
    Number,
    /// Words.
    Words,
}

/// The place as one word.
pub(super) fn written(place: &[Value]) -> String {
    let part = |value: &Value| match value {
        Value::Integer(number) => Json::from(*number),
        Value::Text(words) => Json::from(words.as_str()),
        // No order of ours has such a column.
        Value::Null | Value::Bytes(_) => Json::Null,
    };
    let parts: Vec<Json> = place.iter().map(part).collect();
    URL_SAFE_NO_PAD.encode(Json::from(parts).to_string())
}

/// The place of a word that [`written`] made for an order of such columns. It comes back from outside: anything may be
/// in it, and only what fits is taken.
pub(super) fn read<const N: usize>(word: &str, holds: [Holds; N]) -> Result<[Value; N], KeepError> {
    let place = || {
        let bytes = URL_SAFE_NO_PAD.decode(Some(word).filter(|word| word.len() <= LONGEST)?).ok()?;
        let parts: Vec<Json> = serde_json::from_slice(&bytes).ok()?;
        let parts = Some(parts).filter(|parts| parts.len() == N)?;
        let place: Option<Vec<Value>> =
            parts.into_iter().zip(holds).map(|(value, holds)| part(value, holds)).collect();
        place?.try_into().ok()
    };
    place().ok_or_else(error::unknown_page)
}

fn part(value: Json, holds: Holds) -> Option<Value> {
    match (value, holds) {
        (Json::Number(number), Holds::Number) => number.as_i64().map(Value::Integer),
        (Json::String(words), Holds::Words) => Some(Value::Text(words)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Holds, read, written};
    use crate::sql::Value;

    proptest! {
        #[test]
        fn a_place_comes_back_as_it_was_written(words in ".*", number in any::<i64>()) {
            let place = [Value::Text(words), Value::Integer(number)];
            prop_assert_eq!(read(&written(&place), [Holds::Words, Holds::Number]).unwrap(), place);
        }

        #[test]
        fn whatever_comes_from_outside_is_read_or_refused(word in ".*") {
            if let Ok(place) = read(&word, [Holds::Number, Holds::Words]) {
                prop_assert!(matches!(place, [Value::Integer(_), Value::Text(_)]));
            }
        }
    }
}

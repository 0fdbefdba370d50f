//! How many entries of a list are asked for: what is not from one to two hundred is refused wherever it is asked.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

/// How many entries a page of a list has unless it is asked otherwise.
const USUAL: usize = 50;

/// How many at most.
pub(crate) const MOST: usize = 200;

/// How many entries of a list are asked for: from 1 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Limit(usize);

impl Limit {
    /// So many, or as many as may be asked for.
    pub(crate) const fn at_most(count: usize) -> Self {
        Self(if count < 1 {
            1
        } else if count > MOST {
            MOST
        } else {
            count
        })
    }

    /// What these words ask for; `None`: it may not be asked for.
    pub(crate) fn read(words: &str) -> Option<Self> {
        words.parse().ok().filter(|count| (1..=MOST).contains(count)).map(Self)
    }
}

/// How many entries are meant.
pub(crate) fn limit(asked: Option<Limit>) -> usize {
    asked.map_or(USUAL, |limit| limit.0)
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = u64::deserialize(deserializer)?;
        Self::read(&count.to_string()).ok_or_else(|| de::Error::custom("not from 1 to 200"))
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": MOST })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_bounds_is_no_limit() {
        for (words, read) in
            [("1", Some(1)), ("200", Some(200)), ("0", None), ("201", None), ("-1", None), ("x", None)]
        {
            assert_eq!(Limit::read(words).map(|limit| limit.0), read, "{words}");
            let json: Result<Limit, _> = serde_json::from_str(words);
            assert_eq!(json.ok().map(|limit| limit.0), read, "{words}");
        }
        assert_eq!(
            (limit(None), limit(Some(Limit::at_most(0))), limit(Some(Limit::at_most(999)))),
            (50, 1, 200)
        );
    }
}

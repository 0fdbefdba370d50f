//! A score findings must have at least, as people and programs write it: CVSS, from 0.0 to 10.0.

use std::borrow::Cow;
use std::fmt;

use proofmark_text::text;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The highest score (CVSS 3.1 section 5), times ten.
const HIGHEST: i64 = 100;

/// The longest way to write a score.
const LONGEST: usize = 32;

/// A CVSS score from 0.0 to 10.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ScoreAsked {
    tenths: i64,
}

impl ScoreAsked {
    /// The score times ten, as findings keep it.
    pub(crate) fn tenths(self) -> i64 {
        self.tenths
    }

    /// The score of these words. Scores have one decimal: at least 7.55 is at least 7.6. `None`: it is no score.
    fn read(words: &str) -> Option<Self> {
        let (whole, decimals) = words.split_once('.').unwrap_or((words, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if words.len() > LONGEST || !digits(whole) || !digits(decimals) {
            return None;
        }
        let (first, beyond) = decimals.split_at(1);
        let up = i64::from(beyond.bytes().any(|digit| digit != b'0'));
        let tenths = whole.parse::<i64>().ok()?.checked_mul(10)? + first.parse::<i64>().ok()? + up;
        (tenths <= HIGHEST).then_some(Self { tenths })
    }
}

impl fmt::Display for ScoreAsked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

impl Serialize for ScoreAsked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ScoreAsked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Cow::<'de, str>::deserialize(deserializer)?;
        Self::read(&words).ok_or_else(|| de::Error::custom(text!("ends-score").to_string()))
    }
}

impl JsonSchema for ScoreAsked {
    fn schema_name() -> Cow<'static, str> {
        "ScoreAsked".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 10 })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_score_is_from_nought_to_ten() {
        for (words, tenths) in [
            ("0", Some(0)),
            ("7", Some(70)),
            ("7.0", Some(70)),
            ("9.8", Some(98)),
            ("7.55", Some(76)),
            ("7.50", Some(75)),
            ("10", Some(100)),
            ("10.0", Some(100)),
            ("10.01", None),
            ("10.1", None),
            ("70", None),
            ("-1", None),
            ("-0.1", None),
            ("+1", None),
            ("1e1", None),
            ("7,5", None),
            (".5", None),
            ("5.", None),
            ("", None),
            ("NaN", None),
            ("inf", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(ScoreAsked::read(words).map(ScoreAsked::tenths), tenths, "{words}");
        }
    }

    proptest! {
        #[test]
        fn a_score_is_read_as_it_is_written(tenths in 0..=HIGHEST) {
            let score = ScoreAsked { tenths };
            prop_assert_eq!(ScoreAsked::read(&score.to_string()), Some(score));
        }

        #[test]
        fn whatever_else_is_written_is_no_fault_of_ours(words in "\\PC*") {
            let _ = ScoreAsked::read(&words);
        }
    }
}

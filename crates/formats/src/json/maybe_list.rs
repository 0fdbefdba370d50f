//! A member that is a list of texts where it is of use, and may be anything else.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::maybe_words::MaybeWords;
use super::words::Words;

/// The most texts that are taken of such a list; what follows is passed over.
pub(crate) const MOST_TEXTS: usize = 64;

/// The texts of a list, or none where the member holds anything but a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct MaybeList<'a>(pub(crate) Vec<Words<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for MaybeList<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(MaybeList)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Vec<Words<'de>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::new();
        while texts.len() < MOST_TEXTS {
            match elements.next_element::<MaybeWords<'de>>()? {
                Some(MaybeWords(text)) => texts.extend(text),
                None => return Ok(texts),
            }
        }
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(texts)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_list_its_texts_are_taken_and_of_anything_else_none() {
        let many = format!("[{}1]", r#""a","#.repeat(MOST_TEXTS + 1));
        for (json, expected) in [
            (r#"["a", 7, null, ["x"], {"y": "z"}, "b"]"#, 2),
            (&many, MOST_TEXTS),
            (r#"{"a": ["b"]}"#, 0),
            (r#""a""#, 0),
            (r#""\u00e9""#, 0),
            ("null", 0),
            ("-7", 0),
            ("7.5", 0),
            ("18446744073709551615", 0),
            ("true", 0),
        ] {
            let read: MaybeList<'_> = serde_json::from_str(json).unwrap();
            assert_eq!(read.0.len(), expected, "{json}");
        }
    }
}

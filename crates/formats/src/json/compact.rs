//! A value of a document, kept as it is written, without the blanks between its signs.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::words::Words;

/// The value without blanks; numbers and texts stay letter by letter. Refused where an object in it has a member twice, since two
/// readers could choose differently between the two.
pub(crate) fn compact(raw: &RawValue) -> Result<String, serde_json::Error> {
    serde_json::from_str::<Unambiguous>(raw.get())?;
    let mut kept = String::with_capacity(raw.get().len());
    let (mut in_text, mut escaped) = (false, false);
    for sign in raw.get().chars() {
        if in_text {
            in_text = escaped || sign != '"';
            escaped = !escaped && sign == '\\';
        } else if sign == '"' {
            in_text = true;
        } else if sign.is_ascii_whitespace() {
            continue;
        }
        kept.push(sign);
    }
    kept.shrink_to_fit();
    Ok(kept)
}

/// A value none of whose objects has a member twice.
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Unambiguous;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_unit<E: Error>(self) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Unambiguous, A::Error> {
        while elements.next_element::<Unambiguous>()?.is_some() {}
        Ok(Unambiguous)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Unambiguous, A::Error> {
        let mut seen = HashSet::new();
        while let Some(member) = members.next_key::<Words<'de>>()? {
            if !seen.insert(member) {
                members.next_value::<IgnoredAny>()?;
                return Err(Error::custom("a member stands twice in one object"));
            }
            members.next_value::<Unambiguous>()?;
        }
        Ok(Unambiguous)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::compact;

    fn of(json: &str) -> Option<String> {
        compact(&RawValue::from_string(json.to_owned()).unwrap()).ok()
    }

    #[test]
    fn blanks_go_and_all_else_stays() {
        let kept = of("{ \"a b\" : [ 1.50 , \"x \\\" \\\\\" ,\n null ] , \"c\":1e400 }");
        assert_eq!(kept, None, "a number no computer holds");
        let kept = of("{ \"a b\" : [ 1.50 , \"x \\\" y\\\\\" ,\n null ] , \"c\":\t\"é  \" }").unwrap();
        assert_eq!(kept, "{\"a b\":[1.50,\"x \\\" y\\\\\",null],\"c\":\"é  \"}");
    }

    #[test]
    fn a_member_that_stands_twice_is_refused_however_deep() {
        assert_eq!(of(r#"[{"a": {"b": 1, "b": 2}}]"#), None);
        assert_eq!(of(r#"[{"a": {"b": 1}}, {"a": {"\u0062": 1, "b": 2}}]"#), None);
    }
}

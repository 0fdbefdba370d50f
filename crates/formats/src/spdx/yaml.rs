//! SPDX 2.2 and 2.3 in YAML, told as the JSON it stands for: one reader then reads both.

use std::collections::HashSet;
use std::fmt;

use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::Limits;
use crate::excerpt::excerpt;
use crate::yaml_guard::would_swell;

/// Whether the text is an SPDX document in YAML.
pub(crate) fn is_yaml(start: &str) -> bool {
    start.lines().take(50).any(|line| line.starts_with("spdxVersion:") || line.starts_with("SPDXID:"))
}

/// The document in JSON. It is held as a tree on the way, and so no longer one is read than of other documents that are.
pub(crate) fn yaml_as_json(written: &str, limits: &Limits) -> Result<String, Box<Problem>> {
    let refused = |place: Place, why: &str| {
        Err(Box::new(Problem::error(place, text!("formats-spdx-yaml", why = excerpt(why)))))
    };
    if written.len() > limits.toml_bytes {
        let says = text!("formats-too-long", bytes = written.len(), most = limits.toml_bytes);
        return Err(Box::new(Problem::error(Place::default(), says)));
    }
    if would_swell(written) {
        return refused(Place::default(), &text!("generate-yaml-swells").to_string());
    }
    match yaml_serde::from_str::<Told>(written) {
        Ok(Told(json)) => Ok(json),
        Err(error) => {
            let place = error.location().map(|at| (at.line(), at.column()));
            let place = Place { line_and_column: place, ..Place::default() };
            refused(place, &error.to_string())
        }
    }
}

/// A value of the document as JSON. A member that stands twice is refused, as two readers could choose differently between the two.
struct Told(String);

impl<'de> Deserialize<'de> for Told {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Teller).map(Self)
    }
}

struct Teller;

impl<'de> Visitor<'de> for Teller {
    type Value = String;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_bool<E: Error>(self, is_so: bool) -> Result<String, E> {
        Ok(is_so.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<String, E> {
        let number = serde_json::Number::from_f64(number);
        number.map(|number| number.to_string()).ok_or_else(|| Error::custom("a number JSON has not"))
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<String, E> {
        Ok(serde_json::Value::from(words).to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<String, A::Error> {
        let mut json = "[".to_owned();
        while let Some(Told(element)) = elements.next_element()? {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(&element);
        }
        Ok(json + "]")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<String, A::Error> {
        let (mut json, mut seen) = ("{".to_owned(), HashSet::new());
        while let Some((member, Told(value))) = members.next_entry::<String, Told>()? {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(&serde_json::Value::from(member.as_str()).to_string());
            json.push(':');
            json.push_str(&value);
            if !seen.insert(member) {
                return Err(Error::custom("a member stands twice in one object"));
            }
        }
        Ok(json + "}")
    }
}

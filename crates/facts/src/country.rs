//! A country by its ISO 3166-1 alpha-2 code, and whether it is a Member State of the Union.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The 27 Member States by ISO 3166-1 code.
pub const MEMBER_STATES: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Two upper-case letters, as ISO 3166-1 alpha-2 writes a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Whether this is a Member State of the European Union.
    pub fn is_member_state(self) -> bool {
        MEMBER_STATES.contains(&self.as_str())
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// The text is not two ASCII letters in upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACountry;

impl FromStr for Country {
    type Err = NotACountry;

    fn from_str(written: &str) -> Result<Self, NotACountry> {
        match written.as_bytes() {
            [first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                Ok(Self([*first, *second]))
            }
            _ => Err(NotACountry),
        }
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = <Cow<'_, str>>::deserialize(deserializer)?;
        written
            .parse()
            .map_err(|NotACountry| D::Error::custom("two upper-case letters of ISO 3166-1 are wanted"))
    }
}

impl JsonSchema for Country {
    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Z]{2}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greece_is_gr_and_switzerland_is_no_member_state() {
        assert!("GR".parse::<Country>().unwrap().is_member_state());
        assert!(!"CH".parse::<Country>().unwrap().is_member_state());
        assert_eq!("de".parse::<Country>(), Err(NotACountry));
    }
}

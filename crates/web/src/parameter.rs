//! A parameter of the API's queries, and which values it takes: as its schema says, so that whatever is declared is held to,
//! before any handler reads it.

use jiff::civil::Date;
use proofmark_text::{Text, text};
use serde_json::Value;

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: String,
    takes: Values,
}

/// The values a parameter takes. Each has one spelling: what is written otherwise was hardly meant.
#[derive(Debug, Clone, PartialEq)]
enum Values {
    /// Any words but none.
    Words,
    /// A whole number between these.
    Whole(u64, u64),
    /// A number between these, in decimals.
    Decimal(f64, f64),
    /// `true` or `false`.
    Truth,
    /// A day of the calendar.
    Day,
    /// A SHA-256 digest.
    Digest,
    /// One of these words.
    OneOf(Vec<String>),
}

impl Parameter {
    /// Every parameter of a query's schema; of one without references.
    pub(crate) fn all(schema: &Value) -> Vec<Self> {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let parameter = |(name, of): (&String, &Value)| Self { name: name.clone(), takes: Values::of(of) };
        properties.map(parameter).collect()
    }

    /// Why this is no value of it; `None`: it is one.
    pub(crate) fn wrong(&self, value: &str) -> Option<Text> {
        let name = self.name.as_str();
        if value.is_empty() {
            return Some(text!("ends-parameter-empty", name = name));
        }
        if self.takes.hold(value) {
            return None;
        }
        Some(match &self.takes {
            // Its own sentence, which pages say as well.
            Values::Whole(_, most) if name == "limit" => text!("ends-limit", most = *most),
            Values::Whole(least, most) => {
                text!("ends-parameter-whole", name = name, least = *least, most = *most)
            }
            Values::Decimal(least, most) => {
                text!(
                    "ends-parameter-number",
                    name = name,
                    least = least.to_string(),
                    most = most.to_string()
                )
            }
            Values::Truth => text!("ends-parameter-truth", name = name),
            Values::Day => text!("ends-parameter-day", name = name),
            Values::Digest => text!("ends-parameter-digest", name = name),
            Values::OneOf(words) => {
                let known: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                text!("ends-parameter-one-of", name = name, known = known.join(", "))
            }
            Values::Words => text!("ends-parameter-empty", name = name),
        })
    }
}

impl Values {
    fn of(schema: &Value) -> Self {
        let words = one_of(schema);
        if !words.is_empty() {
            return Self::OneOf(words);
        }
        let is = |kind: &str| match &schema["type"] {
            Value::Array(kinds) => kinds.iter().any(|one| one == kind),
            one => one == kind,
        };
        let form =
            (schema["format"].as_str().unwrap_or_default(), schema["pattern"].as_str().unwrap_or_default());
        if is("boolean") {
            Self::Truth
        } else if is("integer") {
            let most = schema["maximum"].as_u64().unwrap_or(u64::MAX);
            Self::Whole(schema["minimum"].as_u64().unwrap_or_default(), most)
        } else if is("number") {
            let bound = |name: &str, without: f64| schema[name].as_f64().unwrap_or(without);
            Self::Decimal(bound("minimum", 0.0), bound("maximum", f64::MAX))
        } else if form.0 == "date" {
            Self::Day
        } else if form.1 == "^[0-9a-f]{64}$" {
            Self::Digest
        } else {
            // What may be one of several is what its first form that says anything is.
            let forms =
                ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|any| schema[any].as_array()).flatten();
            forms.map(Self::of).find(|values| *values != Self::Words).unwrap_or(Self::Words)
        }
    }

    fn hold(&self, value: &str) -> bool {
        match self {
            Self::Words => true,
            Self::Whole(least, most) => whole(value).is_some_and(|number| (*least..=*most).contains(&number)),
            Self::Decimal(least, most) => {
                let plain = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
                plain && value.parse().is_ok_and(|number| (*least..=*most).contains(&number))
            }
            Self::Truth => matches!(value, "true" | "false"),
            Self::Day => value.parse::<Date>().is_ok_and(|day| day.to_string() == value),
            Self::Digest => {
                value.len() == 64 && value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            }
            Self::OneOf(words) => words.iter().any(|word| word == value),
        }
    }
}

/// A whole number in its one spelling: digits alone, no nought before others.
pub(crate) fn whole(written: &str) -> Option<u64> {
    written.parse().ok().filter(|number: &u64| number.to_string() == written)
}

/// The words of a choice: `enum`, `const`, or several of these beside each other.
fn one_of(schema: &Value) -> Vec<String> {
    let own = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const"));
    let mut words: Vec<String> = own.filter_map(Value::as_str).map(str::to_owned).collect();
    for forms in ["anyOf", "oneOf"].into_iter().filter_map(|any| schema[any].as_array()) {
        words.extend(forms.iter().flat_map(one_of));
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn parameter(schema: &Value) -> Parameter {
        Parameter::all(&json!({ "properties": { "x": schema } })).remove(0)
    }

    #[test]
    fn values_have_one_spelling() {
        let day = json!({ "type": ["string", "null"], "format": "date" });
        let digest = "0".repeat(63) + "a";
        let choice = json!({ "anyOf": [{ "oneOf": [{ "const": "open" }, { "enum": ["shut"] }] }, { "type": "null" }] });
        for (schema, fine, wrong) in [
            (json!({ "type": "string" }), vec!["a", " ", "01"], vec![""]),
            (
                json!({ "type": ["integer", "null"], "minimum": 1, "maximum": 200 }),
                vec!["1", "200"],
                vec!["", "0", "201", "01", "+1", "-1", " 1", "1.0", "1e1", "x"],
            ),
            (
                json!({ "type": "integer" }),
                vec!["0", "18446744073709551615"],
                vec!["18446744073709551616", "00", "٣"],
            ),
            (
                json!({ "type": "number", "minimum": 0, "maximum": 10 }),
                vec!["0", "7.5", "10.0"],
                vec!["", "-0", "10.1", "1e1", "NaN", "inf", "7,5"],
            ),
            (json!({ "type": ["boolean", "null"] }), vec!["true", "false"], vec!["", "1", "True", "yes"]),
            (
                day,
                vec!["2027-12-11"],
                vec!["", "2027-02-30", "2027-1-1", "11.12.2027", "2027-12-11T00:00:00", "20271211"],
            ),
            (
                json!({ "anyOf": [{ "type": "string", "pattern": "^[0-9a-f]{64}$" }, { "type": "null" }] }),
                vec![digest.as_str()],
                vec!["", "abc", "0"],
            ),
            (choice, vec!["open", "shut"], vec!["", "Open", "ajar"]),
        ] {
            let parameter = parameter(&schema);
            for value in fine {
                assert_eq!(parameter.wrong(value), None, "{schema} {value:?}");
            }
            for value in wrong {
                assert!(parameter.wrong(value).is_some(), "{schema} {value:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_whole_number_is_read_as_it_is_written_and_no_other_way(number in any::<u64>(), other in "\\PC{0,24}") {
            prop_assert_eq!(whole(&number.to_string()), Some(number));
            prop_assert_eq!(whole(&format!("0{number}")), None);
            prop_assert_eq!(whole(&format!("+{number}")), None);
            prop_assert_eq!(whole(&format!(" {number}")), None);
            if let Some(number) = whole(&other) {
                prop_assert_eq!(number.to_string(), other);
            }
        }
    }
}

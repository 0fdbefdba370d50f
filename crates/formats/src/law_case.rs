//! A case for the law: the facts of a dossier with a `[case]` table that says which verdict they must lead to.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{Dossier, Place, Problem, Read};
use proofmark_text::text;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::dossier::{ReadDossier, read_prepared};

/// The table that makes a dossier a case.
const CASE: &str = "case";

/// Identity a case may leave out, because no verdict turns on it.
const IDENTITY: &str = r#"
proofmark = 1
operator = { name = "An operator" }
product = { name = "A product", kind = "software" }
release = { version = "1" }
"#;

/// One case: facts in, expected verdict out.
#[derive(Debug, Clone, PartialEq)]
pub struct LawCase {
    /// What the case shows, in one sentence.
    pub says: String,
    /// The rows of the reference it shows.
    pub rows: Vec<String>,
    /// The day asked about; `None`: that of `at` in UTC, else the state's own day.
    pub on: Option<Date>,
    /// The instant the clocks are judged at; `None`: the end of that day in UTC.
    pub at: Option<Timestamp>,
    /// Keys of a state of the law that stand in the place of the embedded state's, as TOML; empty: none.
    pub state: String,
    /// What the verdict must say, by expectation.
    pub expect: Map<String, Value>,
    /// The facts.
    pub dossier: Dossier,
}

/// The `[case]` table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    says: String,
    #[serde(default)]
    rows: Vec<String>,
    #[serde(default, deserialize_with = "day")]
    on: Option<Date>,
    #[serde(default, deserialize_with = "instant")]
    at: Option<Timestamp>,
    #[serde(default)]
    state: toml::Table,
    expect: Map<String, Value>,
}

#[derive(Deserialize)]
struct Whole {
    case: Header,
}

/// Reads a case: a `proofmark.toml` whose identity may be left out, with a `[case]` table.
pub fn read_law_case(source: &[u8]) -> Read<LawCase> {
    let facts = read_prepared(source, |document| {
        document.remove(CASE);
        fill_identity(document);
    });
    let ReadDossier { dossier, .. } = match facts.read {
        Some(read) if facts.problems.is_empty() => read,
        _ if facts.problems.is_empty() => return refused(text!("formats-case-no-facts")),
        _ => return Read { value: None, problems: facts.problems },
    };
    let written = str::from_utf8(source).unwrap_or_default();
    match toml::from_str::<Whole>(written) {
        Ok(Whole { case: Header { says, rows, on, at, state, expect } }) => {
            let state = toml::to_string(&state).unwrap_or_default();
            let on = on.or_else(|| at.map(|at| at.to_zoned(TimeZone::UTC).date()));
            Read::with(LawCase { says, rows, on, at, state, expect, dossier }, Vec::new())
        }
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("formats-case-header", why = error.message());
            Read {
                value: None,
                problems: vec![Problem::error(Place { path: Some(CASE.into()), ..place }, says)],
            }
        }
    }
}

/// A day as a TOML date or as text, as everywhere in a dossier.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let written = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    written.parse().map(Some).map_err(|_| D::Error::custom(format!("`{written}` is not a day")))
}

/// An instant as a TOML date and time with its offset from UTC, or as text.
fn instant<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    let written = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    let not =
        || D::Error::custom(format!("`{written}` is not an instant: a day, a time and the offset from UTC"));
    written.parse().map(Some).map_err(|_| not())
}

fn refused(says: proofmark_text::Text) -> Read<LawCase> {
    Read { value: None, problems: vec![Problem::error(Place::default(), says)] }
}

fn fill_identity(document: &mut DeTable<'_>) {
    let identity = DeTable::parse(IDENTITY).expect("the identity is TOML, as a test of this file shows");
    for (key, value) in identity.into_inner() {
        match value.into_inner() {
            DeValue::Table(more) => {
                let section =
                    document.entry(key).or_insert_with(|| filled_in(DeValue::Table(DeTable::new())));
                let DeValue::Table(stated) = section.get_mut() else { continue };
                for (key, value) in more {
                    stated.entry(key).or_insert_with(|| filled_in(value.into_inner()));
                }
            }
            value => {
                document.entry(key).or_insert_with(|| filled_in(value));
            }
        }
    }
}

/// What was filled in is placed at the file's first byte: an empty place would say that it could not be read.
fn filled_in<T>(value: T) -> Spanned<T> {
    Spanned::new(0..1, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = "[case]\nsays = \"a radio\"\nrows = [\"SCP-04\"]\non = \"2028-01-01\"\n\
                        [case.expect]\nscope = \"out\"\n[scope]\ndata_connection = \"none\"\n";

    #[test]
    fn a_case_is_a_dossier_with_what_is_expected_of_it() {
        let case = read_law_case(CASE.as_bytes()).value.unwrap();
        assert_eq!((case.says.as_str(), case.rows.len()), ("a radio", 1));
        assert_eq!(case.on.unwrap().to_string(), "2028-01-01");
        assert_eq!(case.expect["scope"], "out");
        assert_eq!(case.dossier.scope.data_connection, Some(proofmark_facts::DataConnection::None));
    }

    #[test]
    fn a_day_may_be_written_as_a_date_or_as_text() {
        let date = read_law_case(CASE.replace("\"2028-01-01\"", "2028-01-01").as_bytes()).value.unwrap();
        assert_eq!(date.on.unwrap().to_string(), "2028-01-01");
        let none = read_law_case(CASE.replace("2028-01-01", "soon").as_bytes());
        assert!(none.problems[0].says.to_string().contains("`soon` is not a day"), "{:?}", none.problems);
    }

    #[test]
    fn an_instant_gives_the_day_too_where_none_is_said() {
        let at = CASE.replace("on = \"2028-01-01\"", "at = 2026-10-01T01:30:00+02:00");
        let case = read_law_case(at.as_bytes()).value.unwrap();
        assert_eq!(case.at.unwrap().to_string(), "2026-09-30T23:30:00Z");
        assert_eq!(case.on.unwrap().to_string(), "2026-09-30");
        let local = read_law_case(at.replace("+02:00", "").as_bytes());
        assert!(local.problems[0].says.to_string().contains("is not an instant"), "{:?}", local.problems);
    }

    #[test]
    fn facts_are_read_as_strictly_as_a_dossier_is() {
        let misspelt = CASE.replace("data_connection", "data_conection");
        let read = read_law_case(misspelt.as_bytes());
        assert_eq!(read.value, None);
        assert_eq!(read.problems[0].place.path.as_deref(), Some("scope.data_conection"));
    }

    #[test]
    fn a_misspelt_expectation_table_is_refused() {
        let read = read_law_case(CASE.replace("case.expect", "case.expects").as_bytes());
        assert_eq!(read.value, None);
        assert!(read.problems[0].says.to_string().contains("expects"), "{:?}", read.problems);
    }
}

//! The catalogue of known exploited vulnerabilities that CISA publishes.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Place, Read};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::{List, Words, read_value};
use crate::problems::Problems;

/// The catalogue: which vulnerabilities are known to be exploited somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct ExploitedCatalogue {
    /// Its version, as `2025.08.25`.
    pub version: String,
    /// When it was released.
    pub released_at: Option<Timestamp>,
    /// Its entries, in the order of the catalogue.
    pub entries: Vec<ExploitedEntry>,
}

/// One vulnerability of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExploitedEntry {
    /// The CVE identifier.
    pub id: String,
    /// The day it was added.
    pub added_on: Date,
}

/// Reads `known_exploited_vulnerabilities.json`. An entry without identifier or day is told of and left out.
pub fn read_kev(bytes: &[u8], limits: &Limits) -> Read<ExploitedCatalogue> {
    match read_value::<Written<'_>>(bytes, limits.advisory_bytes, limits.depth, "KEV") {
        Ok(written) => written.into_catalogue(Problems::new(limits.problems)),
        Err(problem) => Read::refused(*problem),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(borrow)]
    catalog_version: Option<Words<'a>>,
    #[serde(borrow)]
    date_released: Option<Words<'a>>,
    #[serde(borrow)]
    vulnerabilities: Option<List<WrittenEntry<'a>>>,
}

#[derive(Deserialize)]
struct WrittenEntry<'a> {
    #[serde(rename = "cveID", borrow)]
    id: Option<Words<'a>>,
    #[serde(rename = "dateAdded", borrow)]
    added: Option<Words<'a>>,
}

impl Written<'_> {
    fn into_catalogue(self, mut problems: Problems) -> Read<ExploitedCatalogue> {
        if self.catalog_version.is_none() || self.vulnerabilities.is_none() {
            problems.error(Place::default(), text!("formats-kev-other"));
        }
        let released_at = self.date_released.and_then(|written| {
            let read = written.parse().ok();
            if read.is_none() {
                let says = text!("formats-instant-unreadable", instant = excerpt(&written));
                problems.warn(Place::at("/dateReleased"), says);
            }
            read
        });
        let mut entries = Vec::new();
        for (index, entry) in self.vulnerabilities.unwrap_or_default().0.into_iter().enumerate() {
            let added = entry.added.as_deref().unwrap_or_default();
            let id = entry.id.as_deref().unwrap_or_default().trim();
            match added.parse() {
                Ok(added_on) if !id.is_empty() => {
                    entries.push(ExploitedEntry { id: id.to_owned(), added_on });
                }
                _ => {
                    let says = text!("formats-kev-entry", id = excerpt(id), added = excerpt(added));
                    problems.warn(Place::at(format!("/vulnerabilities/{index}")), says);
                }
            }
        }
        let version = self.catalog_version.map(Words::into_string).unwrap_or_default();
        Read::with(ExploitedCatalogue { version, released_at, entries }, problems.told())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_and_what_is_none_is_told() {
        let json = r#"{"catalogVersion": "2025.08.25", "dateReleased": "2025-08-25T17:04:19.9796Z", "count": 2,
            "vulnerabilities": [{"cveID": "CVE-2025-48384", "dateAdded": "2025-08-25", "notes": ""},
                                {"cveID": "CVE-2025-1", "dateAdded": "soon"}]}"#;
        let read = read_kev(json.as_bytes(), &Limits::default());
        let catalogue = read.value.unwrap();
        assert_eq!(catalogue.entries.len(), 1);
        assert_eq!(catalogue.entries[0].added_on.to_string(), "2025-08-25");
        insta::assert_snapshot!(read.problems[0].says, @"the entry `CVE-2025-1` has no day of addition that can be read (`soon`)");
    }

    #[test]
    fn another_document_is_refused() {
        let read = read_kev(b"{}", &Limits::default());
        insta::assert_snapshot!(read.problems[0].says, @"this is not the catalogue of known exploited vulnerabilities");
    }
}

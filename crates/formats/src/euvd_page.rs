//! A page of a search in the European vulnerability database, taken apart into its records without reading them: how many the
//! search has in all, and of each record what it is called, when it was updated and its own bytes.
//!
//! The interface is documented at <https://euvd.enisa.europa.eu/apidoc>: `{"items": […], "total": 401624}`.

use jiff::Timestamp;
use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Limits;
use crate::euvd::instant_in_utc;
use crate::excerpt::excerpt;
use crate::json::{Words, read_value};

/// The longest identifier, in bytes.
const LONGEST_ID: usize = 40;

/// The most records of a page; the interface gives a hundred.
const MOST_ITEMS: usize = 10_000;

/// A page of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EuvdPage {
    /// How many records the search has in all.
    pub total: u64,
    /// Those of this page.
    pub items: Vec<EuvdItem>,
}

/// A record of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EuvdItem {
    /// Its identifier. It can stand in a file's name: `EUVD-`, letters, digits and hyphens.
    pub id: String,
    /// When it was updated last; `None` where that is not said or cannot be read.
    pub updated_at: Option<Timestamp>,
    /// The record as it is written.
    pub json: String,
}

#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
    total: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head<'a> {
    #[serde(borrow)]
    id: Words<'a>,
    #[serde(borrow)]
    date_updated: Option<Words<'a>>,
}

/// Reads a page. By what is on it is known what is published, so a record without an identifier of the database refuses the page as a
/// whole.
pub fn read_euvd_page(bytes: &[u8], limits: &Limits) -> Read<EuvdPage> {
    let page: Page<'_> = match read_value(bytes, limits.advisory_bytes, limits.depth, "EUVD") {
        Ok(page) => page,
        Err(problem) => return Read::refused(*problem),
    };
    if page.items.len() > MOST_ITEMS {
        let says = text!("feeds-page-too-long", most = MOST_ITEMS as u64);
        return Read::refused(Problem::error(Place::at("/items".to_owned()), says));
    }
    let mut items = Vec::with_capacity(page.items.len());
    for (index, record) in page.items.into_iter().enumerate() {
        let head: Option<Head<'_>> = serde_json::from_str(record.get()).ok();
        let Some(head) = head.filter(|head| is_id(&head.id)) else {
            let place = Place::at(format!("/items/{index}/id"));
            return Read::refused(Problem::error(
                place,
                text!("claims-euvd-without-id", id = excerpt(record.get())),
            ));
        };
        items.push(EuvdItem {
            updated_at: head.date_updated.as_deref().and_then(instant_in_utc),
            id: head.id.into_string(),
            json: record.get().to_owned(),
        });
    }
    Read::with(EuvdPage { total: page.total, items }, Vec::new())
}

fn is_id(written: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    written.len() <= LONGEST_ID && written.starts_with("EUVD-") && written.bytes().all(fit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> Read<EuvdPage> {
        read_euvd_page(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn a_page_is_taken_apart_and_its_records_stay_as_they_are_written() {
        let record = r#"{"id": "EUVD-2026-1", "dateUpdated": "Jul 8, 2026, 9:55:16 PM", "epss": 1.57}"#;
        let page = read(&format!("{{\"items\": [{record}, {{\"id\":\"EUVD-2025-2\"}}], \"total\": 401624}}"));
        let page = page.value.unwrap();
        assert_eq!((page.total, page.items.len()), (401_624, 2));
        assert_eq!(page.items[0].json, record);
        assert_eq!(page.items[0].updated_at.unwrap().to_string(), "2026-07-08T21:55:16Z");
        assert_eq!(page.items[1].updated_at, None);
        assert_eq!(read("{\"items\": [], \"total\": 0}").value.unwrap().items, []);
    }

    #[test]
    fn what_is_no_page_or_names_no_record_is_refused() {
        for json in [
            "{}",
            "[]",
            "{\"items\": []}",
            "{\"items\": [], \"total\": -1}",
            "{\"items\": [], \"total\": 1.5}",
            "{\"items\": [{}], \"total\": 1}",
            "{\"items\": [{\"id\": \"CVE-2026-1\"}], \"total\": 1}",
            "{\"items\": [{\"id\": \"EUVD-../x\"}], \"total\": 1}",
            "{\"items\": [{\"id\": \"EUVD-2026-1\"}], \"total\": 1",
            "<html>",
        ] {
            assert_eq!(read(json).value, None, "{json}");
        }
    }

    proptest! {
        #[test]
        fn every_identifier_can_be_a_files_name(id in ".{0,20}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let page = read(&serde_json::json!({"items": [{"id": format!("EUVD-{id}")}], "total": 1}).to_string());
            for item in page.value.into_iter().flat_map(|page| page.items) {
                prop_assert!(!item.id.contains(['/', '\\', '.', ':']));
            }
            let _ = read_euvd_page(&bytes, &Limits::default());
        }
    }
}

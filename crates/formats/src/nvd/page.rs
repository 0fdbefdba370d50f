//! A page: what it says of itself, and its records one after another.

use std::fmt;

use jiff::Timestamp;
use proofmark_facts::{Place, Read};
use proofmark_text::{Text, text};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::record::{Element, NvdRecord, instant};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::{Each, Once, Stop, Stopped, Words, read_document};
use crate::problems::Problems;

/// What every page calls its format.
const FORMAT: &str = "NVD_CVE";
/// Within so many bytes of its beginning a page says what it is.
const BEGINNING: usize = 4096;

/// What a page says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NvdPage {
    /// When it was made.
    pub made_at: Option<Timestamp>,
    /// How many records the whole answer has, of which this may be a page.
    pub total: Option<u64>,
    /// How many records were read here.
    pub records: u64,
}

/// Whether these bytes begin as a page does.
pub fn begins_as_nvd(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(BEGINNING)];
    let word = format!("\"{FORMAT}\"");
    start.windows(word.len()).any(|window| window == word.as_bytes())
}

/// Reads a page and hands on each of its records, so that no more than one is held; one without identifier is told of
/// and left out. Those before an error are handed on already. Where `take` refuses, reading ends with its reason.
pub fn read_nvd(
    bytes: &[u8],
    limits: &Limits,
    take: &mut dyn FnMut(NvdRecord) -> Result<(), Text>,
) -> Read<NvdPage> {
    let problems = Problems::new(limits.problems);
    let mut reading =
        Reading { page: NvdPage::default(), is_other: true, stop: Stop::default(), problems, take };
    let read = read_document(bytes, limits.feed_bytes, limits.depth, "NVD", &mut reading);
    let Reading { page, is_other, mut problems, .. } = reading;
    match read {
        Ok(()) if is_other => problems.error(Place::at("/format"), text!("cpe-nvd-other")),
        Ok(()) => {}
        Err(problem) => problems.notice(*problem),
    }
    Read::with(page, problems.told())
}

struct Reading<'t> {
    page: NvdPage,
    /// Whether nothing said yet that this is a page of version 2.
    is_other: bool,
    stop: Stop,
    problems: Problems,
    take: &'t mut dyn FnMut(NvdRecord) -> Result<(), Text>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    Format,
    Version,
    Timestamp,
    TotalResults,
    Vulnerabilities,
    #[serde(other)]
    Other,
}

impl Reading<'_> {
    fn record(&mut self, element: Element<'_>, index: usize) -> Result<(), Stopped> {
        let Some(record) = element.into_record(index, &mut self.problems) else { return Ok(()) };
        self.page.records += 1;
        (self.take)(record).map_err(|says| self.stop.because(says))
    }

    fn version(&mut self, version: &str) {
        if !version.starts_with("2.") {
            let says = text!("cpe-nvd-version", version = excerpt(version));
            self.problems.error(Place::at("/version"), says);
        }
    }
}

impl AsMut<Stop> for Reading<'_> {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.stop
    }
}

impl<'de> DeserializeSeed<'de> for &mut Reading<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Reading<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a page of the National Vulnerability Database")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut once = Once::default();
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::Format => self.is_other = &*members.next_value::<Words<'de>>()? != FORMAT,
                Key::Version => self.version(&members.next_value::<Words<'de>>()?),
                Key::Timestamp => {
                    let written = members.next_value::<Words<'de>>()?;
                    self.page.made_at = instant(&written, || Place::at("/timestamp"), &mut self.problems);
                }
                Key::TotalResults => self.page.total = members.next_value()?,
                Key::Vulnerabilities => {
                    let mut index = 0..;
                    let take =
                        |element: Element<'de>| self.record(element, index.next().unwrap_or(usize::MAX));
                    members.next_value_seed(Each::new(take))?;
                }
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: fn() -> Limits = Limits::default;

    fn page(cves: &str) -> String {
        format!(
            r#"{{"resultsPerPage": 1, "startIndex": 0, "totalResults": 9, "format": "NVD_CVE", "version": "2.0",
                "timestamp": "2026-01-02T03:04:05.678", "vulnerabilities": [{cves}]}}"#
        )
    }

    fn read(json: &str) -> (Vec<NvdRecord>, Read<NvdPage>) {
        let mut records = Vec::new();
        let read = read_nvd(json.as_bytes(), &LIMITS(), &mut |record| {
            records.push(record);
            Ok(())
        });
        (records, read)
    }

    #[test]
    fn records_are_handed_on_and_what_is_none_is_told() {
        let json = page(
            r#"{"cve": {"id": "CVE-2026-1"}}, {"cve": {"id": " "}}, {}, {"cve": {"id": "CVE-2026-2", "future": [1]}}"#,
        );
        assert!(begins_as_nvd(json.as_bytes()));
        let (records, read) = read(&json);
        let ids: Vec<&str> = records.iter().map(|record| record.advisory.id.as_str()).collect();
        assert_eq!(ids, ["CVE-2026-1", "CVE-2026-2"]);
        let page = read.value.unwrap();
        assert_eq!((page.records, page.total), (2, Some(9)));
        assert_eq!(page.made_at.unwrap().to_string(), "2026-01-02T03:04:05.678Z");
        let told: Vec<_> =
            read.problems.iter().map(|it| (it.place.path.as_deref().unwrap(), it.says.id())).collect();
        assert_eq!(
            told,
            [
                ("/vulnerabilities/1/cve/id", "cpe-nvd-without-id"),
                ("/vulnerabilities/2/cve/id", "cpe-nvd-without-id")
            ]
        );
    }

    #[test]
    fn another_document_is_refused_and_so_is_one_cut_off() {
        let why = |json: &str| read(json).1.problems[0].says.id();
        assert_eq!(why("{}"), "cpe-nvd-other");
        assert_eq!(why(r#"{"format": "NVD_CVE", "version": "1.1"}"#), "cpe-nvd-version");
        let json = page(r#"{"cve": {"id": "CVE-2026-1"}}, {"cve": {"id": "CVE-2026-2"}}"#);
        let (records, read) = read(&json[..json.len() - 2]);
        assert_eq!((records.len(), read.value.is_none()), (2, true));
        assert_eq!(read.problems[0].says.id(), "formats-json-ends-early");
        let few = Limits { feed_bytes: 20, ..LIMITS() };
        assert!(read_nvd(json.as_bytes(), &few, &mut |_| Ok(())).value.is_none());
    }

    #[test]
    fn who_takes_the_records_may_stop() {
        let json = page(r#"{"cve": {"id": "CVE-2026-1"}}, {"cve": {"id": "CVE-2026-2"}}"#);
        let mut seen = 0;
        let read = read_nvd(json.as_bytes(), &LIMITS(), &mut |_| {
            seen += 1;
            Err(text!("formats-empty"))
        });
        assert_eq!((seen, read.value.is_none()), (1, true));
        assert_eq!(read.problems[0].says.id(), "formats-empty");
    }
}

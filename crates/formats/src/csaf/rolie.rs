//! A ROLIE feed (RFC 8322, as JSON by CSAF 2.0 section 7.1.15): each of its entries names a document, its digests and its signature.

use jiff::Timestamp;
use proofmark_facts::Read;
use proofmark_text::text;
use serde::Deserialize;

use super::provider::{address_of, fault};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::{List, Words, read_value};

/// The largest feed, in bytes: a hundred thousand documents of a kilobyte each are less.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolieEntry {
    /// Where the document lies.
    pub url: String,
    /// When it was released last.
    pub updated_at: Timestamp,
    /// Where its digest by SHA-256 lies.
    pub sha256: Option<String>,
    /// Where its digest by SHA-512 lies.
    pub sha512: Option<String>,
    /// Where its signature lies.
    pub signature: Option<String>,
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    feed: Feed<'a>,
}

#[derive(Deserialize)]
struct Feed<'a> {
    #[serde(default, borrow)]
    entry: List<Entry<'a>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(default, borrow)]
    link: List<Link<'a>>,
    #[serde(borrow)]
    updated: Option<Words<'a>>,
    #[serde(borrow)]
    content: Option<Content<'a>>,
}

#[derive(Deserialize)]
struct Link<'a> {
    #[serde(borrow)]
    rel: Option<Words<'a>>,
    #[serde(borrow)]
    href: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Content<'a> {
    #[serde(borrow)]
    src: Option<Words<'a>>,
}

/// Reads a feed. It says what is there, and by it documents are held to be gone: an entry without a document or a day refuses it as a
/// whole.
pub fn read_rolie(bytes: &[u8], limits: &Limits) -> Read<Vec<RolieEntry>> {
    let written: Written<'_> = match read_value(bytes, MOST_BYTES, limits.depth, "ROLIE") {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut entries = Vec::with_capacity(written.feed.entry.0.len());
    for (index, entry) in written.feed.entry.0.into_iter().enumerate() {
        match entry.into_entry(&format!("/feed/entry/{index}")) {
            Ok(entry) => entries.push(entry),
            Err(problem) => return Read::refused(*problem),
        }
    }
    Read::with(entries, Vec::new())
}

impl Entry<'_> {
    fn into_entry(self, at: &str) -> Result<RolieEntry, Box<proofmark_facts::Problem>> {
        let updated = self.updated.as_deref().unwrap_or_default();
        let updated_at = instant_of(&updated.to_ascii_uppercase()).ok_or_else(|| {
            fault(&format!("{at}/updated"), text!("claims-day-unreadable", day = excerpt(updated)))
        })?;
        let mut document = self.content.and_then(|content| content.src);
        let (mut sha256, mut sha512, mut signature) = (None, None, None);
        for link in self.link.0 {
            let Some(href) = link.href else { continue };
            match link.rel.as_deref().unwrap_or_default() {
                "self" if document.is_none() => document = Some(href),
                "hash" if href.ends_with(".sha256") => sha256 = Some(address_of(Some(href), at)?),
                "hash" if href.ends_with(".sha512") => sha512 = Some(address_of(Some(href), at)?),
                "signature" => signature = Some(address_of(Some(href), at)?),
                _ => {}
            }
        }
        Ok(RolieEntry { url: address_of(document, at)?, updated_at, sha256, sha512, signature })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FEED: &str = include_str!("../../../../fuzz/seeds/csaf_provider/rolie.json");

    fn read(json: &str) -> Read<Vec<RolieEntry>> {
        read_rolie(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn an_entry_names_its_document_its_digests_and_its_signature() {
        let [entry] = &read(FEED).value.unwrap()[..] else { panic!("not one") };
        let url = "https://lamp.example/.well-known/csaf/white/2026/lamp-2026-1.json";
        assert_eq!(
            *entry,
            RolieEntry {
                url: url.to_owned(),
                updated_at: "2026-03-04T05:06:07Z".parse().unwrap(),
                sha256: Some(format!("{url}.sha256")),
                sha512: Some(format!("{url}.sha512")),
                signature: Some(format!("{url}.asc")),
            }
        );
        assert_eq!(read("{\"feed\": {\"entry\": []}}").value.unwrap(), []);
    }

    #[test]
    fn an_entry_that_lacks_what_is_needed_refuses_the_feed() {
        for (old, new) in [
            ("\"updated\": \"2026-03-04T05:06:07Z\"", "\"updated\": \"soon\""),
            ("\"self\"", "\"other\""),
            ("https://lamp.example/.well-known/csaf/white/2026/lamp-2026-1.json\"", "../x.json\""),
        ] {
            let changed = FEED.replace("\"src\"", "\"no\"").replace(old, new);
            assert_eq!(read(&changed).value, None, "{new}");
        }
        for json in ["{}", "[]", "{\"feed\": 1}", "{\"feed\": {\"entry\": [{}]}}"] {
            assert_eq!(read(json).value, None, "{json}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_there_is_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_rolie(&bytes, &Limits::default());
        }
    }
}

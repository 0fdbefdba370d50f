//! Fetches what a publisher of CSAF documents publishes, by what it says of itself.

use std::collections::BTreeMap;
use std::fs;

use proofmark_actions::{CopiedFile, CopyHolds, CsafOrigin, FeedCopy};
use proofmark_courier::Seen;
use proofmark_formats::{Limits, read_csaf_provider};
use proofmark_text::text;

use super::asking::Asking;
use super::csaf_documents::Documents;
use super::failure::Failure;
use super::fetch_csaf::{Taken, take_documents};
use super::provider_documents::{fetch_at, list_of, listing};
use super::provider_keys::{MOST_KEY_BYTES, check_accepted, published_keys};
use crate::write::hindered;

/// The most bytes of a publisher's metadata.
const MOST_METADATA_BYTES: u64 = 1 << 20;

/// The list of which key signed each document.
const SIGNATURES: &str = "signatures.csv";

/// What stands in it where none did.
const UNSIGNED: &str = "-";

/// A new copy; `None`: the one that is held is what is published.
pub(super) fn fetch_provider(asking: &Asking<'_>) -> Result<Option<FeedCopy>, Failure> {
    asking.folder.make()?;
    let Some(provider) = &asking.state.provider else {
        return Err(Failure::refused(text!("feeds-unknown", feed = asking.feed.name)));
    };
    let metadata = fetch_at(asking, asking.feed.address, MOST_METADATA_BYTES)?;
    let metadata = list_of(read_csaf_provider(&metadata, &Limits::default()))?;
    let fetch = |url: &str| fetch_at(asking, url, MOST_KEY_BYTES);
    let keys = published_keys::<Failure>(&metadata, &fetch)?;
    check_accepted(&keys, &provider.keys, asking.feed.name).map_err(Failure::refused)?;
    let listing = listing(asking, &metadata)?;
    let find = |name: &str| listing.documents.get(name).cloned();
    let documents = Documents { find: &find, keys: &keys };
    let taken = take_documents(asking, &listing.published, Seen::default(), &documents)?;
    let Some(Taken { mut copy, signed }) = taken else { return Ok(None) };
    let kept = signed_before(asking)?;
    let mut signatures: BTreeMap<String, String> = BTreeMap::new();
    for name in listing.documents.keys() {
        let by = match signed.get(name) {
            Some(by) => by.clone().unwrap_or_else(|| UNSIGNED.to_owned()),
            None => match kept.get(name) {
                Some(by) => by.clone(),
                None => continue,
            },
        };
        signatures.insert(name.clone(), by);
    }
    let unsigned = signatures.values().filter(|by| *by == UNSIGNED).count() as u64;
    let origin =
        CsafOrigin { publisher: metadata.name, verified: signatures.len() as u64 - unsigned, unsigned };
    let lines: Vec<String> = signatures.iter().map(|(name, by)| format!("{name},{by}\n")).collect();
    let list = asking.folder.take_in_bytes(
        lines.concat().as_bytes(),
        SIGNATURES,
        CopyHolds::Signatures,
        Seen::default(),
    )?;
    copy.files.push(list);
    Ok(Some(FeedCopy { csaf: Some(origin), ..copy }))
}

/// Which key signed each document of the copy that is held.
fn signed_before(asking: &Asking<'_>) -> Result<BTreeMap<String, String>, Failure> {
    let Some(CopiedFile { file, .. }) = asking.held_file(SIGNATURES) else { return Ok(BTreeMap::new()) };
    let path = asking.folder.at(file);
    let written = fs::read_to_string(&path).map_err(|error| hindered(&path, &error))?;
    let pair = |line: &str| line.split_once(',').map(|(name, by)| (name.to_owned(), by.to_owned()));
    Ok(written.lines().filter_map(pair).collect())
}

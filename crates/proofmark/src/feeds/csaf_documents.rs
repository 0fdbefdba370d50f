//! The documents of a folder that changed, fetched one by one and held against the digests beside them.

use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use proofmark_courier::{CsafDigest, CsafFolder, Fetched, Seen};
use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use sha2::{Digest, Sha512};

use super::asking::Asking;
use super::changed_records::{Changes, Modified};
use super::failure::Failure;
use super::part::{Held, PART};
use crate::write::{hindered, write_whole};

/// The most bytes of the file with a digest.
const MOST_DIGEST_BYTES: u64 = 4_096;

/// How much of a digest stands in a waiting file's name.
const NAMED_BY: usize = 32;

/// The folder in which documents wait until all of them are there.
pub(super) struct Waiting {
    path: PathBuf,
}

impl Waiting {
    /// The one beside a feed's copy.
    pub(super) fn beside(asking: &Asking<'_>) -> Self {
        Self { path: asking.folder.at(&format!("documents{PART}")) }
    }

    /// Where a document released at this time waits. One that was released anew is another.
    fn place(&self, path: &str, released_at: Timestamp) -> PathBuf {
        let digest = Sha256::of(format!("{path}\n{released_at}").as_bytes()).to_string();
        self.path.join(&digest[..NAMED_BY])
    }

    /// Nothing waits any more. What cannot be taken away only takes room.
    pub(super) fn clear(&self) {
        fs::remove_dir_all(&self.path).unwrap_or_default();
    }
}

/// Fetches what changed: each document's path, and the file it waits in. Documents that are not there as they should be are left
/// out, to be asked for again the next time; more of them than the feed's file allows refuse the whole.
///
/// Beside documents also lie signatures (`.asc`). They are not looked at: that a document is its publisher's rests on the
/// connection it came by.
pub(super) fn fetch_documents(
    asking: &Asking<'_>,
    folder: CsafFolder,
    changes: &Changes,
    published: &Modified,
    waiting: &Waiting,
) -> Result<Vec<(String, PathBuf)>, Failure> {
    fs::create_dir_all(&waiting.path).map_err(|error| hindered(&waiting.path, &error))?;
    let may_lack = published.len() as u64 * u64::from(asking.feed.unreadable_per_mille) / 1000;
    let (count, mut lacking) = (changes.newer.len() as u64, 0);
    let mut fetched = Vec::with_capacity(changes.newer.len());
    for (done, path) in (1..).zip(&changes.newer) {
        (asking.changed)(done, count);
        let place = waiting.place(path, published.get(path).copied().unwrap_or(Timestamp::UNIX_EPOCH));
        if !place.is_file() {
            match fetch_document(asking, folder.digest, path)? {
                Ok(bytes) => write_whole(&place, &bytes)?,
                Err(why) => {
                    lacking += 1;
                    if lacking > may_lack {
                        let listed = published.len() as u64;
                        let why = why.to_string();
                        return Err(Failure::refused(text!(
                            "csaf-left-out",
                            count = lacking,
                            listed = listed,
                            path = path,
                            why = why
                        )));
                    }
                    continue;
                }
            }
        }
        fetched.push((path.clone(), place));
    }
    Ok(fetched)
}

/// A document, or why it cannot be taken as it is.
fn fetch_document(
    asking: &Asking<'_>,
    digest: CsafDigest,
    path: &str,
) -> Result<Result<Vec<u8>, Text>, Failure> {
    let Some(bytes) = fetch(asking, path, asking.feed.most_bytes)? else {
        return Ok(Err(text!("csaf-not-there")));
    };
    let Some(beside) = fetch(asking, &format!("{path}{}", digest.ending()), MOST_DIGEST_BYTES)? else {
        return Ok(Err(text!("csaf-digest-missing")));
    };
    let expected = match digest {
        CsafDigest::Sha256 => Sha256::of(&bytes).to_string(),
        CsafDigest::Sha512 => hex(&Sha512::digest(&bytes)),
    };
    // The digest stands first, then perhaps the name of the file.
    let written = String::from_utf8_lossy(&beside);
    let is_same = written.split_whitespace().next().is_some_and(|it| it.eq_ignore_ascii_case(&expected));
    Ok(if is_same { Ok(bytes) } else { Err(text!("csaf-digest-other")) })
}

/// What lies there; `None`: nothing.
fn fetch(asking: &Asking<'_>, path: &str, most_bytes: u64) -> Result<Option<Vec<u8>>, Failure> {
    let url = asking.url(&path.replace('+', "%2B"));
    let (mut held, nothing) = (Held::default(), Seen::default());
    match asking.fetcher.fetch(&asking.parcel(&url, &nothing, most_bytes), &mut held) {
        Ok(Fetched::Whole(_)) => Ok(Some(held.0)),
        Ok(Fetched::Unchanged) => Err(Failure::refused(text!("feeds-unfit"))),
        Err(not) if not.is_gone => Ok(None),
        Err(not) => Err(not.into()),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

//! The documents of a publisher that changed, fetched one by one, and held against the digests and the signatures beside them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use proofmark_courier::{CsafDigest, Fetched, Seen};
use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use proofmark_trust::openpgp::{LARGEST_SIGNATURE, OpenPgpCertificate, verify_detached};
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

/// Where a document lies, and what lies beside it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// Where it lies.
    pub(super) url: String,
    /// Where its digests lie, the strongest first: the first that is there counts.
    pub(super) digests: Vec<(CsafDigest, String)>,
    /// Whether it is not taken without one.
    pub(super) must_have_digest: bool,
    /// Where its signature lies, if it has one.
    pub(super) signature: Option<String>,
}

/// What is published.
pub(super) struct Documents<'a> {
    /// Where the document of this name lies.
    pub(super) find: &'a dyn Fn(&str) -> Option<Listed>,
    /// The keys signatures are verified by; without any, none is looked at.
    pub(super) keys: &'a [OpenPgpCertificate],
}

/// A document that waits to be put into the copy.
pub(super) struct Waits {
    /// What it is called.
    pub(super) name: String,
    /// The file it waits in.
    pub(super) file: PathBuf,
    /// The fingerprint of the key that signed it; `None`: it is not signed, or nobody told a key.
    pub(super) signed_by: Option<String>,
}

/// The folder in which documents wait until all of them are there.
pub(super) struct Waiting {
    path: PathBuf,
}

impl Waiting {
    /// The one beside a feed's copy.
    pub(super) fn beside(asking: &Asking<'_>) -> Self {
        Self { path: asking.folder.at(&format!("documents{PART}")) }
    }

    /// Where a document released at this time waits. One that was released anew is another, and so is one that was held against
    /// other keys.
    fn place(&self, name: &str, released_at: Timestamp, keys: &[OpenPgpCertificate]) -> PathBuf {
        let keys: Vec<String> = keys.iter().map(OpenPgpCertificate::fingerprint).collect();
        let digest = Sha256::of(format!("{name}\n{released_at}\n{}", keys.join(",")).as_bytes()).to_string();
        self.path.join(&digest[..NAMED_BY])
    }

    /// Nothing waits any more. What cannot be taken away only takes room.
    pub(super) fn clear(&self) {
        fs::remove_dir_all(&self.path).unwrap_or_default();
    }
}

/// Fetches what changed. Documents that are not there as they should be are left out, to be asked for again the next time; more of them
/// than the feed's file allows refuse the whole.
pub(super) fn fetch_documents(
    asking: &Asking<'_>,
    documents: &Documents<'_>,
    changes: &Changes,
    published: &Modified,
    waiting: &Waiting,
) -> Result<Vec<Waits>, Failure> {
    fs::create_dir_all(&waiting.path).map_err(|error| hindered(&waiting.path, &error))?;
    let may_lack = published.len() as u64 * u64::from(asking.feed.unreadable_per_mille) / 1000;
    let (count, mut lacking) = (changes.newer.len() as u64, 0);
    let mut fetched = Vec::with_capacity(changes.newer.len());
    for (done, name) in (1..).zip(&changes.newer) {
        (asking.changed)(done, count);
        let released_at = published.get(name).copied().unwrap_or(Timestamp::UNIX_EPOCH);
        let file = waiting.place(name, released_at, documents.keys);
        let by = file.with_extension("signed");
        if !file.is_file() {
            let listed = (documents.find)(name).ok_or_else(|| Failure::refused(text!("feeds-unfit")))?;
            match fetch_document(asking, &listed, documents.keys)? {
                Ok((bytes, signed_by)) => {
                    write_whole(&by, signed_by.unwrap_or_default().as_bytes())?;
                    write_whole(&file, &bytes)?;
                }
                Err(why) => {
                    lacking += 1;
                    if lacking > may_lack {
                        let (listed, why) = (published.len() as u64, why.to_string());
                        return Err(Failure::refused(text!(
                            "csaf-left-out",
                            count = lacking,
                            listed = listed,
                            path = name,
                            why = why
                        )));
                    }
                    continue;
                }
            }
        }
        let signed_by = fs::read_to_string(&by).map_err(|error| hindered(&by, &error))?;
        let signed_by = Some(signed_by).filter(|by| !by.is_empty());
        fetched.push(Waits { name: name.clone(), file, signed_by });
    }
    Ok(fetched)
}

/// Which key signed each of these.
pub(super) fn signed(fetched: &[Waits]) -> BTreeMap<String, Option<String>> {
    fetched.iter().map(|waits| (waits.name.clone(), waits.signed_by.clone())).collect()
}

/// A document with the key that signed it, or why it cannot be taken as it is.
type Document = Result<(Vec<u8>, Option<String>), Text>;

fn fetch_document(
    asking: &Asking<'_>,
    listed: &Listed,
    keys: &[OpenPgpCertificate],
) -> Result<Document, Failure> {
    let Some(bytes) = fetch(asking, &listed.url, asking.feed.most_bytes)? else {
        return Ok(Err(text!("csaf-not-there")));
    };
    let mut beside = None;
    for (digest, url) in &listed.digests {
        if let Some(written) = fetch(asking, url, MOST_DIGEST_BYTES)? {
            beside = Some((digest, written));
            break;
        }
    }
    match beside {
        Some((digest, written)) if !is_digest(&bytes, *digest, &written) => {
            return Ok(Err(text!("csaf-digest-other")));
        }
        None if listed.must_have_digest => return Ok(Err(text!("csaf-digest-missing"))),
        _ => {}
    }
    let Some(url) = listed.signature.as_ref().filter(|_| !keys.is_empty()) else {
        return Ok(Ok((bytes, None)));
    };
    let Some(signature) = fetch(asking, url, LARGEST_SIGNATURE as u64)? else { return Ok(Ok((bytes, None))) };
    Ok(match verify_detached(&bytes, &signature, keys, asking.now) {
        Ok(by) => Ok((bytes, Some(by))),
        Err(fault) => Err(text!("csaf-signature-bad", why = fault.to_string())),
    })
}

/// The digest stands first, then perhaps the name of the file.
fn is_digest(bytes: &[u8], digest: CsafDigest, written: &[u8]) -> bool {
    let expected = match digest {
        CsafDigest::Sha256 => Sha256::of(bytes).to_string(),
        CsafDigest::Sha512 => hex(&Sha512::digest(bytes)),
    };
    let written = String::from_utf8_lossy(written);
    written.split_whitespace().next().is_some_and(|it| it.eq_ignore_ascii_case(&expected))
}

/// What lies there; `None`: nothing.
fn fetch(asking: &Asking<'_>, url: &str, most_bytes: u64) -> Result<Option<Vec<u8>>, Failure> {
    let (mut held, nothing) = (Held::default(), Seen::default());
    match asking.fetcher.fetch(&asking.parcel(url, &nothing, most_bytes), &mut held) {
        Ok(Fetched::Whole(_)) => Ok(Some(held.0)),
        Ok(Fetched::Unchanged) => Err(Failure::refused(text!("feeds-unfit"))),
        Err(not) if not.is_gone => Ok(None),
        Err(not) => Err(not.into()),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

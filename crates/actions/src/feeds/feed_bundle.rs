//! The bundle that carries copies of feeds to an installation that fetches nothing: a manifest under a signature, and the
//! files it names by their digests.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use proofmark_trust::{Note, OpenError, SignerKey, VerifierKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::feed_copy::{FeedCopy, IMPORTED, is_feed_name};
use crate::error::ActionError;

/// The form of bundles this program writes and reads.
const FORMAT: u32 = 1;

/// The most files of a bundle.
const MOST_FILES: usize = 10_000;

/// The longest name of a file, in bytes.
const LONGEST_NAME: usize = 255;

/// What is in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BundleManifest {
    /// The form of the bundle.
    pub format: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// The program that made it, with its version.
    pub made_with: String,
    /// The copies it carries, each with its files, their digests and sizes, its dates and its licence.
    pub copies: Vec<FeedCopy>,
}

impl BundleManifest {
    /// A manifest of these copies.
    pub fn of(copies: Vec<FeedCopy>, made_at: Timestamp, made_with: &str) -> Self {
        Self { format: FORMAT, made_at, made_with: made_with.to_owned(), copies }
    }
}

/// The manifest as signed text (C2SP signed-note).
pub fn sign_feed_bundle(manifest: &BundleManifest, signer: &SignerKey) -> Result<String, ActionError> {
    let mut written = serde_json::to_string_pretty(manifest).expect("names, numbers and dates become JSON");
    written.push('\n');
    let note = Note::sign(&written, &[signer]);
    let note = note.map_err(|error| refused(text!("feeds-bundle-unsigned", error = error.to_string())))?;
    Ok(note.to_string())
}

/// Reads a manifest that one of these keys signed, and names the key. Nothing in it is believed before the signature is;
/// and then still no name in it may lead out of the folder of its copy.
pub fn read_feed_bundle(
    bytes: &[u8],
    known: &[VerifierKey],
) -> Result<(BundleManifest, VerifierKey), ActionError> {
    let unreadable = |error: String| refused(text!("feeds-bundle-unreadable", error = error));
    let note = Note::parse(bytes).map_err(|error| unreadable(error.to_string()))?;
    let opened = note.open(known).map_err(|error| match error {
        OpenError::UnknownSigners(_) => refused(text!("feeds-bundle-unknown", error = error.to_string())),
        error => refused(text!("feeds-bundle-forged", error = error.to_string())),
    })?;
    let by = |key: &&VerifierKey| {
        let same = |name: &str, id| key.name().as_str() == name && key.id() == id;
        opened.verified().iter().any(|signature| same(signature.name().as_str(), signature.id()))
    };
    let key =
        known.iter().find(by).expect("a signature that verified is of a key that was handed in").clone();
    let manifest: BundleManifest =
        serde_json::from_str(opened.text()).map_err(|error| unreadable(error.to_string()))?;
    if manifest.format != FORMAT {
        return Err(refused(text!("feeds-bundle-format", found = manifest.format, known = FORMAT)));
    }
    match fault(&manifest) {
        Some(what) => Err(unreadable(what.to_owned())),
        None => Ok((manifest, key)),
    }
}

/// What no manifest of ours holds.
fn fault(manifest: &BundleManifest) -> Option<&'static str> {
    let (mut feeds, mut files) = (BTreeSet::new(), BTreeSet::new());
    for copy in &manifest.copies {
        if !is_feed_name(&copy.feed) || copy.feed == IMPORTED {
            return Some("the name of a feed");
        }
        if !feeds.insert(copy.feed.as_str()) {
            return Some("two copies of one feed");
        }
        for file in &copy.files {
            if !is_file_name(&file.file) {
                return Some("the name of a file");
            }
            if !files.insert((copy.feed.as_str(), file.file.as_str())) {
                return Some("two files of one name");
            }
        }
    }
    (files.len() > MOST_FILES).then_some("the number of files")
}

/// A plain name: nothing that leads anywhere, nothing hidden, nothing a program puts beside files.
fn is_file_name(name: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+".contains(&byte);
    let plain = !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(fit);
    plain && !name.starts_with('.') && name != "state.json" && !name.contains(".part")
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Sha256;
    use proofmark_trust::SigningKey;

    use super::super::feed_copy::{CopiedFile, CopyHolds};
    use super::*;

    fn signer(seed: u8) -> SignerKey {
        SignerKey::new("example.eu".parse().unwrap(), SigningKey::from_seed(&[seed; 32]))
    }

    fn manifest(feed: &str, file: &str) -> BundleManifest {
        let at: Timestamp = "2026-11-21T10:00:00Z".parse().unwrap();
        let file = CopiedFile {
            name: "all.zip".into(),
            file: file.into(),
            holds: CopyHolds::Records,
            sha256: Sha256::of(b"x"),
            bytes: 1,
            etag: None,
            last_modified: None,
        };
        let copy = FeedCopy {
            feed: feed.into(),
            address: "https://example.eu/".into(),
            licence: "CC0-1.0".into(),
            files: vec![file],
            records: 1,
            records_before: None,
            changed_at: at,
            checked_at: at,
            accepted_shrunk: false,
            csaf: None,
        };
        BundleManifest::of(vec![copy], at, "proofmark 1")
    }

    fn refusal(bytes: &[u8], known: &[VerifierKey]) -> String {
        let Err(ActionError::Refused(problems)) = read_feed_bundle(bytes, known) else { panic!("taken") };
        problems[0].says.id().to_owned()
    }

    #[test]
    fn what_was_signed_is_read_by_who_knows_the_key_and_by_nobody_else() {
        let (ours, other) = (signer(1), signer(2));
        let written = manifest("osv-npm", "ab-all.zip");
        let signed = sign_feed_bundle(&written, &ours).unwrap();
        let known = [other.verifier_key().clone(), ours.verifier_key().clone()];
        let (read, key) = read_feed_bundle(signed.as_bytes(), &known).unwrap();
        assert_eq!((&read, &key), (&written, ours.verifier_key()));
        assert_eq!(refusal(signed.as_bytes(), &known[..1]), "feeds-bundle-unknown");
        let changed = signed.replace("\"records\": 1", "\"records\": 2");
        assert_eq!(refusal(changed.as_bytes(), &known), "feeds-bundle-forged");
        assert_eq!(refusal(b"{}", &known), "feeds-bundle-unreadable");
    }

    #[test]
    fn a_signature_makes_no_name_harmless() {
        let ours = signer(1);
        for (feed, file) in [
            ("osv-npm", "../x.zip"),
            ("osv-npm", "a/b.zip"),
            ("osv-npm", ".hidden"),
            ("osv-npm", "state.json"),
            ("osv-npm", "a.part"),
            ("osv-npm", ""),
            ("../osv", "a.zip"),
            ("", "a.zip"),
            (IMPORTED, "a.zip"),
        ] {
            let signed = sign_feed_bundle(&manifest(feed, file), &ours).unwrap();
            let known = [ours.verifier_key().clone()];
            assert_eq!(refusal(signed.as_bytes(), &known), "feeds-bundle-unreadable", "{feed} {file}");
        }
        let later = BundleManifest { format: 2, ..manifest("osv-npm", "a.zip") };
        let signed = sign_feed_bundle(&later, &ours).unwrap();
        assert_eq!(refusal(signed.as_bytes(), &[ours.verifier_key().clone()]), "feeds-bundle-format");
    }
}

//! Takes in a bundle: believes nothing before the signature, no file before its digest, and replaces no copy before every one of
//! them was read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use proofmark_actions::{
    ActionError, BundleManifest, CopiedFile, FeedCopy, FeedTroubleKind, read_feed_bundle,
};
use proofmark_courier::feed_named;
use proofmark_facts::{Place, Problem, Sha256};
use proofmark_text::{Text, text};
use proofmark_trust::{SignerKey, VerifierKey};

use super::copy_check::{check_count, count};
use super::failure::Failure;
use super::feeds_home::{FeedState, FeedsHome};
use super::part::PART;
use super::provider::feed_of_copy;
use crate::directory::unreadable;
use crate::write::{hindered, write_whole};

/// The first entry of a bundle.
pub(super) const MANIFEST: &str = "proofmark-feeds";

/// The largest manifest, in bytes: what a signed note may have.
const MOST_MANIFEST_BYTES: u64 = 1_000_000;

/// Where the key is remembered that vouched last.
const REMEMBERED: &str = "bundle.key";

/// How a bundle is taken in.
pub(crate) struct BundleOrder<'a> {
    /// The file.
    pub(crate) path: &'a Path,
    /// The key to believe; `None`: the one believed last time, and the installation's own.
    pub(crate) key: Option<VerifierKey>,
    /// The installation's own.
    pub(crate) own: &'a SignerKey,
    /// Take copies although they are older than those that are held.
    pub(crate) older: bool,
    /// Take copies although they have fewer records than they should.
    pub(crate) accept_shrunk: bool,
    /// Told how far it is.
    pub(crate) progress: &'a dyn Fn(&Text),
}

/// Whether a file is a bundle, by how it begins.
pub(crate) fn is_bundle(path: &Path) -> bool {
    let mut start = [0; 512];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    let named = start.split(|byte| *byte == 0).next() == Some(MANIFEST.as_bytes());
    path.is_file() && read.is_ok() && named && start.get(257..262) == Some(b"ustar")
}

/// Takes it in; gives its manifest. Whoever calls holds the lock of the copies.
pub(crate) fn import_bundle(
    order: &BundleOrder<'_>,
    feeds: &FeedsHome,
) -> Result<BundleManifest, ActionError> {
    let file = File::open(order.path).map_err(|error| unreadable(order.path, &error))?;
    let mut archive = tar::Archive::new(BufReader::new(file));
    let mut entries = archive.entries().map_err(|error| torn(&error))?;
    let (manifest, key) = believed(&mut entries, order, feeds)?;
    let states = states(&manifest, order, feeds)?;
    let mut arrived = Arrived::new();
    let checked = unpack(&mut entries, &manifest, feeds, &mut arrived)
        .and_then(|()| states.iter().try_for_each(|(copy, _)| check(copy, &arrived, order, feeds)));
    if let Err(error) = checked {
        for path in arrived.values() {
            fs::remove_file(path).unwrap_or_default();
        }
        return Err(error);
    }
    // From here on every copy is known to be good: what is left is to say so, one by one.
    for (copy, state) in states {
        for file in &copy.files {
            let to = feeds.folder(&copy.feed).at(&file.file);
            fs::rename(&arrived[&(copy.feed.clone(), file.file.clone())], &to)
                .map_err(|error| hindered(&to, &error))?;
        }
        feeds.keep(&copy.feed, &FeedState { copy: Some(copy.clone()), trouble: None, ..state })?;
    }
    if order.key.is_some() {
        let path = feeds.folder("").at(REMEMBERED);
        write_whole(&path, format!("{key}\n").as_bytes())?;
    }
    Ok(manifest)
}

type Entries<'a> = tar::Entries<'a, BufReader<File>>;

/// The manifest, and the key that vouches for it.
fn believed(
    entries: &mut Entries<'_>,
    order: &BundleOrder<'_>,
    feeds: &FeedsHome,
) -> Result<(BundleManifest, VerifierKey), ActionError> {
    let first = entries.next().ok_or_else(|| refused(text!("feeds-bundle-torn", error = "")))?;
    let first = first.map_err(|error| torn(&error))?;
    let mut bytes = Vec::new();
    first.take(MOST_MANIFEST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| torn(&error))?;
    let own = order.own.verifier_key().clone();
    let believed_before =
        || remembered(feeds).into_iter().filter(|key| *key != own).chain([own.clone()]).collect();
    let known = order.key.clone().map_or_else(believed_before, |key| vec![key]);
    read_feed_bundle(&bytes, &known)
}

fn remembered(feeds: &FeedsHome) -> Option<VerifierKey> {
    fs::read_to_string(feeds.folder("").at(REMEMBERED)).ok()?.trim().parse().ok()
}

/// What will be known of each feed. One copy that is older than what is held refuses all, unless that is wanted.
fn states(
    manifest: &BundleManifest,
    order: &BundleOrder<'_>,
    feeds: &FeedsHome,
) -> Result<Vec<(FeedCopy, FeedState)>, ActionError> {
    let mut states = Vec::new();
    for copy in &manifest.copies {
        let state = feeds.state(&copy.feed)?;
        let newer = state.copy.as_ref().filter(|held| held.checked_at > copy.checked_at);
        if let Some(held) = newer.filter(|_| !order.older) {
            let (feed, at, held) = (&copy.feed, copy.checked_at.to_string(), held.checked_at.to_string());
            return Err(refused(text!("feeds-bundle-older", feed = feed, at = at, held = held)));
        }
        let before = state.copy.as_ref().map(|held| held.records);
        states.push((FeedCopy { records_before: before, ..copy.clone() }, state));
    }
    Ok(states)
}

type Arrived = BTreeMap<(String, String), PathBuf>;

/// Puts every file beside its place. One that is not as the manifest says, one that it does not name and one that is
/// missing each refuse the bundle as a whole.
fn unpack(
    entries: &mut Entries<'_>,
    manifest: &BundleManifest,
    feeds: &FeedsHome,
    arrived: &mut Arrived,
) -> Result<(), ActionError> {
    let mut expected: BTreeMap<String, (&FeedCopy, &CopiedFile)> = manifest
        .copies
        .iter()
        .flat_map(|copy| {
            copy.files.iter().map(move |file| (format!("{}/{}", copy.feed, file.file), (copy, file)))
        })
        .collect();
    for entry in entries {
        let mut entry = entry.map_err(|error| torn(&error))?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let Some((copy, file)) = expected.remove(&name) else {
            return Err(refused(text!("feeds-bundle-stranger", name = name)));
        };
        let folder = feeds.folder(&copy.feed);
        folder.make()?;
        let path = folder.at(&format!("{}{PART}", file.file));
        arrived.insert((copy.feed.clone(), file.file.clone()), path.clone());
        if put_down(&mut entry, file.bytes, &path)? != file.sha256 {
            return Err(refused(text!("feeds-bundle-changed", name = name)));
        }
    }
    match expected.into_keys().next() {
        Some(name) => Err(refused(text!("feeds-bundle-missing", name = name))),
        None => Ok(()),
    }
}

/// No more bytes than the manifest says, whatever the archive says.
fn put_down(entry: &mut impl Read, bytes: u64, path: &Path) -> Result<Sha256, ActionError> {
    let mut out = BufWriter::new(File::create(path).map_err(|error| hindered(path, &error))?);
    let (mut entry, mut piece) = (entry.take(bytes.saturating_add(1)), vec![0; 64 * 1024]);
    loop {
        // That the bundle cannot be read is its own fault; that the disk is full is not.
        match entry.read(&mut piece).map_err(|error| torn(&error))? {
            0 => break,
            count => out.write_all(&piece[..count]).map_err(|error| hindered(path, &error))?,
        }
    }
    let mut again = || -> io::Result<Sha256> {
        out.flush()?;
        Sha256::of_stream(&mut File::open(path)?)
    };
    again().map_err(|error| hindered(path, &error))
}

/// A copy out of a bundle is held against the same rules as one that was fetched.
fn check(
    copy: &FeedCopy,
    arrived: &Arrived,
    order: &BundleOrder<'_>,
    feeds: &FeedsHome,
) -> Result<(), ActionError> {
    let Some(feed) = feed_named(&copy.feed).copied().or_else(|| feed_of_copy(copy)) else {
        return Err(refused(text!("feeds-unknown", feed = &copy.feed)));
    };
    let files = copy.record_files();
    let paths: Vec<PathBuf> =
        files.map(|file| arrived[&(copy.feed.clone(), file.file.clone())].clone()).collect();
    let read =
        |records| (order.progress)(&text!("feeds-progress-records", feed = feed.name, count = records));
    let held = feeds.state(&copy.feed)?.copy;
    let accept = order.accept_shrunk || copy.accepted_shrunk;
    let checked = count(&feed, &paths, &read)
        .and_then(|counted| check_count(&feed, counted.records, held.as_ref(), accept));
    checked.map_err(|failure: Failure| match failure.kind {
        FeedTroubleKind::Hindered => ActionError::Hindered(failure.says),
        FeedTroubleKind::Refused | FeedTroubleKind::Shrunk => refused(failure.says),
    })
}

fn torn(error: &io::Error) -> ActionError {
    refused(text!("feeds-bundle-torn", error = error.to_string()))
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

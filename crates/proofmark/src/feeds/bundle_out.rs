//! Writes all copies into one file under a signature: a tar archive whose first entry is the signed manifest.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

use jiff::Timestamp;
use proofmark_actions::{ActionError, BundleManifest, FeedCopy, IMPORTED, sign_feed_bundle};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_trust::SignerKey;
use tempfile::NamedTempFile;

use super::bundle_in::MANIFEST;
use super::feeds_home::FeedsHome;
use crate::session::WITH;
use crate::write::{check_replaceable, hindered};

/// Writes the bundle whole or not at all; gives what is in it. What was imported by hand stays out: it is this
/// installation's own, and nobody said under which licence it may be handed on.
pub(crate) fn export_bundle(
    to: &Path,
    only: &[String],
    feeds: &FeedsHome,
    signer: &SignerKey,
    now: Timestamp,
) -> Result<BundleManifest, ActionError> {
    check_replaceable(to)?;
    let wanted = |copy: &FeedCopy| copy.feed != IMPORTED && (only.is_empty() || only.contains(&copy.feed));
    let copies: Vec<FeedCopy> = feeds.copies()?.into_iter().filter(wanted).collect();
    let missing = only.iter().find(|name| copies.iter().all(|copy| copy.feed != **name));
    if let Some(name) = missing {
        return Err(refused(text!("feeds-no-copy", feed = name)));
    }
    if copies.is_empty() {
        return Err(refused(text!("feeds-nothing-to-export")));
    }
    let manifest = BundleManifest::of(copies, now, WITH);
    let note = sign_feed_bundle(&manifest, signer)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut file = NamedTempFile::new_in(folder)?;
        let mut archive = tar::Builder::new(BufWriter::new(file.as_file_mut()));
        append(&mut archive, MANIFEST, note.len() as u64, note.as_bytes())?;
        for copy in &manifest.copies {
            for copied in &copy.files {
                let bytes = BufReader::new(File::open(feeds.folder(&copy.feed).at(&copied.file))?);
                append(&mut archive, &format!("{}/{}", copy.feed, copied.file), copied.bytes, bytes)?;
            }
        }
        archive.into_inner()?.flush()?;
        file.as_file().sync_all()?;
        file.persist(to)?;
        Ok(())
    };
    write().map_err(|error| hindered(to, &error))?;
    Ok(manifest)
}

/// An entry that tells nothing of this machine: no owner, no date.
fn append(
    archive: &mut tar::Builder<impl Write>,
    name: &str,
    bytes: u64,
    from: impl io::Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o644);
    archive.append_data(&mut header, name, from)
}

fn refused(says: proofmark_text::Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

//! One feed being asked for: what is held of it, where it lies, and who fetches.

use std::time::Duration;

use jiff::Timestamp;
use proofmark_actions::{CopiedFile, FeedCopy};
use proofmark_courier::{Feed, Fetcher, Parcel, Seen};

use super::copy_folder::CopyFolder;
use super::feeds_home::FeedState;

/// The most time for one try of one file.
const MOST_TIME: Duration = Duration::from_mins(30);

/// One feed being asked for.
pub(super) struct Asking<'a> {
    /// The feed.
    pub(super) feed: &'a Feed<'a>,
    /// What is known of it here.
    pub(super) state: &'a FeedState,
    /// Where its copy lies.
    pub(super) folder: CopyFolder,
    /// Who fetches.
    pub(super) fetcher: &'a Fetcher<'a>,
    /// Whether a copy with fewer records than it should have is taken.
    pub(super) accept_shrunk: bool,
    /// Now.
    pub(super) now: Timestamp,
    /// Told how many bytes of a file arrived.
    pub(super) arrived: &'a dyn Fn(u64),
    /// Told how many records were read.
    pub(super) read: &'a dyn Fn(u64),
    /// Told which of how many changed records is fetched.
    pub(super) changed: &'a dyn Fn(u64, u64),
}

impl Asking<'_> {
    /// Where it is fetched from: its publisher, or the mirror somebody named.
    pub(super) fn address(&self) -> &str {
        self.state.mirror.as_deref().unwrap_or(self.feed.address)
    }

    /// Where a file of it lies.
    pub(super) fn url(&self, name: &str) -> String {
        format!("{}{name}", self.address())
    }

    /// The copy that is held.
    pub(super) fn copy(&self) -> Option<&FeedCopy> {
        self.state.copy.as_ref()
    }

    /// A file of the copy that is held, if it came from where it is fetched now and still lies there.
    pub(super) fn held_file(&self, name: &str) -> Option<&CopiedFile> {
        let copy = self.copy().filter(|copy| copy.address == self.address())?;
        copy.files.iter().find(|file| file.name == name).filter(|file| self.folder.has(file))
    }

    /// What is fetched from there, of which this was seen before.
    pub(super) fn parcel<'p>(&self, url: &'p str, seen: &'p Seen, most_bytes: u64) -> Parcel<'p> {
        Parcel { url, seen, most_bytes, time: MOST_TIME, pause: self.feed.pause() }
    }

    /// A copy of these files, to take the place of the one that is held.
    pub(super) fn new_copy(&self, files: Vec<CopiedFile>, records: u64) -> FeedCopy {
        FeedCopy {
            feed: self.feed.name.to_owned(),
            address: self.address().to_owned(),
            licence: self.feed.licence.to_owned(),
            files,
            records,
            records_before: self.copy().map(|copy| copy.records),
            changed_at: self.now,
            checked_at: self.now,
            // Who accepted a part of a feed accepted that it stays one; how far it may shrink is another question.
            accepted_shrunk: self.accept_shrunk || self.copy().is_some_and(|copy| copy.accepted_shrunk),
            csaf: None,
        }
    }
}

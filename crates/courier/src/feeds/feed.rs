//! A feed: where somebody publishes what is known about vulnerabilities, and what a copy of it must be like.

use std::time::Duration;

use jiff::civil::DateTime;

use super::csaf_folder::CsafFolder;
use super::feed_file::FeedFile;
use super::update_search::UpdateSearch;

/// A feed. Each is one file beside this one, which says where its facts come from, and a line of the register; but for those of
/// publishers somebody added, which stand in the home.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'f> {
    /// What it is called on the command line and on the disk: small letters, digits and hyphens. It never changes.
    pub name: &'f str,
    /// What it speaks of, by its own name: `npm`, `Debian`.
    pub of: &'f str,
    /// Who publishes it.
    pub publisher: &'f str,
    /// Under which licence, in the publisher's words; a copy may only be handed on as it allows.
    pub licence: &'f str,
    /// Where it lies: a folder, ending in `/`. A mirror holds the same files below another address.
    pub address: &'f str,
    /// Where the address, the licence and the rhythm are documented.
    pub documented: &'f str,
    /// Which files lie there, and how what changed is fetched.
    pub layout: Layout,
    /// How often it is asked for by itself, in hours.
    pub every_hours: u32,
    /// After how many hours without a success the copy is out of date.
    pub stale_after_hours: u32,
    /// How many records a first copy must have at least.
    pub least_records: u64,
    /// By how many of a hundred records a copy may be smaller than the one before.
    pub may_shrink_percent: u8,
    /// The most records of a thousand that the reader may refuse.
    pub unreadable_per_mille: u16,
    /// The most bytes of one file.
    pub most_bytes: u64,
    /// The least time between two requests to its server, in milliseconds.
    pub pause_milliseconds: u32,
}

/// Which files a feed consists of.
#[derive(Debug, Clone, Copy)]
pub enum Layout {
    /// Files that are each fetched whole: which ones there are at this time (UTC).
    Files(fn(DateTime) -> Vec<FeedFile>),
    /// A folder as OSV.dev exports it: `all.zip`, `modified_id.csv` and a file a record, of which only those that changed
    /// are fetched.
    OsvExport,
    /// A folder of CSAF documents with the lists `index.txt` and `changes.csv`, of which only the documents that changed are
    /// fetched.
    CsafFolder(CsafFolder),
    /// A search that is read by windows of when records were updated, and each window by pages.
    UpdateSearch(UpdateSearch),
    /// What a publisher of CSAF documents says of itself, which names feeds and folders; the address is that of its metadata.
    CsafProvider,
}

impl Feed<'_> {
    /// The least time between two requests to its server.
    pub fn pause(&self) -> Duration {
        Duration::from_millis(u64::from(self.pause_milliseconds))
    }

    /// How many records a copy must have, where the one before had so many.
    pub fn least_after(&self, before: Option<u64>) -> u64 {
        let left = 100 - u64::from(self.may_shrink_percent.min(100));
        before.map_or(self.least_records, |before| before.saturating_mul(left).div_ceil(100))
    }
}

#[cfg(test)]
mod tests {
    use crate::feeds::FEEDS;

    #[test]
    fn a_first_copy_is_held_against_the_floor_and_each_further_one_against_the_one_before() {
        let feed = crate::feeds::Feed { least_records: 100, may_shrink_percent: 10, ..*FEEDS[0] };
        assert_eq!(feed.least_after(None), 100);
        assert_eq!(feed.least_after(Some(1000)), 900);
        assert_eq!(feed.least_after(Some(1)), 1);
        assert_eq!(feed.least_after(Some(0)), 0);
    }
}

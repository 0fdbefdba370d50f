//! What is kept of a feed, and what went wrong since.

use jiff::Timestamp;
use proofmark_facts::Sha256;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of the copy of what was imported by hand.
pub const IMPORTED: &str = "imported";

/// The longest name of a feed, in bytes.
const LONGEST_NAME: usize = 64;

/// A copy of a feed: whole, checked, and named by its digests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedCopy {
    /// The feed's name.
    pub feed: String,
    /// The address it was fetched from; empty for what was imported by hand.
    pub address: String,
    /// The licence it is under.
    pub licence: String,
    /// Its files.
    pub files: Vec<CopiedFile>,
    /// How many records it has: advisories, entries of a catalogue, or scores.
    pub records: u64,
    /// How many the copy before had.
    pub records_before: Option<u64>,
    /// When it changed last.
    pub changed_at: Timestamp,
    /// When it was last found to be what is published.
    pub checked_at: Timestamp,
    /// Somebody accepted that it has fewer records than it should.
    pub accepted_shrunk: bool,
    /// Of a copy of a publisher's own documents that somebody added: whose they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csaf: Option<CsafOrigin>,
}

/// Whose documents a copy holds, and how many of them their publisher signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CsafOrigin {
    /// The publisher's name.
    pub publisher: String,
    /// How many documents bear a signature that was verified with a key of the publisher's.
    pub verified: u64,
    /// How many bear none, or one nobody told a key for.
    pub unsigned: u64,
}

/// A file of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopiedFile {
    /// Its name where it is published.
    pub name: String,
    /// Its name in the folder of the copy.
    pub file: String,
    /// What it holds.
    pub holds: CopyHolds,
    /// Its digest.
    pub sha256: Sha256,
    /// How many bytes it has.
    pub bytes: u64,
    /// The entity tag it came with.
    pub etag: Option<String>,
    /// When it was last modified, as the server wrote it.
    pub last_modified: Option<String>,
}

/// What a file of a copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CopyHolds {
    /// Records, which go into the database.
    Records,
    /// The list of when each record changed.
    Changes,
    /// The list of which key signed each record.
    Signatures,
}

/// Why a copy is not what is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedTrouble {
    /// When.
    pub at: Timestamp,
    /// What kind of trouble.
    pub kind: FeedTroubleKind,
    /// What went wrong, in words.
    pub says: String,
    /// The server asked not to be asked before this.
    pub not_before: Option<Timestamp>,
}

/// What kind of trouble a feed has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FeedTroubleKind {
    /// It could not be fetched.
    Hindered,
    /// What was fetched is not whole or cannot be read.
    Refused,
    /// What was fetched has too few records.
    Shrunk,
}

impl FeedCopy {
    /// The files whose records go into the database.
    pub fn record_files(&self) -> impl Iterator<Item = &CopiedFile> {
        self.files.iter().filter(|file| file.holds == CopyHolds::Records)
    }

    /// How many bytes all files have.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// Whether something can be the name of a feed: small letters, digits and hyphens.
pub fn is_feed_name(name: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(fit)
}

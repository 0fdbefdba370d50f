//! Copies of feeds: what is kept of each, how it stands, and the bundle that carries them to where nothing is fetched.

mod feed_bundle;
mod feed_copy;
mod feed_standing;
mod sync_report;

pub use feed_bundle::{BundleManifest, read_feed_bundle, sign_feed_bundle};
pub use feed_copy::{
    CopiedFile, CopyHolds, CsafOrigin, FeedCopy, FeedTrouble, FeedTroubleKind, IMPORTED, is_feed_name,
};
pub use feed_standing::{FeedAlarm, FeedStanding, FeedTerms, standing_of};
pub use sync_report::{SyncOutcome, SyncReport, SyncedFeed};

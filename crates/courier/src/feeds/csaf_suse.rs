//! What SUSE says of each vulnerability in its products (VEX).
//!
//! Layout and terms: <https://www.suse.com/support/security/csaf/>. There are some 54,000 documents (2026), all in one folder, so a
//! first copy takes hours; what was fetched of it is not fetched again.

use super::csaf_folder::{CsafDigest, CsafFolder};
use super::feed::{Feed, Layout};

pub(super) const CSAF_SUSE: Feed = Feed {
    name: "csaf-suse",
    of: "SUSE VEX",
    publisher: "SUSE",
    licence: "CC-BY-4.0 (SUSE)",
    address: "https://ftp.suse.com/pub/projects/security/csaf-vex/",
    documented: "https://www.suse.com/support/security/csaf/",
    layout: Layout::CsafFolder(CsafFolder { lists: &[""], digest: CsafDigest::Sha256 }),
    every_hours: 24,
    stale_after_hours: 96,
    least_records: 40_000,
    may_shrink_percent: 5,
    unreadable_per_mille: 10,
    most_bytes: 128 << 20,
    pause_milliseconds: 50,
};

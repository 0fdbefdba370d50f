//! What Red Hat says of each vulnerability in its products (VEX): in which version of which release it is mended, where it is
//! not yet, and what is not affected.
//!
//! Layout, contents and terms: <https://redhatproductsecurity.github.io/security-data-guidelines/csaf-vex/>. There are some
//! 65,000 documents (by the length of the list in August 2026), so a first copy takes hours; what was fetched of it is not fetched
//! again.

use super::csaf_folder::{CsafDigest, CsafFolder};
use super::feed::{Feed, Layout};

pub(super) const CSAF_RED_HAT: Feed = Feed {
    name: "csaf-red-hat",
    of: "Red Hat VEX",
    publisher: "Red Hat",
    licence: "CC-BY-4.0 (Red Hat)",
    address: "https://security.access.redhat.com/data/csaf/v2/vex/",
    documented: "https://redhatproductsecurity.github.io/security-data-guidelines/csaf-vex/",
    layout: Layout::CsafFolder(CsafFolder { lists: &[""], digest: CsafDigest::Sha256 }),
    every_hours: 24,
    stale_after_hours: 96,
    least_records: 40_000,
    may_shrink_percent: 5,
    unreadable_per_mille: 10,
    most_bytes: 128 << 20,
    pause_milliseconds: 50,
};

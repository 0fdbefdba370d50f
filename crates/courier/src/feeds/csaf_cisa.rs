//! The advisories of the CISA (US) on industrial control systems and other products.
//!
//! The provider's metadata (<https://www.cisa.gov/sites/default/files/csaf/provider-metadata.json>) and its repository
//! `cisagov/CSAF` lead to these folders; there were 2,379 documents on operational technology in October 2024. The lists name
//! documents by their place in the repository. Beside each lie a SHA-512 digest and a signature (`.asc`).

use super::csaf_folder::{CsafDigest, CsafFolder};
use super::feed::{Feed, Layout};

pub(super) const CSAF_CISA: Feed = Feed {
    name: "csaf-cisa",
    of: "CISA advisories",
    publisher: "CISA",
    licence: "not stated where the data is documented; marked TLP:WHITE, a work of the US Government",
    address: "https://raw.githubusercontent.com/cisagov/CSAF/develop/",
    documented: "https://github.com/cisagov/CSAF",
    layout: Layout::CsafFolder(CsafFolder {
        lists: &["csaf_files/OT/white/", "csaf_files/IT/white/"],
        digest: CsafDigest::Sha512,
    }),
    every_hours: 12,
    stale_after_hours: 72,
    least_records: 3_000,
    may_shrink_percent: 2,
    unreadable_per_mille: 10,
    most_bytes: 64 << 20,
    pause_milliseconds: 50,
};

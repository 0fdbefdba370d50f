//! What all folders of OSV.dev's export have in common.
//!
//! Address, layout and the way to fetch only what changed: <https://google.github.io/osv.dev/data/>, "Data dumps" and
//! "Downloading recent changes". The export runs every quarter of an hour (its schedule is in the repository
//! `google/osv.dev`, `deployment/clouddeploy/gke-workers/base/core/exporter.yaml`). An ecosystem's folder holds
//! all its releases: OSV.dev no longer exports folders such as `Debian:12`.
//!
//! How many records a first copy must have is a little over eight of ten of what <https://osv.dev/list> counted for the ecosystem in 2026,
//! or what the advisories' own publisher documents. The ecosystems listed there that have no file here (Android, Azure Linux,
//! `BellSoft` Hardened Containers, `CleanStart`, Echo, GHC, Red Hat Lightwell, Root, `TuxCare`, `VSCode`) are those whose versions the
//! matcher has no order for: a copy of them would look like cover and be none.

use super::feed::{Feed, Layout};

/// A folder of the export; its name, its ecosystem, its licence and its address are its own file's.
pub(super) const EXPORT: Feed = Feed {
    name: "",
    of: "",
    publisher: "OSV.dev",
    licence: "",
    address: "",
    documented: "https://google.github.io/osv.dev/data/",
    layout: Layout::OsvExport,
    every_hours: 6,
    stale_after_hours: 48,
    least_records: 1,
    may_shrink_percent: 10,
    unreadable_per_mille: 10,
    most_bytes: 4 << 30,
    pause_milliseconds: 50,
};

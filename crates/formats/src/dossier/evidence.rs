//! `[[evidence]]`: further files beside the dossier that show something.

use proofmark_facts::DeclaredEvidence;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[evidence]]`.
pub(super) const EVIDENCE: &[Key] = &[
    Key::new("file", Kind::Path, "\"evidence/secure-defaults.md\"", "The file.", "Annex VII").must(),
    Key::new(
        "shows",
        Kind::Many(&Kind::Line),
        "[\"art13-2\", \"I.2.b\"]",
        "The obligations or requirements it shows, by their ids.",
        "Annex VII",
    ),
    Key::new(
        "says",
        Kind::Text,
        "\"The device starts with every service switched off.\"",
        "What it shows, in words.",
        "",
    ),
    Key::new(
        "observed_on",
        Kind::Date,
        "2027-05-20",
        "When what it shows was observed, not when it was filed.",
        "",
    ),
    Key::new("stale_after", Kind::Date, "2028-05-20", "The last day it can be relied on.", ""),
];

pub(super) fn read_evidence(table: &mut Table<'_>) -> DeclaredEvidence {
    DeclaredEvidence {
        file: table.must_text("file"),
        shows: table.texts("shows"),
        says: table.text("says"),
        observed_on: table.date("observed_on"),
        stale_after: table.date("stale_after"),
    }
}

//! `[[security_updates]]`: security updates that were made available.

use proofmark_facts::SecurityUpdate;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[security_updates]]`.
pub(super) const SECURITY_UPDATE: &[Key] = &[
    Key::new("update", Kind::Line, "\"2028-03\"", "The update's name or number.", "Article 13(9)").must(),
    Key::new("to_version", Kind::Line, "\"1.4.1\"", "The version it leads to.", "Article 13(9)"),
    Key::new("issued_on", Kind::Date, "2028-03-15", "The day it was issued.", "Article 13(9)"),
    Key::new("still_available", Kind::Flag, "true", "Users can still get it.", "Article 13(9)"),
];

pub(super) fn read_security_update(table: &mut Table<'_>) -> SecurityUpdate {
    SecurityUpdate {
        update: table.must_text("update"),
        to_version: table.text("to_version"),
        issued_on: table.date("issued_on"),
        still_available: table.flag("still_available"),
    }
}

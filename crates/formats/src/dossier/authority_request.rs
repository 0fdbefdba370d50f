//! `[[authority_requests]]`: what a market surveillance authority asked or ordered.

use proofmark_facts::AuthorityRequest;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[authority_requests]]`.
pub(super) const AUTHORITY_REQUEST: &[Key] = &[
    Key::new(
        "obligation",
        Kind::Line,
        "\"art13-22\"",
        "The obligation it calls on, by its id.",
        "Articles 13(22) and 53",
    )
    .must(),
    Key::new("authority", Kind::Line, "\"Bundesamt Beispiel\"", "The authority.", "Article 52"),
    Key::new("received_on", Kind::Date, "2028-03-01", "The day it came.", ""),
    Key::new(
        "due_on",
        Kind::Date,
        "2028-03-15",
        "The last day for the answer, as the authority set it: the Regulation sets none.",
        "",
    ),
    Key::new(
        "answered_on",
        Kind::Date,
        "2028-03-10",
        "The day it was answered, or what was ordered was done.",
        "",
    ),
];

pub(super) fn read_authority_request(table: &mut Table<'_>) -> AuthorityRequest {
    AuthorityRequest {
        obligation: table.must_text("obligation"),
        authority: table.text("authority"),
        received_on: table.date("received_on"),
        due_on: table.date("due_on"),
        answered_on: table.date("answered_on"),
    }
}

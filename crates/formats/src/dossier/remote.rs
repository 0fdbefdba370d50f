//! `[[remote_services]]`: remote services the product uses.

use proofmark_facts::RemoteService;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[remote_services]]`.
pub(super) const REMOTE_SERVICE: &[Key] = &[
    Key::new("name", Kind::Line, "\"Example Cloud\"", "The service's name.", "Article 3(2)").must(),
    Key::new(
        "does",
        Kind::Text,
        "\"Stores sensor values and shows them in the app.\"",
        "What it does for the product.",
        "Article 3(2)",
    ),
    Key::new(
        "developed_under_own_responsibility",
        Kind::Flag,
        "true",
        "Its software was designed and developed by you or under your responsibility.",
        "Article 3(2)",
    ),
    Key::new(
        "function_depends_on_it",
        Kind::Flag,
        "true",
        "Without it the product could not perform one of its functions.",
        "Article 3(2)",
    ),
    Key::new(
        "pure_connectivity",
        Kind::Flag,
        "false",
        "It only carries data: a mobile network, cable, Wi-Fi or router.",
        "Article 3(2)",
    ),
    Key::new("operated_by", Kind::Line, "\"Example Hosting AG\"", "Who operates or hosts it.", ""),
];

pub(super) fn read_remote_service(table: &mut Table<'_>) -> RemoteService {
    RemoteService {
        name: table.must_text("name"),
        does: table.text("does"),
        developed_under_own_responsibility: table.flag("developed_under_own_responsibility"),
        function_depends_on_it: table.flag("function_depends_on_it"),
        pure_connectivity: table.is_stated("pure_connectivity"),
        operated_by: table.text("operated_by"),
    }
}

//! The keys of a core functionality: the product's, or a module's own.

use proofmark_facts::CoreFunctionality;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one core functionality.
pub(super) const CORE_FUNCTIONALITY: &[Key] = &[
    Key::new(
        "is",
        Kind::Text,
        "\"Forwards sensor values and commands\"",
        "The core functionality, in your words.",
        "Article 7(1)",
    )
    .must(),
    Key::new(
        "category",
        Kind::Line,
        "\"III.I.12\"",
        "The category of Annex III or IV it falls under; leave it out if none.",
        "Annexes III and IV",
    ),
    Key::new(
        "because",
        Kind::Text,
        "\"It routes packets between networks.\"",
        "The element of the category's technical description relied on, or why none fits.",
        "Commission guidance point 144",
    ),
];

pub(super) fn read_core_functionality(table: &mut Table<'_>) -> CoreFunctionality {
    CoreFunctionality {
        is: table.must_text("is"),
        category: table.text("category"),
        because: table.text("because"),
    }
}

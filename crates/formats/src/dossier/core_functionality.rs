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
    Key::new(
        "kind",
        Kind::Line,
        "\"router\"",
        "Which of the kinds the category's description names it is.",
        "Implementing Regulation (EU) 2025/2392",
    ),
    Key::new(
        "against",
        Kind::Text,
        "\"Most buyers use it as a protocol converter.\"",
        "What speaks against this choice.",
        "Commission guidance point 144",
    ),
    Key::new(
        "chosen_because",
        Kind::Text,
        "\"Without routing the gateway would be of no use; its firewall only guards that.\"",
        "Where several categories match: why this one is the core functionality.",
        "Commission guidance point 144",
    ),
];

/// Reads it.
pub(super) fn read_core_functionality(table: &mut Table<'_>) -> CoreFunctionality {
    CoreFunctionality {
        is: table.must_text("is"),
        category: table.text("category"),
        because: table.text("because"),
        kind: table.text("kind"),
        against: table.text("against"),
        chosen_because: table.text("chosen_because"),
    }
}

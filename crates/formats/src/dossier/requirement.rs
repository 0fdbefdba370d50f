//! `[requirements."I.2.a"]`: the decision for one essential requirement of Annex I, by its place there.

use proofmark_facts::RequirementDecision;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one requirement.
pub(super) const REQUIREMENT: &[Key] = &[
    Key::new("applies", Kind::Flag, "true", "Whether it applies to this product.", "Article 13(3)").must(),
    Key::new(
        "implemented_by",
        Kind::Text,
        "\"Releases are blocked while a known exploitable vulnerability is open.\"",
        "How it is implemented.",
        "Article 13(3)",
    ),
    Key::new(
        "not_applicable_because",
        Kind::Text,
        "\"The product keeps no personal data.\"",
        "If it does not apply, the clear justification.",
        "Article 13(4)",
    ),
    Key::new(
        "evidence",
        Kind::Many(&Kind::Path),
        "[\"evidence/release-process.md\"]",
        "Files that show it.",
        "Annex VII point 3",
    ),
];

pub(super) fn read_requirement(table: &mut Table<'_>, requirement: String) -> RequirementDecision {
    RequirementDecision {
        requirement,
        applies: table.must_flag("applies"),
        implemented_by: table.text("implemented_by"),
        not_applicable_because: table.text("not_applicable_because"),
        evidence: table.texts("evidence"),
    }
}

//! `[risk_assessment]`: the cybersecurity risk assessment as a kept document.

use proofmark_facts::RiskAssessment;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[risk_assessment]`.
pub(super) const RISK_ASSESSMENT: &[Key] = &[
    Key::new(
        "document",
        Kind::Path,
        "\"evidence/risk-assessment.md\"",
        "The document.",
        "Article 13(2) to (4)",
    ),
    Key::new("reviewed_on", Kind::Date, "2027-06-01", "When it was last reviewed.", "Article 13(3)"),
    Key::new("owner", Kind::Line, "\"Erika Mustermann\"", "Who answers for it.", ""),
    Key::new(
        "covers_use",
        Kind::Flag,
        "true",
        "It covers the intended purpose and reasonably foreseeable use.",
        "Article 13(3)",
    ),
    Key::new(
        "covers_conditions",
        Kind::Flag,
        "true",
        "It covers the conditions of use: the operational environment and the assets to be protected.",
        "Article 13(3)",
    ),
    Key::new(
        "covers_time_in_use",
        Kind::Flag,
        "true",
        "It takes the expected time in use into account.",
        "Article 13(3)",
    ),
];

pub(super) fn read_risk_assessment(table: &mut Table<'_>) -> RiskAssessment {
    RiskAssessment {
        document: table.text("document"),
        reviewed_on: table.date("reviewed_on"),
        owner: table.text("owner"),
        covers_use: table.is_stated("covers_use"),
        covers_conditions: table.is_stated("covers_conditions"),
        covers_time_in_use: table.is_stated("covers_time_in_use"),
    }
}

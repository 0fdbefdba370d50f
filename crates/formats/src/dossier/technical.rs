//! `[technical_documentation]`: what the technical documentation gathers beside the rest of the dossier.

use proofmark_facts::{TechnicalDocumentation, TestReport};

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[technical_documentation]`.
pub(super) const TECHNICAL_DOCUMENTATION: &[Key] = &[
    Key::new(
        "design",
        Kind::Many(&Kind::PathOrText),
        "[\"docs/architecture.md\"]",
        "Design and development: drawings, schemes, architecture.",
        "Annex VII point 2(a)",
    ),
    Key::new(
        "vulnerability_handling",
        Kind::Many(&Kind::PathOrText),
        "[\"docs/vulnerability-handling.md\"]",
        "How vulnerabilities are handled, with evidence of the contact address.",
        "Annex VII point 2(b)",
    ),
    Key::new(
        "update_distribution",
        Kind::Many(&Kind::PathOrText),
        "[\"docs/updates.md\"]",
        "The technical solution for the secure distribution of updates.",
        "Annex VII point 2(b)",
    ),
    Key::new(
        "production",
        Kind::Many(&Kind::PathOrText),
        "[\"docs/production.md\"]",
        "Production and monitoring processes and their validation.",
        "Annex VII point 2(c)",
    ),
    Key::table(
        "test_reports",
        Kind::Rows(TEST_REPORT),
        "A report of tests of the product or of vulnerability handling.",
        "Annex VII point 6",
    ),
];

const TEST_REPORT: &[Key] = &[
    Key::new("document", Kind::Path, "\"evidence/penetration-test.pdf\"", "The report.", "Annex VII point 6")
        .must(),
    Key::new(
        "shows",
        Kind::Text,
        "\"No interface accepts unauthenticated commands.\"",
        "What it shows.",
        "Annex VII point 6",
    ),
    Key::new(
        "carried_out_on",
        Kind::Date,
        "2027-05-20",
        "When the test was carried out.",
        "Annex VII point 6",
    ),
];

pub(super) fn read_technical_documentation(table: &mut Table<'_>) -> TechnicalDocumentation {
    TechnicalDocumentation {
        design: table.texts("design"),
        vulnerability_handling: table.texts("vulnerability_handling"),
        update_distribution: table.texts("update_distribution"),
        production: table.texts("production"),
        test_reports: table.rows("test_reports", read_test_report),
    }
}

fn read_test_report(table: &mut Table<'_>) -> TestReport {
    TestReport {
        document: table.must_text("document"),
        shows: table.text("shows"),
        carried_out_on: table.date("carried_out_on"),
    }
}

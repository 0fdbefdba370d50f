//! `[support_period]`: how long vulnerabilities are handled, and why that long.

use proofmark_facts::SupportPeriod;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[support_period]`.
pub(super) const SUPPORT_PERIOD: &[Key] = &[
    Key::new(
        "ends_on",
        Kind::Date,
        "\"2033-12\"",
        "The last day of the support period.",
        "Article 13(8) and (19)",
    ),
    Key::new(
        "expected_use_years",
        Kind::Years,
        "8",
        "How long users are expected to use the product.",
        "Article 13(8)",
    ),
    Key::new(
        "rationale",
        Kind::Text,
        "\"Building equipment of this kind is replaced after eight years.\"",
        "The reasoning behind the length.",
        "Article 13(8)",
    ),
    Key::new(
        "record",
        Kind::Path,
        "\"evidence/support-period.md\"",
        "The record behind the reasoning.",
        "Annex VII point 4",
    ),
    Key::new(
        "offers",
        Kind::Text,
        "\"Security updates over the air, free of charge.\"",
        "What technical security support is offered.",
        "Annex II point 7",
    ),
];

pub(super) fn read_support_period(table: &mut Table<'_>) -> SupportPeriod {
    SupportPeriod {
        ends_on: table.date("ends_on"),
        expected_use_years: table.years("expected_use_years"),
        rationale: table.text("rationale"),
        record: table.text("record"),
        offers: table.text("offers"),
    }
}

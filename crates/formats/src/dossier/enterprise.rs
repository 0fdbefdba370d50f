//! `[operator.enterprise]`: headcount and money, in whole euros.

use proofmark_facts::Enterprise;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[operator.enterprise]`.
pub(super) const ENTERPRISE: &[Key] = &[
    Key::new(
        "undertaking",
        Kind::Flag,
        "true",
        "The operator is an undertaking: it carries out an economic activity.",
        "Article 64(2)",
    ),
    Key::new("staff", Kind::Count, "42", "Staff, in annual work units.", "Article 3(19)"),
    Key::new(
        "annual_turnover_eur",
        Kind::Count,
        "8500000",
        "Annual turnover, in whole euros.",
        "Article 3(19)",
    ),
    Key::new(
        "balance_sheet_eur",
        Kind::Count,
        "6000000",
        "Annual balance sheet total, in whole euros.",
        "Article 3(19)",
    ),
    Key::new(
        "linked_enterprises_included",
        Kind::Flag,
        "true",
        "These numbers include linked and partner enterprises.",
        "Article 3(19)",
    ),
    Key::new(
        "worldwide_turnover_eur",
        Kind::Count,
        "8500000",
        "Worldwide annual turnover of the preceding financial year, in whole euros.",
        "Article 64(2) to (4)",
    ),
];

pub(super) fn read_enterprise(table: &mut Table<'_>) -> Enterprise {
    Enterprise {
        undertaking: table.flag("undertaking"),
        staff: table.count("staff"),
        annual_turnover_eur: table.count("annual_turnover_eur"),
        balance_sheet_eur: table.count("balance_sheet_eur"),
        linked_enterprises_included: table.flag("linked_enterprises_included"),
        worldwide_turnover_eur: table.count("worldwide_turnover_eur"),
    }
}

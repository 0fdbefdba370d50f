//! `[operator.reporting_place]`: where the operator stands in the Union, which decides to whom it reports.

use proofmark_facts::{Country, InState, ReportingPlace};

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[operator.reporting_place]`.
pub(super) const REPORTING_PLACE: &[Key] = &[
    Key::new(
        "decisions_taken_in",
        Kind::Country,
        "\"DE\"",
        "Where the decisions on the cybersecurity of your products are predominantly taken.",
        "Article 14(7)",
    ),
    Key::new(
        "decisions_are_distributed",
        Kind::Flag,
        "false",
        "Those decisions are taken in several States, and none of them predominates.",
        "Article 14(7)",
    ),
    Key::new(
        "shared_within_a_group",
        Kind::Flag,
        "false",
        "Several companies of one group share those decisions.",
        "Article 14(7)",
    ),
    Key::new(
        "established_in_the_union",
        Kind::Flag,
        "true",
        "You have an establishment in the Union.",
        "Article 14(7)",
    ),
    Key::new(
        "coordinator_used_before",
        Kind::Country,
        "\"DE\"",
        "Where only your users decided: the State whose coordinator you reported to first.",
        "Article 14(7)(d)",
    ),
    Key::table(
        "establishments",
        Kind::Rows(IN_STATE),
        "Your employees in one State of the Union.",
        "Article 14(7)",
    ),
    Key::table(
        "representatives",
        Kind::Rows(IN_STATE),
        "How many of your products an authorised representative acts for, by its State.",
        "Article 14(7)(a)",
    ),
    Key::table(
        "importers",
        Kind::Rows(IN_STATE),
        "How many of your products an importer places on the market, by its State.",
        "Article 14(7)(b)",
    ),
    Key::table(
        "distributors",
        Kind::Rows(IN_STATE),
        "How many of your products a distributor makes available, by its State.",
        "Article 14(7)(c)",
    ),
    Key::table("users", Kind::Rows(IN_STATE), "Your users in one State.", "Article 14(7)(d)"),
];

const IN_STATE: &[Key] = &[
    Key::new("state", Kind::Country, "\"DE\"", "The State.", "Article 14(7)").must(),
    Key::new("count", Kind::Count, "40", "How many: employees, products or users.", "Article 14(7)"),
];

pub(super) fn read_reporting_place(table: &mut Table<'_>) -> ReportingPlace {
    ReportingPlace {
        decisions_taken_in: table.country("decisions_taken_in"),
        decisions_are_distributed: table.flag("decisions_are_distributed"),
        shared_within_a_group: table.flag("shared_within_a_group"),
        established_in_the_union: table.flag("established_in_the_union"),
        establishments: states(table, "establishments"),
        representatives: states(table, "representatives"),
        importers: states(table, "importers"),
        distributors: states(table, "distributors"),
        users: states(table, "users"),
        coordinator_used_before: table.country("coordinator_used_before"),
    }
}

fn states(table: &mut Table<'_>, name: &'static str) -> Vec<InState> {
    table.rows(name, read_state).into_iter().flatten().collect()
}

/// Without its State a count says nothing; the missing key is noted as an error.
fn read_state(table: &mut Table<'_>) -> Option<InState> {
    let state: Option<Country> = table.country("state");
    let count = table.count("count");
    Some(InState { state: state?, count })
}

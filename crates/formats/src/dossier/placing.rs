//! `[release.placing]`: the days around placing on the market.

use proofmark_facts::Placing;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[release.placing]`.
pub(super) const PLACING: &[Key] = &[
    Key::new(
        "manufacturing_complete_on",
        Kind::Date,
        "2027-12-01",
        "Of software: the day the manufacturing phase of this version was complete.",
        "Commission guidance point 13",
    ),
    Key::new(
        "first_offered_on",
        Kind::Date,
        "2027-12-13",
        "Of software: the day this version was first offered in the Union.",
        "Commission guidance point 13",
    ),
    Key::new(
        "still_offered",
        Kind::Flag,
        "true",
        "Of software: this version can still be downloaded.",
        "Commission guidance point 14",
    ),
    Key::new(
        "first_unit_placed_on",
        Kind::Date,
        "2027-12-13",
        "Of hardware: the day the first unit of this type was placed on the market.",
        "Commission guidance point 11",
    ),
    Key::new(
        "last_unit_placed_on",
        Kind::Date,
        "2031-06-30",
        "Of hardware: the day the last unit was, or will be, placed on the market.",
        "Commission guidance point 11",
    ),
    Key::new(
        "designed_before_full_application",
        Kind::Flag,
        "true",
        "It was designed before 2027-12-11.",
        "Commission guidance points 33 to 39",
    ),
    Key::new(
        "present_risk_assessment_adequate",
        Kind::Flag,
        "true",
        "A risk assessment of today shows that the measures of the old design are adequate.",
        "Commission guidance points 33 to 39",
    ),
    Key::new(
        "last_supplied_to_us_on",
        Kind::Date,
        "2028-03-01",
        "The last day on which another operator supplied this product to you.",
        "Article 23(2)",
    ),
    Key::new(
        "last_supplied_by_us_on",
        Kind::Date,
        "2028-05-01",
        "The last day on which you supplied this product to another operator.",
        "Article 23(2)",
    ),
];

pub(super) fn read_placing(table: &mut Table<'_>) -> Placing {
    Placing {
        manufacturing_complete_on: table.date("manufacturing_complete_on"),
        first_offered_on: table.date("first_offered_on"),
        still_offered: table.flag("still_offered"),
        first_unit_placed_on: table.date("first_unit_placed_on"),
        last_unit_placed_on: table.date("last_unit_placed_on"),
        designed_before_full_application: table.flag("designed_before_full_application"),
        present_risk_assessment_adequate: table.flag("present_risk_assessment_adequate"),
        last_supplied_to_us_on: table.date("last_supplied_to_us_on"),
        last_supplied_by_us_on: table.date("last_supplied_by_us_on"),
    }
}

//! When a release, or the units of a product, came on the Union market: what the transitional rules turn on.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The days around placing on the market (Articles 3(21), 69; Commission guidance points 11 to 15 and 33 to 39).
/// What is `None` was not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Placing {
    /// The day the manufacturing phase of this software version was complete.
    pub manufacturing_complete_on: Option<Date>,
    /// The day this software version was first offered in the Union.
    pub first_offered_on: Option<Date>,
    /// Whether this software version can still be downloaded.
    pub still_offered: Option<bool>,
    /// The day the first unit of this hardware type was placed on the market.
    pub first_unit_placed_on: Option<Date>,
    /// The day the last unit was, or will be, placed on the market.
    pub last_unit_placed_on: Option<Date>,
    /// Whether it was designed before the Regulation applied in full.
    pub designed_before_full_application: Option<bool>,
    /// Whether a risk assessment of today shows that the measures of an old design are adequate.
    pub present_risk_assessment_adequate: Option<bool>,
    /// The last day on which another operator supplied this product to the declaring one (Article 23).
    pub last_supplied_to_us_on: Option<Date>,
    /// The last day on which the declaring operator supplied this product to another one (Article 23).
    pub last_supplied_by_us_on: Option<Date>,
}

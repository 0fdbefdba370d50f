//! Where the operator stands in the Union: the facts that choose the coordinator (Article 14(7)).

use schemars::JsonSchema;
use serde::Serialize;

use crate::country::Country;

/// What is known, in the order in which Article 14(7) asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportingPlace {
    /// Where decisions on the cybersecurity of the products are predominantly taken.
    pub decisions_taken_in: Option<Country>,
    /// Those decisions are taken by teams in several States, none of which predominates.
    pub decisions_are_distributed: Option<bool>,
    /// Several companies of one group share those decisions.
    pub shared_within_a_group: Option<bool>,
    /// The operator has an establishment in the Union.
    pub established_in_the_union: Option<bool>,
    /// Employees of the Union establishments.
    pub establishments: Vec<InState>,
    /// Products each authorised representative acts for.
    pub representatives: Vec<InState>,
    /// Products each importer places on the market.
    pub importers: Vec<InState>,
    /// Products each distributor makes available.
    pub distributors: Vec<InState>,
    /// Users.
    pub users: Vec<InState>,
    /// Whose coordinator was used before, where only users decided.
    pub coordinator_used_before: Option<Country>,
}

/// How many there are in a State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InState {
    /// The State.
    pub state: Country,
    /// How many; `None`: not stated.
    pub count: Option<u64>,
}

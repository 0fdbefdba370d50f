//! What needs somebody today, over all of an operator's products: counted from what assessments left in the record,
//! never by assessing anew.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::annex_part::AnnexPart;
use crate::asking::{Page, Placed, Seen};
use crate::case_standing::{CaseDuty, CaseStanding};
use crate::declared_case::{Stage, Stream};
use crate::keep_error::KeepError;
use crate::rows::ComponentRow;
use crate::tally::ObligationTally;

/// Whose needs, and as of when.
#[derive(Debug, Clone, Copy)]
pub struct NeedsQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which products the asker may see.
    pub seen: &'a Seen,
    /// The instant clocks are held against.
    pub now: Timestamp,
    /// The day support periods are held against.
    pub today: Date,
    /// Support periods that end by this day are ending.
    pub support_until: Date,
    /// How many of the running clocks are listed at most.
    pub most_clocks: usize,
}

/// What needs somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Needs {
    /// Products with a finding without a decision that holds.
    pub to_triage: u64,
    /// Products with an obligation that binds already and is not met.
    pub late: u64,
    /// The next day on which an obligation of any of them that is not met begins to bind.
    pub binds_next_on: Option<Date>,
    /// Products whose support period has ended.
    pub support_ended: u64,
    /// Products whose support period ends within the time asked about.
    pub support_ending: u64,
    /// Products that were assessed before their cases, days and annexes were kept: they must be assessed again.
    pub assess_again: u64,
    /// Cases somebody has to act on.
    pub cases: u64,
    /// Clocks that run, and those owed without delay.
    pub clocks_running: u64,
    /// Clocks that have run out with nothing submitted.
    pub clocks_late: u64,
    /// The clocks that run or have run out, the one that ends or ended first before the others.
    pub clocks: Vec<RunningClock>,
}

/// A clock somebody has to act on, with its case and product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RunningClock {
    /// The case's id among the operator's.
    pub case: String,
    /// The case's name.
    pub name: String,
    /// The product's id.
    pub product: String,
    /// The product's name.
    pub product_name: String,
    /// Which kind of event it is.
    pub stream: Stream,
    /// Whether the notification is mandatory, or cannot be said to be yet.
    pub duty: CaseDuty,
    /// What is due.
    pub stage: Stage,
    /// Since when it runs.
    pub starts_at: Option<Timestamp>,
    /// When it ends; `None`: it is owed without delay.
    pub due_at: Option<Timestamp>,
}

/// Which cases.
#[derive(Debug, Clone)]
pub struct CaseQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which products the asker may see.
    pub seen: &'a Seen,
    /// One product's.
    pub product: Option<&'a str>,
    /// Words the name or an identifier must hold.
    pub named: Option<&'a str>,
    /// Those somebody has to act on, or the others.
    pub open: Option<bool>,
    /// The `next` of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

/// A case with the product whose dossier declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlacedCase {
    /// Its id among the operator's: the product's id, a point, and the case's among the product's.
    pub id: String,
    /// The product's id.
    pub product: String,
    /// The product's name.
    pub product_name: String,
    /// The case.
    pub case: CaseStanding,
}

/// What a case is called among its operator's; a product's id holds no point.
pub fn case_id(product: &str, case: &str) -> String {
    format!("{product}.{case}")
}

/// A week of findings, of every release kept. A week begins on Monday, in UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingWeek {
    /// Its Monday.
    pub from: Date,
    /// How many were first found in it.
    pub opened: u64,
    /// How many closed in it.
    pub closed: u64,
}

/// Findings still open that were first found in a week, by the rating of their scores.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenSince {
    /// The week's Monday.
    pub from: Date,
    /// Rated critical, high, medium, low, and without a score above zero, in this order.
    pub open: [u64; 5],
}

/// Findings over time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingHistory {
    /// Weeks in which something opened or closed, the oldest first, from the day asked for on.
    pub weeks: Vec<FindingWeek>,
    /// What is open now, by the week it opened in, the oldest first, however long ago.
    pub open: Vec<OpenSince>,
}

/// What is searched for.
#[derive(Debug, Clone, Copy)]
pub struct SearchQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which products the asker may see.
    pub seen: &'a Seen,
    /// What was typed.
    pub words: &'a str,
    /// The `next` of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

/// A release that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FoundRelease {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
}

/// What overviews ask. Nothing of another operator, and nothing of a product put away, is ever in an answer; findings
/// over time count those of every release.
pub trait Overseeing {
    /// What needs somebody.
    fn needs(&self, query: &NeedsQuery<'_>) -> Result<Needs, KeepError>;

    /// A page of cases: those that press most first.
    fn cases(&self, query: &CaseQuery<'_>) -> Result<Page<PlacedCase>, KeepError>;

    /// The case of this id.
    fn case(&self, operator: &str, id: &str) -> Result<Option<PlacedCase>, KeepError>;

    /// How ready the products are together, annex by annex.
    fn readiness(
        &self,
        operator: &str,
        seen: &Seen,
    ) -> Result<BTreeMap<AnnexPart, ObligationTally>, KeepError>;

    /// Findings over time, week by week from this day's week on.
    fn finding_history(&self, operator: &str, seen: &Seen, from: Date) -> Result<FindingHistory, KeepError>;

    /// A page of components whose name holds all these words, or whose package URL begins so.
    fn components_holding(&self, query: &SearchQuery<'_>) -> Result<Page<Placed<ComponentRow>>, KeepError>;

    /// The first releases whose version begins so.
    fn releases_named(&self, query: &SearchQuery<'_>) -> Result<Vec<FoundRelease>, KeepError>;
}

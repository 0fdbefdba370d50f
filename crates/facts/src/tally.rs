//! Counts that lists show: open findings by rating, obligations by standing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::severity::Rating;

/// How many findings are open, by rating.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingTally {
    /// Rated critical.
    pub critical: u64,
    /// Rated high.
    pub high: u64,
    /// Rated medium.
    pub medium: u64,
    /// Rated low.
    pub low: u64,
    /// Without a rating above none.
    pub unrated: u64,
    /// Among all of them: listed as exploited somewhere in the world.
    pub exploited: u64,
    /// Among all of them: without a decision that holds.
    pub undecided: u64,
}

impl FindingTally {
    /// All open findings.
    pub fn open(&self) -> u64 {
        self.critical + self.high + self.medium + self.low + self.unrated
    }

    /// Counts one open finding.
    pub fn count(&mut self, rating: Rating, exploited: bool, decided: bool) {
        *match rating {
            Rating::Critical => &mut self.critical,
            Rating::High => &mut self.high,
            Rating::Medium => &mut self.medium,
            Rating::Low => &mut self.low,
            Rating::None | Rating::Unknown => &mut self.unrated,
        } += 1;
        self.exploited += u64::from(exploited);
        self.undecided += u64::from(!decided);
    }
}

/// How many obligations stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationTally {
    /// Met.
    pub met: u64,
    /// Open, with time left.
    pub open: u64,
    /// Open, and it binds already.
    pub late: u64,
    /// Cannot be decided.
    pub undecided: u64,
    /// Not applicable.
    pub not_applicable: u64,
}

impl ObligationTally {
    /// Those that apply, or may: what is met is a share of them.
    pub fn asked(&self) -> u64 {
        self.met + self.open + self.late + self.undecided
    }
}

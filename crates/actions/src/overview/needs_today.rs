//! What needs somebody today.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proofmark_facts::{Needs, NeedsQuery, Overseeing, Seen};

use crate::error::ActionError;

/// A support period that ends within this time is shown as ending: Article 13(19) wants its end known in time.
pub const SUPPORT_ENDING_MONTHS: i64 = 12;

/// How many clocks are listed.
const CLOCKS_SHOWN: usize = 12;

/// What needs somebody, over the products that may be seen.
pub fn needs_today(
    keeping: &(impl Overseeing + ?Sized),
    operator: &str,
    seen: &Seen,
    now: Timestamp,
) -> Result<Needs, ActionError> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let query = NeedsQuery {
        operator,
        seen,
        now,
        today,
        support_until: support_ending_until(today),
        most_clocks: CLOCKS_SHOWN,
    };
    Ok(keeping.needs(&query)?)
}

/// The last day on which a support period may end to be shown as ending.
pub fn support_ending_until(today: Date) -> Date {
    today.checked_add(SUPPORT_ENDING_MONTHS.months()).unwrap_or(Date::MAX)
}

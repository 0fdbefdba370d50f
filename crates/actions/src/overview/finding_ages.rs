//! How old open findings are, counted in whole weeks, by the rating of their scores.

use jiff::Unit;
use jiff::civil::Date;
use proofmark_facts::FindingHistory;
use schemars::JsonSchema;
use serde::Serialize;

use super::finding_curve::monday_of;

/// Where an age begins, in weeks; each ends where the next begins.
const BEGIN: [i64; 6] = [0, 1, 4, 13, 26, 52];

/// Open findings of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingAge {
    /// Opened at least so many weeks before the week that runs.
    pub weeks_from: i64,
    /// And fewer than so many; `None`: however many.
    pub weeks_below: Option<i64>,
    /// Rated critical, high, medium, low, and without a score above zero, in this order.
    pub open: [u64; 5],
}

/// Every age, the youngest first.
pub fn finding_ages(history: &FindingHistory, today: Date) -> [FindingAge; BEGIN.len()] {
    let this_week = monday_of(today);
    let mut ages = std::array::from_fn(|place| FindingAge {
        weeks_from: BEGIN[place],
        weeks_below: BEGIN.get(place + 1).copied(),
        open: [0; 5],
    });
    for since in &history.open {
        let days = since.from.until((Unit::Day, this_week)).map_or(0, |span| i64::from(span.get_days()));
        let weeks = days.max(0) / 7;
        let place = BEGIN.iter().rposition(|begin| *begin <= weeks).unwrap_or(0);
        for (sum, count) in ages[place].open.iter_mut().zip(since.open) {
            *sum += count;
        }
    }
    ages
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proofmark_facts::OpenSince;

    use super::*;

    #[test]
    fn each_finding_has_one_age_and_it_changes_with_the_week() {
        let monday = date(2028, 1, 31);
        let since = |weeks: i64| OpenSince {
            from: monday.checked_sub(weeks.weeks()).unwrap(),
            open: [1, 0, 0, 0, 2],
        };
        let weeks = [-1, 0, 1, 3, 4, 12, 13, 25, 26, 51, 52, 500];
        let history = FindingHistory { weeks: vec![], open: weeks.map(since).to_vec() };
        let ages = finding_ages(&history, date(2028, 2, 6));
        assert_eq!(ages.map(|age| age.open[0]), [2, 2, 2, 2, 2, 2]);
        assert_eq!(ages.map(|age| age.open[4]), [4; 6]);
        assert_eq!(ages[5].weeks_below, None);
        let next = finding_ages(&history, date(2028, 2, 7));
        assert_eq!(next.map(|age| age.open[0]), [1, 2, 2, 2, 2, 3]);
    }
}

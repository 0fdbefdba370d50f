//! Findings over time: a year in weeks, with what opened, what closed and what was open at each week's end.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use proofmark_facts::{FindingHistory, FindingWeek};
use schemars::JsonSchema;
use serde::Serialize;

/// How many weeks are shown: a year and the week that runs.
pub const CURVE_WEEKS: i64 = 53;

/// A week of the curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CurveWeek {
    /// Its Monday.
    pub from: Date,
    /// How many findings were first found in it.
    pub opened: u64,
    /// How many closed in it.
    pub closed: u64,
    /// How many were open at its end.
    pub open: u64,
}

/// The first day that must be known to draw the curve.
pub fn curve_from(today: Date) -> Date {
    let monday = monday_of(today);
    monday.checked_sub((CURVE_WEEKS - 1).weeks()).unwrap_or(monday)
}

/// The curve up to today's week, without a gap. What was open is reckoned back from what is open now.
pub fn finding_curve(history: &FindingHistory, today: Date) -> Vec<CurveWeek> {
    let moved: BTreeMap<Date, FindingWeek> = history.weeks.iter().map(|week| (week.from, *week)).collect();
    let mut open: u64 = history.open.iter().flat_map(|since| since.open).sum();
    // Clocks of several nodes may differ: what opened "next week" is open today.
    let mut weeks = Vec::new();
    let mut from = monday_of(today);
    for later in moved.range(from..).skip_while(|(day, _)| **day == from) {
        open = open.saturating_add(later.1.closed).saturating_sub(later.1.opened);
    }
    for _ in 0..CURVE_WEEKS {
        let week = moved.get(&from).copied().unwrap_or_default();
        weeks.push(CurveWeek { from, opened: week.opened, closed: week.closed, open });
        open = open.saturating_add(week.closed).saturating_sub(week.opened);
        let Ok(before) = from.checked_sub(1.week()) else { break };
        from = before;
    }
    weeks.reverse();
    weeks
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: Date) -> Date {
    let since = day.weekday().since(Weekday::Monday);
    day.checked_sub(i64::from(since).days()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::OpenSince;

    use super::*;

    #[test]
    fn what_was_open_is_reckoned_back_and_no_week_is_left_out() {
        let week = |from, opened, closed| FindingWeek { from, opened, closed };
        let history = FindingHistory {
            weeks: vec![
                week(date(2028, 1, 3), 5, 0),
                week(date(2028, 1, 17), 1, 3),
                week(date(2028, 1, 31), 2, 0),
            ],
            open: vec![OpenSince { from: date(2028, 1, 3), open: [1, 1, 1, 1, 1] }],
        };
        let curve = finding_curve(&history, date(2028, 2, 2));
        assert_eq!(curve.len(), 53);
        assert_eq!(curve[0].from, curve_from(date(2028, 2, 2)));
        let last: Vec<_> = curve[47..].iter().map(|week| (week.opened, week.closed, week.open)).collect();
        assert_eq!(last, [(0, 0, 0), (5, 0, 5), (0, 0, 5), (1, 3, 3), (0, 0, 3), (2, 0, 5)]);
        assert!(curve.windows(2).all(|two| two[0].from.checked_add(1.week()).unwrap() == two[1].from));
    }
}

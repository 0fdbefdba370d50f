//! Findings over time: sums over weeks that were counted when the findings were written.

use jiff::civil::{Date, date};
use jiff::{Span, Unit};
use proofmark_facts::{FindingHistory, FindingWeek, OpenSince, Seen};

use super::clauses::Clauses;
use super::portfolio::sum;
use crate::sql::{Connection, SqlError};

/// The Monday weeks are counted from.
const FIRST_MONDAY: Date = date(1969, 12, 29);

/// What opened and closed from this day's week on, and what is still open from whenever.
pub(super) fn of(
    connection: &Connection,
    operator: &str,
    seen: &Seen,
    from: Date,
) -> Result<FindingHistory, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.seen(connection, "product", seen);
    let place = clauses.place(week_of(from));
    // Of some products the weeks are found by product: what is not a column by itself no index by week is chosen for.
    let some = matches!(seen, Seen::These(_));
    // Of all of them the weeks are added up already.
    let whole = |clauses: &mut Clauses| {
        if !some {
            clauses.and("t.product = ''");
        }
    };
    whole(&mut clauses);
    clauses.and(format!("{} >= {place}", if some { "coalesce(t.week, 0)" } else { "t.week" }));
    let select = format!("SELECT week, {}, {} FROM finding_week t", sum("opened"), sum("closed"));
    let mut weeks = Vec::new();
    for mut row in clauses.all(connection, &select, "GROUP BY week ORDER BY week")? {
        weeks.push(FindingWeek { from: monday(row.integer()?), opened: row.count()?, closed: row.count()? });
    }
    let mut clauses = Clauses::of_operator(operator);
    clauses.seen(connection, "product", seen);
    whole(&mut clauses);
    clauses.and(if some { "coalesce(t.still_open, 0) > 0" } else { "t.still_open > 0" });
    let sums = ["critical", "high", "medium", "low", "unrated"].map(sum).join(", ");
    let select = format!("SELECT week, {sums} FROM finding_week t");
    let mut open = Vec::new();
    for mut row in clauses.all(connection, &select, "GROUP BY week ORDER BY week")? {
        let from = monday(row.integer()?);
        let counts = [row.count()?, row.count()?, row.count()?, row.count()?, row.count()?];
        open.push(OpenSince { from, open: counts });
    }
    Ok(FindingHistory { weeks, open })
}

fn week_of(day: Date) -> i64 {
    let days = FIRST_MONDAY.until((Unit::Day, day)).map_or(0, |span| i64::from(span.get_days()));
    days.div_euclid(7)
}

fn monday(week: i64) -> Date {
    let days = week.checked_mul(7).and_then(|days| Span::new().try_days(days).ok());
    days.and_then(|days| FIRST_MONDAY.checked_add(days).ok()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::{monday, week_of};

    #[test]
    fn a_week_begins_on_monday() {
        for day in [date(1970, 1, 1), date(2026, 11, 16), date(2026, 11, 22), date(2028, 2, 29)] {
            let from = monday(week_of(day));
            assert_eq!(from.weekday(), Weekday::Monday);
            assert!(from <= day && week_of(from) == week_of(day), "{day}");
        }
        assert_eq!(monday(week_of(date(2026, 11, 22))), date(2026, 11, 16));
        assert_eq!(monday(0), date(1969, 12, 29));
    }
}

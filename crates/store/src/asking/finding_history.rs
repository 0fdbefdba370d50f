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
    let from = week_of(from);
    let mut clauses = Clauses::of_operator(operator);
    match seen {
        // Of all products the weeks are added up already.
        Seen::All => clauses.is("product", ""),
        Seen::These(_) => clauses.seen(connection, "product", seen),
    }
    let place = clauses.place(from);
    clauses.and(format!("(t.week >= {place} OR t.still_open > 0)"));
    let sums = ["opened", "closed", "critical", "high", "medium", "low", "unrated"].map(sum).join(", ");
    let select = format!("SELECT week, {sums} FROM finding_week t");
    let (mut weeks, mut open) = (Vec::new(), Vec::new());
    for mut row in clauses.all(connection, &select, "GROUP BY week ORDER BY week")? {
        let week = row.integer()?;
        let (opened, closed) = (row.count()?, row.count()?);
        let counts = [row.count()?, row.count()?, row.count()?, row.count()?, row.count()?];
        if week >= from {
            weeks.push(FindingWeek { from: monday(week), opened, closed });
        }
        if counts.iter().any(|count| *count > 0) {
            open.push(OpenSince { from: monday(week), open: counts });
        }
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

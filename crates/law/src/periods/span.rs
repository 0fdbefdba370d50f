//! Months and years counted from a day; what lies beyond the calendar is no day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The same day so many months later, or the last of its month where that month is too short; `None`: beyond the
/// year 9999.
pub(crate) fn months_after(day: Date, months: u64) -> Option<Date> {
    let months = Span::new().try_months(i64::try_from(months).ok()?).ok()?;
    day.checked_add(months).ok()
}

/// The same day so many years later; 29 February becomes the 28th where there is none.
pub(crate) fn years_after(day: Date, years: u64) -> Option<Date> {
    months_after(day, years.checked_mul(12)?)
}

/// The last day of a period of so many months that begins on this day: the eve of the day it would begin again, or,
/// where its last month has no such day, the last of that month.
pub(crate) fn last_day(from: Date, months: u64) -> Option<Date> {
    let again = months_after(from, months)?;
    if again.day() < from.day() { Some(again) } else { again.checked_sub(1.day()).ok() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn leap_days_are_clamped_and_the_calendar_ends() {
        assert_eq!(years_after(date(2028, 2, 29), 10), Some(date(2038, 2, 28)));
        assert_eq!(years_after(date(2028, 2, 29), 12), Some(date(2040, 2, 29)));
        assert_eq!(months_after(date(2028, 1, 31), 1), Some(date(2028, 2, 29)));
        assert_eq!(last_day(date(2028, 1, 1), 60), Some(date(2032, 12, 31)));
        assert_eq!(last_day(date(2028, 2, 29), 60), Some(date(2033, 2, 28)));
        assert_eq!(last_day(date(2028, 2, 29), 48), Some(date(2032, 2, 28)));
        assert_eq!(years_after(date(9990, 1, 1), 10), None);
        assert_eq!(months_after(date(2028, 1, 1), u64::MAX), None);
        assert_eq!(years_after(date(2028, 1, 1), u64::MAX), None);
        assert_eq!(last_day(Date::MIN, 0), None);
    }
}

//! Dates: a TOML local date, or a string with a day or a month.

use jiff::civil::Date;
use proofmark_text::{Text, text};

use super::spelling::shown;

/// Years outside these are read with a warning.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i16> = 1990..=2200;

/// A date that TOML itself has recognised.
pub(super) fn from_toml(written: &toml::value::Datetime) -> Result<Date, Text> {
    match (written.date, written.time) {
        (Some(date), Some(_)) => Err(text!("dossier-date-with-time", day = date.to_string())),
        (Some(date), None) => day(i64::from(date.year), i64::from(date.month), i64::from(date.day))
            .ok_or_else(|| text!("dossier-date-impossible", written = date.to_string())),
        (None, _) => Err(text!(
            "dossier-wrong-type",
            expected = text!("dossier-kind-date"),
            found = text!("dossier-found-time"),
            example = "2033-12-31"
        )),
    }
}

/// A date in a string: `2033-12-31`, or `2033-12` for the last day of that month.
pub(super) fn from_text(written: &str) -> Result<Date, Text> {
    let parts: Vec<&str> = written.split('-').collect();
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<i64>().ok())
            .flatten()
    };
    let read = match parts[..] {
        [year, month] => digits(year, 4).zip(digits(month, 2)).map(|(year, month)| last_day(year, month)),
        [year, month, of_month] => digits(year, 4)
            .zip(digits(month, 2))
            .zip(digits(of_month, 2))
            .map(|((year, month), of_month)| day(year, month, of_month)),
        _ => None,
    };
    match read {
        Some(Some(date)) => Ok(date),
        Some(None) => Err(text!("dossier-date-impossible", written = shown(written))),
        None if looks_like_instant(written) => {
            Err(text!("dossier-date-with-time", day = shown(&written[..10])))
        }
        None => Err(text!("dossier-not-a-date", written = shown(written))),
    }
}

/// Whether the year is so far off that it is probably a slip.
pub(super) fn doubt(date: Date) -> Option<Text> {
    (!PLAUSIBLE_YEARS.contains(&date.year()))
        .then(|| text!("dossier-year-implausible", year = date.year().to_string()))
}

/// Whether a text begins as a day and goes on with a time.
pub(super) fn looks_like_instant(written: &str) -> bool {
    written.len() > 10
        && written.is_char_boundary(10)
        && from_text(&written[..10]).is_ok()
        && written[10..].starts_with(['T', 't', ' '])
}

fn day(year: i64, month: i64, of_month: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, of_month.try_into().ok()?).ok()
}

fn last_day(year: i64, month: i64) -> Option<Date> {
    day(year, month, 1).map(Date::last_of_month)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_its_last_day() {
        assert_eq!(from_text("2028-02"), Ok(date(2028, 2, 29)));
        assert_eq!(from_text("2033-12-31"), Ok(date(2033, 12, 31)));
    }

    #[test]
    fn what_is_wrong_with_a_date_is_said_precisely() {
        let why = |written: &str| from_text(written).unwrap_err().id();
        assert_eq!(why("2026-02-30"), "dossier-date-impossible");
        assert_eq!(why("2026-13"), "dossier-date-impossible");
        assert_eq!(why("31.12.2033"), "dossier-not-a-date");
        assert_eq!(why("2033-1-1"), "dossier-not-a-date");
        assert_eq!(why("2033-12-31T10:00:00Z"), "dossier-date-with-time");
        assert_eq!(why("2033-12-3é"), "dossier-not-a-date");
    }

    #[test]
    fn a_year_far_off_is_doubted() {
        assert!(doubt(date(1989, 12, 31)).is_some() && doubt(date(2201, 1, 1)).is_some());
        assert!(doubt(date(1990, 1, 1)).is_none() && doubt(date(2200, 12, 31)).is_none());
    }
}

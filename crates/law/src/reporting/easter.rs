//! Easter Sunday in both reckonings, by calculation.

use jiff::civil::Date;
use serde::Deserialize;

/// Which reckoning a State's holidays follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Easter {
    /// The Gregorian one.
    Western,
    /// The Julian one, as a day of the Gregorian calendar.
    Orthodox,
}

impl Easter {
    /// Easter Sunday of a year; `None` before year 1 or where the calendar ends.
    pub(crate) fn sunday(self, year: i16) -> Option<Date> {
        if year < 1 {
            return None;
        }
        match self {
            Self::Western => gregorian(year),
            Self::Orthodox => julian(year),
        }
    }
}

/// The anonymous Gregorian computus (Butcher, 1876).
fn gregorian(year: i16) -> Option<Date> {
    let year_in_cycle = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * year_in_cycle + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (year_in_cycle + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// Meeus' Julian computus, then the days the two calendars are apart (13 from 1900 to 2099).
fn julian(year: i16) -> Option<Date> {
    let full_moon = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7;
    let days = full_moon + to_sunday + 114;
    let apart = year / 100 - year / 400 - 2;
    let of_julian = Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()?;
    of_julian.checked_add(jiff::Span::new().days(apart)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    #[test]
    fn easter_falls_where_published_tables_have_it() {
        // Year, western, orthodox: from published tables of both reckonings.
        let table = [
            (2000, (4, 23), (4, 30)),
            (2008, (3, 23), (4, 27)),
            (2011, (4, 24), (4, 24)),
            (2016, (3, 27), (5, 1)),
            (2019, (4, 21), (4, 28)),
            (2024, (3, 31), (5, 5)),
            (2025, (4, 20), (4, 20)),
            (2026, (4, 5), (4, 12)),
            (2027, (3, 28), (5, 2)),
            (2028, (4, 16), (4, 16)),
            (2029, (4, 1), (4, 8)),
            (2030, (4, 21), (4, 28)),
            (2038, (4, 25), (4, 25)),
        ];
        for (year, western, orthodox) in table {
            assert_eq!(Easter::Western.sunday(year), Some(date(year, western.0, western.1)));
            assert_eq!(Easter::Orthodox.sunday(year), Some(date(year, orthodox.0, orthodox.1)));
        }
    }

    #[test]
    fn easter_is_a_sunday_in_every_year_there_is() {
        for year in 1583..=9998 {
            for reckoning in [Easter::Western, Easter::Orthodox] {
                let sunday = reckoning.sunday(year).unwrap();
                assert_eq!(sunday.weekday(), Weekday::Sunday, "{year} {reckoning:?}");
            }
            assert!(Easter::Orthodox.sunday(year) >= Easter::Western.sunday(year), "{year}");
        }
        assert_eq!(Easter::Western.sunday(-9999), None);
        assert!(Easter::Orthodox.sunday(9999).is_some());
    }
}

//! Instants and days as sources write them that do not keep to one standard.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;

/// An instant of RFC 3339; without a zone it is one of UTC, as the CVE Record Format has it.
pub(crate) fn instant_of(written: &str) -> Option<Timestamp> {
    let written = written.trim();
    written.parse().ok().or_else(|| {
        let civil: DateTime = written.parse().ok()?;
        TimeZone::UTC.to_timestamp(civil).ok()
    })
}

/// A day, or the day in UTC of an instant.
pub(crate) fn day_of(written: &str) -> Option<Date> {
    let written = written.trim();
    let instant = || Some(instant_of(written)?.to_zoned(TimeZone::UTC).date());
    // A day alone is read as one: as an instant it would be midnight, and the same.
    instant().or_else(|| written.parse().ok()).or_else(|| in_american_words(written).map(DateTime::date))
}

/// An instant without a zone as ENISA's interface writes it: `Jul 8, 2026, 9:55:16 AM`.
pub(crate) fn in_american_words(written: &str) -> Option<DateTime> {
    let plain = written.replace(['\u{202f}', '\u{a0}'], " ");
    let (day, time) = plain.trim().rsplit_once(", ").filter(|(day, _)| day.contains(','))?;
    let (month, rest) = day.split_once(' ')?;
    let (day, year) = rest.split_once(',')?;
    let month = MONTHS.iter().position(|known| month == *known)?;
    let month = i8::try_from(month + 1).ok()?;
    let day = date_checked(year.trim().parse().ok()?, month, day.trim().parse().ok()?)?;
    let (clock, half) = time.trim().split_once(' ')?;
    let mut parts = clock.split(':').map(str::parse::<i8>);
    let (hour, minute, second) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let noon = match half.trim() {
        "AM" => 0,
        "PM" => 12,
        _ => return None,
    };
    let is_clock = (1..=12).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    let time = is_clock.then(|| jiff::civil::time(hour % 12 + noon, minute, second, 0))?;
    parts.next().is_none().then(|| day.to_datetime(time))
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn date_checked(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|read| *read >= date(1970, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_utc_where_none_is_written() {
        assert_eq!(instant_of("2021-09-08T16:24:00.000Z"), instant_of("2021-09-08T16:24:00"));
        assert_eq!(instant_of("2021-09-08T18:24:00+02:00"), instant_of("2021-09-08T16:24:00"));
        assert_eq!(instant_of("yesterday"), None);
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for written in [
            "2026-07-08",
            "2026-07-08T09:55:16Z",
            "Jul 8, 2026, 9:55:16 AM",
            "Jul 8, 2026, 12:00:00\u{202f}AM",
        ] {
            assert_eq!(day_of(written), Some(date(2026, 7, 8)), "{written}");
        }
        assert_eq!(
            in_american_words("Dec 31, 2026, 12:05:09 PM").map(|at| at.to_string()).as_deref(),
            Some("2026-12-31T12:05:09")
        );
        for broken in [
            "Jul 8, 2026",
            "Foo 8, 2026, 9:55:16 AM",
            "Jul 32, 2026, 9:55:16 AM",
            "Jul 8, 2026, 13:00:00 PM",
            "Jul 8, 2026, 9:55 AM",
            ", , ",
            "",
        ] {
            assert_eq!(day_of(broken), None, "{broken}");
        }
    }
}

//! Instants: a TOML date and time with its offset, or the same in a string (RFC 3339).

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_text::{Text, text};
use toml::de::DeValue;

use super::date;
use super::key::Kind;
use super::spelling::shown;
use super::value::{Fit, Judged, wrong_type};

/// An instant: date, time and offset, as `2026-09-14T22:10:00+02:00`. Without the offset nobody knows which hour is meant.
pub(super) fn instant(kind: Kind, value: &DeValue<'_>) -> Judged<Timestamp> {
    let written = match value {
        DeValue::Datetime(written) => written.to_string(),
        DeValue::String(written) => written.trim().to_owned(),
        other => return Err(wrong_type(kind, "", other)),
    };
    let at = from_text(&written)?;
    Ok(Fit { value: at, but: date::doubt(day_of(at)) })
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn from_text(written: &str) -> Result<Timestamp, Text> {
    if !date::looks_like_instant(written) {
        return Err(text!("reporting-not-an-instant", written = shown(written)));
    }
    // A zone in brackets is more than RFC 3339 has, and a comment behind it is no time.
    let time = &written[11..];
    if !time.ends_with(['Z', 'z']) && !time.contains(['+', '-']) {
        return Err(text!("reporting-instant-without-offset", written = shown(written)));
    }
    let plain = |letter: char| letter.is_ascii_digit() || "TtZz :.+-".contains(letter);
    // `24:00` and leap seconds are read by some and refused by others: here they are refused.
    let odd = time.starts_with("24") || time.get(6..8) == Some("60");
    if odd || !written.chars().all(plain) {
        return Err(text!("reporting-not-an-instant", written = shown(written)));
    }
    written.parse().map_err(|_| text!("reporting-not-an-instant", written = shown(written)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_the_same_in_every_offset() {
        for written in [
            "2026-09-14T22:10:00+02:00",
            "2026-09-14T20:10:00Z",
            "2026-09-14 20:10:00Z",
            "2026-09-14t20:10:00z",
            "2026-09-14T20:10Z",
            "2026-09-14T15:10:00.000-05:00",
        ] {
            assert_eq!(from_text(written).unwrap().to_string(), "2026-09-14T20:10:00Z", "{written}");
        }
    }

    #[test]
    fn what_is_no_instant_is_said_precisely() {
        let why = |written: &str| from_text(written).unwrap_err().id();
        assert_eq!(why("2026-09-14T22:10:00"), "reporting-instant-without-offset");
        assert_eq!(why("2026-09-14"), "reporting-not-an-instant");
        assert_eq!(why("yesterday"), "reporting-not-an-instant");
        assert_eq!(why("2026-02-30T10:00:00Z"), "reporting-not-an-instant");
        assert_eq!(why("2026-09-14T25:00:00Z"), "reporting-not-an-instant");
        assert_eq!(why("2026-09-14T24:00:00Z"), "reporting-not-an-instant");
        assert_eq!(why("2026-09-14T10:00:60Z"), "reporting-not-an-instant");
        assert_eq!(why("2026-09-14T10:00:00+02:00[Europe/Berlin]"), "reporting-not-an-instant");
        assert_eq!(why("2026-09-14Té"), "reporting-instant-without-offset");
    }
}

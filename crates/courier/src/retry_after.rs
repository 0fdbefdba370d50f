//! When a server asks to be asked again (RFC 9110 section 10.2.3).

use jiff::{SignedDuration, Timestamp};

/// The longest a server may put us off, in seconds: a day. More is a mistake, or meant to silence us.
const MOST_SECONDS: i64 = 86_400;

/// What stood in a `Retry-After`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// After this many seconds.
    Seconds(u64),
    /// At this time.
    At(Timestamp),
}

impl RetryAfter {
    /// Reads the field: a number of seconds or a date of HTTP. `None`: neither.
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        if !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Seconds(written.parse().unwrap_or(u64::MAX)));
        }
        let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(written).ok()?;
        Some(Self::At(date))
    }

    /// When that is: not before now, and not later than a day from now.
    pub fn not_before(self, now: Timestamp) -> Timestamp {
        let latest = now.saturating_add(SignedDuration::from_secs(MOST_SECONDS)).unwrap_or(now);
        let asked = match self {
            Self::Seconds(seconds) => {
                let seconds = i64::try_from(seconds).unwrap_or(MOST_SECONDS).min(MOST_SECONDS);
                now.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(latest)
            }
            Self::At(at) => at,
        };
        asked.clamp(now, latest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-21T10:00:00Z".parse().unwrap()
    }

    #[test]
    fn seconds_and_dates_are_read() {
        let at = |written: &str| RetryAfter::parse(written).map(|read| read.not_before(now()).to_string());
        assert_eq!(at("120").as_deref(), Some("2026-11-21T10:02:00Z"));
        assert_eq!(at(" 0 ").as_deref(), Some("2026-11-21T10:00:00Z"));
        assert_eq!(at("Sat, 21 Nov 2026 10:05:00 GMT").as_deref(), Some("2026-11-21T10:05:00Z"));
        assert_eq!(at("soon"), None);
        assert_eq!(at("-5"), None);
        assert_eq!(at(""), None);
    }

    #[test]
    fn nobody_puts_us_off_for_more_than_a_day_or_into_the_past() {
        let at = |written: &str| RetryAfter::parse(written).unwrap().not_before(now()).to_string();
        assert_eq!(at("99999999999999999999999"), "2026-11-22T10:00:00Z");
        assert_eq!(at("Sat, 21 Nov 2099 10:05:00 GMT"), "2026-11-22T10:00:00Z");
        assert_eq!(at("Sun, 06 Nov 1994 08:49:37 GMT"), "2026-11-21T10:00:00Z");
    }
}

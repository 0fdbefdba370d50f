//! When a source of vulnerability data is too old to rely on.

use jiff::{SignedDuration, Timestamp};

/// A source whose newest record is older than this is stale. The sources in use publish every working day; a week covers
/// holidays, and no more.
pub const FEED_STALE_AFTER_DAYS: i64 = 7;

/// Whether a source with this newest record is stale; one without any record always is.
pub fn is_stale(newest: Option<Timestamp>, now: Timestamp) -> bool {
    let most = SignedDuration::from_hours(24 * FEED_STALE_AFTER_DAYS);
    newest.is_none_or(|newest| now.duration_since(newest) > most)
}

#[cfg(test)]
mod tests {
    use super::is_stale;

    #[test]
    fn a_source_is_stale_after_a_week_and_without_records() {
        let now = "2028-02-08T09:00:00Z".parse().unwrap();
        assert!(!is_stale(Some("2028-02-01T09:00:00Z".parse().unwrap()), now));
        assert!(is_stale(Some("2028-02-01T08:59:59Z".parse().unwrap()), now));
        assert!(is_stale(None, now));
    }
}

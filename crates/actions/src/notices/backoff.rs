//! When something is tried again: soon at first, then ever more seldom, for about three days.

use jiff::{SignedDuration, Timestamp};

/// How long it is waited after each failed attempt, in seconds.
const WAITS_SECONDS: [i64; 14] =
    [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 36_000, 43_200, 43_200, 43_200, 43_200];

/// How often it is tried at most: once, and once after each wait.
pub const MOST_ATTEMPTS: u32 = 15;

/// After how many hours it is given up at the latest, the spread included.
pub const LONGEST_RETRY_HOURS: i64 = 89;

/// How far a wait is spread, in percent to either side: so that those who failed together do not come back together.
const SPREAD_PERCENT: i64 = 20;

/// When to try again after this many attempts; `None`: not any more. `chance` is drawn at random.
pub fn again_at(attempts: u32, now: Timestamp, chance: u32) -> Option<Timestamp> {
    let place = usize::try_from(attempts.checked_sub(1)?).ok()?;
    let wait = WAITS_SECONDS.get(place)? * 1000;
    let widest = wait * SPREAD_PERCENT / 100;
    let spread = i64::from(chance) * (2 * widest) / i64::from(u32::MAX) - widest;
    now.checked_add(SignedDuration::from_millis(wait + spread)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_given_up_after_about_three_days() {
        let total: i64 = WAITS_SECONDS.iter().sum();
        assert!((70 * 3600..=75 * 3600).contains(&total), "{total}");
        assert!(total * (100 + SPREAD_PERCENT) / 100 < LONGEST_RETRY_HOURS * 3600);
        assert_eq!(usize::try_from(MOST_ATTEMPTS).unwrap(), WAITS_SECONDS.len() + 1);
        assert!(WAITS_SECONDS.is_sorted());
        assert_eq!(again_at(MOST_ATTEMPTS, Timestamp::UNIX_EPOCH, 0), None);
        assert_eq!(again_at(0, Timestamp::UNIX_EPOCH, 0), None);
    }

    proptest! {
        #[test]
        fn every_wait_is_within_its_spread(attempts in 1u32..MOST_ATTEMPTS, chance: u32) {
            let at = again_at(attempts, Timestamp::UNIX_EPOCH, chance).unwrap().as_millisecond();
            let wait = WAITS_SECONDS[attempts as usize - 1] * 1000;
            prop_assert!(at >= wait * 8 / 10 && at <= wait * 12 / 10, "{} of {}", at, wait);
        }
    }
}

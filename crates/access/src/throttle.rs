//! Throttling: how many attempts at guessing are let through, without letting an attacker lock anybody out.
//!
//! Attempts are counted before they are judged, so that a thousand at once are a thousand. Three things are counted:
//! those on an account from one address, all from one address, and all on one account from addresses nobody has ever
//! signed in to it from. The person themself comes from an address the account knows and so is not held up by strangers;
//! a passkey, which cannot be guessed, does not touch the account's count at all.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::Sha256;
use proofmark_text::text;

use crate::refusal::Refusal;

/// How long an address counts as known to an account after signing in from it.
pub const ADDRESS_KNOWN: SignedDuration = SignedDuration::from_hours(60 * 24);

/// What is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Attempts on one account from one address.
    Pair,
    /// Attempts from one address, on whatever account.
    Address,
    /// Attempts on one account from addresses it does not know.
    Account,
}

/// So many attempts in so many minutes.
struct Limit {
    of: Of,
    most: u64,
    minutes: i64,
}

/// Few enough that nobody guesses a password that is not on a list; enough for somebody who mistypes.
const LIMITS: [Limit; 5] = [
    Limit { of: Of::Pair, most: 5, minutes: 1 },
    Limit { of: Of::Pair, most: 20, minutes: 60 },
    Limit { of: Of::Pair, most: 60, minutes: 24 * 60 },
    Limit { of: Of::Address, most: 100, minutes: 15 },
    Limit { of: Of::Account, most: 100, minutes: 60 },
];

/// A count to be raised by one before the attempt is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What it is kept under.
    pub key: String,
    /// When it begins anew, if it begins with this attempt.
    pub expires_at: Timestamp,
    /// How many are let through meanwhile.
    most: u64,
    /// For how long it counts.
    minutes: i64,
}

/// The counts an attempt raises, in this order, until one refuses it: what is refused does not use up the longer ones.
///
/// Names and addresses are kept as digests: a typed name may be a password.
pub fn counts(account: &str, address: &str, address_known: bool, now: Timestamp) -> Vec<Count> {
    let counted = LIMITS.iter().filter(|limit| limit.of != Of::Account || !address_known);
    counted
        .map(|limit| {
            let name = match limit.of {
                Of::Pair => format!("{}{}", pair_prefix(account, address), limit.minutes),
                Of::Address => format!("address/{}/{}", digest(address), limit.minutes),
                Of::Account => format!("account/{}/{}", digest(account), limit.minutes),
            };
            let within = SignedDuration::from_mins(limit.minutes);
            let expires_at = now.checked_add(within).unwrap_or(Timestamp::MAX);
            Count { key: name, expires_at, most: limit.most, minutes: limit.minutes }
        })
        .collect()
}

/// What the keys of the counts of an account from an address begin with: they are dropped once somebody signed in.
pub fn pair_prefix(account: &str, address: &str) -> String {
    format!("pair/{}/{}/", digest(account), digest(address))
}

/// What it is kept under that an account knows an address.
pub fn known_address(account: &str, address: &str) -> String {
    format!("{}/{}", digest(account), digest(address))
}

/// What the counts say to an attempt.
#[derive(Debug, Clone, PartialEq)]
pub enum Throttle {
    /// It is judged.
    Judged,
    /// It is not.
    Refused {
        /// After how many seconds it is worth trying again, at most.
        retry_after_seconds: u64,
        /// Whether this is the first one refused since the count began: only that one is written to the ledger.
        first: bool,
    },
}

impl Count {
    /// What it says to an attempt that raised it to this number.
    pub fn judge(&self, number: u64) -> Throttle {
        if number <= self.most {
            return Throttle::Judged;
        }
        Throttle::Refused {
            retry_after_seconds: u64::try_from(60 * self.minutes).unwrap_or(60),
            first: number == self.most + 1,
        }
    }
}

impl Throttle {
    /// The refusal in words.
    pub fn refusal(&self) -> Result<(), Refusal> {
        match self {
            Self::Judged => Ok(()),
            Self::Refused { retry_after_seconds, .. } => {
                Err(text!("access-throttled", minutes = retry_after_seconds.div_ceil(60)).into())
            }
        }
    }
}

/// Half a digest keeps a few thousand names apart.
fn digest(name: &str) -> String {
    Sha256::of(name.as_bytes()).to_string()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    /// Counts as the store does: anew once the time is over.
    #[derive(Default)]
    struct Counted(HashMap<String, (u64, Timestamp)>);

    impl Counted {
        fn attempt(&mut self, account: &str, address: &str, known: bool, now: Timestamp) -> Throttle {
            for count in counts(account, address, known, now) {
                let kept = self.0.entry(count.key.clone()).or_insert((0, count.expires_at));
                if now >= kept.1 {
                    *kept = (0, count.expires_at);
                }
                kept.0 += 1;
                let judged = count.judge(kept.0);
                if judged != Throttle::Judged {
                    return judged;
                }
            }
            Throttle::Judged
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn the_sixth_attempt_in_a_minute_waits() {
        let mut counted = Counted::default();
        for _ in 0..5 {
            assert_eq!(counted.attempt("anna", "::1", true, at(0)), Throttle::Judged);
        }
        let sixth = counted.attempt("anna", "::1", true, at(1));
        assert_eq!(sixth, Throttle::Refused { retry_after_seconds: 60, first: true });
        let seventh = counted.attempt("anna", "::1", true, at(2));
        assert_eq!(seventh, Throttle::Refused { retry_after_seconds: 60, first: false });
        assert_eq!(seventh.refusal().unwrap_err().says.id(), "access-throttled");
        assert_eq!(counted.attempt("emil", "::1", true, at(2)), Throttle::Judged);
        assert_eq!(counted.attempt("anna", "::1", true, at(60)), Throttle::Judged);
    }

    #[test]
    fn a_patient_guesser_gets_sixty_a_day() {
        let mut counted = Counted::default();
        let judged = (0..86_400)
            .step_by(10)
            .filter(|second| counted.attempt("anna", "::1", true, at(*second)) == Throttle::Judged);
        assert_eq!(judged.count(), 60);
    }

    #[test]
    fn a_thousand_machines_do_not_lock_the_victim_out() {
        let mut counted = Counted::default();
        let judged = (0..1000).filter(|machine| {
            counted.attempt("anna", &format!("10.0.0.{machine}"), false, at(0)) == Throttle::Judged
        });
        assert_eq!(judged.count(), 100);
        assert_eq!(counted.attempt("anna", "192.0.2.1", true, at(1)), Throttle::Judged, "her own address");
    }

    #[test]
    fn one_address_does_not_try_every_account() {
        let mut counted = Counted::default();
        let judged = (0..1000).filter(|number| {
            counted.attempt(&format!("account{number}"), "10.0.0.1", false, at(0)) == Throttle::Judged
        });
        assert_eq!(judged.count(), 100);
    }

    #[test]
    fn no_key_holds_a_name_or_an_address() {
        for count in counts("hunter2 typed in the wrong field", "192.0.2.1", false, at(0)) {
            assert!(!count.key.contains("hunter2") && !count.key.contains("192.0.2.1"), "{}", count.key);
        }
        assert!(counts("a", "b", true, at(0))[0].key.starts_with(&pair_prefix("a", "b")));
    }

    proptest! {
        #[test]
        fn however_it_is_spread_no_pair_is_judged_more_than_five_times_a_minute(
            seconds in proptest::collection::vec(0_i64..60, 1..40)
        ) {
            let mut seconds = seconds;
            seconds.sort_unstable();
            let mut counted = Counted::default();
            let judged = seconds.iter().filter(|second| {
                counted.attempt("anna", "::1", true, at(**second)) == Throttle::Judged
            });
            prop_assert!(judged.count() <= 5);
        }
    }
}

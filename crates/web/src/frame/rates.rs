//! How often one address or one token may ask: a bucket each that fills up again at a steady pace.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use proofmark_facts::Sha256;

/// How many buckets are remembered. Beyond that those that are full again are forgotten, then all.
const MOST_BUCKETS: usize = 50_000;

/// Attempts a minute where secrets could be guessed, whatever the general pace.
const GUESSES_A_MINUTE: u32 = 60;

/// The buckets.
#[derive(Debug)]
pub(crate) struct Rates {
    a_minute: u32,
    buckets: Mutex<HashMap<Bucketed, Bucket>>,
}

/// Whose bucket it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Bucketed {
    /// An address; of IPv6 the network a customer is given.
    Address(IpAddr),
    /// A token, by its digest.
    Token([u8; 32]),
    /// An address at a place where secrets could be guessed.
    Guesses(IpAddr),
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

/// What a request may still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pace {
    /// How many a minute.
    pub(crate) a_minute: u32,
    /// How many are left at once.
    pub(crate) left: u32,
    /// Seconds until there is one more, where none is left.
    pub(crate) wait: Option<u64>,
}

impl Bucketed {
    /// The bucket of an address.
    pub(crate) fn address(address: IpAddr) -> Self {
        Self::Address(network(address))
    }

    /// The bucket of an address's guesses.
    pub(crate) fn guesses(address: IpAddr) -> Self {
        Self::Guesses(network(address))
    }

    /// The bucket of a token.
    pub(crate) fn token(token: &str) -> Self {
        Self::Token(Sha256::of(token.as_bytes()).0)
    }
}

/// An address of IPv4, or the /64 of one of IPv6: a customer has all of it.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

impl Rates {
    /// Buckets of so many requests a minute.
    pub(crate) fn new(a_minute: u32) -> Self {
        Self { a_minute: a_minute.max(1), buckets: Mutex::new(HashMap::new()) }
    }

    /// Takes one out of the bucket.
    pub(crate) fn take(&self, whose: Bucketed, now: Instant) -> Pace {
        let a_minute = match whose {
            Bucketed::Guesses(_) => GUESSES_A_MINUTE.min(self.a_minute),
            Bucketed::Address(_) | Bucketed::Token(_) => self.a_minute,
        };
        // A thread that died while it held the lock left whole buckets behind.
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_BUCKETS && !buckets.contains_key(&whose) {
            buckets.retain(|_, bucket| now.saturating_duration_since(bucket.at).as_secs() < 60);
            if buckets.len() >= MOST_BUCKETS {
                buckets.clear();
            }
        }
        let most = f64::from(a_minute);
        let bucket = buckets.entry(whose).or_insert(Bucket { left: most, at: now });
        let passed = now.saturating_duration_since(bucket.at).as_secs_f64();
        bucket.left = (bucket.left + passed * most / 60.0).min(most);
        bucket.at = now;
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Pace { a_minute, left: whole(bucket.left), wait: None };
        }
        let wait = ((1.0 - bucket.left) * 60.0 / most).ceil().max(1.0);
        Pace { a_minute, left: 0, wait: Some(u64::from(whole(wait))) }
    }
}

/// The whole part of a number between zero and a few thousand.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and u32::MAX")]
fn whole(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn ip(written: &str) -> IpAddr {
        written.parse().unwrap()
    }

    #[test]
    fn an_empty_bucket_says_when_to_come_back_and_fills_up_again() {
        let rates = Rates::new(2);
        let (one, start) = (Bucketed::address(ip("192.0.2.1")), Instant::now());
        assert_eq!(rates.take(one, start), Pace { a_minute: 2, left: 1, wait: None });
        assert_eq!(rates.take(one, start).wait, None);
        assert_eq!(rates.take(one, start).wait, Some(30));
        assert_eq!(rates.take(Bucketed::address(ip("192.0.2.2")), start).wait, None, "another's bucket");
        assert_eq!(rates.take(one, start + Duration::from_secs(31)).wait, None);
    }

    #[test]
    fn a_network_of_ipv6_is_one() {
        let rates = Rates::new(1);
        let start = Instant::now();
        assert_eq!(rates.take(Bucketed::address(ip("2001:db8::1")), start).wait, None);
        assert!(rates.take(Bucketed::address(ip("2001:db8::2")), start).wait.is_some());
        assert_eq!(rates.take(Bucketed::address(ip("2001:db8:0:1::1")), start).wait, None);
    }

    #[test]
    fn guesses_are_counted_apart_and_slower() {
        let rates = Rates::new(6000);
        let start = Instant::now();
        let guesses = Bucketed::guesses(ip("192.0.2.1"));
        assert!((0..60).all(|_| rates.take(guesses, start).wait.is_none()));
        assert_eq!(rates.take(guesses, start).wait, Some(1));
        assert_eq!(rates.take(Bucketed::address(ip("192.0.2.1")), start).wait, None);
    }
}

//! Issuers of identities: what they publish, kept for a while, and asked for again seldom.
//!
//! Strangers make us look at tokens, so what a token names must never set how often we go outside: each issuer has a
//! bucket of fetches that fills slowly, and only so many requests wait for the outside at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{Discovery, Secret, SigningKeys};
use proofmark_text::{Text, text};

use crate::refusal::Refusal;

/// How long what an issuer publishes is taken for what it publishes now.
const FRESH: SignedDuration = SignedDuration::from_hours(1);

/// How long it may still serve where the issuer cannot be reached.
const USABLE: SignedDuration = SignedDuration::from_hours(24);

/// Fetches of one issuer at once, and after how many seconds there is one more.
const BURST: u32 = 4;
const REFILL_SECONDS: i64 = 30;

/// Requests that wait for the outside at once, and how long another waits for its turn. A request that waits holds a
/// store, of which there are few.
const OUTSIDE: u32 = 3;
const PATIENCE: Duration = Duration::from_secs(3);

/// Issuers kept at once: far more than anybody trusts.
const MOST_ISSUERS: usize = 200;

/// The way outside, wired by the door: its courier goes only where it may, within its own limits.
pub trait Outside: Send + Sync {
    /// Whether this address may be asked at all, as far as its form says.
    fn check_address(&self, address: &str) -> Result<(), Text>;

    /// What is published at this address, as JSON.
    fn fetch_published(&self, address: &str) -> Result<Vec<u8>, Text>;

    /// Posts a form and gives the answer, JSON.
    fn post_form(&self, address: &str, fields: &[(&str, &str)]) -> Result<Vec<u8>, Text>;
}

/// What is known of issuers, and the way to ask them.
pub struct Issuers {
    outside: Box<dyn Outside>,
    known: Mutex<BTreeMap<String, Known>>,
    gate: Gate,
}

/// What is known of one issuer.
#[derive(Clone)]
struct Known {
    bucket: Bucket,
    discovery: Option<(Discovery, Timestamp)>,
    keys: Option<(SigningKeys, Timestamp)>,
    /// Held by whoever is fetching: the others wait, or go on with what there is.
    turn: Arc<Mutex<()>>,
}

/// Fetches an issuer may still be asked for.
#[derive(Clone, Copy)]
struct Bucket {
    left: u32,
    filled_at: Timestamp,
}

impl std::fmt::Debug for Issuers {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Issuers(…)")
    }
}

impl Issuers {
    /// Nothing known yet; asked through this way outside.
    pub fn over(outside: impl Outside + 'static) -> Self {
        Self { outside: Box::new(outside), known: Mutex::default(), gate: Gate::default() }
    }

    /// Whether this address may be asked at all, as far as its form says.
    pub(crate) fn check_address(&self, address: &str) -> Result<(), Refusal> {
        self.outside.check_address(address).map_err(|says| Refusal::new(422, says))
    }

    /// What an issuer says about itself.
    pub(crate) fn discovery(&self, issuer: &str, now: Timestamp) -> Result<Discovery, Refusal> {
        let serves = |known: &Known, age| young(known.discovery.as_ref(), now, age);
        let fetch = || {
            let json = self.fetch(&Discovery::address(issuer))?;
            Discovery::read(&json, issuer).map_err(|refusal| unreachable(issuer, refusal.says))
        };
        self.look_up(
            issuer,
            now,
            serves,
            |_| true,
            fetch,
            |known, found| known.discovery = Some((found, now)),
        )
    }

    /// An issuer's keys. Where the named one is not among them they are fetched again, as far as the bucket goes.
    pub(crate) fn keys(
        &self,
        issuer: &str,
        kid: Option<&str>,
        now: Timestamp,
    ) -> Result<SigningKeys, Refusal> {
        let at = self.discovery(issuer, now)?.jwks_uri;
        let serves = |known: &Known, age| young(known.keys.as_ref(), now, age);
        let fits = |keys: &SigningKeys| kid.is_none_or(|kid| keys.holds(kid));
        let fetch = || {
            let json = self.fetch(&at)?;
            SigningKeys::read(&json).map_err(|refusal| unreachable(issuer, refusal.says))
        };
        self.look_up(issuer, now, serves, fits, fetch, |known, found| known.keys = Some((found, now)))
    }

    /// Redeems a code at a token endpoint: its answer, JSON.
    pub(crate) fn redeem(&self, endpoint: &str, form: &[(&str, Secret)]) -> Result<Vec<u8>, Refusal> {
        let _turn = self.gate.enter()?;
        let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.reveal())).collect();
        self.outside.post_form(endpoint, &fields).map_err(|says| unreachable(endpoint, says))
    }

    fn fetch(&self, address: &str) -> Result<Vec<u8>, Refusal> {
        let _turn = self.gate.enter()?;
        self.outside.fetch_published(address).map_err(|says| unreachable(address, says))
    }

    /// What is known and fits, else what is fetched, else what is known and may still serve.
    fn look_up<T>(
        &self,
        issuer: &str,
        now: Timestamp,
        serves: impl Fn(&Known, SignedDuration) -> Option<T>,
        fits: impl Fn(&T) -> bool,
        fetch: impl FnOnce() -> Result<T, Refusal>,
        keep: impl FnOnce(&mut Known, T),
    ) -> Result<T, Refusal>
    where
        T: Clone,
    {
        let known = self.known(issuer, now);
        let old = serves(&known, USABLE);
        if let Some(found) = serves(&known, FRESH).filter(|found| fits(found)) {
            return Ok(found);
        }
        // Whoever has something that may do does not wait for another who fetches.
        let turn = match known.turn.try_lock() {
            Ok(turn) => Some(turn),
            Err(_) if old.is_some() => None,
            Err(_) => Some(known.turn.lock().unwrap_or_else(PoisonError::into_inner)),
        };
        // Fetched by another, while we waited.
        if let Some(found) = serves(&self.known(issuer, now), FRESH).filter(|found| fits(found)) {
            return Ok(found);
        }
        if turn.is_none() || !self.take(issuer, now) {
            return old.ok_or_else(|| {
                Refusal::new(503, text!("identity-issuer-later", issuer = issuer)).again_after(REFILL)
            });
        }
        match fetch() {
            Ok(found) => {
                self.change(issuer, now, |known| keep(known, found.clone()));
                Ok(found)
            }
            Err(refusal) => old.ok_or(refusal),
        }
    }

    fn known(&self, issuer: &str, now: Timestamp) -> Known {
        self.change(issuer, now, |known| known.clone())
    }

    /// Takes a fetch out of the issuer's bucket.
    fn take(&self, issuer: &str, now: Timestamp) -> bool {
        self.change(issuer, now, |known| known.bucket.take(now))
    }

    fn change<T>(&self, issuer: &str, now: Timestamp, change: impl FnOnce(&mut Known) -> T) -> T {
        let mut all = locked(&self.known);
        if all.len() >= MOST_ISSUERS && !all.contains_key(issuer) {
            // Issuers come from records that people keep: so many are nobody's plan, and all are fetched anew.
            all.clear();
        }
        change(all.entry(issuer.to_owned()).or_insert_with(|| Known {
            bucket: Bucket { left: BURST, filled_at: now },
            discovery: None,
            keys: None,
            turn: Arc::default(),
        }))
    }
}

/// After so many seconds it is worth another try.
const REFILL: u64 = REFILL_SECONDS.unsigned_abs();

impl Bucket {
    fn take(&mut self, now: Timestamp) -> bool {
        let passed = now.as_second().saturating_sub(self.filled_at.as_second()).max(0) / REFILL_SECONDS;
        let more = u32::try_from(passed).unwrap_or(u32::MAX);
        if more > 0 {
            self.left = self.left.saturating_add(more).min(BURST);
            self.filled_at = now;
        }
        let taken = self.left > 0;
        self.left = self.left.saturating_sub(1);
        taken
    }
}

/// The value, if it is not older than this.
fn young<T: Clone>(kept: Option<&(T, Timestamp)>, now: Timestamp, age: SignedDuration) -> Option<T> {
    kept.filter(|(_, at)| now.duration_since(*at) < age).map(|(value, _)| value.clone())
}

/// The issuer's trouble is not ours: whoever asks may come again.
fn unreachable(address: &str, says: Text) -> Refusal {
    tracing::warn!(code = says.id(), "{says}");
    let origin: String = address.split('/').take(3).collect::<Vec<_>>().join("/");
    Refusal::new(502, text!("identity-issuer-unreachable", issuer = origin, error = says)).again_after(REFILL)
}

/// The refusal as strangers see it: what went wrong on the way to an issuer tells about the house's own network.
pub(crate) fn for_strangers(refusal: Refusal) -> Refusal {
    if refusal.status == 502 { Refusal { says: text!("identity-issuer-down"), ..refusal } } else { refusal }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets so many through at once.
#[derive(Default)]
struct Gate {
    inside: Mutex<u32>,
    left: Condvar,
}

struct Turn<'a>(&'a Gate);

impl Gate {
    fn enter(&self) -> Result<Turn<'_>, Refusal> {
        let busy = |inside: &mut u32| *inside >= OUTSIDE;
        let (mut inside, waited) = self
            .left
            .wait_timeout_while(locked(&self.inside), PATIENCE, busy)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(Refusal::new(503, text!("web-busy")).again_after(10));
        }
        *inside += 1;
        Ok(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut inside = locked(&self.0.inside);
        *inside = inside.saturating_sub(1);
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const ISSUER: &str = "https://id.example";

    /// Counts what is asked of it; its key has another name after each turn of `kid`.
    struct Counting {
        asked: Arc<AtomicU32>,
        kid: Arc<AtomicU32>,
        down: Arc<AtomicU32>,
    }

    impl Outside for Counting {
        fn check_address(&self, _: &str) -> Result<(), Text> {
            Ok(())
        }

        fn fetch_published(&self, address: &str) -> Result<Vec<u8>, Text> {
            self.asked.fetch_add(1, Ordering::Relaxed);
            if self.down.load(Ordering::Relaxed) > 0 {
                return Err(text!("web-busy"));
            }
            let kid = self.kid.load(Ordering::Relaxed);
            let json = if address.ends_with("openid-configuration") {
                serde_json::json!({
                    "issuer": ISSUER, "authorization_endpoint": "https://id.example/a",
                    "token_endpoint": "https://id.example/t", "jwks_uri": "https://id.example/k",
                })
            } else {
                let key = serde_json::json!({ "kty": "OKP", "crv": "Ed25519", "x": "AAAA", "kid": format!("k{kid}") });
                serde_json::json!({ "keys": [key] })
            };
            Ok(json.to_string().into_bytes())
        }

        fn post_form(&self, _: &str, _: &[(&str, &str)]) -> Result<Vec<u8>, Text> {
            Err(text!("web-busy"))
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn issuers() -> (Issuers, Arc<AtomicU32>, Arc<AtomicU32>, Arc<AtomicU32>) {
        let [asked, kid, down] = [(); 3].map(|()| Arc::new(AtomicU32::new(0)));
        let counting = Counting { asked: asked.clone(), kid: kid.clone(), down: down.clone() };
        (Issuers::over(counting), asked, kid, down)
    }

    #[test]
    fn what_is_fresh_is_not_fetched_again_and_a_new_key_is_found_at_once() {
        let (issuers, asked, kid, _) = issuers();
        for second in 0..100 {
            assert!(issuers.keys(ISSUER, Some("k0"), at(second)).unwrap().holds("k0"));
        }
        assert_eq!(asked.load(Ordering::Relaxed), 2, "discovery and keys");
        kid.store(1, Ordering::Relaxed);
        assert!(issuers.keys(ISSUER, Some("k1"), at(101)).unwrap().holds("k1"));
        assert_eq!(asked.load(Ordering::Relaxed), 3);
        issuers.keys(ISSUER, None, at(101 + 3600)).unwrap();
        assert_eq!(asked.load(Ordering::Relaxed), 5, "an hour later both are fetched anew");
    }

    #[test]
    fn a_flood_of_unknown_keys_goes_outside_seldom() {
        let (issuers, asked, kid, _) = issuers();
        for number in 0..1000 {
            let found = issuers.keys(ISSUER, Some(&format!("made-up-{number}")), at(number / 100));
            assert!(found.unwrap().holds("k0"), "what is known serves meanwhile");
        }
        assert_eq!(asked.load(Ordering::Relaxed), BURST);
        kid.store(1, Ordering::Relaxed);
        assert!(
            issuers.keys(ISSUER, Some("k1"), at(40)).unwrap().holds("k1"),
            "half a minute later it is heard"
        );
    }

    #[test]
    fn an_issuer_that_is_down_is_asked_seldom_and_what_is_known_serves_a_day() {
        let (issuers, asked, _, down) = issuers();
        down.store(1, Ordering::Relaxed);
        let codes: Vec<&str> =
            (0..6).map(|_| issuers.discovery(ISSUER, at(0)).unwrap_err().says.id()).collect();
        assert_eq!(codes[..4], ["identity-issuer-unreachable"; 4]);
        assert_eq!(codes[4..], ["identity-issuer-later"; 2]);
        assert_eq!(asked.load(Ordering::Relaxed), BURST);
        down.store(0, Ordering::Relaxed);
        assert!(issuers.keys(ISSUER, None, at(60)).is_ok());
        down.store(1, Ordering::Relaxed);
        assert!(issuers.keys(ISSUER, None, at(23 * 3600)).is_ok());
        assert!(issuers.keys(ISSUER, None, at(60 + 24 * 3600)).is_err());
    }
}

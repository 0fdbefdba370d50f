//! Leases: which jobs this worker holds, and until when, so that a long job is not taken for an abandoned one.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{KeepError, SystemOfRecord};

/// For how long a job is leased.
const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// How long before its end a lease is extended: several beats, so that a slow one loses nothing.
const EXTEND_BEFORE: SignedDuration = SignedDuration::from_secs(40);

/// The jobs that are being worked on.
#[derive(Debug, Default)]
pub(crate) struct Leases(Mutex<Vec<Lease>>);

#[derive(Debug, Clone)]
struct Lease {
    job: String,
    worker: String,
    until: Timestamp,
}

impl Lease {
    /// Whether it ends soon; or later than any that is given now: then the clock was set back since.
    fn is_to_be_renewed(&self, now: Timestamp) -> bool {
        let left = self.until.duration_since(now);
        left < EXTEND_BEFORE || left > LEASE
    }
}

impl Leases {
    /// The latest end of a lease where clocks were set back: time enough for whoever is at work to renew it.
    pub(crate) fn latest(now: Timestamp) -> Timestamp {
        now.saturating_add(LEASE * 2).unwrap_or(now)
    }

    /// Until when a job that is leased now is.
    pub(crate) fn until(now: Timestamp) -> Timestamp {
        now.saturating_add(LEASE).unwrap_or(now)
    }

    /// A job was leased.
    pub(crate) fn hold(&self, job: &str, worker: &str, until: Timestamp) {
        let lease = Lease { job: job.to_owned(), worker: worker.to_owned(), until };
        self.held().push(lease);
    }

    /// It is done with.
    pub(crate) fn release(&self, job: &str, worker: &str) {
        self.held().retain(|lease| lease.job != job || lease.worker != worker);
    }

    /// Whether it is still held as far as is known.
    pub(crate) fn holds(&self, job: &str, worker: &str) -> bool {
        self.held().iter().any(|lease| lease.job == job && lease.worker == worker)
    }

    /// Extends those that end soon, and shortens those of a clock that was set back. One that was lost is let go: whoever has it now decides how the job ends.
    pub(crate) fn extend(&self, now: Timestamp, store: &mut dyn SystemOfRecord) -> Result<(), KeepError> {
        let ending: Vec<Lease> = {
            let held = self.held();
            held.iter().filter(|lease| lease.is_to_be_renewed(now)).cloned().collect()
        };
        for lease in ending {
            let until = Self::until(now);
            let kept = store.extend_lease(&lease.job, &lease.worker, until)?;
            let mut held = self.held();
            let own = held.iter().position(|other| other.job == lease.job && other.worker == lease.worker);
            match own {
                Some(place) if kept => held[place].until = until,
                Some(place) => drop(held.swap_remove(place)),
                None => {}
            }
        }
        Ok(())
    }

    /// Whether anything is to be renewed: a store is not asked for in vain.
    pub(crate) fn any_to_be_renewed(&self, now: Timestamp) -> bool {
        self.held().iter().any(|lease| lease.is_to_be_renewed(now))
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Vec<Lease>> {
        // A thread that panicked while it held the list left it whole: each change is one push or one removal.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_renewed_before_it_ends_and_when_the_clock_was_set_back() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let leases = Leases::default();
        leases.hold("job", "worker", Leases::until(at(10_000)));
        assert!(!leases.any_to_be_renewed(at(10_000)));
        assert!(!leases.any_to_be_renewed(at(10_020)));
        assert!(leases.any_to_be_renewed(at(10_021)));
        assert!(leases.any_to_be_renewed(at(9_000)));
    }
}

//! The worker: what `proofmark serve` does between requests. It seals the ledger in batches, does the jobs that are due
//! and forgets what has expired.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{ActionError, ChangeOrder, KeptFiles, RESCAN, rescan, seal_batch};
use proofmark_facts::{Actor, Job, Lane, SystemOfRecord};
use proofmark_text::text;
use proofmark_web::House;

use crate::served_house::ServedHouse;

/// How long it rests where nothing is to be done.
const REST: Duration = Duration::from_millis(500);

/// How long a job may take before another node takes it over.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// How long it waits before it tries a job again: twice as long each time, up to an hour.
const FIRST_WAIT_SECONDS: i64 = 10;
const LONGEST_WAIT_SECONDS: i64 = 3600;

/// How often what has expired is forgotten, in rests.
const FORGET_EVERY: u32 = 600;

/// How long jobs that are done can still be looked at.
const DONE_JOBS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A worker at work; dropping it lets it finish what it does.
pub(crate) struct Worker {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Sets one to work, under a name that tells nodes apart.
    pub(crate) fn start(house: Arc<ServedHouse>, name: String) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        let thread = spawn(move || work(&house, &name, &asked));
        Self { stop, thread: Some(thread) }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It holds no lock a panic could have left behind; the process ends now.
            drop(thread.join());
        }
    }
}

fn work(house: &ServedHouse, name: &str, stop: &AtomicBool) {
    let mut round: u32 = 0;
    while !stop.load(Ordering::Relaxed) {
        let busy = turn(house, name, round.is_multiple_of(FORGET_EVERY));
        round = round.wrapping_add(1);
        match busy {
            Ok(true) => {}
            Ok(false) => sleep(REST),
            Err(error) => {
                tracing::error!("the worker rests after trouble: {error}");
                sleep(10 * REST);
            }
        }
    }
    // What was done last is sealed before the process ends.
    if let Err(error) = in_store(house, |store| seal_batch(store, house.signer()).map(drop)) {
        tracing::error!("the last lines are not sealed: {error}");
    }
}

/// One turn; says whether there was anything to do.
fn turn(house: &ServedHouse, name: &str, forget: bool) -> Result<bool, ActionError> {
    let now = house.now();
    if forget {
        in_store(house, |store| forget_expired(store, now))?;
    }
    let sealed = in_store(house, |store| seal_batch(store, house.signer()))?;
    let until = now.checked_add(LEASE).unwrap_or(Timestamp::MAX);
    let lanes = [Lane::Waited, Lane::Soon, Lane::Bulk];
    let job = in_store(house, |store| Ok(store.lease_job(name, &lanes, now, until)?))?;
    let Some(job) = job else { return Ok(sealed.is_some()) };
    in_store(house, |store| done(house, name, &job, store))?;
    Ok(true)
}

/// Does a job, and says how it went.
fn done(
    house: &ServedHouse,
    name: &str,
    job: &Job,
    store: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    match attempt(house, job, store) {
        Ok(()) => store.finish_job(&job.id, name, house.now())?,
        Err(error) => {
            tracing::warn!(job = job.id, "a job went wrong: {error}");
            let more = job.attempts < job.most_attempts;
            let again = more.then(|| later(house.now(), job.attempts));
            store.fail_job(&job.id, name, &error.to_string(), again)?
        }
    };
    Ok(())
}

fn attempt(house: &ServedHouse, job: &Job, store: &mut dyn SystemOfRecord) -> Result<(), ActionError> {
    if job.kind != RESCAN {
        return Err(ActionError::Hindered(text!("proofmark-unknown-job", kind = &job.kind)));
    }
    let actor = Actor::local("system");
    let order = ChangeOrder { by: &actor, with: house.program(), at: house.now() };
    let state = house.state_in_use(&*store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    rescan(&order, job, &open, &state, store).map(drop)
}

fn later(now: Timestamp, attempts: u32) -> Timestamp {
    let doubled = FIRST_WAIT_SECONDS.checked_shl(attempts).unwrap_or(LONGEST_WAIT_SECONDS);
    let wait = SignedDuration::from_secs(doubled.clamp(FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS));
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

fn forget_expired(store: &mut dyn SystemOfRecord, now: Timestamp) -> Result<(), ActionError> {
    store.forget_expired(now)?;
    store.forget_done_jobs(now.checked_sub(DONE_JOBS_KEPT).unwrap_or(now))?;
    Ok(())
}

fn in_store<T>(
    house: &ServedHouse,
    work: impl FnOnce(&mut dyn SystemOfRecord) -> Result<T, ActionError>,
) -> Result<T, ActionError> {
    let (mut work, mut outcome) = (Some(work), None);
    house.with_store(&mut |store| outcome = work.take().map(|work| work(store)))?;
    outcome.expect("a house does the work once before it comes back")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_the_last_and_none_longer_than_an_hour() {
        let start = Timestamp::UNIX_EPOCH;
        let seconds = |attempts| later(start, attempts).as_second();
        assert_eq!([0, 1, 2, 3].map(seconds), [10, 20, 40, 80]);
        assert_eq!(seconds(20), 3600);
        assert_eq!(seconds(200), 3600);
    }
}

//! The rhythm: what comes back by itself. Every second the ledger is sealed if it grew, leases are extended; now and then
//! what has expired is forgotten and digests are looked for.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{ActionError, DIGESTS, announcement, attestation_jobs, seal_batch};
use proofmark_facts::{EventData, Lane, NewJob, RecordKind, SealEvent, SystemOfRecord};

use crate::spare_memory::give_back_free_memory;
use crate::worker::bench::Bench;
use crate::worker::clock_watch::ClockWatch;

/// How long a beat is.
const BEAT: Duration = Duration::from_secs(1);

/// How often what has expired is forgotten.
const FORGET_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// How often digests are looked for.
const DIGESTS_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// How often it is looked whether somebody should attest the ledger.
const ATTEST_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// For how long jobs that were done are shown: as long as the deliveries among them are kept.
const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How often looking for digests is tried before the next time comes anyhow.
const MOST_ATTEMPTS: u32 = 3;

/// When what was done last.
#[derive(Default)]
struct Last {
    forgot_at: Option<Timestamp>,
    digests_at: Option<Timestamp>,
    attested_at: Option<Timestamp>,
    trouble: String,
    clock: ClockWatch,
}

/// Beats until it is told to stop; what was written until then is sealed.
pub(crate) fn beat(bench: &Bench) {
    let mut last = Last::default();
    loop {
        let stopping = bench.stop.is_asked();
        match one_beat(bench, &mut last) {
            Ok(()) => last.trouble.clear(),
            // The same trouble every second is said once.
            Err(error) if error.to_string() == last.trouble => {}
            Err(error) => {
                last.trouble = error.to_string();
                tracing::error!(error = %error, "the ledger is not sealed, or what has expired not forgotten");
            }
        }
        if stopping {
            return;
        }
        bench.stop.wait(BEAT);
    }
}

fn one_beat(bench: &Bench, last: &mut Last) -> Result<(), ActionError> {
    let now = bench.now();
    bench.with_store(|store| {
        if bench.leases.any_to_be_renewed(now) {
            bench.leases.extend(now, store)?;
        }
        last.clock.look(now, store)?;
        if let Some(size) = seal_batch(store, bench.house.signer())? {
            tell_of_seal(store, now, size)?;
        }
        if is_time(last.forgot_at, now, FORGET_EVERY) {
            store.forget_expired(now)?;
            store.forget_done_jobs(now.saturating_sub(SHOWN_FOR).unwrap_or(now))?;
            last.forgot_at = Some(now);
            give_back_free_memory();
        }
        if is_time(last.digests_at, now, DIGESTS_EVERY) {
            store.add_job(&digests(now))?;
            last.digests_at = Some(now);
        }
        if is_time(last.attested_at, now, ATTEST_EVERY) {
            for job in attestation_jobs(now, store)? {
                store.add_job(&job)?;
            }
            last.attested_at = Some(now);
        }
        Ok(())
    })
}

/// A clock that was set back makes nothing wait for it to catch up.
fn is_time(last: Option<Timestamp>, now: Timestamp, every: SignedDuration) -> bool {
    last.is_none_or(|last| now < last || now.duration_since(last) >= every)
}

/// Told to the installation's own webhooks alone; where there is none no job is made each second.
fn tell_of_seal(store: &mut dyn SystemOfRecord, now: Timestamp, size: u64) -> Result<(), ActionError> {
    if !store.records("", RecordKind::Webhook, "", 1)?.is_empty() {
        store.add_job(&announcement("", now, EventData::LedgerSealed(SealEvent { size })))?;
    }
    Ok(())
}

/// One job for all nodes: of an id that waits already there is only one.
fn digests(now: Timestamp) -> NewJob {
    NewJob {
        id: DIGESTS.to_owned(),
        lane: Lane::Bulk,
        kind: DIGESTS.to_owned(),
        payload: "{}".to_owned(),
        operator: String::new(),
        due_at: now,
        most_attempts: MOST_ATTEMPTS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beat_comes_when_it_is_time_and_not_later_when_the_clock_is_set_back() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let every = SignedDuration::from_secs(60);
        assert!(is_time(None, at(0), every));
        assert!(!is_time(Some(at(100)), at(159), every));
        assert!(is_time(Some(at(100)), at(160), every));
        assert!(is_time(Some(at(100)), at(99), every));
    }
}

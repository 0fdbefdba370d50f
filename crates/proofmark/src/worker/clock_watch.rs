//! The watch over the clock: whether it was set back while we worked, or while nobody did.
//!
//! What our own machinery put off (retries, leases) then waits no longer. Deadlines of the Regulation are in no job and are never
//! touched: they run from what happened, whatever the clock says now.

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::ActionError;
use proofmark_facts::{Passing, SystemOfRecord};

use crate::worker::leases::Leases;

/// By how much the clock must have gone back: less is what a machine corrects as it runs.
const SET_BACK: SignedDuration = SignedDuration::from_mins(1);

/// How often what the clock says is written down, for whoever works after us.
const WRITE_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// What it is written down as among what passes.
const KIND: &str = "clock";
const KEY: &str = "last";

/// For how long it is remembered: whoever was away longer finds no job that still waits.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(100 * 24);

/// What the clock said before.
#[derive(Debug, Default)]
pub(crate) struct ClockWatch {
    seen_at: Option<Timestamp>,
    written_at: Option<Timestamp>,
}

impl ClockWatch {
    /// Looks at the clock; where it was set back nothing waits for it to catch up.
    pub(crate) fn look(&mut self, now: Timestamp, store: &mut dyn SystemOfRecord) -> Result<(), ActionError> {
        // What others wrote matters only at the start: the clock of another node may be ahead of ours for good.
        let before = self.seen_at.map_or_else(|| written(now, store), |at| Ok(Some(at)))?;
        let is_set_back = before.is_some_and(|before| before.duration_since(now) > SET_BACK);
        if is_set_back {
            let jobs = store.hurry_jobs(now, Leases::latest(now))?;
            tracing::warn!(jobs, "the clock was set back: what waited for it to go on is due now");
        }
        self.seen_at = Some(now);
        if is_set_back || self.written_at.is_none_or(|at| now.duration_since(at) >= WRITE_EVERY) {
            store.put_passing(&Passing {
                kind: KIND.to_owned(),
                key: KEY.to_owned(),
                content: now.to_string(),
                expires_at: now.saturating_add(REMEMBERED).unwrap_or(now),
            })?;
            self.written_at = Some(now);
        }
        Ok(())
    }
}

/// What the clock said last before this start.
fn written(now: Timestamp, store: &dyn SystemOfRecord) -> Result<Option<Timestamp>, ActionError> {
    // What cannot be read was written by nobody, and says nothing.
    Ok(store.passing(KIND, KEY, now)?.and_then(|kept| kept.content.parse().ok()))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Jobs as _, Lane, NewJob};
    use proofmark_store::Store;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).unwrap()
    }

    fn put_off(store: &mut Store, until: i64) {
        let (id, kind) = ("late".to_owned(), "deliver".to_owned());
        let (payload, operator) = ("{}".to_owned(), String::new());
        let job =
            NewJob { id, lane: Lane::Soon, kind, payload, operator, due_at: at(until), most_attempts: 1 };
        store.add_job(&job).unwrap();
    }

    fn is_due(store: &mut Store, now: i64) -> bool {
        store.lease_job("w", &[Lane::Soon], at(now), at(now + 60)).unwrap().is_some()
    }

    #[test]
    fn nothing_waits_for_a_clock_that_was_set_back_under_us() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Store::open(home.path()).unwrap();
        let mut watch = ClockWatch::default();
        put_off(&mut store, 7_200);
        for now in [0, 1, 3_600, 3_590] {
            watch.look(at(now), &mut store).unwrap();
        }
        assert!(!is_due(&mut store, 3_590), "a correction of seconds hurries nothing");
        watch.look(at(3_000), &mut store).unwrap();
        assert!(is_due(&mut store, 3_000));
    }

    #[test]
    fn nor_for_one_that_was_set_back_while_nobody_worked() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Store::open(home.path()).unwrap();
        ClockWatch::default().look(at(7_000), &mut store).unwrap();
        put_off(&mut store, 7_200);
        let mut watch = ClockWatch::default();
        watch.look(at(0), &mut store).unwrap();
        assert!(is_due(&mut store, 0));
        // Once it was noticed it is not noticed again.
        put_off(&mut store, 300);
        let mut watch = ClockWatch::default();
        watch.look(at(1), &mut store).unwrap();
        assert!(!is_due(&mut store, 1));
    }
}

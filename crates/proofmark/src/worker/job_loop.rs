//! One thread's work: take the next job of its lanes, do it, say how it ended; wait when there is none.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{ActionError, again_at};
use proofmark_facts::{Job, Lane};
use proofmark_text::{Text, text};

use crate::worker::bench::Bench;
use crate::worker::handlers::{Ended, HANDLERS};
use crate::worker::leases::Leases;

/// How long it is waited when there is nothing to do.
const PAUSE: Duration = Duration::from_millis(500);

/// How long it is waited when the store cannot be had: it may be away for a while.
const LONG_PAUSE: Duration = Duration::from_secs(5);

/// How long a job is left alone that was put back because there was no room for it.
const PUT_BACK_FOR: SignedDuration = SignedDuration::from_secs(5);

/// Works until it is told to stop. A job that was begun is ended.
pub(crate) fn work(bench: &Bench, worker: &str, lanes: &[Lane]) {
    let stop = &bench.stop;
    while !stop.is_asked() {
        match one_job(bench, worker, lanes) {
            Ok(true) => {}
            Ok(false) => stop.wait(PAUSE),
            Err(error) => {
                tracing::warn!(worker, error = %error, "jobs cannot be had");
                stop.wait(LONG_PAUSE);
            }
        }
    }
}

/// Does the next job. `false`: there is none, or none for which there is room.
fn one_job(bench: &Bench, worker: &str, lanes: &[Lane]) -> Result<bool, ActionError> {
    let now = bench.now();
    let until = Leases::until(now);
    let leased = bench.with_store(|store| Ok(store.lease_job(worker, lanes, now, until)?))?;
    let Some(job) = leased else { return Ok(false) };
    bench.leases.hold(&job.id, worker, until);
    let ended = run(bench, &job);
    bench.leases.release(&job.id, worker);
    let (id, kind) = (job.id.as_str(), job.kind.as_str());
    let is_put_back = matches!(ended, Ended::PutBack);
    let ours = match ended {
        Ended::Done => bench.with_store(|store| Ok(store.finish_job(id, worker, bench.now())?))?,
        Ended::PutBack => {
            let due = bench.now().saturating_add(PUT_BACK_FOR).unwrap_or(job.due_at);
            let due = if bench.stop.is_asked() { job.due_at } else { due };
            bench.with_store(|store| Ok(store.put_back_job(id, worker, due)?))?
        }
        Ended::Failed(why, again) => {
            let why = why.to_string();
            tracing::warn!(job = id, kind, attempts = job.attempts, error = %why, "a job failed");
            bench.with_store(|store| Ok(store.fail_job(id, worker, &why, again)?))?
        }
    };
    if !ours {
        tracing::warn!(job = id, kind, "a job was ended after its lease was lost");
    }
    Ok(!is_put_back)
}

/// Runs a job. A fault of ours in one must not take the thread away from the others.
fn run(bench: &Bench, job: &Job) -> Ended {
    let Some(handler) = HANDLERS.iter().find(|handler| handler.kind == job.kind) else {
        return Ended::Failed(text!("courier-job-unknown", kind = &job.kind), None);
    };
    let ran = catch_unwind(AssertUnwindSafe(|| (handler.run)(bench, job)));
    match ran {
        Ok(Ok(ended)) => ended,
        Ok(Err(error)) => failed(&error, job, bench.now(), bench.chance()),
        Err(_) => {
            Ended::Failed(text!("courier-job-broke"), again_at(job.attempts, bench.now(), bench.chance()))
        }
    }
}

/// What may pass is tried again; what will not be otherwise next time is not.
fn failed(error: &ActionError, job: &Job, now: Timestamp, chance: u32) -> Ended {
    let says: Text = match error {
        ActionError::Hindered(says)
        | ActionError::Damaged(says)
        | ActionError::Forbidden(says)
        | ActionError::NotFound(says)
        | ActionError::Moved(says) => says.clone(),
        ActionError::Refused(problems) => {
            problems.first().map_or_else(|| text!("courier-job-broke"), |problem| problem.says.clone())
        }
    };
    let passes = matches!(error, ActionError::Hindered(_) | ActionError::Moved(_));
    Ended::Failed(says, again_at(job.attempts, now, chance).filter(|_| passes))
}

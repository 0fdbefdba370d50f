//! Jobs: durable, leased by one node at a time.

use jiff::Timestamp;
use proofmark_facts::{Job, JobState, Jobs, KeepError, Lane, NewJob};
use proofmark_text::text;

use crate::error;
use crate::sql::{Connection, Dialect, Row, SqlError, Value};
use crate::store::Store;

const COLUMNS: &str = "id, lane, kind, payload, operator, due_at, attempts, most_attempts, state, worker, \
                       leased_until, trouble";

/// Adds a job unless one of its id waits already. One that is being worked on is done once more afterwards: what it has
/// read already may not be what it is asked for now.
const ADD: &str = "INSERT INTO job (id, operator, lane, kind, payload, due_at, attempts, most_attempts, state) \
    VALUES ($1, $2, $3, $4, $5, $6, 0, $7, 'waiting') \
    ON CONFLICT (id) DO UPDATE SET \
    again_at = CASE WHEN job.state = 'waiting' THEN excluded.due_at END, \
    again_payload = CASE WHEN job.state = 'waiting' THEN excluded.payload END, \
    operator = excluded.operator, lane = excluded.lane, kind = excluded.kind, \
    payload = CASE WHEN job.state = 'waiting' THEN job.payload ELSE excluded.payload END, \
    due_at = CASE WHEN job.state = 'waiting' THEN job.due_at ELSE excluded.due_at END, \
    attempts = CASE WHEN job.state = 'waiting' THEN job.attempts ELSE 0 END, \
    most_attempts = excluded.most_attempts, state = 'waiting', done_at = NULL, \
    trouble = CASE WHEN job.state = 'waiting' THEN job.trouble END \
    WHERE job.state <> 'waiting' OR job.worker IS NOT NULL";

/// What becomes of a job that somebody asked for once more while it was worked on.
const ONCE_MORE: &str = "UPDATE job SET payload = again_payload, due_at = again_at, attempts = 0, \
    state = 'waiting', done_at = NULL, trouble = NULL, again_at = NULL, again_payload = NULL \
    WHERE id = $1 AND again_at IS NOT NULL AND state <> 'waiting'";

/// Adds the jobs of a change, in the order of their ids: two changes never wait for each other crosswise.
pub(crate) fn add_all(connection: &Connection, jobs: &[NewJob]) -> Result<(), SqlError> {
    let mut ordered: Vec<&NewJob> = jobs.iter().collect();
    ordered.sort_by(|one, other| one.id.cmp(&other.id));
    ordered.into_iter().try_for_each(|job| add(connection, job))
}

pub(crate) fn add(connection: &Connection, job: &NewJob) -> Result<(), SqlError> {
    let values: [Value; 7] = [
        job.id.as_str().into(),
        job.operator.as_str().into(),
        lane_number(job.lane).into(),
        job.kind.as_str().into(),
        job.payload.as_str().into(),
        job.due_at.into(),
        job.most_attempts.into(),
    ];
    connection.execute(ADD, &values)?;
    Ok(())
}

/// Jobs that wait, whoever works on them, as they would be added anew.
pub(crate) fn waiting(connection: &Connection, after: &str, limit: usize) -> Result<Vec<NewJob>, SqlError> {
    let asks = format!("SELECT {COLUMNS} FROM job WHERE state = 'waiting' AND id > $1 ORDER BY id LIMIT $2");
    let rows = connection.query(&asks, &[after.into(), limit.into()])?;
    let anew = |row| {
        let Job { id, lane, kind, payload, operator, due_at, most_attempts, .. } = job(row)?;
        Ok(NewJob { id, lane, kind, payload, operator, due_at, most_attempts })
    };
    rows.into_iter().map(anew).collect()
}

impl Jobs for Store {
    fn lease_job(
        &mut self,
        worker: &str,
        lanes: &[Lane],
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Job>, KeepError> {
        let mut ordered = lanes.to_vec();
        ordered.sort_unstable();
        // Most of the time nothing is due: then no writer is made to wait for the answer.
        if !any_due(&self.connection, &ordered, now)? {
            return Ok(None);
        }
        Ok(self.connection.transaction(|connection| {
            for lane in ordered.iter().copied() {
                while let Some(mut job) = next_due(connection, lane, now)? {
                    if job.attempts >= job.most_attempts {
                        abandon(connection, &job)?;
                        continue;
                    }
                    let statement = "UPDATE job SET worker = $2, leased_until = $3, attempts = attempts + 1 \
                                     WHERE id = $1";
                    connection.execute(statement, &[job.id.as_str().into(), worker.into(), until.into()])?;
                    job.attempts += 1;
                    job.leased = Some((worker.to_owned(), until));
                    return Ok(Some(job));
                }
            }
            Ok(None)
        })?)
    }

    fn finish_job(&mut self, id: &str, worker: &str, now: Timestamp) -> Result<bool, KeepError> {
        let statement = "UPDATE job SET state = 'done', done_at = $3, worker = NULL, leased_until = NULL, \
                         trouble = NULL WHERE id = $1 AND worker = $2 AND state = 'waiting'";
        let values = [id.into(), worker.into(), now.into()];
        Ok(self.connection.transaction(|connection| end(connection, statement, &values))?)
    }

    fn fail_job(
        &mut self,
        id: &str,
        worker: &str,
        trouble: &str,
        again_at: Option<Timestamp>,
    ) -> Result<bool, KeepError> {
        let statement = "UPDATE job SET trouble = $3, worker = NULL, leased_until = NULL, \
                         due_at = coalesce($4, due_at), \
                         state = CASE WHEN $4 IS NULL OR attempts >= most_attempts THEN 'failed' ELSE 'waiting' END \
                         WHERE id = $1 AND worker = $2 AND state = 'waiting'";
        let statement = statement.replace("$4", "CAST($4 AS BIGINT)");
        let values = [id.into(), worker.into(), trouble.into(), again_at.into()];
        Ok(self.connection.transaction(|connection| end(connection, &statement, &values))?)
    }

    fn put_back_job(&mut self, id: &str, worker: &str, due_at: Timestamp) -> Result<bool, KeepError> {
        let statement = "UPDATE job SET worker = NULL, leased_until = NULL, due_at = $3, \
                         attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END, \
                         payload = coalesce(again_payload, payload), again_at = NULL, again_payload = NULL \
                         WHERE id = $1 AND worker = $2 AND state = 'waiting'";
        Ok(self.connection.execute(statement, &[id.into(), worker.into(), due_at.into()])? == 1)
    }

    fn extend_lease(&mut self, id: &str, worker: &str, until: Timestamp) -> Result<bool, KeepError> {
        let statement =
            "UPDATE job SET leased_until = $3 WHERE id = $1 AND worker = $2 AND state = 'waiting'";
        let touched = self.connection.execute(statement, &[id.into(), worker.into(), until.into()])?;
        Ok(touched == 1)
    }

    fn add_job(&mut self, job: &NewJob) -> Result<(), KeepError> {
        Ok(self.connection.transaction(|connection| add(connection, job))?)
    }

    fn retry_job(&mut self, operator: &str, id: &str, now: Timestamp) -> Result<bool, KeepError> {
        let statement = "UPDATE job SET state = 'waiting', attempts = 0, due_at = $3 \
                         WHERE operator = $1 AND id = $2 AND state = 'failed'";
        Ok(self.connection.execute(statement, &[operator.into(), id.into(), now.into()])? == 1)
    }

    fn jobs(&self, operator: &str, state: Option<JobState>, limit: usize) -> Result<Vec<Job>, KeepError> {
        let only = state.map_or_else(String::new, |state| format!("AND state = '{}'", state_word(state)));
        let asks = format!(
            "SELECT {COLUMNS} FROM job WHERE operator = $1 {only} ORDER BY due_at DESC, id DESC LIMIT $2"
        );
        let rows = self.connection.query(&asks, &[operator.into(), limit.into()])?;
        Ok(rows.into_iter().map(job).collect::<Result<_, _>>()?)
    }

    fn hurry_jobs(&mut self, now: Timestamp, leased: Timestamp) -> Result<u64, KeepError> {
        let statement = "UPDATE job SET due_at = CASE WHEN due_at > $1 THEN $1 ELSE due_at END, \
                         again_at = CASE WHEN again_at > $1 THEN $1 ELSE again_at END, \
                         leased_until = CASE WHEN leased_until > $2 THEN $2 ELSE leased_until END \
                         WHERE state = 'waiting' AND (due_at > $1 OR again_at > $1 OR leased_until > $2)";
        Ok(self.connection.execute(statement, &[now.into(), leased.into()])?)
    }

    fn forget_done_jobs(&mut self, before: Timestamp) -> Result<u64, KeepError> {
        let statement = "DELETE FROM job WHERE state = 'done' AND done_at < $1";
        Ok(self.connection.execute(statement, &[before.into()])?)
    }
}

/// What a worker may take: due, and leased by nobody any more.
const DUE: &str =
    "state = 'waiting' AND lane = $1 AND due_at <= $2 AND (leased_until IS NULL OR leased_until <= $2)";

fn any_due(connection: &Connection, lanes: &[Lane], now: Timestamp) -> Result<bool, SqlError> {
    for lane in lanes {
        let asks = format!("SELECT 1 FROM job WHERE {DUE} LIMIT 1");
        if connection.first(&asks, &[lane_number(*lane).into(), now.into()])?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The job of a lane that is next, held for this transaction so that two nodes never get the same.
fn next_due(connection: &Connection, lane: Lane, now: Timestamp) -> Result<Option<Job>, SqlError> {
    let held = match connection.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let asks = format!("SELECT {COLUMNS} FROM job WHERE {DUE} ORDER BY due_at, id LIMIT 1 {held}");
    let values = [lane_number(lane).into(), now.into()];
    connection.first(&asks, &values)?.map(job).transpose()
}

/// A job whose workers all went away without a word has failed: it may be what took them away.
fn abandon(connection: &Connection, job: &Job) -> Result<(), SqlError> {
    let statement =
        "UPDATE job SET state = 'failed', worker = NULL, leased_until = NULL, trouble = $2 WHERE id = $1";
    let trouble = job.trouble.clone().unwrap_or_else(|| text!("store-job-abandoned").to_string());
    connection.execute(statement, &[job.id.as_str().into(), trouble.into()])?;
    Ok(())
}

/// Ends a lease; whether it was still held.
fn end(connection: &Connection, statement: &str, values: &[Value]) -> Result<bool, SqlError> {
    let held = connection.execute(statement, values)? == 1;
    if held {
        connection.execute(ONCE_MORE, &values[..1])?;
    }
    Ok(held)
}

fn job(mut row: Row) -> Result<Job, SqlError> {
    let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Job {
        id: row.text()?,
        lane: lane(row.integer()?)?,
        kind: row.text()?,
        payload: row.text()?,
        operator: row.text()?,
        due_at: row.instant()?,
        attempts: small(row.integer()?),
        most_attempts: small(row.integer()?),
        state: state(&row.text()?)?,
        leased: match (row.maybe_text()?, row.maybe_instant()?) {
            (Some(worker), Some(until)) => Some((worker, until)),
            _ => None,
        },
        trouble: row.maybe_text()?,
    })
}

fn lane_number(lane: Lane) -> i64 {
    match lane {
        Lane::Waited => 0,
        Lane::Soon => 1,
        Lane::Bulk => 2,
    }
}

fn lane(number: i64) -> Result<Lane, SqlError> {
    let lanes = [Lane::Waited, Lane::Soon, Lane::Bulk];
    let found = lanes.into_iter().find(|lane| lane_number(*lane) == number);
    found.ok_or_else(|| error::unreadable_value().into())
}

fn state_word(state: JobState) -> &'static str {
    match state {
        JobState::Waiting => "waiting",
        JobState::Done => "done",
        JobState::Failed => "failed",
    }
}

fn state(word: &str) -> Result<JobState, SqlError> {
    let states = [JobState::Waiting, JobState::Done, JobState::Failed];
    let found = states.into_iter().find(|state| state_word(*state) == word);
    found.ok_or_else(|| error::unreadable_value().into())
}

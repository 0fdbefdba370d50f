//! Jobs: work that is done later, by whichever node is free, exactly as durable as what asked for it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::keep_error::KeepError;

/// Who waits for a job decides its lane: a lane is never held up by those behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// Somebody is waiting for it.
    Waited,
    /// Somebody should hear of it soon: webhooks, mail, seals.
    Soon,
    /// It may take the night: rescans, clean-up.
    Bulk,
}

/// A job to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// Its id: a job of an id that is waiting already is not added twice.
    pub id: String,
    /// In which lane.
    pub lane: Lane,
    /// What is to be done: a word its worker knows.
    pub kind: String,
    /// With what: JSON.
    pub payload: String,
    /// For which operator; empty: the installation.
    pub operator: String,
    /// Not before.
    pub due_at: Timestamp,
    /// How often it is tried at most.
    pub most_attempts: u32,
}

/// A job as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// In which lane.
    pub lane: Lane,
    /// What is to be done.
    pub kind: String,
    /// With what: JSON.
    pub payload: String,
    /// For which operator; empty: the installation.
    pub operator: String,
    /// Not before.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// How often it is tried at most.
    pub most_attempts: u32,
    /// How it stands.
    pub state: JobState,
    /// Who works on it, until when.
    pub leased: Option<(String, Timestamp)>,
    /// What went wrong the last time.
    pub trouble: Option<String>,
}

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JobState {
    /// It waits for its turn, or works under a lease.
    Waiting,
    /// It is done.
    Done,
    /// It was tried as often as it may be; a person can have it tried again.
    Failed,
}

/// The queue of jobs, as workers see it.
pub trait Jobs {
    /// Takes the most urgent job that is due and not leased, and leases it until then. Two nodes never get the same.
    fn lease_job(
        &mut self,
        worker: &str,
        lanes: &[Lane],
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Job>, KeepError>;

    /// Says the job is done. `false`: the lease was lost meanwhile, and another worker has it.
    fn finish_job(&mut self, id: &str, worker: &str, now: Timestamp) -> Result<bool, KeepError>;

    /// Says it went wrong: it is tried again at that time, or has failed when there is none.
    fn fail_job(
        &mut self,
        id: &str,
        worker: &str,
        trouble: &str,
        again_at: Option<Timestamp>,
    ) -> Result<bool, KeepError>;

    /// Gives a job back that was not begun, until then: it was not tried, and what it was asked for meanwhile counts. `false`: the
    /// lease was lost.
    fn put_back_job(&mut self, id: &str, worker: &str, due_at: Timestamp) -> Result<bool, KeepError>;

    /// Keeps a lease for longer. `false`: it was lost.
    fn extend_lease(&mut self, id: &str, worker: &str, until: Timestamp) -> Result<bool, KeepError>;

    /// Adds a job that no change asks for: the worker's own rhythm.
    fn add_job(&mut self, job: &NewJob) -> Result<(), KeepError>;

    /// Has a failed job tried again.
    fn retry_job(&mut self, operator: &str, id: &str, now: Timestamp) -> Result<bool, KeepError>;

    /// The jobs of an operator, newest due first, at most `limit`; those of one state where it is given.
    fn jobs(&self, operator: &str, state: Option<JobState>, limit: usize) -> Result<Vec<Job>, KeepError>;

    /// Makes due now what waits for a later time, and no lease longer than until `leased`: the clock that said those times was
    /// set back, and nothing waits for it to catch up. How many jobs that was.
    fn hurry_jobs(&mut self, now: Timestamp, leased: Timestamp) -> Result<u64, KeepError>;

    /// Takes away jobs that were done before then.
    fn forget_done_jobs(&mut self, before: Timestamp) -> Result<u64, KeepError>;
}

//! The jobs that ask those who attest: one for each, when there is something new and it is time.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{
    Attested, Job, JobState, LATEST_ATTESTATIONS, Lane, LatestAttestations, NewJob, SystemOfRecord,
};
use serde::{Deserialize, Serialize};

use super::attestations::attestors;
use super::checkpoint_to_attest::checkpoint_to_attest;
use crate::error::ActionError;
use crate::notices::MOST_ATTEMPTS;
use crate::record::kept_noun;
use crate::unreadable_job::unreadable_job;

/// The kind of job that has the checkpoint time-stamped.
pub const STAMP: &str = "stamp-checkpoint";

/// The kind of job that has the checkpoint cosigned by a witness.
pub const COSIGN: &str = "cosign-checkpoint";

/// Jobs of the installation that are looked at.
const LOOKED_AT: usize = 200;

/// Which witness to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CosignWork {
    /// Its name.
    pub witness: String,
}

impl CosignWork {
    /// What this job is about.
    pub fn of(job: &Job) -> Result<Self, ActionError> {
        serde_json::from_str(&job.payload).map_err(|error| unreadable_job(job, &error))
    }
}

/// The jobs to be added now. None for those already waiting, nor for those that were given up a while ago: they come back
/// after as long as between two attestations.
pub fn attestation_jobs(now: Timestamp, keeping: &dyn SystemOfRecord) -> Result<Vec<NewJob>, ActionError> {
    let settings = attestors(keeping)?;
    if settings.authority.is_none() && settings.witnesses.is_empty() {
        return Ok(Vec::new());
    }
    let Some(sealed) = checkpoint_to_attest(keeping)? else { return Ok(Vec::new()) };
    let latest = kept_noun::<LatestAttestations>(keeping, "", LATEST_ATTESTATIONS)?;
    let latest = latest.map(|kept| kept.noun).unwrap_or_default();
    let pause = SignedDuration::from_mins(settings.every_minutes.into());
    let is_due = |attested: Option<&Attested>| {
        attested.is_none_or(|attested| {
            // A clock that was set back makes nothing wait for it to catch up.
            let waited = now.duration_since(attested.kept_at);
            attested.size < sealed.size && (waited >= pause || waited < SignedDuration::ZERO)
        })
    };
    let mut jobs = Vec::new();
    if settings.authority.is_some() && is_due(latest.stamped.as_ref()) {
        jobs.push(job(STAMP.to_owned(), STAMP, "{}".to_owned(), now));
    }
    for witness in &settings.witnesses {
        if is_due(latest.witnessed.get(&witness.key)) {
            let name = witness.key.split('+').next().unwrap_or_default().to_owned();
            let id = format!("{COSIGN} {name}");
            let payload = serde_json::to_string(&CosignWork { witness: name }).expect("a name becomes JSON");
            jobs.push(job(id, COSIGN, payload, now));
        }
    }
    if jobs.is_empty() {
        return Ok(jobs);
    }
    let there = keeping.jobs("", None, LOOKED_AT)?;
    let rests = |new: &NewJob| {
        there.iter().filter(|old| old.id == new.id).any(|old| match old.state {
            JobState::Waiting => true,
            JobState::Failed => (SignedDuration::ZERO..pause).contains(&now.duration_since(old.due_at)),
            JobState::Done => false,
        })
    };
    jobs.retain(|new| !rests(new));
    Ok(jobs)
}

/// In the lane of what may take the night: somebody who does not answer holds up nothing that anybody waits for.
fn job(id: String, kind: &str, payload: String, now: Timestamp) -> NewJob {
    NewJob {
        id,
        lane: Lane::Bulk,
        kind: kind.to_owned(),
        payload,
        operator: String::new(),
        due_at: now,
        most_attempts: MOST_ATTEMPTS,
    }
}

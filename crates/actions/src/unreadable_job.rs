//! A job whose payload is not what its kind says: damaged, or of another version of the program.

use proofmark_facts::Job;
use proofmark_text::text;

use crate::error::ActionError;

/// Says so, with the job's id.
pub(crate) fn unreadable_job(job: &Job, error: &serde_json::Error) -> ActionError {
    ActionError::Damaged(text!("record-job-unreadable", id = &job.id, error = error.to_string()))
}

//! Deliveries as they are kept for a while: which event, to which webhook, how each attempt ended.
//!
//! They prove nothing, so they are in no ledger and pass after a month. What lists them is the queue of jobs.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::Right;
use proofmark_facts::{Event, Job, Passing, SystemOfRecord};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::ActionError;
use crate::products::ChangeOrder;

/// What a delivery is called among jobs and among what passes.
pub const DELIVER: &str = "deliver";

/// For how long deliveries are kept.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The most attempts that are shown: the oldest go first.
const MOST_SHOWN: usize = 30;

/// The most bytes of a receiver's answer that are shown.
const MOST_EXCERPT: usize = 2048;

/// The most jobs that are looked through for deliveries.
const MOST_JOBS: usize = 5000;

/// A delivery: an event on its way to a webhook, or there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KeptDelivery {
    /// The webhook's id.
    pub webhook: String,
    /// The event.
    pub event: Event,
    /// Each attempt, oldest first.
    pub attempts: Vec<DeliveryAttempt>,
}

/// How one attempt ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeliveryAttempt {
    /// When.
    pub at: Timestamp,
    /// The receiver's status; absent: there was no answer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<u16>,
    /// The beginning of the receiver's answer, or why there was none.
    pub said: String,
}

/// The work of a delivery's job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DeliveryWork {
    pub(crate) webhook: String,
    pub(crate) event: Event,
}

impl DeliveryAttempt {
    /// An attempt with an answer of this kind. What cannot be shown on a page is left out of it.
    pub(crate) fn answered(at: Timestamp, status: u16, excerpt: &[u8]) -> Self {
        let excerpt = &excerpt[..excerpt.len().min(MOST_EXCERPT)];
        let said = String::from_utf8_lossy(excerpt);
        let shown = said.chars().filter(|letter| *letter == '\n' || !letter.is_control());
        Self { at, status: Some(status), said: shown.collect() }
    }

    /// Whether the receiver took it.
    pub fn succeeded(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

/// The job's id, which is the delivery's.
pub(crate) fn delivery_id(webhook: &str, event: &str) -> String {
    format!("{DELIVER} {webhook} {event}")
}

/// One delivery, for somebody who may change settings; `None`: there is none, or not any more.
pub fn delivery(
    order: &ChangeOrder<'_>,
    operator: &str,
    webhook: &str,
    event: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<KeptDelivery>, ActionError> {
    order.demand(Right::ManageSettings, operator, None)?;
    kept_delivery(operator, webhook, event, order.at, keeping)
}

/// The deliveries of a webhook with their jobs, newest first, at most `limit`.
pub fn deliveries(
    order: &ChangeOrder<'_>,
    operator: &str,
    webhook: &str,
    limit: usize,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<(Job, Option<KeptDelivery>)>, ActionError> {
    order.demand(Right::ManageSettings, operator, None)?;
    let begins = format!("{DELIVER} {webhook} ");
    let jobs = keeping.jobs(operator, None, MOST_JOBS)?;
    let mine = jobs.into_iter().filter(|job| job.kind == DELIVER && job.id.starts_with(&begins)).take(limit);
    mine.map(|job| {
        let event = job.id.strip_prefix(&begins).unwrap_or_default().to_owned();
        Ok((job, kept_delivery(operator, webhook, &event, order.at, keeping)?))
    })
    .collect()
}

pub(crate) fn kept_delivery(
    operator: &str,
    webhook: &str,
    event: &str,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<KeptDelivery>, ActionError> {
    let key = passing_key(operator, webhook, event);
    let Some(passing) = keeping.passing(DELIVER, &key, now)? else { return Ok(None) };
    serde_json::from_str(&passing.content).map(Some).map_err(|error| {
        ActionError::Damaged(text!("record-job-unreadable", id = key, error = error.to_string()))
    })
}

/// Keeps one more attempt.
pub(crate) fn note_attempt(
    operator: &str,
    work: &DeliveryWork,
    attempt: DeliveryAttempt,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let at = attempt.at;
    let kept = kept_delivery(operator, &work.webhook, &work.event.id, at, keeping)?;
    let mut attempts = kept.map(|kept| kept.attempts).unwrap_or_default();
    attempts.push(attempt);
    let first = attempts.len().saturating_sub(MOST_SHOWN);
    let delivery = KeptDelivery {
        webhook: work.webhook.clone(),
        event: work.event.clone(),
        attempts: attempts.split_off(first),
    };
    keeping.put_passing(&Passing {
        kind: DELIVER.to_owned(),
        key: passing_key(operator, &work.webhook, &work.event.id),
        content: serde_json::to_string(&delivery).expect("a delivery becomes JSON"),
        expires_at: at.saturating_add(KEPT_FOR).unwrap_or(at),
    })?;
    Ok(())
}

fn passing_key(operator: &str, webhook: &str, event: &str) -> String {
    format!("{operator}/{webhook}/{event}")
}

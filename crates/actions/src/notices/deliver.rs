//! Delivers an event to a webhook: one attempt, kept with how it ended. What fails for long is not tried for ever.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::Secret;
use proofmark_facts::{Job, Passing, SystemOfRecord, WebhookRecord};
use proofmark_text::{Text, text};

use crate::error::ActionError;
use crate::notices::backoff::again_at;
use crate::notices::delivery::{DeliveryAttempt, DeliveryWork, note_attempt};
use crate::notices::disable_webhook::disable_webhook;
use crate::notices::post::{Parcel, Post, Reply};
use crate::notices::strongbox::{Strongbox, opened, webhook_purpose};
use crate::products::ChangeOrder;
use crate::record::kept_noun;
use crate::unreadable_job::unreadable_job;

/// For how long a webhook may fail, whatever is sent there, before nothing is sent any more.
const PATIENCE: SignedDuration = SignedDuration::from_hours(5 * 24);

/// Since when a webhook fails is kept this long after the last failure.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Where it is kept since when a webhook fails.
const FAILING: &str = "webhook-failing";

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Delivered {
    /// The receiver took it, or there is nobody to take it any more.
    Done,
    /// It failed: for this reason, to be tried again at that time, or given up.
    Failed(Text, Option<Timestamp>),
}

/// A delivery on its way: everything an attempt needs, so that no store is held while a receiver is waited for.
pub struct DeliveryErrand {
    work: DeliveryWork,
    operator: String,
    url: String,
    secrets: Vec<Secret>,
    at: Timestamp,
}

/// What came of an attempt.
#[derive(Debug, Clone)]
pub struct Carried {
    attempt: DeliveryAttempt,
    not_before: Option<Timestamp>,
    trouble: Option<Text>,
}

/// Makes one attempt. `chance` is drawn at random: it spreads those who failed together.
pub fn deliver(
    order: &ChangeOrder<'_>,
    job: &Job,
    chance: u32,
    post: &dyn Post,
    strongbox: &dyn Strongbox,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Delivered, ActionError> {
    let Some(errand) = begin_delivery(order, job, strongbox, keeping)? else { return Ok(Delivered::Done) };
    let carried = errand.carry(post);
    end_delivery(order, job, chance, &errand, carried, keeping)
}

/// What is to be carried where; `None`: the webhook was removed or switched off meanwhile, and nobody waits for it.
pub fn begin_delivery(
    order: &ChangeOrder<'_>,
    job: &Job,
    strongbox: &dyn Strongbox,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<DeliveryErrand>, ActionError> {
    let work: DeliveryWork =
        serde_json::from_str(&job.payload).map_err(|error| unreadable_job(job, &error))?;
    let Some(webhook) = in_use(&job.operator, &work, keeping)? else { return Ok(None) };
    let secrets = secrets(&webhook, &job.operator, order.at, strongbox)?;
    Ok(Some(DeliveryErrand { work, operator: job.operator.clone(), url: webhook.url, secrets, at: order.at }))
}

impl DeliveryErrand {
    /// Carries it, however long that takes. Nothing of the record is read or written meanwhile.
    pub fn carry(&self, post: &dyn Post) -> Carried {
        let body = serde_json::to_vec(&self.work.event).expect("an event becomes JSON");
        let parcel = Parcel {
            url: &self.url,
            id: &self.work.event.id,
            at: self.at,
            body: &body,
            secrets: &self.secrets,
        };
        let ended = post.deliver(&parcel);
        let (attempt, not_before) = attempt(self.at, &ended);
        Carried { attempt, not_before, trouble: ended.err() }
    }
}

/// Keeps how an attempt ended, and says what is next.
pub fn end_delivery(
    order: &ChangeOrder<'_>,
    job: &Job,
    chance: u32,
    errand: &DeliveryErrand,
    carried: Carried,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Delivered, ActionError> {
    let DeliveryErrand { work, operator, .. } = errand;
    let Carried { attempt, not_before, trouble } = carried;
    let key = format!("{operator}/{}", work.webhook);
    note_attempt(operator, work, attempt.clone(), keeping)?;
    if attempt.succeeded() {
        keeping.take_passing(FAILING, &key, order.at)?;
        return Ok(Delivered::Done);
    }
    // Removed or switched off while it was on its way.
    if in_use(operator, work, keeping)?.is_none() {
        return Ok(Delivered::Done);
    }
    let status = u32::from(attempt.status.unwrap_or_default());
    let why = trouble.unwrap_or_else(|| text!("courier-delivery-status", status = status));
    // Gone for good is what 410 says (RFC 9110 section 15.5.11; Standard Webhooks asks that it be heeded).
    let gone = attempt.status == Some(410);
    if gone || failing_for_long(&key, order.at, keeping)? {
        disable_webhook(order, operator, &work.webhook, keeping)?;
        return Ok(Delivered::Failed(why, None));
    }
    let again = again_at(job.attempts, order.at, chance);
    Ok(Delivered::Failed(why, again.map(|at| not_before.map_or(at, |least| at.max(least)))))
}

fn in_use(
    operator: &str,
    work: &DeliveryWork,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<WebhookRecord>, ActionError> {
    let kept = kept_noun::<WebhookRecord>(keeping, operator, &work.webhook)?;
    Ok(kept.map(|kept| kept.noun).filter(|webhook| webhook.disabled.is_none()))
}

fn attempt(at: Timestamp, ended: &Result<Reply, Text>) -> (DeliveryAttempt, Option<Timestamp>) {
    match ended {
        Ok(reply) => (DeliveryAttempt::answered(at, reply.status, &reply.excerpt), reply.not_before),
        Err(says) => (DeliveryAttempt { at, status: None, said: says.to_string() }, None),
    }
}

/// The secrets that are in use, opened. One that was replaced is used until its day is over.
fn secrets(
    webhook: &WebhookRecord,
    operator: &str,
    now: Timestamp,
    strongbox: &dyn Strongbox,
) -> Result<Vec<Secret>, ActionError> {
    let purpose = webhook_purpose(operator, &webhook.id);
    let in_use = webhook.secrets.iter().filter(|secret| secret.until.is_none_or(|until| now < until));
    in_use.map(|secret| opened(strongbox, &purpose, secret)).collect()
}

/// Notes that it fails, and says whether it has for longer than anybody should wait.
fn failing_for_long(
    key: &str,
    now: Timestamp,
    keeping: &mut dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let kept = keeping.passing(FAILING, key, now)?;
    let since = kept.and_then(|passing| passing.content.parse::<Timestamp>().ok()).unwrap_or(now);
    keeping.put_passing(&Passing {
        kind: FAILING.to_owned(),
        key: key.to_owned(),
        content: since.to_string(),
        expires_at: now.saturating_add(REMEMBERED).unwrap_or(now),
    })?;
    Ok(now.duration_since(since) >= PATIENCE)
}

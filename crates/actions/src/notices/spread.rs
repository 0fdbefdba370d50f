//! Spreads an event: a delivery for each webhook that asks for it, a letter for each person who should hear of it at once.

use jiff::SignedDuration;
use proofmark_facts::{
    Event, EventData, Job, LETTER_WISH, Lane, LetterWish, MAIL_SETTINGS, MailSettings, NewJob, RecordKind,
    SystemOfRecord, WebhookRecord,
};

use crate::error::ActionError;
use crate::notices::backoff::MOST_ATTEMPTS;
use crate::notices::delivery::{DELIVER, DeliveryWork, delivery_id};
use crate::notices::digest::urgent_letter;
use crate::notices::letter::letter_job;
use crate::notices::webhook_change::MOST_WEBHOOKS;
use crate::products::ChangeOrder;
use crate::record::{kept_noun, noun_of};
use crate::unreadable_job::unreadable_job;

/// The most people of an operator who get letters.
pub(crate) const MOST_WISHES: usize = 500;

/// The most urgent letters a person gets in an hour: what is more is in the next summary.
const MOST_URGENT: u64 = 5;

/// Adds a job for each receiver; says how many. Done twice it adds none twice.
pub fn spread(
    order: &ChangeOrder<'_>,
    job: &Job,
    keeping: &mut dyn SystemOfRecord,
) -> Result<usize, ActionError> {
    let event: Event = serde_json::from_str(&job.payload).map_err(|error| unreadable_job(job, &error))?;
    let mut jobs = Vec::new();
    for record in keeping.records(&job.operator, RecordKind::Webhook, "", MOST_WEBHOOKS)? {
        let webhook = noun_of::<WebhookRecord>(&record)?.noun;
        if webhook.wants(event.what.kind()) {
            jobs.push(delivery_job(&job.operator, &webhook.id, &event, order.at));
        }
    }
    if is_urgent(&event.what) && kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)?.is_some() {
        for wish in wishes(&job.operator, keeping)? {
            if wish.urgent_at_once && may_be_written_to(order, &job.operator, &wish, keeping)? {
                jobs.push(letter_job(&job.operator, &urgent_letter(&event, &wish), order.at));
            }
        }
    }
    for job in &jobs {
        keeping.add_job(job)?;
    }
    Ok(jobs.len())
}

/// A delivery to be made from now on.
pub(crate) fn delivery_job(operator: &str, webhook: &str, event: &Event, now: jiff::Timestamp) -> NewJob {
    let work = DeliveryWork { webhook: webhook.to_owned(), event: event.clone() };
    NewJob {
        id: delivery_id(webhook, &event.id),
        lane: Lane::Soon,
        kind: DELIVER.to_owned(),
        payload: serde_json::to_string(&work).expect("an event becomes JSON"),
        operator: operator.to_owned(),
        due_at: now,
        most_attempts: MOST_ATTEMPTS,
    }
}

/// What people of an operator want to be told by letter.
pub(crate) fn wishes(operator: &str, keeping: &dyn SystemOfRecord) -> Result<Vec<LetterWish>, ActionError> {
    let records = keeping.records(operator, RecordKind::Setting, LETTER_WISH, MOST_WISHES)?;
    let mine = records.iter().take_while(|record| record.key.id.starts_with(LETTER_WISH));
    mine.map(|record| Ok(noun_of::<LetterWish>(record)?.noun)).collect()
}

fn is_urgent(what: &EventData) -> bool {
    match what {
        EventData::GateClosed(_) | EventData::ProposalWaiting(_) | EventData::WebhookDisabled(_) => true,
        EventData::FindingsNew(new) => new.exploited > 0,
        _ => false,
    }
}

fn may_be_written_to(
    order: &ChangeOrder<'_>,
    operator: &str,
    wish: &LetterWish,
    keeping: &mut dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let until = order.at.saturating_add(SignedDuration::from_hours(1)).unwrap_or(order.at);
    let key = format!("{operator}/{}", wish.account);
    Ok(keeping.count_passing("urgent-letter", &key, order.at, until)? <= MOST_URGENT)
}

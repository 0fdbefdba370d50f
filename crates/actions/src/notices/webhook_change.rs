//! A webhook as its record will say it: checked, and written with the line that says who changed it.

use proofmark_access::Right;
use proofmark_facts::{EventKind, NewJob, Place, Problem, RecordWrite, SystemOfRecord, WebhookRecord};
use proofmark_text::{Text, text};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::notices::post::Post;
use crate::products::ChangeOrder;
use crate::record::{KeptNoun, kept_noun};

/// The longest name, in bytes.
const LONGEST_NAME: usize = 200;

/// The most webhooks of an operator: each gets every event it asks for.
pub(crate) const MOST_WEBHOOKS: usize = 50;

/// Whom the lines about settings are about.
pub(crate) fn settings_subject(operator: &str) -> String {
    format!("{operator}/settings")
}

/// The webhook of this id, for somebody who may change it.
pub(crate) fn kept_webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<KeptNoun<WebhookRecord>, ActionError> {
    order.demand(Right::ManageSettings, operator, None)?;
    let kept = kept_noun::<WebhookRecord>(keeping, operator, id)?;
    kept.ok_or_else(|| ActionError::NotFound(text!("courier-no-such-webhook", id = id)))
}

/// Everything that is wrong with it.
pub(crate) fn check(name: &str, url: &str, events: &[EventKind], post: &dyn Post) -> Result<(), ActionError> {
    let mut says: Vec<(&str, Text)> = Vec::new();
    if name.trim().is_empty() || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
        says.push(("name", text!("courier-webhook-name", most = LONGEST_NAME)));
    }
    if events.is_empty() {
        says.push(("events", text!("courier-webhook-no-events")));
    }
    if let Err(why) = post.check_url(url) {
        says.push(("url", why));
    }
    if says.is_empty() {
        return Ok(());
    }
    let problem = |(place, says)| Problem::error(Place::at(place), says);
    Err(ActionError::Refused(says.into_iter().map(problem).collect()))
}

/// Keeps the writes and the jobs with one line.
pub(crate) fn keep_setting(
    order: &ChangeOrder<'_>,
    action: &str,
    operator: &str,
    records: Vec<RecordWrite>,
    jobs: Vec<NewJob>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let subject = settings_subject(operator);
    let line = LineDraft {
        subject: &subject,
        at: order.at,
        by: &order.by.name,
        action,
        documents: Vec::new(),
        outcome: None,
        with: order.with,
    };
    let mut entry = Entry::of_documents(line, operator, Vec::new());
    entry.records = records;
    entry.jobs = jobs;
    entry.keep(keeping)?;
    Ok(())
}

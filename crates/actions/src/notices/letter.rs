//! Letters: written when something is to be told, sent by a job of their own.

use jiff::Timestamp;
use proofmark_access::Secret;
use proofmark_facts::{Job, Lane, MAIL_SETTINGS, MailSettings, NewJob, Sha256, SystemOfRecord};

use crate::error::ActionError;
use crate::notices::backoff::{MOST_ATTEMPTS, again_at};
use crate::notices::deliver::Delivered;
use crate::notices::post::{Letter, Post};
use crate::notices::strongbox::{MAIL_PURPOSE, Strongbox, opened};
use crate::products::ChangeOrder;
use crate::record::kept_noun;
use crate::unreadable_job::unreadable_job;

/// What a letter is called among the jobs.
pub const LETTER: &str = "letter";

/// The job that sends a letter.
pub(crate) fn letter_job(operator: &str, letter: &Letter, now: Timestamp) -> NewJob {
    NewJob {
        id: format!("{LETTER} {}", letter.id),
        lane: Lane::Soon,
        kind: LETTER.to_owned(),
        payload: serde_json::to_string(letter).expect("strings and a time become JSON"),
        operator: operator.to_owned(),
        due_at: now,
        most_attempts: MOST_ATTEMPTS,
    }
}

/// An id that the same occasion and person always give, and that tells nothing of either.
pub(crate) fn letter_id(occasion: &str, operator: &str, account: &str) -> String {
    let digits = Sha256::of(format!("{occasion}\0{operator}\0{account}").as_bytes()).to_string();
    digits.chars().take(32).collect()
}

/// A letter on its way, with the server that takes it: no store is held while that is waited for.
pub struct LetterErrand {
    letter: Letter,
    server: MailSettings,
    password: Option<Secret>,
}

/// Sends a letter, once. Where the mail settings are gone there is nothing to send it with, nor anybody to tell.
pub fn send_letter(
    order: &ChangeOrder<'_>,
    job: &Job,
    chance: u32,
    post: &dyn Post,
    strongbox: &dyn Strongbox,
    keeping: &dyn SystemOfRecord,
) -> Result<Delivered, ActionError> {
    let errand = begin_letter(job, strongbox, keeping)?;
    Ok(errand.map_or(Delivered::Done, |errand| errand.carry(order, job, chance, post)))
}

/// What is to be sent through which server; `None`: there is none.
pub fn begin_letter(
    job: &Job,
    strongbox: &dyn Strongbox,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<LetterErrand>, ActionError> {
    let letter: Letter = serde_json::from_str(&job.payload).map_err(|error| unreadable_job(job, &error))?;
    let Some(kept) = kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)? else { return Ok(None) };
    let password = match &kept.noun.password {
        Some(sealed) => Some(opened(strongbox, MAIL_PURPOSE, sealed)?),
        None => None,
    };
    Ok(Some(LetterErrand { letter, server: kept.noun, password }))
}

impl LetterErrand {
    /// Hands it to the server, however long that takes, and says what is next.
    pub fn carry(&self, order: &ChangeOrder<'_>, job: &Job, chance: u32, post: &dyn Post) -> Delivered {
        match post.mail(&self.server, self.password.as_ref(), &self.letter) {
            Ok(()) => Delivered::Done,
            Err(why) => Delivered::Failed(why, again_at(job.attempts, order.at, chance)),
        }
    }
}

//! Sends whoever keeps the mail settings a letter, so that they see whether letters arrive.

use proofmark_access::{Account, Right};
use proofmark_facts::{Job, MAIL_SETTINGS, MailSettings, SystemOfRecord};
use proofmark_text::{Language, text};

use crate::error::ActionError;
use crate::notices::letter::{LETTER, letter_id, letter_job};
use crate::notices::post::{Letter, Post};
use crate::notices::webhook_change::keep_setting;
use crate::products::ChangeOrder;
use crate::record::kept_noun;

/// What the id of a test letter's job begins with.
const TEST: &str = "letter test-";

/// The most jobs that are looked through for test letters.
const MOST_JOBS: usize = 1000;

/// Writes the letter and adds the job that sends it, with one line of the ledger. Gives the address it goes to: that
/// of the account of whoever asks, and no other.
pub fn send_test_letter(
    order: &ChangeOrder<'_>,
    language: Language,
    post: &dyn Post,
    keeping: &mut dyn SystemOfRecord,
) -> Result<String, ActionError> {
    order.demand(Right::ManageSettings, "", None)?;
    if kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)?.is_none() {
        return Err(ActionError::Forbidden(text!("desk-mail-none")));
    }
    let account = kept_noun::<Account>(keeping, "", &order.by.name)?;
    let address = account.and_then(|kept| kept.noun.email).filter(|email| post.is_address(email));
    let to = address.ok_or_else(|| ActionError::Forbidden(text!("desk-no-address")))?;
    let letter = Letter {
        id: format!("test-{}", letter_id(&format!("test {}", order.at), "", &order.by.name)),
        at: order.at,
        to: to.clone(),
        subject: text!("desk-test-subject").in_language(language),
        text: text!("desk-test-letter", by = &order.by.name, with = order.with).in_language(language),
    };
    debug_assert!(TEST.starts_with(LETTER));
    let job = letter_job("", &letter, order.at);
    keep_setting(order, "send-test-letter", "", vec![], vec![job], keeping)?;
    Ok(to)
}

/// The jobs of the last test letters, newest first: whether each went, and if not, why.
pub fn test_letters(
    order: &ChangeOrder<'_>,
    limit: usize,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Job>, ActionError> {
    order.demand(Right::ManageSettings, "", None)?;
    let jobs = keeping.jobs("", None, MOST_JOBS)?;
    Ok(jobs.into_iter().filter(|job| job.id.starts_with(TEST)).take(limit).collect())
}

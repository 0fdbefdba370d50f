//! Sends the digests that are due: a letter to each person who wants one, once a day or once a week.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{LetterRhythm, LetterWish, MAIL_SETTINGS, MailSettings, Passing, SystemOfRecord};
use serde::{Deserialize, Serialize};

use crate::error::ActionError;
use crate::notices::digest::{digest, digest_letter};
use crate::notices::letter::letter_job;
use crate::notices::spread::wishes;
use crate::products::ChangeOrder;
use crate::record::{kept_noun, operator_ids};

/// By how much the clock must have gone back since the last letter: the clocks of nodes may differ by less.
const SET_BACK: SignedDuration = SignedDuration::from_hours(1);

/// What the job is called that looks for digests that are due.
pub const DIGESTS: &str = "digests";

/// Where it is kept up to where somebody was told.
const TOLD: &str = "digest";

/// From which hour (UTC) a day's letter is sent.
const HOUR: i8 = 5;

/// For how long it is remembered up to where somebody was told.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Up to where somebody was told, and when.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Told {
    next: u64,
    at: Timestamp,
}

/// Adds a job for each letter that is due; says how many. Where no mail server is named, none is.
pub fn send_digests(order: &ChangeOrder<'_>, keeping: &mut dyn SystemOfRecord) -> Result<usize, ActionError> {
    if kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)?.is_none() {
        return Ok(0);
    }
    let mut sent = 0;
    for operator in operator_ids(keeping)? {
        for wish in wishes(&operator, keeping)? {
            sent += usize::from(send_if_due(order, &operator, &wish, keeping)?);
        }
    }
    Ok(sent)
}

fn send_if_due(
    order: &ChangeOrder<'_>,
    operator: &str,
    wish: &LetterWish,
    keeping: &mut dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let key = format!("{operator}/{}", wish.account);
    let told = keeping.passing(TOLD, &key, order.at)?;
    let told: Option<Told> = told.and_then(|passing| serde_json::from_str(&passing.content).ok());
    let Some(told) = told else {
        // Whoever has just begun to listen hears of what comes, not of everything that ever was.
        remember(&key, keeping.ledger_size()?, order.at, keeping)?;
        return Ok(false);
    };
    if told.at.duration_since(order.at) > SET_BACK {
        // Nobody waits for the clock to catch up, and nobody is told twice: the next letter is that of the next day.
        remember(&key, told.next, order.at, keeping)?;
        return Ok(false);
    }
    if !is_due(wish.rhythm, told.at, order.at) {
        return Ok(false);
    }
    let digest = digest(operator, told.next, keeping)?;
    let silent = digest.done.is_empty() && !wish.also_when_nothing_is_new;
    if !silent {
        keeping.add_job(&letter_job(
            operator,
            &digest_letter(&digest, operator, wish, order.at),
            order.at,
        ))?;
    }
    remember(&key, digest.next, order.at, keeping)?;
    Ok(!silent)
}

fn remember(
    key: &str,
    next: u64,
    at: Timestamp,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    keeping.put_passing(&Passing {
        kind: TOLD.to_owned(),
        key: key.to_owned(),
        content: serde_json::to_string(&Told { next, at }).expect("a number and a time become JSON"),
        expires_at: at.saturating_add(REMEMBERED).unwrap_or(at),
    })?;
    Ok(())
}

/// Once on each day, or each Monday, from the hour on.
fn is_due(rhythm: LetterRhythm, told_at: Timestamp, now: Timestamp) -> bool {
    let shifted =
        |at: Timestamp| at.to_zoned(TimeZone::UTC).datetime().saturating_sub(jiff::Span::new().hours(HOUR));
    let (last, today) = (shifted(told_at).date(), shifted(now).date());
    match rhythm {
        LetterRhythm::Never => false,
        LetterRhythm::Daily => last < today,
        LetterRhythm::Weekly => {
            // The Monday on or before that day.
            let monday = |day: jiff::civil::Date| {
                let back = i64::from(day.weekday().since(Weekday::Monday));
                day.saturating_sub(jiff::Span::new().days(back))
            };
            monday(last) < monday(today)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(rhythm: LetterRhythm, told: &str, now: &str) -> bool {
        is_due(rhythm, told.parse().unwrap(), now.parse().unwrap())
    }

    #[test]
    fn once_a_day_from_the_hour_on() {
        let daily = |told, now| due(LetterRhythm::Daily, told, now);
        assert!(!daily("2026-11-21T05:01:00Z", "2026-11-21T23:00:00Z"));
        assert!(!daily("2026-11-21T05:01:00Z", "2026-11-22T04:59:00Z"));
        assert!(daily("2026-11-21T05:01:00Z", "2026-11-22T05:00:00Z"));
        assert!(daily("2026-11-21T04:00:00Z", "2026-11-21T05:00:00Z"));
        assert!(!due(LetterRhythm::Never, "2020-01-01T00:00:00Z", "2026-11-21T05:00:00Z"));
    }

    #[test]
    fn once_a_week_on_monday_or_as_soon_as_can_be_after_it() {
        // 2026-11-23 is a Monday.
        let weekly = |told, now| due(LetterRhythm::Weekly, told, now);
        assert!(!weekly("2026-11-18T05:00:00Z", "2026-11-22T23:00:00Z"));
        assert!(weekly("2026-11-18T05:00:00Z", "2026-11-23T05:00:00Z"));
        assert!(!weekly("2026-11-23T05:00:00Z", "2026-11-29T05:00:00Z"));
        assert!(weekly("2026-11-10T05:00:00Z", "2026-11-19T05:00:00Z"));
    }

    #[test]
    fn a_clock_set_back_sends_nothing_twice() {
        assert!(!due(LetterRhythm::Daily, "2026-11-21T06:00:00Z", "2026-11-20T06:00:00Z"));
    }
}

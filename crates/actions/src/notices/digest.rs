//! Digests: one letter that says what happened since the last one, instead of a letter for each thing.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_facts::{Event, EventData, LetterWish, Portfolio, Seen, SystemOfRecord};
use proofmark_text::{Language, Text, text};

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::notices::event_register::event_name;
use crate::notices::letter::letter_id;
use crate::notices::post::Letter;
use crate::subject::operator_of;

/// The most lines of the ledger that one digest looks at; of more it says that there were more.
const MOST_LINES: u64 = 20_000;

/// How many lines are read at a time.
const BATCH: usize = 500;

/// The most things that are listed.
const MOST_LISTED: usize = 40;

/// What happened to an operator's record between two places of the ledger, and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// How often each thing was done to what: subject, action and outcome, with its count.
    pub done: Vec<(String, u64)>,
    /// How many things more there were than are listed.
    pub more: u64,
    /// Where the next digest begins.
    pub next: u64,
    /// How the operator's products stand.
    pub portfolio: Portfolio,
}

/// Gathers what happened from this line of the ledger on.
pub fn digest(operator: &str, from: u64, keeping: &dyn SystemOfRecord) -> Result<Digest, ActionError> {
    let size = keeping.ledger_size()?;
    let mut at = from.max(size.saturating_sub(MOST_LINES)).min(size);
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    while at < size {
        let lines = keeping.lines(at, BATCH)?;
        let Some(last) = lines.last() else { break };
        at = last.index + 1;
        for line in lines {
            // A line that cannot be read is the verification's to report, not the digest's.
            let Ok(line) = LedgerLine::parse(&line.bytes) else { continue };
            if operator_of(&line.subject) == operator {
                *counts.entry(what_was_done(&line)).or_default() += 1;
            }
        }
    }
    let mut done: Vec<(String, u64)> = counts.into_iter().collect();
    let more = done.len().saturating_sub(MOST_LISTED) as u64;
    done.truncate(MOST_LISTED);
    Ok(Digest { done, more, next: size, portfolio: keeping.portfolio(operator, &Seen::All)? })
}

/// The summary for one person.
pub(crate) fn digest_letter(digest: &Digest, operator: &str, wish: &LetterWish, now: Timestamp) -> Letter {
    let language = language(wish);
    let mut says = vec![text!("courier-letter-greeting", operator = operator)];
    if digest.done.is_empty() {
        says.push(text!("courier-letter-nothing-new"));
    }
    says.extend(
        digest.done.iter().map(|(what, count)| text!("courier-letter-done", what = what, count = *count)),
    );
    if digest.more > 0 {
        says.push(text!("courier-letter-more", count = digest.more));
    }
    let stands = &digest.portfolio;
    says.push(text!(
        "courier-letter-standing",
        products = stands.products,
        closed = stands.gates_closed,
        findings = stands.findings.open(),
        undecided = stands.findings.undecided,
        late = stands.obligations_late
    ));
    says.push(text!("courier-letter-why"));
    let subject = match digest.done.len() {
        0 => text!("courier-letter-subject-quiet", operator = operator),
        _ => text!("courier-letter-subject", operator = operator, closed = stands.gates_closed),
    };
    letter(&format!("digest {}", digest.next), operator, wish, now, &subject, &says, language)
}

/// The letter about one event that cannot wait.
pub(crate) fn urgent_letter(event: &Event, wish: &LetterWish) -> Letter {
    let language = language(wish);
    let what = event_name(event.what.kind());
    let about = match &event.what {
        EventData::GateClosed(told) | EventData::GateOpened(told) | EventData::AssessmentKept(told) => {
            format!("{} {}", told.product, told.release)
        }
        EventData::FindingsNew(told) => format!("{} {}", told.product, told.release),
        EventData::ProposalWaiting(told)
        | EventData::WebhookDisabled(told)
        | EventData::PeopleChanged(told)
        | EventData::SettingsChanged(told) => told.id.clone(),
        EventData::DecisionMade(_) | EventData::LedgerSealed(_) => String::new(),
    };
    let subject = text!("courier-letter-urgent-subject", operator = &event.operator, what = &what);
    let says = [
        text!("courier-letter-urgent", what = what, about = about, operator = &event.operator),
        text!("courier-letter-why"),
    ];
    letter(&event.id, &event.operator, wish, event.timestamp, &subject, &says, language)
}

fn letter(
    occasion: &str,
    operator: &str,
    wish: &LetterWish,
    at: Timestamp,
    subject: &Text,
    says: &[Text],
    language: Language,
) -> Letter {
    let paragraphs: Vec<String> = says.iter().map(|says| says.in_language(language)).collect();
    Letter {
        id: letter_id(occasion, operator, &wish.account),
        at,
        to: wish.address.clone(),
        subject: subject.in_language(language),
        text: format!("{}\n", paragraphs.join("\n\n")),
    }
}

fn language(wish: &LetterWish) -> Language {
    Language::ALL.into_iter().find(|language| language.tag() == wish.language).unwrap_or(Language::English)
}

/// Subject, action and outcome in the ledger's own words: they are the same in every language.
fn what_was_done(line: &LedgerLine) -> String {
    match &line.outcome {
        Some(outcome) => format!("{}: {} ({outcome})", line.subject, line.action),
        None => format!("{}: {}", line.subject, line.action),
    }
}

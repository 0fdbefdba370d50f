//! Opens a case: somebody told us of a vulnerability or an incident, or an exercise begins.

use jiff::tz::TimeZone;
use proofmark_access::Right;
use proofmark_facts::{CaseEntry, CaseRecord, CaseTold, Signal, Stream, SystemOfRecord};
use proofmark_text::text;

use super::case_order::{case_subject, refused};
use super::told_checks::{LONGEST_NAME, check_told, unfit_line};
use crate::again_when_moved::again_when_overtaken;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::products::ChangeOrder;
use crate::record::{kept_nouns, new_noun};

/// What a case is opened with.
#[derive(Debug, Clone, Copy)]
pub struct OpenOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// What those who work on it call it.
    pub name: &'a str,
    /// Which kind of event it is.
    pub stream: Stream,
    /// What is rehearsed, where nothing of it is real.
    pub exercise: Option<&'a str>,
    /// The first signal, where there is one.
    pub signal: Option<&'a Signal>,
}

/// Opens it, with one line of the ledger. Its number is the next one of the year, in UTC; exercises are numbered apart.
pub fn open_case(order: &OpenOrder<'_>, keeping: &mut dyn SystemOfRecord) -> Result<CaseRecord, ActionError> {
    order.change.demand(Right::RunCases, order.operator, None)?;
    if unfit_line(order.name, LONGEST_NAME) {
        return Err(refused("name", text!("cases-name", most = LONGEST_NAME)));
    }
    if order.exercise.is_some_and(|words| unfit_line(words, LONGEST_NAME)) {
        return Err(refused("exercise", text!("cases-name", most = LONGEST_NAME)));
    }
    again_when_overtaken(|| open_once(order, keeping))
}

fn open_once(order: &OpenOrder<'_>, keeping: &mut dyn SystemOfRecord) -> Result<CaseRecord, ActionError> {
    let ChangeOrder { by, with, at } = order.change;
    let mut case = CaseRecord {
        id: next_id(order, keeping)?,
        name: order.name.trim().to_owned(),
        stream: order.stream,
        exercise: order.exercise.map(|words| words.trim().to_owned()),
        opened_at: at,
        opened_by: by.name.clone(),
        entries: Vec::new(),
    };
    if let Some(signal) = order.signal {
        let told = CaseTold::Signal(signal.clone());
        check_told(&case, &told, order.operator, at, keeping)?;
        case.entries.push(CaseEntry { at, by: by.name.clone(), approved_by: None, alone: false, told });
    }
    let subject = case_subject(order.operator, &case.id);
    let line = LineDraft {
        subject: &subject,
        at,
        by: &by.name,
        action: "open-case",
        documents: Vec::new(),
        outcome: Some(if case.exercise.is_some() { "exercise" } else { "real" }),
        with,
    };
    let mut entry = Entry::of_documents(line, order.operator, Vec::new());
    entry.records.push(new_noun(order.operator, &case));
    entry.keep(keeping)?;
    Ok(case)
}

fn next_id(order: &OpenOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<String, ActionError> {
    let year = order.change.at.to_zoned(TimeZone::UTC).year();
    let prefix = if order.exercise.is_some() { format!("exercise-{year}-") } else { format!("{year}-") };
    let all = kept_nouns::<CaseRecord>(keeping, order.operator)?;
    let numbers = all.iter().filter_map(|kept| kept.noun.id.strip_prefix(&prefix)?.parse::<u32>().ok());
    Ok(format!("{prefix}{:04}", numbers.max().unwrap_or(0) + 1))
}

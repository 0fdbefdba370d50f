//! Looking something up: by id, article, annex point, category, procedure, role, row or popular mistake.

use proofmark_text::Language;

use crate::teaching::asked_words::parts;
use crate::teaching::explained::{Explained, Subject};
use crate::teaching::explained_entry::Entry;
use crate::teaching::explained_registers::REGISTERS;

/// How many near names are given where nothing was found.
const NEAR_SHOWN: usize = 5;

/// How alike a name must be to be worth naming.
const ALIKE: f64 = 0.7;

/// Nothing goes by that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotKnown {
    /// Names that are near to what was asked, the nearest first.
    pub nearest: Vec<String>,
}

/// Explains what somebody asks for. A paragraph or article gives everything that stands in it.
pub fn explain(asked: &str) -> Result<Vec<Explained>, NotKnown> {
    explain_in(asked, Language::English)
}

/// The same, explained in this language; what is asked for may be named in it or in English.
///
/// Ids stay as they are. Places in the law are looked up as they are cited in English, the registers' own language.
pub fn explain_in(asked: &str, language: Language) -> Result<Vec<Explained>, NotKnown> {
    let asked = asked.trim();
    let english = entries(Language::English);
    let said = entries(language);
    let mut found = find(&english, asked);
    if found.is_empty() {
        found = positions(&said, |entry| is_called(entry, asked));
    }
    if found.is_empty() {
        return Err(NotKnown { nearest: nearest(&said, asked) });
    }
    let kept = said.into_iter().enumerate().filter(|(at, _)| found.contains(at));
    Ok(kept.map(|(_, entry)| entry.explained).collect())
}

fn entries(language: Language) -> Vec<Entry> {
    REGISTERS.iter().flat_map(|register| register(language)).collect()
}

/// The positions of what is asked for.
fn find(entries: &[Entry], asked: &str) -> Vec<usize> {
    let by_id = |entry: &Entry| entry.explained.id.eq_ignore_ascii_case(asked) || is_called(entry, asked);
    let wanted = parts(asked);
    let same = |entry: &Entry| parts(&entry.explained.id) == wanted;
    let within = |entry: &Entry| stands_in(entry, &wanted);
    let mut found: Vec<usize> = positions(entries, by_id);
    if found.is_empty() && !wanted.is_empty() {
        found = positions(entries, within);
    }
    if found.is_empty() && !wanted.is_empty() {
        found = positions(entries, same);
    }
    // A letter within a point that has one entry for all of it: the point answers.
    if found.is_empty() && wanted.len() > 2 {
        found = positions(entries, |entry| stands_in(entry, &wanted[..wanted.len() - 1]));
    }
    if found.is_empty() && !wanted.is_empty() {
        found = positions(entries, |entry| is_row_on(entry, &wanted));
    }
    found
}

fn positions(entries: &[Entry], holds: impl Fn(&Entry) -> bool) -> Vec<usize> {
    entries.iter().enumerate().filter(|(_, entry)| holds(entry)).map(|(at, _)| at).collect()
}

fn is_called(entry: &Entry, asked: &str) -> bool {
    let plain = |name: &str| name.trim().to_lowercase().replace('-', " ");
    let mut names = entry.also.iter().chain(std::iter::once(&entry.explained.id));
    let also = names.any(|name| plain(name) == plain(asked));
    let module = asked.to_lowercase();
    let procedure = module.strip_prefix("module ").or_else(|| module.strip_prefix("procedure "));
    also || entry.explained.subject == Subject::Procedure
        && procedure.is_some_and(|name| {
            entry.explained.id.eq_ignore_ascii_case(name)
                || entry.also.iter().any(|also| also.eq_ignore_ascii_case(name))
        })
}

/// Whether it is a row of the reference that speaks of this place: what is left where no duty and no notion does.
fn is_row_on(entry: &Entry, wanted: &[String]) -> bool {
    let places = entry.explained.cites.iter().flat_map(|cites| cites.split(';'));
    let mut parted = places.map(parts);
    entry.explained.subject == Subject::Row && parted.any(|place| place.starts_with(wanted))
}

/// Whether it is this place, or stands in it. Rows cite places and are none.
fn stands_in(entry: &Entry, wanted: &[String]) -> bool {
    let is_in = |place: &str| parts(place).starts_with(wanted);
    match entry.explained.subject {
        Subject::Row => false,
        Subject::Obligation | Subject::Category => {
            is_in(&entry.explained.id) || entry.explained.cites.iter().any(|cites| is_in(cites))
        }
        _ => entry.explained.cites.iter().any(|cites| is_in(cites)),
    }
}

fn nearest(entries: &[Entry], asked: &str) -> Vec<String> {
    let wanted: String = asked.chars().take(80).collect::<String>().to_lowercase();
    let mut near: Vec<(f64, &str)> = Vec::new();
    for entry in entries {
        let names = std::iter::once(&entry.explained.id).chain(&entry.also);
        let likeness =
            names.map(|name| strsim::jaro_winkler(&wanted, &name.to_lowercase())).fold(0.0, f64::max);
        near.push((likeness, &entry.explained.id));
    }
    near.retain(|(likeness, _)| *likeness > ALIKE);
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.into_iter().take(NEAR_SHOWN).map(|(_, id)| id.to_owned()).collect()
}

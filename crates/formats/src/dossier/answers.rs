//! Answers to the keys of a dossier, kept one by one while there is no whole dossier yet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::key::{Key, Kind, replaced};
use super::read::DOSSIER;

/// Tables that say something by what they leave out: a core functionality without a category falls under none. While
/// that key is open, the table is held back, so that a gap is never read as an answer.
const ABSENCE_SPEAKS: &[(&str, &str)] = &[("product.core_functionality", "category")];

/// What was answered for one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// This value, as TOML.
    Value(String),
    /// The table is there, whatever of its keys is answered.
    Table,
    /// Asked, and there is nothing to write.
    Nothing,
    /// Asked, and not known: the key is left out and stays open.
    Unknown,
}

/// Answers by path, as `scope.supply.price` or `remote_services[0].name`; entries under a key of their own are written
/// `requirements."I.2.a".applies`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    entries: BTreeMap<String, Given>,
    next: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    at: usize,
    answer: Answer,
}

impl Answers {
    /// What was answered for this path.
    pub fn get(&self, path: &str) -> Option<&Answer> {
        self.entries.get(path).map(|given| &given.answer)
    }

    /// Keeps an answer; an earlier one for the same path is replaced.
    pub fn set(&mut self, path: &str, answer: Answer) {
        let at = self.next;
        self.next += 1;
        self.entries.insert(path.to_owned(), Given { at, answer });
    }

    /// Forgets an answer.
    pub fn remove(&mut self, path: &str) {
        self.entries.remove(path);
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every path with its answer, in the order they were given.
    pub fn in_order(&self) -> Vec<(&str, &Answer)> {
        let mut all: Vec<(&String, &Given)> = self.entries.iter().collect();
        all.sort_by_key(|(_, given)| given.at);
        all.into_iter().map(|(path, given)| (path.as_str(), &given.answer)).collect()
    }

    /// Takes over every answer of another; where both have one, the other's counts.
    pub fn take_over(&mut self, other: &Self) {
        for (path, answer) in other.in_order() {
            self.set(path, answer.clone());
        }
    }

    /// Whether every key a dossier cannot do without has a value.
    pub fn suffice(&self) -> bool {
        DOSSIER.iter().filter(|key| matches!(key.kind, Kind::Table(_))).all(|section| {
            let must = section.below().unwrap_or_default().iter().filter(|key| key.must);
            let is_required = is_required(section.name);
            !is_required || must.clone().all(|key| self.has_value(&format!("{}.{}", section.name, key.name)))
        })
    }

    /// How many entries of this list, or how many of these keyed tables, were answered.
    pub fn rows(&self, path: &str) -> usize {
        self.positions(path).last().map_or(0, |last| last + 1)
    }

    /// The answers alone as TOML; `read_answers` gives them back.
    pub fn to_toml(&self) -> String {
        let mut file = String::new();
        self.write_plain(&mut file, DOSSIER, "");
        for (path, answer) in self.in_order() {
            match answer {
                Answer::Unknown => push(&mut file, format_args!("#? {path}\n")),
                Answer::Nothing => push(&mut file, format_args!("#- {path}\n")),
                Answer::Value(_) | Answer::Table => {}
            }
        }
        file
    }

    pub(super) fn value(&self, path: &str) -> Option<&str> {
        match self.get(path) {
            Some(Answer::Value(value)) => Some(value),
            _ => None,
        }
    }

    pub(super) fn has_value(&self, path: &str) -> bool {
        self.value(path).is_some()
    }

    /// Whether anything at this path, or below it, goes into the file.
    pub(super) fn is_told(&self, path: &str) -> bool {
        let told = |answer: &Answer| matches!(answer, Answer::Value(_) | Answer::Table);
        self.get(path).is_some_and(told)
            || [".", "["]
                .iter()
                .any(|next| self.below(&format!("{path}{next}")).any(|(_, answer)| told(answer)))
    }

    /// Whether a table can stand: what it cannot do without is there, and no gap in it would be read as an answer.
    pub(super) fn stands(&self, path: &str, keys: &[Key]) -> bool {
        let has = |key: &Key| self.has_value(&join(path, key.name));
        let named = |(key, instead): (&Key, &Key)| has(key) || has(instead);
        let complete = keys.iter().filter(|key| key.must).all(has) && replaced(keys).all(named);
        let speaks = ABSENCE_SPEAKS.iter().filter(|(table, _)| *table == path);
        let open = |key: &str| self.get(&join(path, key)) == Some(&Answer::Unknown);
        complete && !speaks.clone().any(|(_, key)| open(key))
    }

    /// The positions of a list that were answered, in order.
    pub(super) fn positions(&self, path: &str) -> Vec<usize> {
        let start = format!("{path}[");
        let index = |path: &str| path[start.len()..].split_once(']')?.0.parse().ok();
        let mut all: Vec<usize> = self.below(&start).filter_map(|(path, _)| index(path)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The keys of keyed tables that were answered, in quotation marks, in the order they were first answered.
    pub(super) fn names(&self, path: &str) -> Vec<String> {
        let start = format!("{path}.\"");
        let mut found: Vec<(usize, String)> = Vec::new();
        for (path, given) in self.entries.range(start.clone()..) {
            let Some(rest) = path.strip_prefix(&start) else { break };
            let name = format!("\"{}\"", &rest[..closing_mark(rest)]);
            match found.iter_mut().find(|(_, known)| *known == name) {
                Some((at, _)) => *at = (*at).min(given.at),
                None => found.push((given.at, name)),
            }
        }
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    fn below<'a>(&'a self, start: &str) -> impl Iterator<Item = (&'a str, &'a Answer)> {
        let start = start.to_owned();
        self.entries
            .range(start.clone()..)
            .take_while(move |(path, _)| path.starts_with(&start))
            .map(|(path, given)| (path.as_str(), &given.answer))
    }

    fn write_plain(&self, file: &mut String, keys: &[Key], path: &str) {
        for key in keys.iter().filter(|key| key.below().is_none()) {
            if let Some(value) = self.value(&join(path, key.name)) {
                push(file, format_args!("{} = {value}\n", key.name));
            }
        }
        for key in keys {
            let Some(below) = key.below() else { continue };
            let path = join(path, key.name);
            for entry in self.entries_of(key, &path) {
                push(file, format_args!("{}\n", header(key, &entry)));
                self.write_plain(file, below, &entry);
            }
        }
    }

    /// The paths of the tables that were answered below this key: itself, or its entries.
    pub(super) fn entries_of(&self, key: &Key, path: &str) -> Vec<String> {
        match key.kind {
            Kind::Rows(_) => self.positions(path).iter().map(|index| format!("{path}[{index}]")).collect(),
            Kind::Keyed(_) => self.names(path).iter().map(|name| format!("{path}.{name}")).collect(),
            _ if self.is_told(path) => vec![path.to_owned()],
            _ => Vec::new(),
        }
    }
}

/// The header of a table, as TOML.
pub(super) fn header(key: &Key, path: &str) -> String {
    let written = unindexed(path);
    if matches!(key.kind, Kind::Rows(_)) { format!("[[{written}]]") } else { format!("[{written}]") }
}

/// A path as headers write it: without positions in lists.
pub(super) fn unindexed(path: &str) -> String {
    let mut written = String::new();
    let mut rest = path;
    while let Some(Range { start, end }) = position(rest) {
        written.push_str(&rest[..start]);
        rest = &rest[end..];
    }
    written.push_str(rest);
    written
}

/// Where the next position in a list stands; brackets inside quotation marks are none.
fn position(path: &str) -> Option<Range<usize>> {
    let mut quoted = false;
    let mut escaped = false;
    let mut start = None;
    for (at, letter) in path.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => start = Some(at),
            ']' if !quoted => return start.map(|start| start..at + 1),
            _ => {}
        }
    }
    None
}

/// Where the quotation mark that ends a quoted key stands.
fn closing_mark(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().find(|(_, letter)| match letter {
        _ if escaped => {
            escaped = false;
            false
        }
        '\\' => {
            escaped = true;
            false
        }
        letter => *letter == '"',
    });
    end.map_or(rest.len(), |(at, _)| at)
}

/// Whether a section must stand in every dossier.
fn is_required(section: &str) -> bool {
    matches!(section, "operator" | "product" | "release")
}

pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A TOML basic string.
pub(super) fn quote(words: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                push(&mut quoted, format_args!("\\u{:04X}", u32::from(letter)));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

pub(super) fn push(file: &mut String, words: std::fmt::Arguments<'_>) {
    file.write_fmt(words).expect("a string takes everything that is written to it");
}

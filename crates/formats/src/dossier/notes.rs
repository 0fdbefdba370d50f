//! What is noted while a dossier is read: problems at their places, and where each fact stands.

use std::ops::Range;

use proofmark_facts::{Place, Problem, Weight};
use proofmark_text::{Text, text};

use super::key::Key;
use super::places::Places;
use super::value::Judged;

/// The most problems that are reported.
pub(super) const MOST_PROBLEMS: usize = 200;

/// The most problems that are collected: the first ones of the file are reported, so more than that are looked at.
const MOST_COLLECTED: usize = 2000;

/// The most entries in all lists of a dossier together.
const MOST_ENTRIES: usize = 10_000;

/// The reader's notebook.
pub(super) struct Notes {
    pub(super) places: Places,
    root: &'static [Key],
    problems: Vec<Problem>,
    /// Zero-based lines that are not TOML: what is found amiss there is a consequence, not a second problem.
    broken_lines: Vec<usize>,
    is_header_broken: bool,
    has_error: bool,
    header_lines: Vec<usize>,
    entries: usize,
}

impl Notes {
    pub(super) fn new(places: Places, root: &'static [Key]) -> Self {
        let lines = places.lines();
        let is_header = |line: &usize| lines.source()[lines.line(*line)].trim_start().starts_with('[');
        let header_lines = (0..lines.count()).filter(is_header).collect();
        Self {
            places,
            root,
            problems: Vec::new(),
            broken_lines: Vec::new(),
            is_header_broken: false,
            has_error: false,
            header_lines,
            entries: 0,
        }
    }

    /// Something that is not TOML, and what to say of it. One a line: the rest of a broken line says nothing new.
    pub(super) fn not_toml(&mut self, bytes: Range<usize>, says: Text) {
        let line = self.places.lines().line_at(bytes.start);
        if let Err(at) = self.broken_lines.binary_search(&line) {
            self.broken_lines.insert(at, line);
            self.is_header_broken |= self.header_lines.binary_search(&line).is_ok();
            self.put(Weight::Error, None, bytes, says);
        }
    }

    /// An error, unless the line is broken anyway.
    pub(super) fn error(&mut self, path: &str, bytes: Range<usize>, says: Text) {
        if !self.is_broken(&bytes) {
            self.put(Weight::Error, Some(path), bytes, says);
        }
        self.places.could_not_read(path);
    }

    /// A mandatory key that is not there; noted at its table's header.
    pub(super) fn missing(&mut self, path: &str, table: &str, key: &Key, header: Range<usize>) {
        self.places.could_not_read(path);
        if self.is_section_broken(&header) {
            return;
        }
        let says = match table {
            "" => text!("dossier-missing-first", key = key.name, example = key.example),
            _ => {
                text!("dossier-missing-key", key = key.name, example = key.example, table = header_of(table))
            }
        };
        self.put(Weight::Error, Some(path), header, says);
    }

    /// Judges one value; what is wrong with it is noted.
    pub(super) fn judge<T>(&mut self, path: &str, bytes: Range<usize>, judged: Judged<T>) -> Option<T> {
        match judged {
            Ok(fit) => {
                if let Some(says) = fit.but {
                    self.put(Weight::Warning, Some(path), bytes, says);
                }
                Some(fit.value)
            }
            Err(says) => {
                self.error(path, bytes, says);
                None
            }
        }
    }

    /// Counts one more list entry; says so once when there are too many.
    pub(super) fn may_read_entry(&mut self, path: &str, bytes: Range<usize>) -> bool {
        self.entries += 1;
        if self.entries == MOST_ENTRIES + 1 {
            self.error(path, bytes, text!("dossier-too-many-entries", most = MOST_ENTRIES.to_string()));
        }
        self.entries <= MOST_ENTRIES
    }

    /// The tables in which a key of this name would be known.
    pub(super) fn tables_that_know(&self, name: &str) -> Vec<String> {
        let mut found = Vec::new();
        search(self.root, "", name, &mut found);
        found
    }

    /// Whether a key of this name stands at the top of the file.
    pub(super) fn is_known_at_the_top(&self, name: &str) -> bool {
        self.root.iter().any(|key| key.name == name)
    }

    /// A value on a broken line is read only as far as it was understood.
    pub(super) fn doubt(&mut self, path: &str, bytes: &Range<usize>) {
        if self.is_broken(bytes) {
            self.places.could_not_read(path);
        }
    }

    /// Everything noted, in the order of the file and capped.
    pub(super) fn finish(self) -> (Places, Vec<Problem>) {
        let mut problems = self.problems;
        problems.sort_by_key(|problem| problem.place.bytes.as_ref().map_or(0, |bytes| bytes.start));
        if problems.len() > MOST_PROBLEMS {
            let more = problems.split_off(MOST_PROBLEMS - 1);
            // Sorted by place, an error may stand behind two hundred warnings: it must not get lost.
            let weight = more.iter().map(|problem| problem.weight).max().unwrap_or(Weight::Warning);
            let place = more.into_iter().next().map(|problem| problem.place).unwrap_or_default();
            let says = text!("dossier-more-problems", most = MOST_PROBLEMS.to_string());
            problems.push(Problem { weight, place, says });
        }
        for place in problems.iter_mut().map(|problem| &mut problem.place) {
            if place.path.is_none() {
                place.path = place.bytes.as_ref().and_then(|bytes| self.places.path_at(bytes.start));
            }
        }
        (self.places, problems)
    }

    /// Whether enough was found amiss that looking for more would tell nobody anything.
    pub(super) fn are_full(&self) -> bool {
        self.problems.len() >= MOST_COLLECTED
    }

    fn put(&mut self, weight: Weight, path: Option<&str>, bytes: Range<usize>, says: Text) {
        // An error is kept in any case where warnings alone would let a faulty file through.
        if self.are_full() && (weight == Weight::Warning || self.has_error) {
            return;
        }
        self.has_error |= weight == Weight::Error;
        let lines = self.places.lines();
        let bytes = lines.inside(bytes);
        let line_and_column = Some(lines.line_and_column(bytes.start));
        let place = Place { file: None, path: path.map(str::to_owned), bytes: Some(bytes), line_and_column };
        self.problems.push(Problem { weight, place, says });
    }

    fn is_broken(&self, bytes: &Range<usize>) -> bool {
        let lines = self.places.lines();
        self.any_broken(lines.line_at(bytes.start)..lines.line_at(bytes.end) + 1)
    }

    /// Whether a line between this header and the next is broken, or any header at all: then a key that
    /// seems to be missing may well be there.
    pub(super) fn is_section_broken(&self, header: &Range<usize>) -> bool {
        let lines = self.places.lines();
        let first = lines.line_at(header.start);
        let after = self.header_lines.partition_point(|line| *line <= first);
        let next = self.header_lines.get(after).copied().unwrap_or(lines.count());
        self.is_header_broken || self.any_broken(first..next)
    }

    fn any_broken(&self, lines: Range<usize>) -> bool {
        let first = self.broken_lines.partition_point(|line| *line < lines.start);
        self.broken_lines.get(first).is_some_and(|line| *line < lines.end)
    }
}

/// A table's path as its header names it: positions in lists are not written.
fn header_of(path: &str) -> String {
    match path.split_once('[') {
        Some((list, _)) => format!("[[{list}]]"),
        None => format!("[{path}]"),
    }
}

fn search(keys: &[Key], path: &str, name: &str, found: &mut Vec<String>) {
    for key in keys {
        if key.name == name && !path.is_empty() {
            found.push(path.to_owned());
        }
        if let Some(below) = key.below() {
            let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
            search(below, &path, name, found);
        }
    }
}

//! A cursor over one table: it remembers which keys were taken, so that unknown ones fall out at the end.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Country, Sha256};
use proofmark_text::{Text, text};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::instant::instant;
use super::key::{Key, Kind, Word, quoted};
use super::notes::Notes;
use super::spelling::{nearest, shown};
use super::value::{self, Judged};

/// One table being read. Absent tables are read too: their optional keys are not stated, their mandatory ones missing.
pub(super) struct Table<'t> {
    notes: &'t mut Notes,
    entries: Option<&'t DeTable<'t>>,
    keys: &'static [Key],
    path: String,
    header: Range<usize>,
    taken: Vec<&'static str>,
    lost: bool,
}

/// A key that stands in the file.
struct Found<'t> {
    kind: Kind,
    path: String,
    value: &'t DeValue<'t>,
    bytes: Range<usize>,
}

type Reads<T> = fn(Kind, &DeValue<'_>) -> Judged<T>;

/// Reads the whole document.
pub(super) fn read_root<'t, T>(
    notes: &'t mut Notes,
    entries: &'t DeTable<'t>,
    keys: &'static [Key],
    read: impl FnOnce(&mut Table<'_>) -> T,
) -> Option<T> {
    read_table(notes, Some(entries), keys, String::new(), 0..0, read)
}

fn read_table<'t, T>(
    notes: &'t mut Notes,
    entries: Option<&'t DeTable<'t>>,
    keys: &'static [Key],
    path: String,
    header: Range<usize>,
    read: impl FnOnce(&mut Table<'_>) -> T,
) -> Option<T> {
    let mut table = Table { notes, entries, keys, path, header, taken: Vec::new(), lost: false };
    let value = read(&mut table);
    table.report_unknown_keys();
    debug_assert!(
        keys.iter().all(|key| table.taken.contains(&key.name)),
        "a key of the register is not read in `{}`: {:?} of {:?}",
        table.path,
        table.taken,
        keys.iter().map(|key| key.name).collect::<Vec<_>>(),
    );
    (!table.lost).then_some(value)
}

impl Table<'_> {
    /// Text of any kind.
    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        self.one(name, value::words_of)
    }

    /// Mandatory text. Where it is missing an empty one stands in, so that the rest can still be judged.
    pub(super) fn must_text(&mut self, name: &'static str) -> String {
        self.text(name).unwrap_or_default()
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.many(name, value::words_of)
    }

    /// Whether something is so, if stated.
    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.one(name, value::flag)
    }

    /// Whether something is stated to be so.
    pub(super) fn is_stated(&mut self, name: &'static str) -> bool {
        self.flag(name).unwrap_or_default()
    }

    /// A mandatory flag; without it the table cannot be used.
    pub(super) fn must_flag(&mut self, name: &'static str) -> bool {
        let flag = self.flag(name);
        self.lost |= flag.is_none();
        flag.unwrap_or_default()
    }

    /// A day.
    pub(super) fn date(&mut self, name: &'static str) -> Option<Date> {
        self.one(name, value::day)
    }

    /// An instant.
    pub(super) fn instant(&mut self, name: &'static str) -> Option<Timestamp> {
        self.one(name, instant)
    }

    /// A number of years.
    pub(super) fn years(&mut self, name: &'static str) -> Option<u32> {
        self.one(name, value::years)
    }

    /// A whole number.
    pub(super) fn count(&mut self, name: &'static str) -> Option<u64> {
        self.one(name, value::count)
    }

    /// The version of the file's own format.
    pub(super) fn format(&mut self, name: &'static str) -> Option<u32> {
        self.one(name, value::format)
    }

    /// A choice.
    pub(super) fn word<T: Word>(&mut self, name: &'static str) -> Option<T> {
        self.one(name, value::word)
    }

    /// A mandatory choice; without it the table cannot be used.
    pub(super) fn must_word<T: Word>(&mut self, name: &'static str) -> T {
        let word = self.word(name);
        self.lost |= word.is_none();
        word.unwrap_or(T::WORDS[0].1)
    }

    /// A list of choices.
    pub(super) fn words<T: Word>(&mut self, name: &'static str) -> Vec<T> {
        self.many(name, value::word)
    }

    /// A country.
    pub(super) fn country(&mut self, name: &'static str) -> Option<Country> {
        self.one(name, value::country)
    }

    /// A list of countries.
    pub(super) fn countries(&mut self, name: &'static str) -> Vec<Country> {
        self.many(name, value::country)
    }

    /// A digest.
    pub(super) fn sha256(&mut self, name: &'static str) -> Option<Sha256> {
        self.one(name, value::sha256)
    }

    /// Whether the file has this key here, readable or not.
    pub(super) fn states(&self, name: &str) -> bool {
        self.entries.is_some_and(|entries| entries.contains_key(name))
    }

    /// Refuses what keys say together, at one of them.
    pub(super) fn refuse(&mut self, name: &str, says: Text) {
        let written = self.entries.and_then(|entries| entries.get_key_value(name));
        let bytes = written.map_or_else(|| self.header.clone(), |(key, _)| key.span());
        self.notes.error(&self.path_of(name), bytes, says);
    }

    /// Refuses something within a text, at its place in the file; where the text is not written there as it reads, at the key.
    pub(super) fn refuse_within(&mut self, name: &str, (text, offset): (&str, usize), says: Text) {
        let value = self.entries.and_then(|entries| entries.get(name)).map(Spanned::span);
        let written = value.and_then(|span| {
            let source = self.notes.places.lines().source();
            let start = span.start + source.get(span)?.find(text)? + offset;
            Some(start..start + text.get(offset..)?.chars().next().map_or(0, char::len_utf8))
        });
        match written {
            Some(bytes) => self.notes.error(&self.path_of(name), bytes, says),
            None => self.refuse(name, says),
        }
    }

    /// Refuses a table that has none of several keys, at its header.
    pub(super) fn refuse_whole(&mut self, says: Text) {
        // Where a line of it is broken, the key may well be there.
        if self.notes.is_section_broken(&self.header) {
            self.notes.places.could_not_read(&self.path);
        } else {
            self.notes.error(&self.path, self.header.clone(), says);
        }
    }

    /// A table that is read whether or not it is there; if it cannot be used, neither can this one.
    pub(super) fn section<T>(&mut self, name: &'static str, read: fn(&mut Table<'_>) -> T) -> Option<T> {
        let keys = self.keys_below(name);
        let found = self.found(name).and_then(|found| self.as_table(found));
        let (entries, path, header) = match found {
            Some((entries, path, bytes)) => (Some(entries), path, bytes),
            None => (None, self.path_of(name), self.header.clone()),
        };
        let value = read_table(self.notes, entries, keys, path, header, read);
        self.lost |= value.is_none();
        value
    }

    /// A table that stands for nothing when it is not there.
    pub(super) fn optional<T>(&mut self, name: &'static str, read: fn(&mut Table<'_>) -> T) -> Option<T> {
        let keys = self.keys_below(name);
        let found = self.found(name)?;
        let (entries, path, header) = self.as_table(found)?;
        read_table(self.notes, Some(entries), keys, path, header, read)
    }

    /// A list of tables, in the order of the file; entries that cannot be used are left out.
    pub(super) fn rows<T>(&mut self, name: &'static str, read: fn(&mut Table<'_>) -> T) -> Vec<T> {
        let keys = self.keys_below(name);
        let Some(found) = self.found(name) else { return Vec::new() };
        let Some(rows) = found.value.as_array() else {
            self.notes.error(
                &found.path,
                found.bytes,
                value::wrong_type(found.kind, &found.path, found.value),
            );
            return Vec::new();
        };
        let mut read_rows = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let (entry, bytes) = (format!("[{index}]"), row.span());
            let path = format!("{}{entry}", found.path);
            if !self.notes.may_read_entry(&path, bytes.clone()) {
                break;
            }
            self.notes.places.note(&path, bytes.clone(), bytes.clone());
            let Some(entries) = row.get_ref().as_table() else {
                let says = value::wrong_type(Kind::Rows(keys), &found.path, row.get_ref());
                self.notes.error(&path, bytes, says);
                continue;
            };
            if let Some(value) = read_table(self.notes, Some(entries), keys, path, bytes, read) {
                self.notes.places.keep(&found.path, &entry);
                read_rows.push(value);
            }
        }
        read_rows
    }

    /// Tables each under a key of its own, in the order of the file; the key is handed to the reader.
    pub(super) fn keyed<T>(&mut self, name: &'static str, read: fn(&mut Table<'_>, String) -> T) -> Vec<T> {
        let keys = self.keys_below(name);
        let Some(found) = self.found(name) else { return Vec::new() };
        let Some(tables) = found.value.as_table() else {
            self.notes.error(
                &found.path,
                found.bytes,
                value::wrong_type(found.kind, &found.path, found.value),
            );
            return Vec::new();
        };
        let mut in_order: Vec<_> = tables.iter().collect();
        in_order.sort_by_key(|(key, _)| key.span().start);
        let mut read_tables = Vec::new();
        for (key, value) in in_order {
            let (entry, bytes) = (format!(".\"{}\"", key.get_ref()), value.span());
            let path = format!("{}{entry}", found.path);
            if !self.notes.may_read_entry(&path, bytes.clone()) {
                break;
            }
            self.notes.places.note(&path, key.span(), bytes.clone());
            let Some(entries) = self.as_keyed(key, value.get_ref(), keys, &path) else { continue };
            let read = |table: &mut Table<'_>| read(table, key.get_ref().clone().into_owned());
            if let Some(value) = read_table(self.notes, Some(entries), keys, path, bytes, read) {
                self.notes.places.keep(&found.path, &entry);
                read_tables.push(value);
            }
        }
        read_tables
    }
}

impl<'t> Table<'t> {
    /// Takes a key: it is known from now on. Notes it as missing if it must be there and is not.
    fn found(&mut self, name: &'static str) -> Option<Found<'t>> {
        let key = self.key(name);
        self.taken.push(name);
        let path = self.path_of(name);
        let Some((written, value)) = self.entries.and_then(|entries| entries.get_key_value(name)) else {
            if self.notes.is_section_broken(&self.header) {
                self.notes.places.could_not_read(&path);
            }
            if key.must {
                self.notes.missing(&path, &self.path, key, self.header.clone());
            }
            return None;
        };
        self.notes.places.note(&path, written.span(), value.span());
        self.notes.doubt(&path, &value.span());
        // The TOML reader puts a value without bytes where it found none: that is already noted.
        if value.span().is_empty() {
            self.notes.places.could_not_read(&path);
            return None;
        }
        Some(Found { kind: key.kind, path, value: value.get_ref(), bytes: value.span() })
    }

    fn one<T>(&mut self, name: &'static str, read: Reads<T>) -> Option<T> {
        let found = self.found(name)?;
        self.notes.judge(&found.path, found.bytes, read(found.kind, found.value))
    }

    fn many<T>(&mut self, name: &'static str, read: Reads<T>) -> Vec<T> {
        let Some(found) = self.found(name) else { return Vec::new() };
        let (Kind::Many(kind), Some(items)) = (found.kind, found.value.as_array()) else {
            self.notes.error(
                &found.path,
                found.bytes,
                value::wrong_type(found.kind, &found.path, found.value),
            );
            return Vec::new();
        };
        let mut values = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let (entry, bytes) = (format!("[{index}]"), item.span());
            let path = format!("{}{entry}", found.path);
            if !self.notes.may_read_entry(&path, bytes.clone()) {
                break;
            }
            self.notes.places.note(&path, bytes.clone(), bytes.clone());
            if let Some(value) = self.notes.judge(&path, bytes, read(*kind, item.get_ref())) {
                self.notes.places.keep(&found.path, &entry);
                values.push(value);
            }
        }
        values
    }

    fn as_table(&mut self, found: Found<'t>) -> Option<(&'t DeTable<'t>, String, Range<usize>)> {
        if let Some(entries) = found.value.as_table() {
            return Some((entries, found.path, found.bytes));
        }
        self.notes.error(&found.path, found.bytes, value::wrong_type(found.kind, &found.path, found.value));
        None
    }

    /// A keyed entry's table. `[requirements.I.2.a]` nests four tables where one was meant: it is explained.
    fn as_keyed<'v>(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &'v DeValue<'v>,
        keys: &'static [Key],
        path: &str,
    ) -> Option<&'v DeTable<'v>> {
        let Some(entries) = value.as_table() else {
            self.notes.error(path, key.span(), value::wrong_type(Kind::Table(keys), path, value));
            return None;
        };
        let mut is_nested = false;
        for (inner, value) in entries {
            let is_known = keys.iter().any(|key| key.name == inner.get_ref());
            if value.get_ref().is_table() && !is_known {
                is_nested = true;
                let says = text!("dossier-key-needs-quotes", key = shown(key.get_ref()));
                self.notes.error(path, key.span().start..inner.span().end, says);
            }
        }
        (!is_nested).then_some(entries)
    }

    fn report_unknown_keys(&mut self) {
        for (written, value) in self.entries.into_iter().flatten() {
            let name: &str = written.get_ref();
            if self.taken.contains(&name) {
                continue;
            }
            if self.notes.are_full() {
                break;
            }
            let path = self.path_of(&shown(name));
            let absent = |key: &&Key| self.entries.is_none_or(|entries| !entries.contains_key(key.name));
            let known: Vec<&str> = self.keys.iter().filter(absent).map(|key| key.name).collect();
            let key = shown(name);
            let elsewhere = self.notes.tables_that_know(name);
            // A list, or a number, that is known at the top of the file stands here because a header came before it.
            let fits_top = !self.path.is_empty() && !value.get_ref().is_str();
            let says = if fits_top && self.notes.is_known_at_the_top(name) {
                self.notes.places.could_not_read(name);
                text!("dossier-unknown-key-top", key = key)
            } else if let [table] = &elsewhere[..] {
                self.notes.places.could_not_read(&format!("{table}.{name}"));
                text!("dossier-unknown-key-elsewhere", key = key, table = table)
            } else if let Some(meant) = nearest(name, known.into_iter()) {
                self.notes.places.could_not_read(&self.path_of(meant));
                text!("dossier-unknown-key-meant", key = key, meant = meant)
            } else {
                let all: Vec<&str> = self.keys.iter().map(|key| key.name).collect();
                text!("dossier-unknown-key", key = key, allowed = quoted(&all))
            };
            self.notes.error(&path, written.span(), says);
        }
    }

    fn key(&self, name: &str) -> &'static Key {
        let key = self.keys.iter().find(|key| key.name == name);
        key.expect(
            "a section reads only keys its register lists: the first dossier read would show otherwise",
        )
    }

    fn keys_below(&self, name: &str) -> &'static [Key] {
        self.key(name)
            .below()
            .expect("a table is read as a table: the first dossier read would show otherwise")
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

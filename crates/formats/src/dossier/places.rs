//! Where each fact of a dossier stands in the file, so that whoever judges facts can point at the file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proofmark_facts::{Place, Problem};

use super::lines::Lines;

/// The places of a dossier's facts by path: `product.core_functionality.category`,
/// `vulnerability_decisions[2].component`, `requirements."I.2.a"` (also `requirements.I.2.a`, `requirements[0]`).
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    lines: Lines,
    spots: BTreeMap<String, Spot>,
    /// For each list, which entry of the file each fact came from: entries that could not be read are left out.
    kept: BTreeMap<String, Vec<String>>,
    unread: BTreeSet<String>,
}

/// The bytes of one key and of its value; a table's value is its header.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    key: Range<usize>,
    value: Range<usize>,
}

impl Places {
    pub(super) fn new(lines: Lines) -> Self {
        Self { lines, spots: BTreeMap::new(), kept: BTreeMap::new(), unread: BTreeSet::new() }
    }

    /// The bytes of the key at exactly this path.
    pub fn key(&self, path: &str) -> Option<Range<usize>> {
        self.spots.get(&self.written(path)).map(|spot| spot.key.clone())
    }

    /// The bytes of the value at exactly this path; of a table, its header.
    pub fn value(&self, path: &str) -> Option<Range<usize>> {
        self.spots.get(&self.written(path)).map(|spot| spot.value.clone())
    }

    /// The bytes to underline for this path: its value, or the nearest parent's that stands in the file.
    pub fn resolve(&self, path: &str) -> Option<Range<usize>> {
        let path = self.written(path);
        let mut at = path.as_str();
        loop {
            if let Some(spot) = self.spots.get(at) {
                return Some(spot.value.clone());
            }
            at = parent(at)?;
        }
    }

    /// Gives a problem that knows only its path the bytes, line and column it stands at.
    pub fn locate(&self, problem: &mut Problem) {
        let Place { path: Some(path), bytes: bytes @ None, line_and_column, .. } = &mut problem.place else {
            return;
        };
        if let Some(found) = self.resolve(path) {
            *line_and_column = Some(self.lines.line_and_column(found.start));
            *bytes = Some(found);
        }
    }

    /// Whether something at, above or below this path stands in the file and could not be read, so that what
    /// follows from its absence would mislead.
    pub fn is_unread(&self, path: &str) -> bool {
        let path = self.written(path);
        self.unread.iter().any(|unread| is_within(unread, &path) || is_within(&path, unread))
    }

    /// The path of the smallest thing on one line that stands at this byte.
    pub(super) fn path_at(&self, offset: usize) -> Option<String> {
        let is_on_one_line = |range: &Range<usize>| !self.lines.source()[range.clone()].contains('\n');
        let around =
            |range: &Range<usize>| (range.contains(&offset) && is_on_one_line(range)).then_some(range.len());
        let smallest = |spot: &Spot| around(&spot.value).into_iter().chain(around(&spot.key)).min();
        let found = self.spots.iter().filter_map(|(path, spot)| Some((smallest(spot)?, path)));
        found.min().map(|(_, path)| path.clone())
    }

    pub(super) fn lines(&self) -> &Lines {
        &self.lines
    }

    pub(super) fn note(&mut self, path: &str, key: Range<usize>, value: Range<usize>) {
        let spot = Spot { key: self.lines.inside(key), value: self.lines.inside(value) };
        self.spots.insert(path.to_owned(), spot);
    }

    /// The next fact of this list came from this entry: `[3]`, `."I.2.a"`.
    pub(super) fn keep(&mut self, list: &str, entry: &str) {
        self.kept.entry(list.to_owned()).or_default().push(entry.to_owned());
    }

    pub(super) fn could_not_read(&mut self, path: &str) {
        self.unread.insert(path.to_owned());
    }

    /// The path as the file has it: list positions counted with the unreadable entries, keys in quotation marks.
    fn written(&self, path: &str) -> String {
        for (list, entries) in &self.kept {
            let Some(rest) = path.strip_prefix(list.as_str()) else { continue };
            if let Some((index, rest)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                let entry = index.parse::<usize>().ok().and_then(|index| entries.get(index));
                return entry.map_or_else(|| path.to_owned(), |entry| format!("{list}{entry}{rest}"));
            }
            let Some(rest) = rest.strip_prefix('.').filter(|rest| !rest.starts_with('"')) else { continue };
            let of_key = |entry: &'_ &String| -> Option<usize> {
                let key = entry.strip_prefix(".\"")?.strip_suffix('"')?;
                is_within(rest, key).then_some(key.len())
            };
            if let Some((length, entry)) =
                entries.iter().filter_map(|entry| Some((of_key(&entry)?, entry))).max()
            {
                return format!("{list}{entry}{}", &rest[length..]);
            }
        }
        path.to_owned()
    }
}

/// Whether a path is this other one, or below it.
fn is_within(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The path without its last part; a part in quotation marks may hold dots.
fn parent(path: &str) -> Option<&str> {
    let cut = match path.strip_suffix('"') {
        Some(inside) => inside.rfind('"')?.saturating_sub(1),
        None => path.rfind(['.', '['])?,
    };
    path.get(..cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let mut places = Places::new(Lines::of(&"x".repeat(100)));
        places.note("product", 0..7, 0..9);
        places.note("product.variants", 10..20, 10..20);
        places.note("product.variants[0]", 10..20, 20..30);
        places.note("product.variants[2]", 10..20, 40..50);
        places.keep("product.variants", "[0]");
        places.keep("product.variants", "[2]");
        places.note("requirements", 60..61, 60..62);
        places.note("requirements.\"I.2\"", 63..64, 63..65);
        places.note("requirements.\"I.2.a\".applies", 70..75, 76..80);
        places.keep("requirements", ".\"I.2\"");
        places.keep("requirements", ".\"I.2.a\"");
        places
    }

    #[test]
    fn an_absent_path_resolves_to_its_nearest_parent() {
        let places = places();
        assert_eq!(places.resolve("product.core_functionality.category"), Some(0..9));
        assert_eq!(places.resolve("requirements.\"I.9\".applies"), Some(60..62));
        assert_eq!(places.resolve("release.version"), None);
    }

    #[test]
    fn the_second_fact_of_a_list_may_come_from_its_third_entry() {
        assert_eq!(places().resolve("product.variants[1].name"), Some(40..50));
    }

    #[test]
    fn an_entry_by_key_is_found_in_every_spelling() {
        let places = places();
        for path in
            ["requirements.\"I.2.a\".applies", "requirements.I.2.a.applies", "requirements[1].applies"]
        {
            assert_eq!(places.value(path), Some(76..80), "{path}");
        }
        assert_eq!(places.value("requirements.I.2"), Some(63..65));
    }

    #[test]
    fn what_could_not_be_read_covers_what_is_above_and_below() {
        let mut places = places();
        places.could_not_read("product.core_functionality.category");
        assert!(places.is_unread("product.core_functionality"));
        assert!(places.is_unread("product.core_functionality.category"));
        assert!(!places.is_unread("product.core_functionality.is"));
    }
}

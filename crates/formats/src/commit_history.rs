//! The history of a repository as git writes it: `git rev-list --parents --all`, a line for each commit with its parents,
//! `git show-ref --tags -d`, a line for each tag, and `git rev-parse --is-shallow-repository`, one line, one after the other in
//! one file.

use std::collections::BTreeMap;

use proofmark_facts::{CommitHistory, CommitName, Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;

/// The most commits that are read: the kernel has some one and a half million.
const MOST_COMMITS: usize = 4_000_000;

/// The most parents that are read, of all commits together.
const MOST_PARENTS: usize = 8_000_000;

/// The most tags that are read, and the longest one, in bytes.
const MOST_TAGS: usize = 200_000;
const LONGEST_TAG: usize = 256;

/// What `git show-ref` writes before the name of a tag, and behind one that is an object of its own for what it stands at.
const TAGS: &str = "refs/tags/";
const STANDS_AT: &str = "^{}";

/// Reads a history. Blank lines, and lines that begin with `#`, are passed over; any other line that is neither is an error. So
/// is a line that contradicts another one, and a commit that comes before itself: no repository writes that.
pub fn read_commit_history(bytes: &[u8], limits: &Limits) -> Read<CommitHistory> {
    let refuse = |place, says| Read::refused(Problem::error(place, says));
    if bytes.len() > limits.bytes {
        return refuse(Place::default(), text!("embedded-too-long", limit = limits.bytes as u64));
    }
    let mut written = Written::default();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() || line.starts_with(b"#") {
            continue;
        }
        let taken = str::from_utf8(line).map_or(Taken::Unreadable, |line| written.take(line));
        let shown = || String::from_utf8_lossy(&line[..line.len().min(LONGEST_TAG)]).into_owned();
        match taken {
            Taken::Read => {}
            Taken::Unreadable => {
                return refuse(in_line(number), text!("cpe-history-line", line = excerpt(&shown())));
            }
            Taken::Contradicts => {
                return refuse(in_line(number), text!("cpe-history-contradicts", line = excerpt(&shown())));
            }
        }
        if written.is_too_much() {
            let most = MOST_COMMITS as u64;
            return refuse(Place::default(), text!("cpe-history-too-many", most = most));
        }
    }
    if written.commits.is_empty() {
        return refuse(Place::default(), text!("cpe-history-empty"));
    }
    if let Some(name) = written.contradicted() {
        return refuse(last_line_of(name, bytes), text!("cpe-history-contradicts", line = name.to_string()));
    }
    let is_shallow = written.is_shallow;
    let tags = written.tags.into_iter().filter_map(|(tag, at)| Some((tag, at.stands_at.or(at.object)?)));
    let history = CommitHistory::of(written.commits, tags);
    if let Some(name) = history.in_circle() {
        return refuse(last_line_of(name, bytes), text!("cpe-history-circle", commit = name.to_string()));
    }
    let history = if is_shallow == Some(false) { history.stated_whole() } else { history };
    let warning = if is_shallow == Some(true) {
        Some(text!("cpe-history-shallow"))
    } else if !history.is_whole() {
        Some(text!("cpe-history-cut"))
    } else if history.cut_ends() > 1 {
        Some(text!("cpe-history-unstated", count = history.cut_ends() as u64))
    } else {
        None
    };
    Read::with(history, warning.into_iter().map(|says| Problem::warning(Place::default(), says)).collect())
}

/// A line, counted from none.
fn in_line(number: usize) -> Place {
    Place { line_and_column: Some((number + 1, 1)), ..Place::default() }
}

/// The last line that is about this commit.
fn last_line_of(name: CommitName, bytes: &[u8]) -> Place {
    let digits = name.to_string();
    let about = |line: &[u8]| {
        line.get(..digits.len()).is_some_and(|start| start.eq_ignore_ascii_case(digits.as_bytes()))
    };
    let is_tag =
        |line: &[u8]| line.get(digits.len() + 1..).is_some_and(|rest| rest.starts_with(TAGS.as_bytes()));
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    lines
        .filter(|(_, line)| about(line) && !is_tag(line))
        .last()
        .map_or_else(Place::default, |(number, _)| in_line(number))
}

/// What was read so far.
#[derive(Default)]
struct Written {
    commits: Vec<(CommitName, Vec<CommitName>)>,
    parents: usize,
    tags: BTreeMap<String, Tagged>,
    is_shallow: Option<bool>,
}

/// The object of a tag, and what it stands at where it is an object of its own.
#[derive(Default)]
struct Tagged {
    object: Option<CommitName>,
    stands_at: Option<CommitName>,
}

/// What became of a line.
enum Taken {
    Read,
    Unreadable,
    /// Another line says otherwise.
    Contradicts,
}

impl Written {
    fn take(&mut self, line: &str) -> Taken {
        let mut words = line.split_ascii_whitespace();
        let (first, rest) = (words.next().unwrap_or_default(), words.collect::<Vec<&str>>());
        if let ("true" | "false", []) = (first, rest.as_slice()) {
            return set(&mut self.is_shallow, first == "true");
        }
        let Some(name) = CommitName::parse(first) else { return Taken::Unreadable };
        if let [tag] = rest.as_slice()
            && let Some(tag) = tag.strip_prefix(TAGS)
        {
            let (tag, stands_at) = tag.strip_suffix(STANDS_AT).map_or((tag, false), |tag| (tag, true));
            if tag.is_empty() || tag.len() > LONGEST_TAG {
                return Taken::Unreadable;
            }
            let known = self.tags.entry(tag.to_owned()).or_default();
            return set(if stands_at { &mut known.stands_at } else { &mut known.object }, name);
        }
        let Some(parents) = rest.into_iter().map(CommitName::parse).collect::<Option<Vec<_>>>() else {
            return Taken::Unreadable;
        };
        self.parents += parents.len();
        self.commits.push((name, parents));
        Taken::Read
    }

    /// A commit that is listed with other parents elsewhere: a shallow clone's list and a whole one's were put together, or one
    /// of them was changed.
    fn contradicted(&mut self) -> Option<CommitName> {
        self.commits.sort_unstable();
        let mut pairs = self.commits.windows(2);
        pairs.find_map(|pair| (pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1).then_some(pair[0].0))
    }

    fn is_too_much(&self) -> bool {
        self.commits.len() > MOST_COMMITS || self.parents > MOST_PARENTS || self.tags.len() > MOST_TAGS
    }
}

/// Takes a value that may be said again, but not otherwise.
fn set<T: PartialEq>(place: &mut Option<T>, value: T) -> Taken {
    if place.as_ref().is_some_and(|known| *known != value) {
        return Taken::Contradicts;
    }
    *place = Some(value);
    Taken::Read
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(byte: u8) -> String {
        format!("{byte:02x}").repeat(20)
    }

    fn read(text: &str) -> Read<CommitHistory> {
        read_commit_history(text.as_bytes(), &Limits::default())
    }

    #[test]
    fn commits_and_tags_are_read() {
        let written = format!(
            "# of zlib\n{c} {a} {b}\r\n{b} {a}\n{a}\n\n{object} refs/tags/v1\n{b} refs/tags/v1^{{}}\n{c} refs/tags/light\n",
            a = name(1),
            b = name(2),
            c = name(3),
            object = name(9)
        );
        let history = read(&written).value.unwrap();
        let at = |byte| history.find(&name(byte)).unwrap();
        assert!(history.is_whole() && history.len() == 3);
        assert_eq!((history.find("v1"), history.find("light")), (Some(at(2)), Some(at(3))));
        assert!(history.is_before(at(1), at(3)) && !history.is_before(at(3), at(2)));
    }

    #[test]
    fn what_is_no_history_is_refused_with_its_line_and_a_cut_one_is_told() {
        let says = |text: &str| {
            let problem = read(text).problems.remove(0);
            (problem.says.id().to_owned(), problem.place.line_and_column)
        };
        assert_eq!(says(""), ("cpe-history-empty".to_owned(), None));
        assert_eq!(says(&format!("{} refs/tags/v1", name(1))), ("cpe-history-empty".to_owned(), None));
        for (line, expected) in [("commit 1", 2), ("0102 0304", 2)] {
            let written = format!("{}\n{line}", name(1));
            assert_eq!(says(&written), ("cpe-history-line".to_owned(), Some((expected, 1))), "{line}");
        }
        let branch = format!("{}\n{} refs/heads/main", name(1), name(1));
        assert_eq!(says(&branch).0, "cpe-history-line");
        assert_eq!(says(&format!("{} {}", name(2), name(1))), ("cpe-history-cut".to_owned(), None));
        let limits = Limits { bytes: 8, ..Limits::default() };
        assert!(read_commit_history(name(1).as_bytes(), &limits).value.is_none());
    }

    #[test]
    fn what_contradicts_itself_is_refused_where_it_does() {
        let (a, b, c) = (name(1), name(2), name(3));
        let says = |text: &str| {
            let read = read(text);
            assert!(read.value.is_none(), "{text}");
            (read.problems[0].says.id().to_owned(), read.problems[0].place.line_and_column)
        };
        let contradicts = |line: usize| ("cpe-history-contradicts".to_owned(), Some((line, 1)));
        // The same commit whole and shallow, in either order.
        assert_eq!(says(&format!("{c} {b}\n{b} {a}\n{a}\n{b}")), contradicts(4));
        assert_eq!(says(&format!("{b}\n{c} {b}\n{b} {a}\n{a}\n{b} refs/tags/v1")), contradicts(3));
        assert_eq!(says(&format!("{a}\n{a} refs/tags/v1\n{b} refs/tags/v1")), contradicts(3));
        assert_eq!(
            says(&format!("{a}\n{c} refs/tags/v1\n{a} refs/tags/v1^{{}}\n{b} refs/tags/v1^{{}}")),
            contradicts(4)
        );
        assert_eq!(says(&format!("{a}\nfalse\ntrue")), contradicts(3));
        assert_eq!(says(&format!("{a} {b}\n{b} {a}")), ("cpe-history-circle".to_owned(), Some((1, 1))));
        // Said again is nothing new.
        assert_eq!(read(&format!("{a}\n{a}\n{a} refs/tags/v1\n{a} refs/tags/v1\nfalse\nfalse")).problems, []);
    }

    #[test]
    fn whether_it_is_shallow_is_read_and_told() {
        let (a, b) = (name(1), name(2));
        let of = |text: &str| {
            let read = read(text);
            let says = read.problems.first().map(|problem| problem.says.id().to_owned()).unwrap_or_default();
            let history = read.value.unwrap();
            (history.is_stated_whole(), history.cut_ends(), says)
        };
        assert_eq!(of(&format!("{b} {a}\n{a}")), (false, 1, String::new()));
        assert_eq!(of(&format!("{b}\n{a}")), (false, 2, "cpe-history-unstated".to_owned()));
        assert_eq!(of(&format!("{b}\n{a}\nfalse")), (true, 0, String::new()));
        assert_eq!(of(&format!("{b}\n{a}\ntrue")), (false, 2, "cpe-history-shallow".to_owned()));
        // What lacks parents is not whole, whatever is stated.
        assert_eq!(of(&format!("{b} {a}\nfalse")), (false, 1, "cpe-history-cut".to_owned()));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_commit_history(&bytes, &Limits::default());
            let _ = read_commit_history(&[name(1).as_bytes(), b" ", &bytes].concat(), &Limits::default());
        }

        #[test]
        fn what_is_before_what_is_the_same_both_ways(edges in prop::collection::vec((0_u8..12, 0_u8..12), 0..30)) {
            let mut written = String::new();
            for commit in 0..12 {
                let parents = edges.iter().filter(|(from, to)| *from == commit && to < from);
                let parents: Vec<String> = parents.map(|(_, to)| name(*to)).collect();
                written = format!("{written}{} {}\n", name(commit), parents.join(" "));
            }
            let history = read(&written).value.unwrap();
            for first in 0..12 {
                for second in 0..12 {
                    let (first, second) = (history.find(&name(first)).unwrap(), history.find(&name(second)).unwrap());
                    prop_assert_eq!(history.ancestors(second).contains(first), history.is_before(first, second));
                }
            }
        }
    }
}

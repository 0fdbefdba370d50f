//! The history of a repository as git writes it: `git rev-list --parents --all`, a line for each commit with its parents, and
//! `git show-ref --tags -d`, a line for each tag, one after the other in one file.

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

/// Reads a history. Blank lines, and lines that begin with `#`, are passed over; any other line that is neither is an error.
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
        let taken = str::from_utf8(line).ok().and_then(|line| written.take(line));
        if taken.is_none() {
            let place = Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
            let line = String::from_utf8_lossy(&line[..line.len().min(LONGEST_TAG)]);
            return refuse(place, text!("cpe-history-line", line = excerpt(&line)));
        }
        if written.is_too_much() {
            let most = MOST_COMMITS as u64;
            return refuse(Place::default(), text!("cpe-history-too-many", most = most));
        }
    }
    if written.commits.is_empty() {
        return refuse(Place::default(), text!("cpe-history-empty"));
    }
    let history = CommitHistory::of(written.commits, written.tags);
    let cut = Problem::warning(Place::default(), text!("cpe-history-cut"));
    let problems = if history.is_whole() { Vec::new() } else { vec![cut] };
    Read::with(history, problems)
}

/// What was read so far.
#[derive(Default)]
struct Written {
    commits: Vec<(CommitName, Vec<CommitName>)>,
    parents: usize,
    /// Of a tag that is an object of its own, what it stands at comes behind it and takes its place.
    tags: Vec<(String, CommitName)>,
}

impl Written {
    fn take(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_ascii_whitespace();
        let name = CommitName::parse(words.next()?)?;
        let rest: Vec<&str> = words.collect();
        if let [tag] = rest.as_slice()
            && let Some(tag) = tag.strip_prefix(TAGS)
        {
            let tag = tag.strip_suffix(STANDS_AT).unwrap_or(tag);
            if tag.is_empty() || tag.len() > LONGEST_TAG {
                return None;
            }
            self.tags.push((tag.to_owned(), name));
            return Some(());
        }
        let parents: Vec<CommitName> = rest.into_iter().map(CommitName::parse).collect::<Option<_>>()?;
        self.parents += parents.len();
        self.commits.push((name, parents));
        Some(())
    }

    fn is_too_much(&self) -> bool {
        self.commits.len() > MOST_COMMITS || self.parents > MOST_PARENTS || self.tags.len() > MOST_TAGS
    }
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

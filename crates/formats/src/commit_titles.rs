//! Commits that are taken back by their title alone: `Revert "net: fix"`, with nothing below it that names the commit.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::CommitName;

/// How many titles that fit no commit are compared with all of them; with more, nothing can be said of any commit.
const MOST_COMPARED: usize = 64;

/// What the messages of a list say beside the names in them.
#[derive(Debug, Default)]
pub(crate) struct Messages<'a> {
    all: Vec<Message<'a>>,
    /// Whether the title of the last one is still to come.
    awaits_title: bool,
}

#[derive(Debug)]
struct Message<'a> {
    of: CommitName,
    /// Its first line; empty: it has none.
    title: &'a str,
    /// What it names as taken back, by beginnings of names.
    names: Vec<String>,
}

/// What follows from titles alone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TakenBack {
    /// Commits that were taken back.
    pub(crate) reverted: BTreeSet<CommitName>,
    /// Commits of which it cannot be said.
    pub(crate) doubtful: BTreeSet<CommitName>,
}

impl<'a> Messages<'a> {
    /// The message of this commit begins.
    pub(crate) fn begin(&mut self, of: CommitName) {
        self.all.push(Message { of, title: "", names: Vec::new() });
        self.awaits_title = true;
    }

    /// A line of it. The heading that `git log` writes is not set in, but the message below it is.
    pub(crate) fn line(&mut self, line: &'a str) {
        let words = line.trim();
        if !self.awaits_title || words.is_empty() || is_heading(line) {
            return;
        }
        if let Some(last) = self.all.last_mut() {
            last.title = words;
            self.awaits_title = false;
        }
    }

    /// It says that a commit of this name, or beginning so, was taken back.
    pub(crate) fn names(&mut self, start: String) {
        if let Some(last) = self.all.last_mut() {
            last.names.push(start);
        }
    }

    /// What follows, where `is_listed` says whether a commit that begins so is in the list.
    pub(crate) fn taken_back(&self, is_listed: impl Fn(&str) -> bool) -> TakenBack {
        let mut back = TakenBack::default();
        let by_title_alone = self.all.iter().filter(|one| !one.names.iter().any(|name| is_listed(name)));
        let mut reverts: BTreeMap<String, usize> = BTreeMap::new();
        for title in by_title_alone.filter_map(|one| reverted_title(one.title)) {
            *reverts.entry(title).or_default() += 1;
        }
        if reverts.is_empty() {
            return back;
        }
        let mut by_title: BTreeMap<String, Vec<CommitName>> = BTreeMap::new();
        for one in &self.all {
            by_title.entry(plain(one.title)).or_default().push(one.of);
        }
        let mut fitting_none = Vec::new();
        for (title, times) in &reverts {
            match by_title.get(title) {
                // As many were taken back as there are: none of them stands.
                Some(commits) if commits.len() <= *times => back.reverted.extend(commits),
                Some(commits) => back.doubtful.extend(commits),
                None => fitting_none.push(title.as_str()),
            }
        }
        if !fitting_none.is_empty() {
            let too_many = fitting_none.len() > MOST_COMPARED;
            let alike = |title: &str| {
                // What takes it back is not it.
                let is_other = reverted_title(title).is_none_or(|named| !reverts.contains_key(&named));
                let is_like = title.is_empty()
                    || too_many
                    || fitting_none.iter().any(|one| one.contains(title) || title.contains(one));
                is_other && is_like
            };
            let doubtful = by_title.iter().filter(|(title, _)| alike(title));
            back.doubtful.extend(doubtful.flat_map(|(_, commits)| commits));
        }
        back
    }
}

/// The title a commit of this title takes back. A tree may put its own marks before it (`UPSTREAM: Revert "net: fix"`), and
/// cut a long one off.
fn reverted_title(title: &str) -> Option<String> {
    let title = plain(title);
    let start = title.find("revert \"").map(|at| at + "revert \"".len());
    let start = start.or_else(|| title.find("revert: ").map(|at| at + "revert: ".len()));
    let start = start.or_else(|| title.starts_with("revert ").then_some("revert ".len()))?;
    let named = title.get(start..)?.trim_matches(['"', ' ', '.', '\u{2026}']);
    (!named.is_empty()).then(|| named.to_owned())
}

/// A title without differences that mean nothing.
fn plain(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '\u{2026}']).to_lowercase()
}

/// Whether this is a line of the heading `git log` writes above a message.
fn is_heading(line: &str) -> bool {
    const HEADINGS: [&str; 12] = [
        "Author:",
        "AuthorDate:",
        "Commit:",
        "CommitDate:",
        "Date:",
        "Merge:",
        "Refs:",
        "Notes:",
        "tree ",
        "parent ",
        "author ",
        "committer ",
    ];
    HEADINGS.iter().any(|heading| line.starts_with(heading))
}

//! The commits of a source tree as `git log` writes them: names alone (`--format=%H`), or names with messages, in which commits
//! say what they were taken from (`cherry-pick -x`, and the words of the stable kernels) and what they take back.

use std::collections::BTreeSet;

use proofmark_facts::{CommitList, CommitName, Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::commit_titles::Messages;

/// The most commits that are read, of the tree and of others: mainline has fewer than two million.
const MOST_COMMITS: usize = 4_000_000;

/// The longest line that can say something of a commit.
const LONGEST_LINE: usize = 512;

/// Reads a list of commits. Messages are written by people: lines that say nothing of a commit are passed over, whatever their
/// encoding.
pub fn read_commit_list(bytes: &[u8], limits: &Limits) -> Read<CommitList> {
    let refuse = |says| Read::refused(Problem::error(Place::default(), says));
    if bytes.len() > limits.bytes {
        return refuse(text!("embedded-too-long", limit = limits.bytes as u64));
    }
    let (mut carried, mut reverted, mut named) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let mut messages = Messages::default();
    let mut own: Option<CommitName> = None;
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| line.len() <= LONGEST_LINE) {
        let Some(line) = str::from_utf8(line).ok() else { continue };
        if own.is_some() {
            for start in named_as_taken_back(line) {
                messages.names(start.clone());
                named.insert(start);
            }
        }
        let found = said(line.trim_end());
        if let Some((name, Means::Own)) = found {
            messages.begin(name);
        } else {
            messages.line(line);
        }
        let Some((name, means)) = found else { continue };
        match (means, own) {
            (Means::Own, _) => {
                own = Some(name);
                carried.push((name, name));
            }
            (Means::TakenFrom, Some(own)) => carried.push((name, own)),
            (Means::TakesBack, Some(_)) => drop(reverted.insert(name)),
            // Nothing says whose message it is.
            (Means::TakenFrom | Means::TakesBack, None) => {}
        }
        if carried.len() > MOST_COMMITS {
            return refuse(text!("embedded-commits-too-many", most = MOST_COMMITS as u64));
        }
    }
    if carried.is_empty() {
        return refuse(text!("embedded-commits-empty"));
    }
    carried.sort_unstable();
    for start in named {
        let beginning = beginning_with(&carried, &start);
        reverted.extend(beginning.flat_map(|(name, by)| [*name, *by]));
    }
    let back = messages.taken_back(|start| beginning_with(&carried, start).next().is_some());
    reverted.extend(back.reverted);
    Read::with(CommitList::of(carried, reverted).doubting(back.doubtful), Vec::new())
}

/// What is carried under names that begin so; sorted by name.
fn beginning_with<'a>(
    carried: &'a [(CommitName, CommitName)],
    start: &'a str,
) -> impl Iterator<Item = &'a (CommitName, CommitName)> {
    let first = CommitName::parse(&format!("{start:0<40}"));
    let from = first.map_or(carried.len(), |first| carried.partition_point(|(name, _)| *name < first));
    carried
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(move |(name, _)| name.to_string().starts_with(start))
}

/// What a line about taking back names, as it is written by hand: names of commits, or their beginnings. Whoever carries
/// one of these is held to be taken back as well: rather one fix too few than one that is not there.
fn named_as_taken_back(line: &str) -> impl Iterator<Item = String> {
    let is_about = line.to_ascii_lowercase().contains("revert");
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(move |_| is_about);
    let is_name =
        |word: &&str| (7..=40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    words.filter(is_name).map(str::to_ascii_lowercase)
}

/// What a line means for the commit it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// The message of this commit begins.
    Own,
    /// The commit was taken from this one.
    TakenFrom,
    /// The commit takes this one back.
    TakesBack,
}

fn said(line: &str) -> Option<(CommitName, Means)> {
    // `git log` sets messages in by four spaces; names of commits stand at the beginning.
    let words = line.trim_start();
    let is_set_in = words.len() < line.len();
    let after = |start: &str| name_at(words.strip_prefix(start)?);
    if let Some((name, rest)) = name_at(words).filter(|_| !is_set_in) {
        return rest.trim().is_empty().then_some((name, Means::Own));
    }
    if let Some((name, rest)) = after("commit ") {
        let rest = rest.trim();
        if rest.trim_end_matches('.').eq_ignore_ascii_case("upstream") {
            return Some((name, Means::TakenFrom));
        }
        // With the branches and tags at it behind it.
        let is_heading = !is_set_in && (rest.is_empty() || rest.starts_with('('));
        return is_heading.then_some((name, Means::Own));
    }
    let taken =
        ["(cherry picked from commit ", "(backported from commit ", "[ Upstream commit ", "Upstream commit "];
    if let Some((name, _)) = taken.iter().find_map(|start| after(start)) {
        return Some((name, Means::TakenFrom));
    }
    after("This reverts commit ").map(|(name, _)| (name, Means::TakesBack))
}

/// A commit's full name, and what stands behind it.
fn name_at(words: &str) -> Option<(CommitName, &str)> {
    let (name, rest) = words.split_at_checked(40)?;
    let ends = !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    Some((CommitName::parse(name).filter(|_| ends)?, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(byte: u8) -> String {
        format!("{byte:02x}").repeat(20)
    }

    fn read(text: &str) -> CommitList {
        read_commit_list(text.as_bytes(), &Limits::default()).value.unwrap()
    }

    #[test]
    fn what_is_taken_back_by_a_beginning_or_from_another_branch_is_gone() {
        let (own, upstream, undone) = (name(1), name(2), name(3));
        let picked = format!("commit {own}\n\n    net: fix\n\n    commit {upstream} upstream.\n");
        for words in
            [format!("This reverts commit {}.", &own[..12]), format!("Reverts {upstream} (\"net: fix\")")]
        {
            let list = read(&format!("{picked}commit {undone}\n\n    Undo\n\n    {words}\n"));
            assert!(list.carrier_of(&upstream).is_none() && list.carrier_of(&own).is_none(), "{words}");
            assert!(list.carrier_of(&undone).is_some(), "{words}");
        }
    }

    #[test]
    fn what_is_taken_back_by_its_title_alone_is_gone_and_what_may_be_is_doubtful() {
        let (fix, upstream, other, undone) = (name(1), name(2), name(3), name(4));
        let written = |revert: &str, more: &str| {
            format!(
                "commit {undone}\nAuthor: A\nDate:   now\n\n    {revert}\n\n    It broke the boot.\n\ncommit {fix}\nMerge: 1 2\n\n    \
                 net: fix the thing\n\n    commit {upstream} upstream.\n\ncommit {other}\n\n    can: other\n\n{more}"
            )
        };
        let gone = |written: &str| {
            let list = read(written);
            let stands = |commit: &String| list.carrier_of(commit).is_some();
            let doubtful = |commit: &String| list.doubtful_carrier_of(commit).is_some();
            assert!(stands(&other) && stands(&undone), "{written}");
            (stands(&upstream), doubtful(&upstream))
        };
        for revert in [
            "Revert \"net: fix the thing\"",
            "Revert  \"NET: fix the  thing\"",
            "UPSTREAM: Revert \"net: fix the thing\"",
            "Revert net: fix the thing",
            "revert: net: fix the thing",
        ] {
            assert_eq!(gone(&written(revert, "")), (false, false), "{revert}");
        }
        // A title that was cut off, or marked otherwise, may be this one.
        for revert in ["Revert \"net: fix the\u{2026}\"", "Revert \"BACKPORT: net: fix the thing\""] {
            assert_eq!(gone(&written(revert, "")), (false, true), "{revert}");
        }
        for revert in
            ["Revert \"net: fix another\"", "net: do not revert \"net: fix the thing", "net: undo nothing"]
        {
            let expected = if revert.starts_with("net: do") { (false, false) } else { (true, false) };
            assert_eq!(gone(&written(revert, "")), expected, "{revert}");
        }
        // Of two of one title, one was taken back: nobody can say which.
        let twice = format!("commit {}\n\n    net: fix the thing\n\n", name(5));
        assert_eq!(gone(&written("Revert \"net: fix the thing\"", &twice)), (false, true));
        // A commit that names another one takes back that one.
        let named = format!("Revert \"net: fix the thing\"\n\n    This reverts commit {}.", name(5));
        let again = format!("commit {}\n\n    net: fix the thing\n\n", name(5));
        assert_eq!(gone(&written(&named, &again)), (true, false));
        // One that names a commit of nowhere may mean its title.
        let nowhere = format!("Revert \"net: fix the thing\"\n\n    This reverts commit {}.", name(77));
        assert_eq!(gone(&written(&nowhere, "")), (false, false));
    }

    #[test]
    fn a_commit_without_a_message_is_doubtful_where_a_title_fits_no_other() {
        let (fix, undone) = (name(1), name(4));
        let list = read(&format!("{undone}\nRevert \"net: fix\"\n\n{fix}\n"));
        assert_eq!(list.carrier_of(&fix), None);
        assert!(list.doubtful_carrier_of(&fix).is_some());
        assert!(read(&format!("{undone}\nnet: fix\n\n{fix}\n")).carrier_of(&fix).is_some());
    }

    #[test]
    fn commits_carry_themselves_and_what_they_were_taken_from() {
        let names_alone = format!("{}\n{}\n", name(1), name(2));
        assert!(read(&names_alone).carrier_of(&name(2)).is_some());
        let with_messages = format!(
            "{}\nnet: fix\n\n[ Upstream commit {} ]\n\nSigned-off-by: J\u{fc}rgen\n\n{}\ncan: fix\n\ncommit {} upstream.\n\n\
             Fixes: {} (\"can: add\")\n(cherry picked from commit {})\n",
            name(1),
            name(11),
            name(2),
            name(12),
            name(99),
            name(13)
        );
        let set_in = format!(
            "commit {} (HEAD -> main, tag: v1)\nAuthor: A\n\n    net: fix\n\n    [ Upstream commit {} ]\n\ncommit {}\n\n    can: fix\n    \
             \n    commit {} upstream.\n    (cherry picked from commit {})\n    {}\n",
            name(1),
            name(11),
            name(2),
            name(12),
            name(13),
            name(99)
        );
        for written in [with_messages, set_in] {
            let list = read(&written);
            let by = |byte| list.carrier_of(&name(byte)).map(|by| by.to_string());
            assert_eq!((by(1), by(11)), (Some(name(1)), Some(name(1))), "{written}");
            assert_eq!((by(12), by(13)), (Some(name(2)), Some(name(2))), "{written}");
            assert_eq!(by(99), None, "a commit that is only spoken of is not there: {written}");
        }
    }

    #[test]
    fn what_was_taken_back_is_not_there() {
        let written = format!(
            "{}\nRevert \"net: fix\"\n\nThis reverts commit {}.\n\n{}\nnet: fix\n\ncommit {} upstream.\n",
            name(3),
            name(1),
            name(1),
            name(11)
        );
        let list = read(&written);
        assert_eq!((list.carrier_of(&name(1)), list.carrier_of(&name(11))), (None, None));
        assert!(list.carrier_of(&name(3)).is_some());
    }

    #[test]
    fn what_names_no_commit_is_refused() {
        for none in [
            "",
            "v6.1.80\n",
            "abcdef012345\n",
            &format!("{}0\n", name(1)),
            &format!("[ Upstream commit {} ]\n", name(1)),
        ] {
            let read = read_commit_list(none.as_bytes(), &Limits::default());
            assert_eq!(read.value, None, "{none}");
            assert_eq!(read.problems[0].says.id(), "embedded-commits-empty");
        }
        let limits = Limits { bytes: 8, ..Limits::default() };
        assert!(read_commit_list(name(1).as_bytes(), &limits).value.is_none());
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_commit_list(&bytes, &Limits::default());
            let _ = read_commit_list(&[name(1).as_bytes(), b"\n", &bytes].concat(), &Limits::default());
        }

        #[test]
        fn every_name_that_is_listed_is_found(bytes in prop::collection::vec(1_u8..=255, 1..40)) {
            let listed: Vec<String> = bytes.iter().map(|byte| name(*byte)).collect();
            let list = read(&listed.join("\n"));
            for name in &listed {
                prop_assert!(list.carrier_of(name).is_some());
            }
            prop_assert!(list.carrier_of(&name(0)).is_none());
        }
    }
}

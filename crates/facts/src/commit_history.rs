//! The history of a repository: which commits come before which, and where its tags stand.

use std::collections::BTreeMap;

use crate::commit_list::CommitName;

/// The shortest beginning of a commit's name that is looked for.
const SHORTEST: usize = 7;

/// Commits with their parents, and tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommitHistory {
    /// Sorted; a commit's place here is its number.
    names: Vec<CommitName>,
    /// The first of each commit's parents in the list of parents, and one beyond the last.
    first_parent: Vec<u32>,
    parents: Vec<u32>,
    /// How many commits lie between each commit and the beginning at most: more than between any parent and it.
    depths: Vec<u32>,
    tags: BTreeMap<String, u32>,
    is_whole: bool,
}

/// Everything that comes before a commit, itself included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ancestors(Vec<bool>);

impl Ancestors {
    /// Whether this commit is among them.
    pub fn contains(&self, commit: u32) -> bool {
        self.0.get(commit as usize).copied().unwrap_or_default()
    }
}

impl CommitHistory {
    /// A history of these commits, each with its parents, and of these tags. Parents and tags whose commit is not among them
    /// are left out; then the history is no whole one.
    pub fn of(
        mut commits: Vec<(CommitName, Vec<CommitName>)>,
        tags: impl IntoIterator<Item = (String, CommitName)>,
    ) -> Self {
        commits.sort_unstable();
        commits.dedup_by(|later, kept| later.0 == kept.0);
        let names: Vec<CommitName> = commits.iter().map(|(name, _)| *name).collect();
        let number = |name: &CommitName| names.binary_search(name).ok().and_then(|at| u32::try_from(at).ok());
        let (mut first_parent, mut parents, mut is_whole) = (vec![0], Vec::new(), true);
        for (_, of_commit) in &commits {
            for parent in of_commit {
                let known = number(parent);
                is_whole &= known.is_some();
                parents.extend(known);
            }
            first_parent.push(u32::try_from(parents.len()).unwrap_or(u32::MAX));
        }
        let tags = tags.into_iter().filter_map(|(tag, name)| Some((tag, number(&name)?))).collect();
        let mut history = Self { names, first_parent, parents, depths: Vec::new(), tags, is_whole };
        history.depths = history.measured();
        history
    }

    /// How many commits it has.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether every parent of every commit is in it: then what is not found before a commit is not before it.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The commit of this name, of a name that begins so where only one does, or at this tag.
    pub fn find(&self, at: &str) -> Option<u32> {
        if let Some(&commit) = self.tags.get(at) {
            return Some(commit);
        }
        let wanted = at.trim().to_ascii_lowercase();
        if !(SHORTEST..=40).contains(&wanted.len()) {
            return None;
        }
        let first = CommitName::parse(&format!("{wanted:0<40}"))?;
        let start = self.names.partition_point(|name| *name < first);
        let mut found =
            (start..self.names.len()).take_while(|place| self.names[*place].to_string().starts_with(&wanted));
        let only = found.next().filter(|_| found.next().is_none())?;
        u32::try_from(only).ok()
    }

    /// Everything that comes before a commit.
    pub fn ancestors(&self, commit: u32) -> Ancestors {
        let mut reached = vec![false; self.names.len()];
        let mut waiting = vec![commit];
        while let Some(next) = waiting.pop() {
            match reached.get_mut(next as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            waiting.extend(self.parents_of(next));
        }
        Ancestors(reached)
    }

    /// Whether the first comes before the second, or is it.
    pub fn is_before(&self, first: u32, second: u32) -> bool {
        let depth = |commit: u32| self.depths.get(commit as usize).copied().unwrap_or_default();
        let mut reached = vec![false; self.names.len()];
        let mut waiting = vec![second];
        while let Some(next) = waiting.pop() {
            if next == first {
                return true;
            }
            match reached.get_mut(next as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            // What is before a commit is nearer to the beginning.
            waiting.extend(self.parents_of(next).filter(|parent| depth(*parent) >= depth(first)));
        }
        false
    }

    fn parents_of(&self, commit: u32) -> impl Iterator<Item = u32> + '_ {
        let bound = |at: usize| self.first_parent.get(at).map_or(0, |&first| first as usize);
        let range = bound(commit as usize)..bound(commit as usize + 1).max(bound(commit as usize));
        self.parents.get(range).unwrap_or_default().iter().copied()
    }

    /// The depth of each commit; a list that goes round in a circle, as no repository does, comes to an end too.
    fn measured(&self) -> Vec<u32> {
        let count = self.names.len();
        let (mut children, mut missing) = (vec![Vec::new(); count], vec![0_u32; count]);
        for commit in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            for parent in self.parents_of(commit) {
                children[parent as usize].push(commit);
                missing[commit as usize] += 1;
            }
        }
        let mut depths = vec![0_u32; count];
        let mut ready: Vec<usize> = (0..count).filter(|commit| missing[*commit] == 0).collect();
        while let Some(commit) = ready.pop() {
            for &child in &children[commit] {
                let child = child as usize;
                depths[child] = depths[child].max(depths[commit].saturating_add(1));
                missing[child] -= 1;
                if missing[child] == 0 {
                    ready.push(child);
                }
            }
        }
        // Nothing is left out on the word of a depth that could not be measured.
        let in_circle = |commit: usize| missing[commit] > 0;
        (0..count).map(|commit| if in_circle(commit) { u32::MAX } else { depths[commit] }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(byte: u8) -> CommitName {
        CommitName::parse(&format!("{byte:02x}").repeat(20)).unwrap()
    }

    /// 1 ← 2 ← 3 ← 5 (a merge of 3 and 4), 2 ← 4.
    fn history() -> CommitHistory {
        let commits = [(1, vec![]), (2, vec![1]), (3, vec![2]), (4, vec![2]), (5, vec![3, 4])];
        let named = commits
            .map(|(commit, parents): (u8, Vec<u8>)| (name(commit), parents.into_iter().map(name).collect()));
        CommitHistory::of(named.into(), [("v1".to_owned(), name(3)), ("gone".to_owned(), name(9))])
    }

    #[test]
    fn what_comes_before_what_is_known() {
        let history = history();
        let at = |byte: u8| history.find(&name(byte).to_string()).unwrap();
        assert!(history.is_whole() && !history.is_empty() && history.len() == 5);
        for (first, second, expected) in
            [(1, 5, true), (3, 5, true), (4, 5, true), (3, 4, false), (5, 1, false), (2, 2, true)]
        {
            assert_eq!(history.is_before(at(first), at(second)), expected, "{first} {second}");
            assert_eq!(history.ancestors(at(second)).contains(at(first)), expected, "{first} {second}");
        }
        assert_eq!(history.find("v1"), Some(at(3)));
        assert_eq!(history.find("030303030303"), Some(at(3)));
        for nothing in ["gone", "03", "0909090909", "", "v2"] {
            assert_eq!(history.find(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_cut_history_says_so_and_a_circle_ends() {
        assert!(!CommitHistory::of(vec![(name(2), vec![name(1)])], []).is_whole());
        let circle = CommitHistory::of(vec![(name(1), vec![name(2)]), (name(2), vec![name(1)])], []);
        assert!(circle.is_before(0, 1) && circle.is_before(1, 0));
    }
}

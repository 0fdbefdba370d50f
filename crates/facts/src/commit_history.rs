//! The history of a repository: which commits come before which, and where its tags stand.

use std::collections::BTreeMap;

use crate::commit_list::CommitName;

/// The shortest beginning of a commit's name that is looked for.
const SHORTEST: usize = 7;

/// How many ends of a cut history are kept apart: one that has more before a commit denies nothing of it.
const MOST_ENDS: usize = 64;

/// Commits with their parents, and tags.
///
/// That one commit comes before another is seen. That it does not is only known where nothing between them was cut away, and
/// `git rev-list` writes the last commits of a shallow clone as if they had no parents. So a commit without parents is a
/// place where more may have been, unless it is stated that the clone is not shallow ([`CommitHistory::stated_whole`]).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommitHistory {
    /// Sorted; a commit's place here is its number.
    names: Vec<CommitName>,
    /// The first of each commit's parents in the list of parents, and one beyond the last.
    first_parent: Vec<u32>,
    parents: Vec<u32>,
    /// How many commits lie between each commit and the beginning at most: more than between any parent and it.
    depths: Vec<u32>,
    /// All commits, parents before their children; those of a circle are left out.
    order: Vec<u32>,
    /// Commits before which more may have been, sorted.
    ends: Vec<u32>,
    tags: BTreeMap<String, u32>,
    is_whole: bool,
    is_stated_whole: bool,
}

/// Everything that comes before a commit, itself included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ancestors {
    reached: Vec<bool>,
    /// Which commits come after every cut end that was reached; `None`: none was.
    beyond_ends: Option<Vec<bool>>,
}

impl Ancestors {
    /// Whether this commit is among them.
    pub fn contains(&self, commit: u32) -> bool {
        self.reached.get(commit as usize).copied().unwrap_or_default()
    }

    /// Whether this commit of the same history is among them; `None`: it is not seen, but may have been cut away. What lies
    /// beyond a cut end comes before it, so a commit that comes after the end is not there.
    pub fn says(&self, commit: u32) -> Option<bool> {
        if self.contains(commit) {
            return Some(true);
        }
        let is_after = |beyond: &Vec<bool>| beyond.get(commit as usize).copied().unwrap_or_default();
        self.beyond_ends.as_ref().is_none_or(is_after).then_some(false)
    }
}

impl CommitHistory {
    /// A history of these commits, each with its parents, and of these tags. Parents and tags whose commit is not among them
    /// are left out; then the history is no whole one. Of a commit that is listed twice the first list of parents in order
    /// holds: readers refuse such a list.
    pub fn of(
        mut commits: Vec<(CommitName, Vec<CommitName>)>,
        tags: impl IntoIterator<Item = (String, CommitName)>,
    ) -> Self {
        commits.sort_unstable();
        commits.dedup_by(|later, kept| later.0 == kept.0);
        let names: Vec<CommitName> = commits.iter().map(|(name, _)| *name).collect();
        let number = |name: &CommitName| names.binary_search(name).ok().and_then(|at| u32::try_from(at).ok());
        let (mut first_parent, mut parents, mut ends, mut is_whole) = (vec![0], Vec::new(), Vec::new(), true);
        for (commit, (_, of_commit)) in (0..).zip(&commits) {
            let known: Vec<u32> = of_commit.iter().filter_map(number).collect();
            let lacks = known.len() < of_commit.len();
            is_whole &= !lacks;
            if lacks || known.is_empty() {
                ends.push(commit);
            }
            parents.extend(known);
            first_parent.push(u32::try_from(parents.len()).unwrap_or(u32::MAX));
        }
        let tags = tags.into_iter().filter_map(|(tag, name)| Some((tag, number(&name)?))).collect();
        let mut history = Self {
            names,
            first_parent,
            parents,
            ends,
            tags,
            is_whole,
            is_stated_whole: false,
            ..Self::default()
        };
        (history.depths, history.order) = history.measured();
        history
    }

    /// The same, where whoever wrote it states that it is not of a shallow clone (`git rev-parse --is-shallow-repository`):
    /// commits without parents are beginnings then. A history that lacks parents is none the more whole for it.
    #[must_use]
    pub fn stated_whole(mut self) -> Self {
        if self.is_whole {
            self.is_stated_whole = true;
            self.ends.clear();
        }
        self
    }

    /// How many commits it has.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether every parent of every commit is in it.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether nothing can have been cut away: then a commit that is not in it comes before none of its commits.
    pub fn is_stated_whole(&self) -> bool {
        self.is_stated_whole
    }

    /// Before how many commits more may have been.
    pub fn cut_ends(&self) -> usize {
        self.ends.len()
    }

    /// A commit that comes before itself, as in no repository; `None`: there is none.
    pub fn in_circle(&self) -> Option<CommitName> {
        let place = self.depths.iter().position(|depth| *depth == u32::MAX)?;
        self.names.get(place).copied()
    }

    /// The commit a tag of exactly this name stands at.
    pub fn tagged(&self, tag: &str) -> Option<u32> {
        self.tags.get(tag).copied()
    }

    /// The whole name of a commit.
    pub fn name_of(&self, commit: u32) -> Option<CommitName> {
        self.names.get(commit as usize).copied()
    }

    /// The commit of this name, of a name that begins so where only one does, or at this tag. A whole name is never a tag's,
    /// and what could be a tag and the beginning of another commit's name is neither.
    pub fn find(&self, at: &str) -> Option<u32> {
        let named = self.named(at);
        match self.tagged(at) {
            Some(tagged) if CommitName::parse(at.trim()).is_none() => {
                named.is_none_or(|named| named == tagged).then_some(tagged)
            }
            _ => named,
        }
    }

    /// The commit of this name, or of a name that begins so where only one does.
    fn named(&self, at: &str) -> Option<u32> {
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
        let beyond_ends = self.beyond_ends(&reached);
        Ancestors { reached, beyond_ends }
    }

    /// Which commits come after every cut end among those that were reached, or are it; `None`: none was reached.
    fn beyond_ends(&self, reached: &[bool]) -> Option<Vec<bool>> {
        let ends: Vec<u32> = self.ends.iter().copied().filter(|end| reached[*end as usize]).collect();
        if ends.is_empty() {
            return None;
        }
        if ends.len() > MOST_ENDS {
            return Some(vec![false; reached.len()]);
        }
        // A bit for each end, handed on from parents to children.
        let mut after = vec![0_u64; reached.len()];
        for (bit, end) in ends.iter().enumerate() {
            after[*end as usize] |= 1 << bit;
        }
        for &commit in &self.order {
            let handed_on = self.parents_of(commit).fold(0, |all, parent| all | after[parent as usize]);
            after[commit as usize] |= handed_on;
        }
        let every = u64::MAX >> (MOST_ENDS - ends.len());
        Some(after.into_iter().map(|bits| bits == every).collect())
    }

    /// Whether the first comes before the second, or is it; `None`: it is not seen, but may have been cut away.
    pub fn says_before(&self, first: u32, second: u32) -> Option<bool> {
        if self.is_before(first, second) {
            return Some(true);
        }
        // Every commit comes after the only end there is, or after none.
        (self.ends.len() <= 1).then_some(false)
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

    /// The depth of each commit, and all commits with parents before children; a list that goes round in a circle, as no
    /// repository does, comes to an end too.
    fn measured(&self) -> (Vec<u32>, Vec<u32>) {
        let count = self.names.len();
        let (mut children, mut missing) = (vec![Vec::new(); count], vec![0_u32; count]);
        for commit in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            for parent in self.parents_of(commit) {
                children[parent as usize].push(commit);
                missing[commit as usize] += 1;
            }
        }
        let (mut depths, mut order) = (vec![0_u32; count], Vec::with_capacity(count));
        let mut ready: Vec<usize> = (0..count).filter(|commit| missing[*commit] == 0).collect();
        while let Some(commit) = ready.pop() {
            order.push(u32::try_from(commit).unwrap_or(u32::MAX));
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
        let depths = (0..count).map(|commit| if in_circle(commit) { u32::MAX } else { depths[commit] });
        (depths.collect(), order)
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
        let cut = CommitHistory::of(vec![(name(2), vec![name(1)])], []);
        assert!(!cut.is_whole() && !cut.stated_whole().is_stated_whole());
        let circle = CommitHistory::of(vec![(name(1), vec![name(2)]), (name(2), vec![name(1)])], []);
        assert!(circle.is_before(0, 1) && circle.is_before(1, 0));
        assert_eq!(circle.in_circle(), Some(name(1)));
        assert_eq!(history().in_circle(), None);
    }

    #[test]
    fn what_may_have_been_cut_away_is_not_denied() {
        // A shallow clone: 2 and 4 stand alone, though 2 may come before 4. 5 is after both, 3 after 2.
        let commits = || {
            vec![
                (name(2), vec![]),
                (name(3), vec![name(2)]),
                (name(4), vec![]),
                (name(5), vec![name(3), name(4)]),
            ]
        };
        let shallow = CommitHistory::of(commits(), []);
        let says = |history: &CommitHistory, first: u8, second: u8| {
            let at = |byte: u8| history.find(&name(byte).to_string()).unwrap();
            let (first, second) = (at(first), at(second));
            (history.ancestors(second).says(first), history.says_before(first, second))
        };
        assert_eq!(says(&shallow, 2, 4), (None, None));
        assert_eq!(says(&shallow, 4, 3), (None, None));
        assert_eq!(says(&shallow, 4, 5), (Some(true), Some(true)));
        // 5 comes after every end that 3 reaches, so it is not beyond one.
        assert_eq!(says(&shallow, 5, 3).0, Some(false));
        assert_eq!(says(&shallow, 3, 2).0, Some(false));
        let whole = CommitHistory::of(commits(), []).stated_whole();
        assert_eq!(says(&whole, 2, 4), (Some(false), Some(false)));
        assert_eq!((shallow.cut_ends(), whole.cut_ends()), (2, 0));
        // With one beginning everything is seen.
        assert_eq!(says(&history(), 3, 4), (Some(false), Some(false)));
    }

    #[test]
    fn a_tag_shadows_no_commit() {
        let whole = name(1).to_string();
        let tags =
            [(whole.clone(), name(2)), ("0101010".to_owned(), name(2)), ("0202020".to_owned(), name(2))];
        let history = CommitHistory::of(vec![(name(1), vec![]), (name(2), vec![name(1)])], tags);
        assert_eq!(history.find(&whole), Some(0));
        assert_eq!(history.find("0101010"), None, "a tag, or another commit");
        assert_eq!(history.find("0202020"), Some(1), "both are the same");
    }
}

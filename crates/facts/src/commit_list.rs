//! The commits of a source tree, and which commits of others they carry.

use std::collections::BTreeSet;
use std::fmt;

/// The shortest beginning of a commit's name that is held to name one commit of the kernel.
const SHORTEST: usize = 12;

/// A commit's full name: 160 bits, written as 40 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitName([u8; 20]);

impl CommitName {
    /// Reads exactly 40 hexadecimal digits.
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.as_bytes();
        if digits.len() != 40 || !written.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut name = [0; 20];
        for (byte, pair) in name.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(name))
    }
}

impl fmt::Display for CommitName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for CommitName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "CommitName({self})")
    }
}

/// What the commits of a tree carry: themselves, and what they say they were taken from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommitList {
    /// What is carried, and by which commit of the tree; sorted.
    carried: Vec<(CommitName, CommitName)>,
    /// Commits that others of the tree take back.
    reverted: BTreeSet<CommitName>,
    /// Commits of the tree of which it cannot be said whether another one takes them back.
    doubtful: BTreeSet<CommitName>,
}

impl CommitList {
    /// A list of what is carried by which commit, and of what was taken back.
    pub fn of(mut carried: Vec<(CommitName, CommitName)>, reverted: BTreeSet<CommitName>) -> Self {
        carried.sort_unstable();
        carried.dedup();
        Self { carried, reverted, doubtful: BTreeSet::new() }
    }

    /// The same, where nobody can say whether these commits of the tree were taken back.
    #[must_use]
    pub fn doubting(self, doubtful: BTreeSet<CommitName>) -> Self {
        Self { doubtful, ..self }
    }

    /// How many commits of the tree, or of others, are named.
    pub fn len(&self) -> usize {
        self.carried.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.carried.is_empty()
    }

    /// The commit of the tree that carries this one, named in full or by a beginning long enough; `None`: none does, or it was
    /// or may have been taken back again.
    pub fn carrier_of(&self, commit: &str) -> Option<CommitName> {
        self.carriers(commit).find(|by| !self.doubtful.contains(by))
    }

    /// A commit of the tree that carries this one unless another one takes it back, which cannot be said.
    pub fn doubtful_carrier_of(&self, commit: &str) -> Option<CommitName> {
        self.carriers(commit).find(|by| self.doubtful.contains(by))
    }

    /// Every commit of the tree that carries this one and is not known to have been taken back.
    fn carriers(&self, commit: &str) -> impl Iterator<Item = CommitName> {
        let wanted = commit.trim().to_ascii_lowercase();
        let is_name =
            (SHORTEST..=40).contains(&wanted.len()) && wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
        let first = if is_name { CommitName::parse(&format!("{wanted:0<40}")) } else { None };
        let start =
            first.map_or(self.carried.len(), |first| self.carried.partition_point(|(name, _)| *name < first));
        let from = self.carried.get(start..).unwrap_or_default().iter();
        let fitting = from.take_while(move |(name, _)| name.to_string().starts_with(&wanted));
        let stands = |(name, by): &&(CommitName, CommitName)| {
            !self.reverted.contains(name) && !self.reverted.contains(by)
        };
        fitting.filter(stands).map(|(_, by)| *by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(byte: u8) -> CommitName {
        CommitName([byte; 20])
    }

    #[test]
    fn a_commit_is_carried_by_itself_or_by_one_taken_from_it_unless_taken_back() {
        let (own, picked, upstream, gone) = (name(1), name(2), name(3), name(4));
        let carried = vec![(own, own), (picked, picked), (upstream, picked), (gone, gone)];
        let list = CommitList::of(carried.clone(), BTreeSet::from([gone]));
        assert_eq!(list.carrier_of(&own.to_string()), Some(own));
        assert_eq!(list.carrier_of(&upstream.to_string().to_uppercase()), Some(picked));
        assert_eq!(list.carrier_of(&upstream.to_string()[..12]), Some(picked));
        assert_eq!(list.carrier_of(&upstream.to_string()[..11]), None, "too short to be one");
        assert_eq!(list.carrier_of(&gone.to_string()), None);
        assert_eq!(list.carrier_of("0303030303ff"), None);
        assert_eq!(list.carrier_of("not a commit"), None);
        let both_gone = CommitList::of(carried, BTreeSet::from([picked]));
        assert_eq!(both_gone.carrier_of(&upstream.to_string()), None, "what carried it was taken back");
        let doubtful = list.doubting(BTreeSet::from([picked]));
        assert_eq!(doubtful.carrier_of(&upstream.to_string()), None);
        assert_eq!(doubtful.doubtful_carrier_of(&upstream.to_string()), Some(picked));
        assert_eq!(doubtful.doubtful_carrier_of(&own.to_string()), None);
    }
}

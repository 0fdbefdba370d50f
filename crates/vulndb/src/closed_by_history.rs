//! What the history of a repository alone shows not to affect a component: nobody would see it otherwise, as what does not
//! affect a component is not told.

use proofmark_facts::{CommitName, Component};

use crate::by_commit;
use crate::gathering;
use crate::histories::Histories;
use crate::index::Index;
use crate::repository::AskedCommit;

/// A record that concerns the repository of a component, but by its history not the commit the component was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedByHistory {
    /// The record's identifier.
    pub advisory: String,
    /// The repository, as [`Histories::key_of`] spells it.
    pub repository: String,
    /// The commit the component was made from.
    pub commit: CommitName,
    /// The fix that comes before it, as the record names it; `None`: what brought the vulnerability in does not.
    pub fix: Option<String>,
}

impl Index {
    /// What histories alone show not to affect a component: without them it could not be said. Sorted by identifier, each
    /// once. Nothing is said of what decides the component by its package.
    pub fn closed_by_histories(&self, component: &Component, histories: &Histories) -> Vec<ClosedByHistory> {
        let asked = if histories.is_empty() { Vec::new() } else { AskedCommit::of(component) };
        let has_history =
            |asked: &AskedCommit| asked.repository.as_deref().is_some_and(|key| histories.of(key).is_some());
        if !asked.iter().any(has_history) {
            return Vec::new();
        }
        // Of a damaged index nothing was closed: what is known of the component says so.
        let found = by_commit::look_up(&asked, histories, self.tables()).unwrap_or_default();
        let mut closed: Vec<ClosedByHistory> = found
            .closed
            .into_iter()
            .filter_map(|closed| {
                let advisory = gathering::identifier(closed.advisory, self.tables())?.to_owned();
                let (repository, commit, fix) = (closed.repository, closed.commit, closed.fix);
                Some(ClosedByHistory { advisory, repository, commit, fix })
            })
            .collect();
        closed.sort_by(|one, other| one.advisory.cmp(&other.advisory));
        closed.dedup_by(|later, earlier| later.advisory == earlier.advisory);
        closed
    }
}

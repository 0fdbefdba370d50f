//! Histories of repositories that whoever asks has at hand: with them it is known which commits come before which.

use std::collections::BTreeMap;

use proofmark_facts::CommitHistory;

use crate::repository;

/// Histories by repository.
#[derive(Debug, Default)]
pub struct Histories {
    by_key: BTreeMap<String, CommitHistory>,
}

impl Histories {
    /// Takes one in; `false` where the address names no repository.
    pub fn add(&mut self, address: &str, history: CommitHistory) -> bool {
        let key = repository::key_of(address);
        key.is_some_and(|key| {
            self.by_key.insert(key, history);
            true
        })
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// That of the repository of this key.
    pub(crate) fn of(&self, key: &str) -> Option<&CommitHistory> {
        self.by_key.get(key)
    }
}

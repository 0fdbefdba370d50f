//! Histories of repositories that whoever asks has at hand: with them it is known which commits come before which.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use proofmark_facts::CommitHistory;

use crate::repository;

/// Histories by repository.
#[derive(Debug, Default)]
pub struct Histories {
    by_key: BTreeMap<String, CommitHistory>,
}

impl Histories {
    /// Takes one in; `false` where the address names no repository, or one whose history is there already: of two that
    /// differ nobody knows which is true.
    pub fn add(&mut self, address: &str, history: CommitHistory) -> bool {
        match repository::key_of(address).map(|key| self.by_key.entry(key)) {
            Some(Entry::Vacant(place)) => {
                place.insert(history);
                true
            }
            Some(Entry::Occupied(_)) | None => false,
        }
    }

    /// The one spelling of all addresses of a repository; `None`: it is no address of one.
    pub fn key_of(address: &str) -> Option<String> {
        repository::key_of(address)
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

//! The memory of the window: assessments that were looked at lately, each by the ground it stands on.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use proofmark_actions::Looked;
use proofmark_facts::Sha256;

/// Assessments that were looked at lately. All requests share it; what was not asked for longest goes first.
///
/// Nothing in it is ever wrong: what an assessment depends on is its name, so one whose ground moved is never found again.
pub struct Memory {
    most: usize,
    inside: Mutex<Inside>,
}

#[derive(Default)]
struct Inside {
    held: HashMap<Sha256, Held>,
    /// Each by when it was asked for last.
    asked: BTreeMap<u64, Sha256>,
    turn: u64,
    bytes: usize,
}

struct Held {
    looked: Arc<Looked>,
    bytes: usize,
    asked: u64,
}

impl Memory {
    /// A memory of at most about so many bytes.
    pub fn of(most: usize) -> Self {
        Self { most, inside: Mutex::default() }
    }

    /// What stands on this ground, if it is remembered.
    pub fn recall(&self, ground: &Sha256) -> Option<Arc<Looked>> {
        let mut inside = self.inside();
        let turn = inside.next_turn();
        let held = inside.held.get_mut(ground)?;
        let before = std::mem::replace(&mut held.asked, turn);
        let looked = Arc::clone(&held.looked);
        inside.asked.remove(&before);
        inside.asked.insert(turn, *ground);
        Some(looked)
    }

    /// Remembers what stands on this ground and takes so many bytes; whether it does. What is larger than a quarter of the
    /// memory is not worth the rest of it.
    pub fn keep(&self, ground: Sha256, bytes: usize, looked: &Arc<Looked>) -> bool {
        if bytes > self.most / 4 {
            return false;
        }
        let mut inside = self.inside();
        inside.forget(&ground);
        while inside.bytes + bytes > self.most {
            let Some((_, oldest)) = inside.asked.first_key_value().map(|(turn, ground)| (*turn, *ground))
            else {
                break;
            };
            inside.forget(&oldest);
        }
        let asked = inside.next_turn();
        inside.bytes += bytes;
        inside.asked.insert(asked, ground);
        inside.held.insert(ground, Held { looked: Arc::clone(looked), bytes, asked });
        true
    }

    /// Forgets everything: nobody asks.
    pub(crate) fn forget_all(&self) {
        let all = std::mem::take(&mut *self.inside());
        // Freeing much takes its time: nobody waits for it.
        drop(all);
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // A thread that panicked while it held the list may have left a name without its turn: it is only forgotten later.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn next_turn(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }

    fn forget(&mut self, ground: &Sha256) {
        if let Some(held) = self.held.remove(ground) {
            self.asked.remove(&held.asked);
            self.bytes -= held.bytes;
        }
    }
}

impl fmt::Debug for Memory {
    /// How much, never what: an assessment is its operator's.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inside = self.inside();
        out.debug_struct("Memory").field("held", &inside.held.len()).field("bytes", &inside.bytes).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::assessed;

    fn looked() -> Arc<Looked> {
        Arc::new(Looked { assessment: assessed().assessment, blocks: 0, lasts: true, dossier_bytes: 0 })
    }

    fn ground(number: u8) -> Sha256 {
        Sha256::of(&[number])
    }

    #[test]
    fn what_was_not_asked_for_longest_goes_first_and_the_bound_holds() {
        let assessment = looked();
        let memory = Memory::of(5500);
        for number in 0..5 {
            memory.keep(ground(number), 1000, &assessment);
        }
        assert!(memory.recall(&ground(0)).is_some());
        memory.keep(ground(5), 1000, &assessment);
        assert!(memory.recall(&ground(1)).is_none(), "nobody asked for it since");
        assert!(memory.recall(&ground(0)).is_some());
        for number in 6..100 {
            memory.keep(ground(number), 1000, &assessment);
            let inside = memory.inside();
            assert!(inside.bytes <= memory.most);
            assert_eq!(inside.bytes, inside.held.values().map(|held| held.bytes).sum::<usize>());
            assert_eq!(inside.held.len(), inside.asked.len());
        }
        assert!(memory.recall(&ground(99)).is_some());
    }

    #[test]
    fn what_would_fill_it_alone_is_not_kept_and_the_same_twice_is_kept_once() {
        let assessment = looked();
        let small = Memory::of(3999);
        small.keep(ground(1), 1000, &assessment);
        assert!(small.recall(&ground(1)).is_none());
        let memory = Memory::of(8000);
        memory.keep(ground(1), 1000, &assessment);
        memory.keep(ground(1), 1500, &assessment);
        assert_eq!(memory.inside().bytes, 1500);
        assert!(memory.recall(&ground(1)).is_some_and(|known| Arc::ptr_eq(&known, &assessment)));
    }
}

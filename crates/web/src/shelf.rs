//! A shelf: things read from kept documents, held for a while because the next page asks for them again.
//!
//! What lies on it is known by the digest of the document it was read from, so it is never stale. Who may see it is asked
//! before: only a record somebody may see names a digest.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use proofmark_facts::Sha256;

/// Things by digest, those used last first.
pub(crate) struct Shelf<T> {
    held: Mutex<VecDeque<Held<T>>>,
    /// What all of them together may weigh.
    most: usize,
}

struct Held<T> {
    digest: Sha256,
    thing: Arc<T>,
    weight: usize,
}

impl<T> Shelf<T> {
    /// An empty shelf that carries so much.
    pub(crate) const fn carrying(most: usize) -> Self {
        Self { held: Mutex::new(VecDeque::new()), most }
    }

    /// The thing of this digest, read now if it does not lie here; it is read without holding anybody up.
    pub(crate) fn get<E>(
        &self,
        digest: Sha256,
        weigh: impl FnOnce(&T) -> usize,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        if let Some(found) = self.found(digest) {
            return Ok(found);
        }
        let thing = Arc::new(read()?);
        let weight = weigh(&thing).max(1);
        if weight <= self.most {
            self.put(Held { digest, thing: Arc::clone(&thing), weight });
        }
        Ok(thing)
    }

    fn found(&self, digest: Sha256) -> Option<Arc<T>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let place = held.iter().position(|one| one.digest == digest)?;
        let found = held.remove(place)?;
        let thing = Arc::clone(&found.thing);
        held.push_front(found);
        Some(thing)
    }

    fn put(&self, new: Held<T>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|one| one.digest != new.digest);
        held.push_front(new);
        let mut weight = 0;
        held.retain(|one| {
            weight += one.weight;
            weight <= self.most
        });
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn get(shelf: &Shelf<usize>, weight: usize) -> bool {
        let mut was_read = false;
        let digest = Sha256::of(&weight.to_be_bytes());
        let found: Result<Arc<usize>, Infallible> = shelf.get(
            digest,
            |thing| *thing,
            || {
                was_read = true;
                Ok(weight)
            },
        );
        assert_eq!(*found.unwrap(), weight);
        was_read
    }

    #[test]
    fn what_was_used_last_stays_as_long_as_it_can_be_carried() {
        let shelf = Shelf::carrying(10);
        assert!(get(&shelf, 4) && get(&shelf, 5));
        assert!(!get(&shelf, 4), "it lies there");
        assert!(get(&shelf, 3), "and pushes out what was used least lately");
        assert!(!get(&shelf, 4) && get(&shelf, 5));
        assert!(get(&shelf, 11) && get(&shelf, 11), "what is too heavy is never held");
        assert!(!get(&shelf, 5));
    }
}

//! A pool of stores: as many as were asked for and no more, each used by one at a time.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use proofmark_facts::KeepError;
use proofmark_text::text;

use crate::error;
use crate::place::Place;
use crate::store::Store;

/// How long somebody waits for a store to come free.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a store that nobody needs stays open: each holds memory, and a server's connection.
const UNNEEDED: Duration = Duration::from_mins(1);

/// Stores of one place, handed out one at a time. A store whose connection broke is replaced by a new one, so that a
/// database that went away and came back needs no restart.
#[derive(Clone)]
pub struct StorePool {
    inside: Arc<Inside>,
}

struct Inside {
    place: Place,
    most: usize,
    patience: Duration,
    stores: Mutex<Stores>,
    comes_free: Condvar,
}

/// Those that wait to be used, and how many there are in all.
#[derive(Default)]
struct Stores {
    /// Each since when it waits; the one that was used last is used next, so those before it wait longest.
    idle: Vec<(Store, Instant)>,
    open: usize,
}

impl Stores {
    /// Takes out those that nobody needed for so long, but for the last one.
    fn unneeded(&mut self, now: Instant) -> Vec<Store> {
        let worn = self.idle.iter().take_while(|(_, since)| now.duration_since(*since) >= UNNEEDED).count();
        let worn = worn.min(self.idle.len().saturating_sub(1));
        self.open -= worn;
        self.idle.drain(..worn).map(|(store, _)| store).collect()
    }
}

impl StorePool {
    /// A pool of at most this many stores; none is opened yet.
    pub fn new(place: Place, most: usize) -> Self {
        Self::with_patience(place, most, PATIENCE)
    }

    /// The same, waiting this long for a store to come free.
    pub fn with_patience(place: Place, most: usize, patience: Duration) -> Self {
        let stores = Mutex::default();
        let inside = Inside { place, most: most.max(1), patience, stores, comes_free: Condvar::new() };
        Self { inside: Arc::new(inside) }
    }

    /// A store, for as long as it is held. It waits while all are in use, up to ten seconds.
    pub fn get(&self) -> Result<PooledStore, KeepError> {
        // The place is taken before anything can fail, and given back by `Drop` whatever happens.
        let mut pooled = PooledStore { store: self.inside.take()?, pool: Arc::clone(&self.inside) };
        if pooled.store.as_ref().is_some_and(|store| !store.is_alive()) {
            pooled.store = None;
        }
        if pooled.store.is_none() {
            pooled.store = Some(Store::connect(&self.inside.place)?);
        }
        Ok(pooled)
    }
}

impl Inside {
    /// An idle store, or leave to open one (`None`).
    fn take(&self) -> Result<Option<Store>, KeepError> {
        let until = Instant::now() + self.patience;
        let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some((store, _)) = stores.idle.pop() {
                return Ok(Some(store));
            }
            if stores.open < self.most {
                stores.open += 1;
                return Ok(None);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(error::hindrance(text!("store-pool-busy")));
            }
            stores = self.comes_free.wait_timeout(stores, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Takes a store back; one in an unknown state is let go.
    fn give_back(&self, store: Option<Store>) {
        let now = Instant::now();
        let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
        match store {
            Some(store) => stores.idle.push((store, now)),
            None => stores.open -= 1,
        }
        let unneeded = stores.unneeded(now);
        drop(stores);
        self.comes_free.notify_one();
        // Closing takes its time: nobody else waits for it.
        drop(unneeded);
    }
}

impl fmt::Debug for StorePool {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("StorePool")
            .field("place", &self.inside.place)
            .field("most", &self.inside.most)
            .finish_non_exhaustive()
    }
}

/// A store of a pool; dropping it gives it back.
#[derive(Debug)]
pub struct PooledStore {
    store: Option<Store>,
    pool: Arc<Inside>,
}

impl fmt::Debug for Inside {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(out)
    }
}

impl Deref for PooledStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store.as_ref().expect("a pool hands out a store that is there until it is given back")
    }
}

impl DerefMut for PooledStore {
    fn deref_mut(&mut self) -> &mut Store {
        self.store.as_mut().expect("a pool hands out a store that is there until it is given back")
    }
}

impl Drop for PooledStore {
    fn drop(&mut self) {
        let store = self.store.take();
        // A panic may have left it in the middle of something, and so may whoever did not end what was to be kept together.
        self.pool.give_back(store.filter(|store| !std::thread::panicking() && store.is_settled()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stores_that_nobody_needs_are_let_go_but_for_the_last() {
        let home = tempfile::tempdir().unwrap();
        let pool = StorePool::new(Place::of_home(home.path()), 4);
        let held: Vec<PooledStore> = (0..4).map(|_| pool.get().unwrap()).collect();
        drop(held);
        let later = Instant::now() + UNNEEDED;
        let mut stores = pool.inside.stores.lock().unwrap();
        assert!(stores.unneeded(Instant::now()).is_empty(), "they were just used");
        assert_eq!(stores.unneeded(later).len(), 3);
        assert_eq!((stores.idle.len(), stores.open), (1, 1));
        assert!(stores.unneeded(later).is_empty());
        drop(stores);
        // There is room for as many as before.
        let again: Vec<PooledStore> = (0..4).map(|_| pool.get().unwrap()).collect();
        assert_eq!(again.len(), 4);
    }
}

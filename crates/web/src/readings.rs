//! Readings: what is read from kept documents, by one request for all that ask for it meanwhile, and held for a while
//! because the next page asks for it again.
//!
//! What a reading is called by is the digest of everything it follows from, so it is never stale. Who may see it is asked
//! before: only a record somebody may see names a digest.

use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::{Duration, Instant};

use proofmark_facts::Sha256;
use tokio::sync::watch;

use crate::budget::{Budget, LIGHT, Share};

/// What a reading is called by: its kind, and the digest of what it follows from.
pub(crate) type Called = (&'static str, Sha256);

/// What light readings that are held may weigh together, in bytes.
const LIGHT_HELD: u64 = 32 << 20;

/// How long a reading is held after it was asked for last.
pub(crate) const HELD_FOR: Duration = Duration::from_mins(1);

/// Everything that is being read, and what was read lately.
#[derive(Debug, Default)]
pub(crate) struct Readings(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    known: HashMap<Called, Weak<Reading>>,
    /// Those used last first.
    held: VecDeque<Held>,
}

#[derive(Debug)]
struct Held {
    called: Called,
    reading: Arc<Reading>,
    bytes: u64,
    asked: Instant,
}

/// One reading: begun by a request, awaited by others. What it holds of the budget goes back with the last that uses it.
#[derive(Debug)]
pub(crate) struct Reading {
    outcome: OnceLock<Arc<dyn Any + Send + Sync>>,
    ended: watch::Sender<bool>,
    share: Mutex<Option<Share>>,
}

/// What came of asking for a reading.
pub(crate) enum Found {
    /// It is there.
    There(Arc<Reading>),
    /// Somebody else is at it.
    InTheWorks(Arc<Reading>),
    /// Nobody is.
    Nowhere,
}

/// Whoever reads it now. Dropped, the reading is ended, whatever came of it, and nobody waits for it any longer.
pub(crate) struct Leader<'a> {
    readings: &'a Readings,
    called: Called,
    pub(crate) reading: Arc<Reading>,
}

impl Readings {
    /// What is known under this name; what nobody is at is begun by `begin`, in the same moment.
    pub(crate) fn find(&self, called: Called) -> Found {
        let mut inside = self.inside();
        if let Some(place) = inside.held.iter().position(|held| held.called == called)
            && let Some(mut held) = inside.held.remove(place)
        {
            held.asked = Instant::now();
            let reading = Arc::clone(&held.reading);
            inside.held.push_front(held);
            return Found::There(reading);
        }
        match inside.known.get(&called).and_then(Weak::upgrade) {
            Some(reading) if reading.outcome.get().is_some() => Found::There(reading),
            Some(reading) if !reading.is_over() => Found::InTheWorks(reading),
            _ => Found::Nowhere,
        }
    }

    /// Begins it, unless somebody else did a moment ago.
    pub(crate) fn begin(&self, called: Called, share: Option<Share>) -> Option<Leader<'_>> {
        let mut inside = self.inside();
        inside.known.retain(|_, reading| reading.strong_count() > 0);
        let before = inside.known.get(&called).and_then(Weak::upgrade);
        if before.is_some_and(|reading| reading.outcome.get().is_some() || !reading.is_over()) {
            return None;
        }
        let (ended, _) = watch::channel(false);
        let reading = Arc::new(Reading { outcome: OnceLock::new(), ended, share: Mutex::new(share) });
        inside.known.insert(called, Arc::downgrade(&reading));
        Some(Leader { readings: self, called, reading })
    }

    /// Lets go what nobody works with: the heavy ones, or those nobody asked for lately.
    pub(crate) fn let_go(&self, which: impl Fn(u64, Duration) -> bool) {
        let now = Instant::now();
        let mut inside = self.inside();
        let (stay, go): (VecDeque<Held>, VecDeque<Held>) = std::mem::take(&mut inside.held)
            .into_iter()
            .partition(|held| !which(held.bytes, now.saturating_duration_since(held.asked)));
        inside.held = stay;
        drop(inside);
        // Freeing much takes its time: nobody else waits for it.
        drop(go);
    }

    /// Lets go every heavy one.
    pub(crate) fn make_room(&self) {
        self.let_go(|bytes, _| bytes >= LIGHT);
    }

    fn hold(&self, new: Held, budget: &Budget) {
        let mut inside = self.inside();
        // Asked under the lock: whoever begins to wait afterwards has the heavy ones let go.
        if new.bytes >= LIGHT && (budget.is_wanted() || new.bytes > budget.most_held()) {
            return;
        }
        inside.held.retain(|held| held.called != new.called);
        inside.held.push_front(new);
        let (mut light, mut heavy) = (0, 0);
        inside.held.retain(|held| {
            let (sum, most) =
                if held.bytes < LIGHT { (&mut light, LIGHT_HELD) } else { (&mut heavy, budget.most_held()) };
            *sum += held.bytes;
            *sum <= most
        });
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // A thread that panicked while it had the lists may have left a name too many: it is only read again.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leader<'_> {
    /// Gives what was read to all who wait for it. `holds`: how many bytes it takes, where it may be held for whoever comes
    /// later; `None`: it counts for those alone who waited.
    pub(crate) fn give<T: Any + Send + Sync>(&self, thing: Arc<T>, holds: Option<u64>, budget: &Budget) {
        let Self { readings, called, reading } = self;
        let _ = reading.outcome.set(thing);
        let Some(bytes) = holds else {
            readings.inside().known.remove(called);
            return;
        };
        if let Some(share) = reading.share.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            share.shrink(bytes);
        }
        let reading = Arc::clone(reading);
        readings.hold(Held { called: *called, reading, bytes: bytes.max(1), asked: Instant::now() }, budget);
    }
}

impl Drop for Leader<'_> {
    fn drop(&mut self) {
        if self.reading.outcome.get().is_none() {
            // Nothing came of it: those who wait for it hold nothing that takes room.
            drop(self.reading.share.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
        self.reading.ended.send_replace(true);
    }
}

impl Reading {
    /// What was read, if it was; as this type.
    pub(crate) fn thing<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        self.outcome.get().and_then(|thing| Arc::clone(thing).downcast().ok())
    }

    /// Waits until whoever reads it has ended.
    pub(crate) async fn ended(&self) {
        // The sender is here: it cannot go before.
        let _ = self.ended.subscribe().wait_for(|ended| *ended).await;
    }

    fn is_over(&self) -> bool {
        *self.ended.borrow()
    }
}

//! Whether to stop, and a way to wait that ends at once when it is time to.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Whether to stop, and a way to wait that ends at once when it is time to.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    asked: Mutex<bool>,
    changed: Condvar,
}

impl Stop {
    /// Whether it is time to stop.
    pub(crate) fn is_asked(&self) -> bool {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits that long, or until it is time to stop.
    pub(crate) fn wait(&self, time: Duration) {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(asked, time, |asked| !*asked);
        drop(waited);
    }

    /// Asks everybody who waits or works to stop.
    pub(crate) fn ask(&self) {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }
}

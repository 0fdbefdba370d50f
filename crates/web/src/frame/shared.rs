//! What all requests share, and how any of them works with a store.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use proofmark_facts::PurgeableRecord;
use proofmark_text::text;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::once::InTheWorks;
use super::rates::Rates;
use crate::house::House;
use crate::known_names::KnownNames;
use crate::memory::Memory;
use crate::options::Opening;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::routes::Register;

/// How long a request waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// What all requests share.
pub(super) struct Frame {
    pub(super) house: Arc<dyn House>,
    pub(super) opening: Opening,
    pub(super) description: String,
    pub(super) known_names: KnownNames,
    pub(super) rates: Rates,
    pub(super) memory: Memory,
    pub(super) room: Arc<Room>,
    pub(super) at_work: Semaphore,
    pub(super) in_the_works: InTheWorks,
    pub(super) routes: Register,
    /// Tells this run's requests from those of others in the logs.
    pub(super) run: u32,
    pub(super) requests: AtomicU64,
}

impl Frame {
    /// Does some work with a store, on a thread that may wait. A fault in it is ours, and ends this request only.
    pub(super) async fn with_store<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self, &mut dyn PurgeableRecord) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let frame = Arc::clone(&self);
        let turn = timeout(PATIENCE, self.at_work.acquire()).await;
        let Ok(Ok(_turn)) = turn else {
            return Err(Refusal::new(503, text!("web-busy")).again_after(10));
        };
        let done = tokio::task::spawn_blocking(move || {
            let mut work = Some(work);
            let mut outcome = Err(Refusal::new(500, text!("web-fault")));
            let lent = catch_unwind(AssertUnwindSafe(|| {
                frame.house.with_store(&mut |store| {
                    if let Some(work) = work.take() {
                        outcome = work(&frame, store);
                    }
                })
            }));
            match lent {
                Ok(Ok(())) => outcome,
                Ok(Err(error)) => Err(error.into()),
                Err(_) => Err(Refusal::new(500, text!("web-fault"))),
            }
        });
        done.await.unwrap_or_else(|_| Err(Refusal::new(500, text!("web-fault"))))
    }
}

//! The bench: what every job and every beat of the rhythm finds at hand.

use std::sync::Arc;

use jiff::Timestamp;
use proofmark_actions::{ActionError, ChangeOrder, Strongbox};
use proofmark_facts::{Actor, Job, SystemOfRecord};
use proofmark_web::{Held, House, Room};

use crate::worker::leases::Leases;
use crate::worker::messenger::Messenger;
use crate::worker::room_queue::RoomQueue;
use crate::worker::stop::Stop;

/// What is at hand. It is shared by all threads of a worker.
pub(crate) struct Bench {
    /// Stores, clock, randomness, the ledger's key.
    pub(crate) house: Arc<dyn House>,
    /// Who carries things outside.
    pub(crate) post: Arc<dyn Messenger>,
    /// Who opens what was sealed.
    pub(crate) strongbox: Arc<dyn Strongbox + Send + Sync>,
    /// Who the ledger says did it.
    pub(crate) actor: Actor,
    /// The jobs that are being worked on.
    pub(crate) leases: Leases,
    /// The memory for work on large releases, which is the window's too.
    pub(crate) room: Arc<Room>,
    /// The jobs that wait for some of it.
    pub(crate) room_queue: RoomQueue,
    /// Whether to stop.
    pub(crate) stop: Arc<Stop>,
}

impl Bench {
    /// A change asked for now by the installation itself.
    pub(crate) fn order(&self) -> ChangeOrder<'_> {
        ChangeOrder { by: &self.actor, with: self.house.program(), at: self.house.now() }
    }

    /// Does something with a store, for as long as it takes.
    pub(crate) fn with_store<T>(
        &self,
        mut work: impl FnMut(&mut dyn SystemOfRecord) -> Result<T, ActionError>,
    ) -> Result<T, ActionError> {
        let mut done = None;
        self.house.with_store(&mut |store| done = Some(work(store)))?;
        done.expect("a house that lends a store has the work done")
    }

    /// Room for a job that takes so many bytes of memory, waited for without a store. `None`: it is to be put back.
    pub(crate) fn room_for(&self, job: &Job, bytes: u64) -> Option<Held> {
        let worker = job.leased.as_ref().map_or("", |(worker, _)| worker.as_str());
        let ours = || self.leases.holds(&job.id, worker);
        self.room_queue.room(&self.room, job.lane, bytes, &self.stop, ours)
    }

    /// A number drawn at random; without randomness nothing is spread, which harms nobody.
    pub(crate) fn chance(&self) -> u32 {
        let mut bytes = [0; 4];
        self.house.draw(&mut bytes).map_or(u32::MAX / 2, |()| u32::from_be_bytes(bytes))
    }

    /// Bytes drawn at random, where nothing may be done without.
    pub(crate) fn draw<const N: usize>(&self) -> Result<[u8; N], ActionError> {
        let mut bytes = [0; N];
        self.house.draw(&mut bytes).map_err(ActionError::Hindered)?;
        Ok(bytes)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.house.now()
    }
}

//! Starts the worker and stops it cleanly.

use std::fmt;
use std::sync::Arc;
use std::thread::JoinHandle;

use proofmark_actions::{ActionError, Strongbox};
use proofmark_facts::{Actor, Lane};
use proofmark_text::text;
use proofmark_web::{House, Room};

use crate::worker::bench::Bench;
use crate::worker::job_loop::work;
use crate::worker::leases::Leases;
use crate::worker::messenger::Messenger;
use crate::worker::rhythm::beat;
use crate::worker::room_queue::RoomQueue;
use crate::worker::stop::Stop;

/// The worker of one node.
#[derive(Debug)]
pub struct Worker;

/// How a worker is set up.
#[derive(Debug, Clone)]
pub struct WorkerOptions {
    /// What this node is called among all nodes: leases are held under it, so no two nodes may have the same.
    pub node: String,
    /// How many threads take any job; two more serve only those who wait, and those who wait or should hear soon.
    pub threads: usize,
    /// The memory for work on large releases: the window's, so that both together stay within it.
    pub room: Arc<Room>,
}

/// A worker at work.
pub struct WorkerHandle {
    stop: Arc<Stop>,
    threads: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Starts the threads. They use a store of the house while a job reads or writes: at most three more than asked for at once.
    pub fn start(
        house: Arc<dyn House>,
        post: Arc<dyn Messenger>,
        strongbox: Arc<dyn Strongbox + Send + Sync>,
        options: &WorkerOptions,
    ) -> Result<WorkerHandle, ActionError> {
        let stop = Arc::new(Stop::default());
        let bench = Arc::new(Bench {
            house,
            post,
            strongbox,
            actor: Actor::local("system"),
            leases: Leases::default(),
            room: Arc::clone(&options.room),
            room_queue: RoomQueue::default(),
            stop: Arc::clone(&stop),
        });
        let mut handle = WorkerHandle { stop, threads: Vec::new() };
        let all = [Lane::Waited, Lane::Soon, Lane::Bulk];
        // However long the bulk is: somebody is always free for who waits, and for who should hear soon.
        let lanes = [&all[..1], &all[..2]].into_iter().chain((0..options.threads).map(|_| &all[..]));
        for (number, lanes) in lanes.enumerate() {
            let name = format!("{} {number}", options.node);
            let (bench, lanes) = (Arc::clone(&bench), lanes.to_vec());
            handle.spawn(format!("worker-{number}"), move || work(&bench, &name, &lanes))?;
        }
        handle.spawn("rhythm".to_owned(), move || beat(&bench))?;
        Ok(handle)
    }
}

impl WorkerHandle {
    /// Waits until every job that was begun is ended and everything is sealed. What still waits, waits.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.stop.ask();
        for thread in self.threads.drain(..) {
            // A thread that broke has said so already; the others are still waited for.
            thread.join().unwrap_or_default();
        }
    }

    fn spawn(&mut self, name: String, run: impl FnOnce() + Send + 'static) -> Result<(), ActionError> {
        let thread = std::thread::Builder::new().name(name).spawn(run);
        let thread = thread.map_err(|error| {
            ActionError::Hindered(text!("courier-worker-not-started", error = error.to_string()))
        })?;
        self.threads.push(thread);
        Ok(())
    }
}

/// Whoever drops the handle stops the worker too.
impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for WorkerHandle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("WorkerHandle").field("threads", &self.threads.len()).finish_non_exhaustive()
    }
}

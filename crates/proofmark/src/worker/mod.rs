//! The worker: does the jobs that wait, in lanes so that nobody who waits is held up by what may take the night, and
//! keeps the rhythm of what comes back by itself: seals, digests, what passes.

#[cfg(test)]
mod at_work;
#[cfg(test)]
mod at_work_in_room;
mod bench;
mod clock_watch;
mod handlers;
mod job_loop;
mod key_box;
mod leases;
mod messenger;
mod outside;
mod rhythm;
mod room_queue;
mod start;
mod stop;

pub use key_box::KeyBox;
pub use outside::Outside;
pub use start::{Worker, WorkerHandle, WorkerOptions};
pub(crate) use stop::Stop;

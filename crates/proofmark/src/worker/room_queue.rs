//! Room for a job: one that needs much memory takes its share of the room the window works in before it begins, and waits
//! for it with nothing in hand but its lease.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use proofmark_facts::Lane;
use proofmark_web::{Held, Room};

use crate::worker::stop::Stop;

/// How often what may take the night looks whether there is room.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// How long it lets everybody go before: longer than a request waits, so that whoever waited when it came was served.
const GIVES_WAY_FOR: Duration = Duration::from_mins(1);

/// The jobs of this worker that wait for room. One waits at a time, the most urgent: the threads of the others do meanwhile what
/// needs none.
#[derive(Debug)]
pub(crate) struct RoomQueue {
    waiting: Mutex<Waiting>,
    gives_way_for: Duration,
}

#[derive(Debug, Default)]
struct Waiting {
    jobs: Vec<(Lane, u64)>,
    came: u64,
}

/// A job among those that wait. Dropped, it is none of them.
#[derive(Debug)]
struct Place<'a> {
    queue: &'a RoomQueue,
    place: (Lane, u64),
}

impl RoomQueue {
    /// What may take the night lets everybody go before for so long.
    pub(crate) fn giving_way_for(time: Duration) -> Self {
        Self { waiting: Mutex::default(), gives_way_for: time }
    }

    /// Room for so many bytes, for a job of this lane. What may take the night lets people go before for a while and then has
    /// its turn like everybody; what is waited for has it at once. `None`: it is time to stop, or a more urgent job waits, or
    /// this one is no longer `ours`.
    pub(crate) fn room(
        &self,
        room: &Room,
        lane: Lane,
        bytes: u64,
        stop: &Stop,
        ours: impl Fn() -> bool,
    ) -> Option<Held> {
        if let Some(held) = room.at_once(bytes) {
            return Some(held);
        }
        let place = self.come(lane);
        let wanted = || !stop.is_asked() && place.is_first() && ours();
        let came = Instant::now();
        while lane == Lane::Bulk && came.elapsed() < self.gives_way_for && wanted() {
            stop.wait(LOOK_EVERY);
            if let Some(held) = room.at_once(bytes) {
                return Some(held);
            }
        }
        room.wait(bytes, wanted)
    }

    fn come(&self, lane: Lane) -> Place<'_> {
        let mut waiting = self.waiting();
        waiting.came += 1;
        let place = (lane, waiting.came);
        waiting.jobs.push(place);
        Place { queue: self, place }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // A thread that panicked while it held the list left it whole: each change is one push or one removal.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for RoomQueue {
    fn default() -> Self {
        Self::giving_way_for(GIVES_WAY_FOR)
    }
}

impl Place<'_> {
    fn is_first(&self) -> bool {
        self.queue.waiting().jobs.iter().min() == Some(&self.place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.queue.waiting().jobs.retain(|place| *place != self.place);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, channel};
    use std::thread;

    use super::*;

    const MIB: u64 = 1 << 20;
    const SOON: Duration = Duration::from_secs(5);
    const A_WHILE: Duration = Duration::from_millis(600);

    #[derive(Clone)]
    struct Worker {
        room: Arc<Room>,
        queue: Arc<RoomQueue>,
        stop: Arc<Stop>,
    }

    impl Worker {
        fn giving_way_for(time: Duration) -> Self {
            let queue = Arc::new(RoomQueue::giving_way_for(time));
            Self { room: Room::of(64 * MIB), queue, stop: Arc::default() }
        }

        /// A job that asks for room, and what came of it.
        fn job(&self, lane: Lane) -> Receiver<Option<Held>> {
            let (said, heard) = channel();
            let before = self.waiting();
            let worker = self.clone();
            thread::spawn(move || {
                let Self { room, queue, stop } = &worker;
                said.send(queue.room(room, lane, 48 * MIB, stop, || true))
            });
            while self.waiting() == before {
                thread::sleep(Duration::from_millis(5));
            }
            heard
        }

        fn waiting(&self) -> u64 {
            self.queue.waiting().came
        }

        /// A request that waits for room, as others of the window do.
        fn request(&self) -> Receiver<Option<Held>> {
            let (said, heard) = channel();
            let room = Arc::clone(&self.room);
            thread::spawn(move || said.send(room.wait(48 * MIB, || true)));
            thread::sleep(Duration::from_millis(100));
            heard
        }
    }

    #[test]
    fn what_may_take_the_night_lets_requests_go_before_that_came_later() {
        let worker = Worker::giving_way_for(SOON * 10);
        let held = worker.room.at_once(48 * MIB).unwrap();
        let rescan = worker.job(Lane::Bulk);
        let request = worker.request();
        drop(held);
        let held = request.recv_timeout(SOON).unwrap().unwrap();
        assert!(rescan.recv_timeout(A_WHILE).is_err());
        drop(held);
        assert!(rescan.recv_timeout(SOON).unwrap().is_some(), "nobody is there any more");
    }

    #[test]
    fn nothing_waits_for_good_however_many_requests_come() {
        let worker = Worker::giving_way_for(Duration::from_millis(300));
        let mut held = worker.room.at_once(48 * MIB);
        let rescan = worker.job(Lane::Bulk);
        let begun = Instant::now();
        // The room is never free for a moment: the next request waits before the one at work has ended.
        let had = loop {
            let next = worker.request();
            drop(held.take());
            match rescan.try_recv() {
                Ok(had) => break had,
                Err(_) => held = next.recv_timeout(A_WHILE).ok().flatten(),
            }
            assert!(begun.elapsed() < SOON * 4, "it starves");
        };
        assert!(had.is_some());
    }

    #[test]
    fn one_waits_at_a_time_and_the_more_urgent_one() {
        let worker = Worker::giving_way_for(SOON * 10);
        let held = worker.room.at_once(48 * MIB).unwrap();
        let first = worker.job(Lane::Bulk);
        assert!(worker.job(Lane::Bulk).recv_timeout(SOON).unwrap().is_none(), "another waits already");
        assert!(first.recv_timeout(A_WHILE).is_err());
        let soon = worker.job(Lane::Soon);
        assert!(first.recv_timeout(SOON).unwrap().is_none(), "a more urgent one came");
        drop(held);
        assert!(soon.recv_timeout(SOON).unwrap().is_some());
    }

    #[test]
    fn whoever_waits_is_told_at_once_to_stop() {
        for lane in [Lane::Waited, Lane::Soon, Lane::Bulk] {
            let worker = Worker::giving_way_for(SOON * 10);
            let held = worker.room.at_once(48 * MIB);
            let waiting = worker.job(lane);
            assert!(waiting.recv_timeout(A_WHILE).is_err());
            worker.stop.ask();
            assert!(waiting.recv_timeout(Duration::from_secs(1)).unwrap().is_none());
            drop(held);
            assert!(worker.room.at_once(48 * MIB).is_some());
            assert!(worker.queue.waiting().jobs.is_empty());
        }
    }

    #[test]
    fn a_job_whose_lease_was_lost_waits_no_longer() {
        let worker = Worker::giving_way_for(SOON * 10);
        let _held = worker.room.at_once(48 * MIB);
        for lane in [Lane::Soon, Lane::Bulk] {
            let had = worker.queue.room(&worker.room, lane, 48 * MIB, &worker.stop, || false);
            assert!(had.is_none(), "{lane:?}");
        }
    }
}

//! Room: the memory for work on large releases, which everybody takes from who does such work: requests in turns, jobs on
//! threads of their own. There is one for all of a server.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use crate::budget::{Budget, LIGHT, Share};
use crate::readings::Readings;

/// How often whoever waits on a thread is asked whether it still does.
const ASK_EVERY: Duration = Duration::from_millis(100);

/// The memory that work on large releases may take together, and what is held of it.
#[derive(Debug)]
pub struct Room {
    pub(crate) budget: Budget,
    pub(crate) readings: Readings,
}

/// What somebody who is no request holds of the room. Dropped, it is given back.
#[derive(Debug)]
pub struct Held {
    /// `None`: it is so little that nobody counts it.
    _share: Option<Share>,
}

impl Room {
    /// Room of so many bytes.
    pub fn of(bytes: u64) -> Arc<Self> {
        Arc::new(Self { budget: Budget::of(bytes), readings: Readings::default() })
    }

    /// Room for so many bytes where it is free and nobody waits for it. What takes little always finds some; what takes more
    /// than there is has all of it, alone.
    pub fn at_once(&self, bytes: u64) -> Option<Held> {
        if bytes < LIGHT {
            return Some(Held { _share: None });
        }
        self.budget.at_once(bytes).map(|share| Held { _share: Some(share) })
    }

    /// The same, waiting for it on a thread that may wait, in one queue with the requests; what is held for whoever comes
    /// later is let go for it. `None`: it was no longer `wanted`. Whoever waits here holds neither a store nor other room.
    pub fn wait(&self, bytes: u64, wanted: impl Fn() -> bool) -> Option<Held> {
        if let Some(held) = self.at_once(bytes) {
            return Some(held);
        }
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let mut waiting = pin!(self.budget.wait(bytes, || self.readings.make_room()));
        while wanted() {
            if let Poll::Ready(share) = waiting.as_mut().poll(&mut Context::from_waker(&waker)) {
                return share.map(|share| Held { _share: Some(share) });
            }
            thread::park_timeout(ASK_EVERY);
        }
        None
    }
}

/// Wakes a thread that waits.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{Receiver, channel};

    use tokio::time::timeout;

    use super::*;
    use crate::turn::Turn;

    const MIB: u64 = 1 << 20;
    const SOON: Duration = Duration::from_secs(5);
    const A_WHILE: Duration = Duration::from_millis(300);

    /// A job that asks for room on a thread of its own, and says what came of it.
    fn job(room: &Arc<Room>, bytes: u64, wanted: &Arc<AtomicBool>) -> Receiver<Option<Held>> {
        let (said, heard) = channel();
        let (room, wanted) = (Arc::clone(room), Arc::clone(wanted));
        thread::spawn(move || said.send(room.wait(bytes, || wanted.load(Ordering::SeqCst))));
        heard
    }

    fn until_somebody_waits(room: &Room) {
        while !room.budget.is_wanted() {
            thread::sleep(Duration::from_millis(5));
        }
        thread::sleep(Duration::from_millis(50));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn jobs_and_requests_take_from_one_room_and_each_waits_for_the_other() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let wanted = Arc::new(AtomicBool::new(true));
        let request = Turn::first(&room);
        request.take_room(40 * MIB).unwrap();
        let heard = job(&room, 30 * MIB, &wanted);
        assert!(heard.recv_timeout(A_WHILE).is_err(), "the request has it");
        drop(request);
        let held = heard.recv_timeout(SOON).unwrap().unwrap();
        let request = Turn::first(&room);
        assert!(request.take_room(30 * MIB).is_err() && request.waits(), "the job has it");
        let next = tokio::spawn(request.next());
        tokio::time::sleep(A_WHILE).await;
        assert!(!next.is_finished());
        drop(held);
        let request = timeout(SOON, next).await.unwrap().unwrap().unwrap();
        request.take_room(30 * MIB).unwrap();
        drop(request);
        assert_eq!(room.budget.free(), all);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_request_that_waits_is_passed_by_no_job_and_a_job_that_waits_by_no_request() {
        let room = Room::of(64 * MIB);
        let wanted = Arc::new(AtomicBool::new(true));
        let held = room.at_once(40 * MIB).unwrap();
        let request = Turn::first(&room);
        assert!(request.take_room(48 * MIB).is_err());
        let next = tokio::spawn(request.next());
        until_somebody_waits(&room);
        assert!(room.at_once(6 * MIB).is_none(), "a request waits for all of it");
        let heard = job(&room, 20 * MIB, &wanted);
        thread::sleep(A_WHILE);
        drop(held);
        let request = timeout(SOON, next).await.unwrap().unwrap().unwrap();
        request.take_room(48 * MIB).unwrap();
        assert!(heard.recv_timeout(A_WHILE).is_err(), "it came after the request");
        let late = Turn::first(&room);
        assert!(late.take_room(6 * MIB).is_err(), "it came after the job");
        drop(request);
        assert!(heard.recv_timeout(SOON).unwrap().is_some());
    }

    #[test]
    fn a_job_too_large_for_the_room_works_alone_and_nothing_of_it_stays_taken() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let wanted = Arc::new(AtomicBool::new(true));
        let first = room.at_once(1000 * MIB).unwrap();
        let heard = [job(&room, 1000 * MIB, &wanted), job(&room, 5000 * MIB, &wanted)];
        assert!(heard.iter().all(|heard| heard.recv_timeout(A_WHILE).is_err()));
        assert!(room.at_once(LIGHT - 1).is_some(), "little needs no room");
        drop(first);
        // One after the other, and never both.
        let begun: Vec<Held> =
            heard.iter().filter_map(|heard| heard.recv_timeout(A_WHILE).ok().flatten()).collect();
        assert_eq!(begun.len(), 1);
        drop(begun);
        let begun: Vec<Held> =
            heard.iter().filter_map(|heard| heard.recv_timeout(A_WHILE).ok().flatten()).collect();
        assert_eq!(begun.len(), 1);
        drop(begun);
        assert_eq!(room.budget.free(), all);
    }

    #[test]
    fn a_job_that_is_no_longer_wanted_stops_waiting_and_leaves_its_place_to_others() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let wanted = Arc::new(AtomicBool::new(true));
        let held = room.at_once(40 * MIB).unwrap();
        let heard = job(&room, 48 * MIB, &wanted);
        until_somebody_waits(&room);
        assert!(room.at_once(6 * MIB).is_none(), "a job waits for all of it");
        wanted.store(false, Ordering::SeqCst);
        assert!(heard.recv_timeout(SOON).unwrap().is_none());
        assert!(!room.budget.is_wanted());
        assert!(room.at_once(6 * MIB).is_some());
        drop(held);
        assert_eq!(room.budget.free(), all);
    }

    #[test]
    fn what_is_only_held_for_whoever_comes_next_makes_way_for_a_job_that_waits() {
        let room = Room::of(64 * MIB);
        let called = ("test", proofmark_facts::Sha256([7; 32]));
        let turn = Turn::first(&room);
        let read = || Ok::<u32, proofmark_actions::ActionError>(1);
        turn.read(called, || Ok(40 * MIB), |_| Some(40 * MIB), read).unwrap();
        drop(turn);
        assert!(room.at_once(20 * MIB).is_none(), "it is held");
        let wanted = Arc::new(AtomicBool::new(true));
        assert!(job(&room, 20 * MIB, &wanted).recv_timeout(SOON).unwrap().is_some());
    }
}

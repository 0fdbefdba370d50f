//! A turn: one go at answering a request, with what it holds of the memory for work, and what it came to wait for.
//!
//! Whoever finds no room, or finds somebody else reading what they need, does not wait where they are: a store and a thread
//! would wait with them, and small pages behind those. The handler ends, the frame waits with nothing in hand, and the
//! handler has another turn. So room is asked for before anything is written.

use std::any::Any;
use std::cell::RefCell;
use std::sync::Arc;

use proofmark_actions::ActionError;
use proofmark_text::text;

use crate::budget::{LIGHT, Share};
use crate::readings::{Called, Found, Reading};
use crate::room::Room;

/// One go at answering a request.
#[derive(Debug)]
pub struct Turn {
    room: Arc<Room>,
    inside: RefCell<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    /// What was waited for, and how many bytes of it were asked for then.
    share: Option<Share>,
    granted: u64,
    asked: u64,
    /// What goes back when the turn ends.
    shares: Vec<Share>,
    readings: Vec<(Called, Arc<Reading>)>,
    wish: Option<Wish>,
}

/// What a turn ended for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// So many bytes of the budget.
    Room(u64),
    /// What somebody else is reading.
    Reading(Called, Arc<Reading>),
}

impl Turn {
    /// The first go.
    pub(crate) fn first(room: &Arc<Room>) -> Self {
        Self { room: Arc::clone(room), inside: RefCell::default() }
    }

    /// Waits for what this turn ended for; the next one. `None`: it ended with an answer.
    pub(crate) async fn next(self) -> Option<Self> {
        let Self { room, inside } = self;
        let Inside { wish, mut readings, .. } = inside.into_inner();
        let mut next = Inside::default();
        match wish? {
            // Whoever reads has its room already and waits for nobody, so what was read so far can be kept meanwhile.
            Wish::Reading(called, reading) => {
                reading.ended().await;
                readings.push((called, reading));
                next.readings = readings;
            }
            // Everything is given back first: nobody waits for room while holding some.
            Wish::Room(bytes) => {
                drop(readings);
                next.share = room.budget.wait(bytes, || room.readings.make_room()).await;
                next.granted = bytes;
            }
        }
        Some(Self { room, inside: RefCell::new(next) })
    }

    /// Whether it ended because something has to be waited for.
    pub(crate) fn waits(&self) -> bool {
        self.inside.borrow().wish.is_some()
    }

    /// Takes room for so many bytes until the turn ends.
    pub(crate) fn take_room(&self, bytes: u64) -> Result<(), ActionError> {
        let share = self.share(bytes)?;
        self.inside.borrow_mut().shares.extend(share);
        Ok(())
    }

    /// Takes room for all of what is read next, where each alone would find some and the last of them none.
    pub(crate) fn reserve(&self, bytes: u64) -> Result<(), ActionError> {
        let wish = {
            let inside = self.inside.borrow();
            let wish = inside.asked.saturating_add(bytes);
            if bytes < LIGHT || wish <= inside.granted {
                return Ok(());
            }
            if inside.share.is_some() {
                drop(inside);
                return Err(self.wish(Wish::Room(wish)));
            }
            wish
        };
        let share = self.at_once(wish).ok_or_else(|| self.wish(Wish::Room(wish)))?;
        let mut inside = self.inside.borrow_mut();
        (inside.share, inside.granted) = (Some(share), wish);
        Ok(())
    }

    /// What goes by this name: as it is held, as somebody else has just read it, or read now. `cost` says how many bytes
    /// reading it takes; `holds` how many it takes itself, `None` where it must not be held for whoever comes later.
    pub(crate) fn read<T: Any + Send + Sync, E: From<ActionError>>(
        &self,
        called: Called,
        cost: impl FnOnce() -> Result<u64, E>,
        holds: impl FnOnce(&T) -> Option<u64>,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        if let Some(thing) = self.waited_for(called) {
            return Ok(thing);
        }
        if let Some(thing) = self.found(called)? {
            return Ok(thing);
        }
        let share = self.share(cost()?)?;
        let Some(leader) = self.room.readings.begin(called, share) else {
            // Somebody began it while its weight was asked for.
            return match self.found(called)? {
                Some(thing) => Ok(thing),
                None => Err(self.wish(Wish::Room(LIGHT)).into()),
            };
        };
        let thing = Arc::new(read()?);
        leader.give(Arc::clone(&thing), holds(&thing), &self.room.budget);
        self.keep(called, Arc::clone(&leader.reading));
        Ok(thing)
    }

    /// What an earlier turn waited for, or this one has read already.
    fn waited_for<T: Any + Send + Sync>(&self, called: Called) -> Option<Arc<T>> {
        let inside = self.inside.borrow();
        let (_, reading) = inside.readings.iter().find(|(name, _)| *name == called)?;
        reading.thing()
    }

    fn found<T: Any + Send + Sync>(&self, called: Called) -> Result<Option<Arc<T>>, ActionError> {
        match self.room.readings.find(called) {
            Found::There(reading) => {
                let thing = reading.thing();
                self.keep(called, reading);
                Ok(thing)
            }
            Found::InTheWorks(reading) => Err(self.wish(Wish::Reading(called, reading))),
            Found::Nowhere => Ok(None),
        }
    }

    /// Keeps it, and with it its share, until the turn ends.
    fn keep(&self, called: Called, reading: Arc<Reading>) {
        self.inside.borrow_mut().readings.push((called, reading));
    }

    /// A share of so many bytes; what takes little needs none.
    fn share(&self, bytes: u64) -> Result<Option<Share>, ActionError> {
        if bytes < LIGHT {
            return Ok(None);
        }
        let mut inside = self.inside.borrow_mut();
        inside.asked = inside.asked.saturating_add(bytes);
        if inside.asked <= inside.granted {
            return Ok(inside.share.as_mut().and_then(|share| share.split(bytes)));
        }
        let wish = inside.asked;
        drop(inside);
        self.at_once(bytes).map(Some).ok_or_else(|| self.wish(Wish::Room(wish)))
    }

    /// A share where there is one, if need be in the place of what is only held.
    fn at_once(&self, bytes: u64) -> Option<Share> {
        self.room.budget.at_once(bytes).or_else(|| {
            self.room.readings.make_room();
            self.room.budget.at_once(bytes)
        })
    }

    /// The turn ends here. What is said is only heard where the waiting ends without success.
    fn wish(&self, wish: Wish) -> ActionError {
        self.inside.borrow_mut().wish.get_or_insert(wish);
        ActionError::Hindered(text!("server-much-at-once"))
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::time::Duration;

    use proofmark_facts::Sha256;
    use proptest::prelude::*;
    use tokio::time::timeout;

    use super::*;

    const MIB: u64 = 1 << 20;
    const CALLED: Called = ("test", Sha256([7; 32]));

    fn read(turn: &Turn, cost: u64, thing: Result<u32, &str>) -> Result<Arc<u32>, ActionError> {
        let failed = |_| ActionError::NotFound(text!("web-not-found"));
        turn.read(CALLED, || Ok(cost), |_| Some(cost), || thing.map_err(failed))
    }

    /// What somebody else finds while this work goes on.
    fn meanwhile(room: &Arc<Room>, work: impl FnOnce(&Turn) -> Result<u32, ActionError>) -> Turn {
        let (leader, other) = (Turn::first(room), Turn::first(room));
        let led = catch_unwind(AssertUnwindSafe(|| {
            leader.read(
                CALLED,
                || Ok(8 * MIB),
                |_| Some(8 * MIB),
                || {
                    assert!(
                        read(&other, 8 * MIB, Ok(99)).is_err() && other.waits(),
                        "it waits for who reads"
                    );
                    work(&leader)
                },
            )
        }));
        drop((led, leader));
        other
    }

    async fn next(turn: Turn) -> Turn {
        timeout(Duration::from_secs(5), turn.next()).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn one_reads_for_all_who_ask_meanwhile_and_for_those_who_come_soon() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let other = next(meanwhile(&room, |_| Ok(1))).await;
        assert_eq!(*read(&other, 8 * MIB, Ok(2)).unwrap(), 1);
        let later = Turn::first(&room);
        assert_eq!(*read(&later, 8 * MIB, Ok(3)).unwrap(), 1, "it is held");
        drop((other, later));
        room.readings.make_room();
        assert_eq!(room.budget.free(), all);
    }

    #[tokio::test]
    async fn whoever_waited_for_one_that_failed_or_panicked_reads_it_anew() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let failed = |_: &Turn| Err(ActionError::NotFound(text!("web-not-found")));
        let panicked = |_: &Turn| -> Result<u32, ActionError> { panic!("a fault of ours") };
        for other in [meanwhile(&room, failed), meanwhile(&room, panicked)] {
            let other = next(other).await;
            assert_eq!(*read(&other, 8 * MIB, Ok(2)).unwrap(), 2);
            drop(other);
            room.readings.make_room();
            assert_eq!(room.budget.free(), all);
        }
    }

    #[tokio::test]
    async fn what_may_not_be_held_is_theirs_alone_who_waited() {
        let room = Room::of(64 * MIB);
        let (leader, other) = (Turn::first(&room), Turn::first(&room));
        let passing = |turn: &Turn, inside: &dyn Fn()| {
            turn.read(
                CALLED,
                || Ok(0),
                |_| None,
                || {
                    inside();
                    Ok::<u32, ActionError>(1)
                },
            )
        };
        passing(&leader, &|| assert!(read(&other, 0, Ok(9)).is_err())).unwrap();
        assert_eq!(*read(&next(other).await, 0, Ok(2)).unwrap(), 1);
        assert_eq!(*read(&Turn::first(&room), 0, Ok(3)).unwrap(), 3, "whoever comes later reads anew");
    }

    #[tokio::test]
    async fn who_finds_no_room_waits_until_there_is_some_for_all_it_asked_for() {
        let room = Room::of(64 * MIB);
        let first = Turn::first(&room);
        first.take_room(40 * MIB).unwrap();
        let second = Turn::first(&room);
        second.take_room(LIGHT - 1).unwrap();
        second.take_room(8 * MIB).unwrap();
        assert!(second.take_room(20 * MIB).is_err() && second.waits());
        let waiting = tokio::spawn(second.next());
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(!waiting.is_finished());
        drop(first);
        let second = timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap().unwrap();
        second.take_room(8 * MIB).unwrap();
        second.take_room(20 * MIB).unwrap();
        assert!(!second.waits());
    }

    #[tokio::test]
    async fn what_is_read_one_after_the_other_is_given_room_together() {
        let room = Room::of(64 * MIB);
        let all = room.budget.free();
        let turn = Turn::first(&room);
        turn.reserve(1000 * MIB).unwrap();
        let read = |name: &'static str| {
            turn.read((name, CALLED.1), || Ok(500 * MIB), |_| Some(24 * MIB), || Ok::<u32, ActionError>(1))
        };
        assert!(read("one").is_ok() && read("other").is_ok() && !turn.waits());
        assert!(turn.reserve(LIGHT - 1).is_ok() && turn.reserve(8 * MIB).is_err() && turn.waits());
        drop(turn);
        room.readings.make_room();
        assert_eq!(room.budget.free(), all);
    }

    #[tokio::test]
    async fn what_is_only_held_makes_room_for_what_is_worked_with() {
        let room = Room::of(64 * MIB);
        read(&Turn::first(&room), 24 * MIB, Ok(1)).unwrap();
        assert!(room.budget.at_once(32 * MIB).is_none(), "it is held");
        Turn::first(&room).take_room(32 * MIB).unwrap();
        let other = Turn::first(&room);
        assert_eq!(*read(&other, 24 * MIB, Ok(2)).unwrap(), 2, "it was let go");
    }

    proptest! {
        #[test]
        fn whatever_turns_do_all_room_is_given_back(
            steps in proptest::collection::vec((0_usize..4, 0_u8..5, 0_u64..80 * MIB), 0..60),
        ) {
            let room = Room::of(64 * MIB);
            let all = room.budget.free();
            let mut turns: Vec<Turn> = (0..4).map(|_| Turn::first(&room)).collect();
            for (who, what, bytes) in steps {
                let turn = &turns[who];
                let called = ("test", Sha256([u8::try_from(bytes % 3).unwrap(); 32]));
                let read = |thing: fn() -> Result<u32, ActionError>| {
                    let read = || turn.read(called, || Ok(bytes), |_| Some(bytes / 2), thing);
                    drop(catch_unwind(AssertUnwindSafe(read)));
                };
                match what {
                    0 => drop(turn.take_room(bytes)),
                    1 => read(|| Ok(1)),
                    2 => read(|| Err(ActionError::NotFound(text!("web-not-found")))),
                    3 => read(|| std::panic::resume_unwind(Box::new("a fault of ours"))),
                    _ => turns[who] = Turn::first(&room),
                }
            }
            drop(turns);
            room.readings.make_room();
            room.readings.let_go(|_, _| true);
            prop_assert_eq!(room.budget.free(), all);
        }
    }
}

//! The budget: how much memory work on large releases may take together, given out in shares.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What is counted with: shares are rounded up to this many bytes.
const UNIT: u64 = 64 * 1024;

/// Work of less needs no share. No more of it goes on at once than there are stores to read from.
pub(crate) const LIGHT: u64 = 4 << 20;

/// How many bytes of memory may be taken together, given out in shares. Each lane gives them to who has waited longest, so
/// that whoever needs much is never passed by for good.
///
/// A quarter is a lane of its own for whoever needs no more than a quarter of that: they never wait behind what needs
/// nearly everything.
#[derive(Debug)]
pub(crate) struct Budget {
    narrow: Lane,
    wide: Lane,
    waiting: AtomicUsize,
}

#[derive(Debug)]
struct Lane {
    free: Arc<Semaphore>,
    all: u32,
}

/// A share of the budget. Dropped, it is given back.
#[derive(Debug)]
pub(crate) struct Share(OwnedSemaphorePermit);

impl Budget {
    /// A budget of so many bytes.
    pub(crate) fn of(bytes: u64) -> Self {
        let all = units(bytes).max(8);
        let narrow = all / 4;
        Self { narrow: Lane::of(narrow), wide: Lane::of(all - narrow), waiting: AtomicUsize::new(0) }
    }

    /// A share of so many bytes where it is free and nobody waits for it; what is more than there is takes all of its lane.
    pub(crate) fn at_once(&self, bytes: u64) -> Option<Share> {
        let lane = self.lane(bytes);
        Arc::clone(&lane.free).try_acquire_many_owned(lane.most(bytes)).ok().map(Share)
    }

    /// The same, waiting for it; `begun` is called once it counts among those who wait. Whoever no longer waits just drops
    /// this.
    pub(crate) async fn wait(&self, bytes: u64, begun: impl FnOnce()) -> Option<Share> {
        let _waiting = Waiting::among(&self.waiting);
        begun();
        let lane = self.lane(bytes);
        Arc::clone(&lane.free).acquire_many_owned(lane.most(bytes)).await.ok().map(Share)
    }

    /// How much of each lane is free, in its own measure.
    #[cfg(test)]
    pub(crate) fn free(&self) -> [usize; 2] {
        [self.narrow.free.available_permits(), self.wide.free.available_permits()]
    }

    /// Whether somebody waits for a share: nothing is held then that is not worked with.
    pub(crate) fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) > 0
    }

    /// The most that may be held after it was worked with: all but the narrow lane.
    pub(crate) fn most_held(&self) -> u64 {
        u64::from(self.wide.all) * UNIT
    }

    fn lane(&self, bytes: u64) -> &Lane {
        if units(bytes) <= self.narrow.all / 4 { &self.narrow } else { &self.wide }
    }
}

impl Lane {
    fn of(all: u32) -> Self {
        Self { free: Arc::new(Semaphore::new(all as usize)), all }
    }

    fn most(&self, bytes: u64) -> u32 {
        units(bytes).min(self.all)
    }
}

impl Share {
    /// Takes so many bytes out of it as a share of their own, or all there are.
    pub(crate) fn split(&mut self, bytes: u64) -> Option<Self> {
        let count = self.0.num_permits().min(units(bytes) as usize);
        self.0.split(count).map(Self)
    }

    /// Gives back what is more than so many bytes.
    pub(crate) fn shrink(&mut self, bytes: u64) {
        drop(self.0.split(self.0.num_permits().saturating_sub(units(bytes) as usize)));
    }
}

/// Counts among those who wait as long as it is there, also where whoever waits goes away.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn among(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn units(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(UNIT)).unwrap_or(u32::MAX).clamp(1, u32::MAX >> 4)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;
    use tokio::time::timeout;

    use super::*;

    const MIB: u64 = 1 << 20;

    #[tokio::test]
    async fn shares_are_weighed_and_what_is_too_large_for_the_budget_works_alone() {
        let budget = Budget::of(64 * MIB);
        let all = budget.free();
        let half = budget.at_once(24 * MIB).unwrap();
        let other = budget.at_once(24 * MIB).unwrap();
        assert!(budget.at_once(5 * MIB).is_none(), "the wide lane of 48 MiB is given out");
        drop(other);
        assert!(budget.at_once(1000 * MIB).is_none(), "not alone yet");
        drop(half);
        let alone = budget.at_once(1000 * MIB).unwrap();
        assert_eq!(budget.free()[1], 0);
        assert!(budget.at_once(4 * MIB).is_some(), "the narrow lane is its own");
        drop(alone);
        assert_eq!(budget.free(), all);
    }

    #[tokio::test]
    async fn who_needs_much_is_not_passed_by_and_who_needs_little_does_not_wait_behind_them() {
        let budget = Arc::new(Budget::of(64 * MIB));
        let first = budget.at_once(24 * MIB).unwrap();
        let waiting = {
            let budget = Arc::clone(&budget);
            tokio::spawn(async move { budget.wait(48 * MIB, || {}).await })
        };
        while !budget.is_wanted() {
            tokio::task::yield_now().await;
        }
        tokio::task::yield_now().await;
        assert!(budget.at_once(16 * MIB).is_none(), "somebody waits who needs all of the lane");
        assert!(budget.at_once(4 * MIB).is_some(), "little has a lane of its own");
        drop(first);
        let all = timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
        assert!(all.is_some() && !budget.is_wanted());
    }

    #[tokio::test]
    async fn whoever_gives_up_waiting_leaves_nothing_behind() {
        let budget = Budget::of(64 * MIB);
        let all = budget.free();
        let held = budget.at_once(48 * MIB).unwrap();
        let gave_up = timeout(Duration::from_millis(20), budget.wait(30 * MIB, || {})).await;
        assert!(gave_up.is_err() && !budget.is_wanted());
        drop(held);
        assert_eq!(budget.free(), all);
    }

    proptest! {
        #[test]
        fn every_byte_is_given_back_whatever_is_taken_split_and_shrunk(
            most in 0_u64..4000 * MIB,
            steps in proptest::collection::vec((0_u8..4, 0_u64..u64::from(u32::MAX)), 0..60),
        ) {
            let budget = Budget::of(most);
            let all = budget.free();
            let mut shares: Vec<Share> = Vec::new();
            for (what, bytes) in steps {
                match what {
                    0 => shares.extend(budget.at_once(bytes)),
                    1 => if let Some(share) = shares.last_mut() {
                        let split = share.split(bytes);
                        shares.extend(split);
                    },
                    2 => if let Some(share) = shares.last_mut() { share.shrink(bytes) },
                    _ => drop(shares.pop()),
                }
                let now = budget.free();
                prop_assert!(now[0] <= all[0] && now[1] <= all[1]);
                let held: usize = shares.iter().map(|share| share.0.num_permits()).sum();
                prop_assert_eq!(held + now[0] + now[1], all[0] + all[1]);
            }
            drop(shares);
            prop_assert_eq!(budget.free(), all);
        }
    }
}

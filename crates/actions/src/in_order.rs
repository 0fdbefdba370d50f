//! Work on several threads whose results are received in the order of the work, with little of it waiting: whoever is done
//! before its turn waits for it, so that each thread holds one result at most.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Does so many pieces of work, each on one of so many threads, and hands what they make to `receive` in the order of the
/// pieces. Ends early once `receive` answers that it wants no more.
pub(crate) fn in_order<T>(
    threads: NonZeroUsize,
    pieces: usize,
    work: &(impl Fn(usize, &Turn<'_, '_, T>) + Sync),
    receive: &mut (dyn FnMut(T) -> bool + Send),
) {
    let line = Line {
        claimed: AtomicUsize::new(0),
        over: AtomicBool::new(false),
        served: Mutex::new(Served { pieces: 0, receive }),
        moved: Condvar::new(),
    };
    let at_work = || {
        let _told = ToldIfPanicking(&line);
        while !line.over.load(Ordering::Relaxed) {
            let piece = line.claimed.fetch_add(1, Ordering::Relaxed);
            if piece >= pieces {
                return;
            }
            let turn = Turn { line: &line, piece };
            work(piece, &turn);
            turn.end();
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.get().min(pieces) {
            // Where the system gives no more threads, fewer do it.
            let spawned = thread::Builder::new().name("in-order".to_owned()).spawn_scoped(scope, at_work);
            if spawned.is_err() {
                break;
            }
        }
        at_work();
    });
}

/// The turn of one piece of work to be received.
pub(crate) struct Turn<'l, 'r, T> {
    line: &'l Line<'r, T>,
    piece: usize,
}

impl<'l, 'r, T> Turn<'l, 'r, T> {
    /// Hands on a part of the result, once everything before it was received; answers whether more is wanted.
    pub(crate) fn hand(&self, part: T) -> bool {
        let Some(mut served) = self.wait() else { return false };
        let goes_on = (served.receive)(part);
        if !goes_on {
            self.line.end_all();
        }
        goes_on
    }

    fn wait(&self) -> Option<MutexGuard<'l, Served<'r, T>>> {
        let line = self.line;
        let served = line.served.lock().unwrap_or_else(PoisonError::into_inner);
        let before =
            |served: &mut Served<'r, T>| served.pieces != self.piece && !line.over.load(Ordering::Relaxed);
        let served = line.moved.wait_while(served, before).unwrap_or_else(PoisonError::into_inner);
        (!line.over.load(Ordering::Relaxed)).then_some(served)
    }

    fn end(self) {
        if let Some(mut served) = self.wait() {
            served.pieces += 1;
            drop(served);
            self.line.moved.notify_all();
        }
    }
}

/// Everybody who works, in the order of their pieces.
struct Line<'r, T> {
    /// How many pieces somebody took.
    claimed: AtomicUsize,
    /// Nothing more is wanted.
    over: AtomicBool,
    served: Mutex<Served<'r, T>>,
    moved: Condvar,
}

struct Served<'r, T> {
    /// How many pieces were received: the one after them has its turn.
    pieces: usize,
    receive: &'r mut (dyn FnMut(T) -> bool + Send),
}

impl<T> Line<'_, T> {
    fn end_all(&self) {
        self.over.store(true, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

/// Nobody waits for the turn of a thread that panicked: the panic is told when all have ended.
struct ToldIfPanicking<'l, 'r, T>(&'l Line<'r, T>);

impl<T> Drop for ToldIfPanicking<'_, '_, T> {
    fn drop(&mut self) {
        if thread::panicking() {
            // Whoever is about to wait holds the lock until it does.
            let served = self.0.served.lock().unwrap_or_else(PoisonError::into_inner);
            self.0.end_all();
            drop(served);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn what_is_made_at_once_is_received_in_order() {
        for count in [1, 2, 5] {
            let mut received = Vec::new();
            let work = |piece: usize, turn: &Turn<'_, '_, usize>| {
                // The first pieces take longest.
                if piece < 3 {
                    thread::sleep(std::time::Duration::from_millis(20));
                }
                assert!(turn.hand(2 * piece) && turn.hand(2 * piece + 1));
            };
            in_order(threads(count), 100, &work, &mut |made| {
                received.push(made);
                true
            });
            assert_eq!(received, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn nothing_is_received_once_enough_was() {
        let mut received = Vec::new();
        let work = |piece: usize, turn: &Turn<'_, '_, usize>| {
            turn.hand(piece);
        };
        in_order(threads(3), 1000, &work, &mut |made| {
            received.push(made);
            made < 4
        });
        assert_eq!(received, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn nobody_waits_for_a_thread_that_panicked() {
        let work = |piece: usize, turn: &Turn<'_, '_, usize>| {
            assert!(piece != 7, "the seventh is ill");
            turn.hand(piece);
        };
        let done = catch_unwind(AssertUnwindSafe(|| in_order(threads(2), 50, &work, &mut |_| true)));
        assert!(done.is_err());
    }
}

//! Holds every checkpoint against the lines it is over, and misses those that were taken away: lines say how far the
//! ledger was sealed when they were written, and the last checkpoint is remembered outside the database.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::Keeping;
use proofmark_text::{Text, text};
use proofmark_trust::{Frontier, VerifierKey};

use super::faults::Faults;
use crate::error::ActionError;
use crate::seal::open_checkpoint;

/// How many checkpoints are read at a time.
const BATCH: usize = 1000;

/// How long a line may wait for its seal. A server seals each second, commands at once; what takes an hour is no delay.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// How many sizes of checkpoints are remembered to hold what lines say against; lines name the last ones.
const RECENT: usize = 1024;

/// The checkpoints still to be reached, smallest first.
pub(super) struct Seals<'a> {
    keeping: &'a dyn Keeping,
    key: Option<&'a VerifierKey>,
    waiting: VecDeque<(u64, String)>,
    recent: VecDeque<u64>,
    last: Option<u64>,
    /// The last size a line named.
    claimed: u64,
    /// The last checkpoint in the database when the verification began.
    latest: Option<u64>,
    /// The last checkpoint remembered outside the database.
    remembered: Option<(u64, String)>,
    /// Whether checkpoints are there and none of them is remembered.
    forgotten: bool,
    /// How many lines are under the last checkpoint that holds.
    held: u64,
    now: Timestamp,
    /// The latest time a line so far says, of those that lie behind us.
    newest: Option<Timestamp>,
    /// The first line behind the last checkpoint reached.
    waits: Option<Waiting>,
}

/// A line that is not sealed.
struct Waiting {
    /// When it was written, by its own word.
    at: Timestamp,
    /// Since when it waits: a clock that was set back makes lines older than they are.
    since: Timestamp,
}

impl<'a> Seals<'a> {
    pub(super) fn new(
        keeping: &'a dyn Keeping,
        key: Option<&'a VerifierKey>,
        now: Timestamp,
    ) -> Result<Self, ActionError> {
        // In this order: what is sealed meanwhile reaches the database before it is remembered.
        let remembered = keeping.remembered_checkpoint()?;
        let latest = keeping.latest_checkpoint()?.map(|(size, _)| size);
        // Asked again: the very first one may have been sealed between the two.
        let forgotten =
            remembered.is_none() && latest.is_some() && keeping.remembered_checkpoint()?.is_none();
        let waiting = keeping.checkpoints(0, BATCH)?.into();
        let recent = VecDeque::with_capacity(RECENT);
        let (last, newest, waits) = (None, None, None);
        let (claimed, held) = (0, 0);
        Ok(Self {
            keeping,
            key,
            waiting,
            recent,
            last,
            claimed,
            latest,
            remembered,
            forgotten,
            held,
            now,
            newest,
            waits,
        })
    }

    /// Holds the checkpoints of the size now reached against the lines read so far.
    pub(super) fn check(&mut self, frontier: &Frontier, faults: &mut Faults) -> Result<(), ActionError> {
        while let Some((size, note)) = self.waiting.pop_front_if(|(size, _)| *size <= frontier.size()) {
            self.last = Some(size);
            if self.recent.len() == RECENT {
                self.recent.pop_front();
            }
            self.recent.push_back(size);
            self.hold(size, &note, frontier, faults);
            if self.waiting.is_empty() {
                self.waiting = self.keeping.checkpoints(size, BATCH)?.into();
            }
        }
        if let Some((size, note)) = self.remembered.take_if(|(size, _)| *size <= frontier.size()) {
            // The database's own of that size has been held against the lines already.
            if self.last == Some(size) {
                return Ok(());
            }
            self.hold(size, &note, frontier, faults);
            faults.push(text!("record-last-checkpoint-gone", size = size.to_string()));
        }
        Ok(())
    }

    fn hold(&mut self, size: u64, note: &str, frontier: &Frontier, faults: &mut Faults) {
        match self.key.map(|key| open_checkpoint(note, key)) {
            // That the key is gone is one fault, not one a checkpoint.
            None => {}
            Some(Ok(checkpoint)) if *checkpoint.head() == frontier.head() => self.held = self.held.max(size),
            Some(Ok(_)) => faults.push(text!("actions-ledger-rewritten", size = size.to_string())),
            Some(Err(error)) => {
                let size = size.to_string();
                faults.push(text!("actions-ledger-checkpoint-unreadable", size = size, error = error));
            }
        }
    }

    /// How many lines are under the last checkpoint that was reached and holds.
    pub(super) fn held(&self) -> u64 {
        self.held
    }

    /// That nothing outside the database remembers its last checkpoint: whoever takes the last ones away, with the lines under
    /// them, is betrayed by nothing then.
    pub(super) fn caution(&self) -> Option<Text> {
        self.forgotten.then(|| text!("ends-last-seal-gone"))
    }

    /// Notes when a line was written, once the checkpoints up to it were held.
    pub(super) fn see(&mut self, index: u64, at: Timestamp) {
        if at <= self.now {
            self.newest = self.newest.max(Some(at));
        }
        if self.last.is_some_and(|sealed| sealed > index) {
            self.waits = None;
        } else if self.waits.is_none() {
            self.waits = Some(Waiting { at, since: self.newest.map_or(at, |newest| newest.max(at)) });
        }
    }

    /// A line says how far the ledger was sealed when it was written: that checkpoint must be there.
    pub(super) fn claimed(
        &mut self,
        index: u64,
        sealed: Option<u64>,
        faults: &mut Faults,
    ) -> Result<(), ActionError> {
        let Some(size) = sealed.filter(|size| *size != self.claimed) else { return Ok(()) };
        self.claimed = size;
        if self.recent.binary_search(&size).is_ok() {
            return Ok(());
        }
        let found = match size.checked_sub(1) {
            Some(above) => {
                self.keeping.checkpoints(above, 1)?.first().is_some_and(|(found, _)| *found == size)
            }
            None => false,
        };
        if !found {
            let (size, index) = (size.to_string(), index.to_string());
            faults.push(text!("record-checkpoint-gone", size = size, index = index));
        }
        Ok(())
    }

    /// The size of the last checkpoint; one beyond the last line betrays lines that are gone, lines that wait too long
    /// for one betray checkpoints that are.
    pub(super) fn finish(self, lines: u64, faults: &mut Faults) -> Option<u64> {
        let remembered = self.remembered.as_ref().map(|(size, _)| *size);
        if self.key.is_none() && (self.latest.is_some() || self.claimed > 0 || remembered.is_some()) {
            faults.push(text!("actions-ledger-key-gone"));
        }
        if let Some(size) = self.latest.max(remembered).filter(|size| *size > lines) {
            faults.push(text!("actions-ledger-truncated", size = size.to_string()));
        }
        let sealed = self.last.unwrap_or(0);
        if let Some(waiting) = &self.waits
            && self.now.duration_since(waiting.since) > LONGEST_WAIT
        {
            let (from, at) = (sealed.to_string(), waiting.at.to_string());
            faults.push(text!("record-unsealed-long", count = lines - sealed, from = from, at = at));
        }
        self.last.max(self.latest)
    }
}

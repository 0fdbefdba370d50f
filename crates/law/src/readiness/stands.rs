//! How an obligation stands in a word, and how many stand how: the one source of every count of them.

use proofmark_facts::ObligationTally;

use crate::calendar::Bound;
use crate::readiness::standing::{Standing, StandingState};

/// How an obligation stands, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Something is missing, and the day has passed.
    Late,
    /// Something is missing, and there is time.
    Open,
    /// Something is missing, and nobody can say yet whether it binds at all.
    Undecided,
    /// Everything that shows it is there.
    Met,
    /// It does not apply.
    NotApplicable,
}

impl Stands {
    /// Every word, what presses most first.
    pub const ALL: [Self; 5] = [Self::Late, Self::Open, Self::Undecided, Self::Met, Self::NotApplicable];

    /// How many stand so.
    pub fn of(self, tally: &ObligationTally) -> u64 {
        match self {
            Self::Late => tally.late,
            Self::Open => tally.open,
            Self::Undecided => tally.undecided,
            Self::Met => tally.met,
            Self::NotApplicable => tally.not_applicable,
        }
    }
}

impl Standing {
    /// How it stands. What is missing for a duty of which nobody can say whether it binds is undecided, not open.
    pub fn stands(&self) -> Stands {
        match (&self.state, &self.bound) {
            (StandingState::Met { .. }, _) => Stands::Met,
            (StandingState::Late { .. }, _) => Stands::Late,
            (StandingState::NotApplicable { .. }, _) => Stands::NotApplicable,
            (StandingState::Open { .. }, Bound::Undetermined { .. }) => Stands::Undecided,
            (StandingState::Open { .. }, _) => Stands::Open,
        }
    }
}

/// How many of these stand how.
pub fn tallied<'a>(standings: impl IntoIterator<Item = &'a Standing>) -> ObligationTally {
    let mut tally = ObligationTally::default();
    for standing in standings {
        *match standing.stands() {
            Stands::Late => &mut tally.late,
            Stands::Open => &mut tally.open,
            Stands::Undecided => &mut tally.undecided,
            Stands::Met => &mut tally.met,
            Stands::NotApplicable => &mut tally.not_applicable,
        } += 1;
    }
    tally
}

//! How the obligations of a case stand, for the tests of every role.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_law::{Case, Kept, Standing, StandingState, StateOfTheLaw, assess, readiness};

/// Every standing on a day under the embedded state.
pub(crate) fn stand(dossier: &Dossier, kept: &Kept, day: Date) -> Vec<Standing> {
    let state = StateOfTheLaw::embedded();
    let verdict = assess(dossier, state, day);
    readiness(&Case { dossier, verdict: &verdict, state, kept, day })
}

/// What is open or late.
pub(crate) fn owed(standings: &[Standing]) -> Vec<&'static str> {
    let owed = |standing: &&Standing| {
        matches!(standing.state, StandingState::Open { .. } | StandingState::Late { .. })
    };
    standings.iter().filter(owed).map(|standing| standing.obligation).collect()
}

//! Where a case of the response desk stands, and which steps lead from there: the same machine for vulnerabilities and for
//! incidents. No step is taken back; a case that was ended is taken up again by a further step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a case stands (ISO/IEC 30111:2019, section 7.1, in the steps of a report from its receipt to its end).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Somebody told us; nobody has looked at it yet.
    Received,
    /// It is being assessed.
    Assessing,
    /// It is so: a vulnerability of ours, or an incident.
    Confirmed,
    /// It concerns somebody else's product; whoever told us was told so.
    NotOurs,
    /// It is known from another case.
    Duplicate,
    /// It is no vulnerability, or no incident.
    Unfounded,
    /// It is being fixed; an incident is being contained.
    BeingFixed,
    /// A fix is available; an incident is contained.
    FixAvailable,
    /// What there is to say of it is public.
    Published,
    /// Nothing is left to do.
    Closed,
}

/// A step that does not lead from where the case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchStep {
    /// Where it stands.
    pub from: CaseState,
    /// Where it was to go.
    pub to: CaseState,
}

impl CaseState {
    /// Every state, in the order of a case's life.
    pub const ALL: [Self; 10] = [
        Self::Received,
        Self::Assessing,
        Self::Confirmed,
        Self::NotOurs,
        Self::Duplicate,
        Self::Unfounded,
        Self::BeingFixed,
        Self::FixAvailable,
        Self::Published,
        Self::Closed,
    ];

    /// The states one step leads to.
    pub fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Received => &[Self::Assessing, Self::NotOurs, Self::Duplicate],
            Self::Assessing => &[Self::Confirmed, Self::NotOurs, Self::Duplicate, Self::Unfounded],
            // What became public before there was a fix is published all the same.
            Self::Confirmed => &[
                Self::BeingFixed,
                Self::FixAvailable,
                Self::Published,
                Self::NotOurs,
                Self::Duplicate,
                Self::Unfounded,
            ],
            Self::BeingFixed => &[Self::FixAvailable, Self::Published, Self::Confirmed],
            Self::FixAvailable => &[Self::Published, Self::BeingFixed],
            Self::Published => &[Self::Closed, Self::BeingFixed, Self::FixAvailable],
            Self::NotOurs | Self::Duplicate | Self::Unfounded => &[Self::Closed, Self::Assessing],
            Self::Closed => &[Self::Assessing],
        }
    }

    /// Takes a step.
    pub fn step(self, to: Self) -> Result<Self, NoSuchStep> {
        if self.leads_to().contains(&to) { Ok(to) } else { Err(NoSuchStep { from: self, to }) }
    }

    /// Whether the step here says that nothing of ours is concerned.
    pub fn dismisses(self) -> bool {
        matches!(self, Self::NotOurs | Self::Duplicate | Self::Unfounded)
    }

    /// Whether somebody still works on it.
    pub fn is_open(self) -> bool {
        self != Self::Closed && !self.dismisses()
    }

    /// Its word, as it is written and asked for.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Assessing => "assessing",
            Self::Confirmed => "confirmed",
            Self::NotOurs => "not-ours",
            Self::Duplicate => "duplicate",
            Self::Unfounded => "unfounded",
            Self::BeingFixed => "being-fixed",
            Self::FixAvailable => "fix-available",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }

    /// The state of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::CaseState;

    #[test]
    fn every_state_is_reached_and_none_is_a_trap() {
        let mut reached = vec![CaseState::Received];
        let mut next = 0;
        while let Some(state) = reached.get(next).copied() {
            next += 1;
            assert!(!state.leads_to().is_empty(), "{state:?}");
            for to in state.leads_to() {
                assert_ne!(*to, state);
                assert_ne!(*to, CaseState::Received, "what was looked at is not received again");
                if !reached.contains(to) {
                    reached.push(*to);
                }
            }
        }
        reached.sort();
        assert_eq!(reached, CaseState::ALL);
    }

    #[test]
    fn only_the_listed_steps_are_taken() {
        for from in CaseState::ALL {
            for to in CaseState::ALL {
                assert_eq!(from.step(to).is_ok(), from.leads_to().contains(&to));
            }
        }
        // Nothing is fixed that nobody confirmed, nothing is ended that somebody works on.
        assert!(CaseState::Received.step(CaseState::FixAvailable).is_err());
        assert!(CaseState::Confirmed.step(CaseState::Closed).is_err());
    }

    #[test]
    fn words_are_read_back() {
        for state in CaseState::ALL {
            assert_eq!(CaseState::of_word(state.word()), Some(state));
            assert_eq!(serde_json::to_value(state).unwrap(), state.word());
        }
        assert_eq!(CaseState::of_word("open"), None);
    }
}

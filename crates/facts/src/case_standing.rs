//! Where a declared case stood when its product was last assessed: nothing in it moves with the time of day, so that a
//! list can say at any instant which of its clocks run and which have run out.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declared_case::{AwarenessRuling, Stage, Stream};
use crate::digest::Sha256;

/// A case of a product's dossier with its clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseStanding {
    /// Its name as one word, unique among the product's cases.
    pub id: String,
    /// What the makers call it.
    pub name: String,
    /// Identifiers it is known by elsewhere: CVE, EUVD.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub identifiers: Vec<String>,
    /// Which kind of event it is.
    pub stream: Stream,
    /// Whether Articles 14 and 15 ask for notifications.
    pub duty: CaseDuty,
    /// How far awareness has come.
    pub awareness: CaseAwareness,
    /// The instant clocks run from; the safe one where several compete.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub aware_at: Option<Timestamp>,
    /// Every ruling on awareness that was declared.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub rulings: Vec<AwarenessRuling>,
    /// Its clocks, in the order of Article 14.
    pub clocks: Vec<ClockStanding>,
    /// Since when the dossier declares it no longer; absent: it does. What it asked for then, it asks for still: taking a
    /// case out of a dossier ends no duty.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gone: Option<CaseGone>,
}

/// That a case is no longer declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseGone {
    /// Since when.
    pub at: Timestamp,
    /// The digest of the first dossier without it.
    pub dossier: Sha256,
}

/// Whether an event is to be notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseDuty {
    /// Article 14 demands it.
    Mandatory,
    /// Article 15 allows it.
    Voluntary,
    /// Neither is about this event.
    NotReportable,
    /// It cannot be said yet: facts are missing.
    Undetermined,
}

/// How far awareness has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseAwareness {
    /// No signal, no assessment, no ruling.
    NoSignal,
    /// A signal that nobody has begun to assess.
    NotAssessed,
    /// Its assessment has not ended.
    UnderAssessment,
    /// The operator is aware.
    Aware,
    /// Several instants compete.
    Undetermined,
}

/// A clock of a case: what it waits for and what was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockStanding {
    /// What is due.
    pub stage: Stage,
    /// The instant it runs from; `None`: it has not started.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub starts_at: Option<Timestamp>,
    /// When it ends; `None` where it has not started, or is owed without delay.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_at: Option<Timestamp>,
    /// When what is due was submitted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub submitted_at: Option<Timestamp>,
    /// Nothing is to be handed in: the information was given with an earlier stage.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub given_before: bool,
}

impl ClockStanding {
    /// Whether somebody has to act on it: it has started, and nothing was handed in for it.
    pub fn asks_for_action(&self) -> bool {
        self.starts_at.is_some() && self.submitted_at.is_none() && !self.given_before
    }

    /// Whether it has run out by then with nothing submitted; its last instant still counts.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.asks_for_action() && self.due_at.is_some_and(|due_at| due_at < now)
    }
}

impl CaseStanding {
    /// Whether somebody has to act: a clock runs, or it is not settled when awareness began of what may be mandatory.
    pub fn asks_for_action(&self) -> bool {
        let may_be_mandatory = matches!(self.duty, CaseDuty::Mandatory | CaseDuty::Undetermined);
        let unsettled = self.duty == CaseDuty::Undetermined
            || !matches!(self.awareness, CaseAwareness::Aware | CaseAwareness::NoSignal);
        may_be_mandatory && (unsettled || self.clocks.iter().any(ClockStanding::asks_for_action))
    }

    /// The clocks somebody has to act on: the one that ends first before the others, those without an end last.
    pub fn pressing(&self) -> Vec<&ClockStanding> {
        let mut pressing: Vec<&ClockStanding> =
            self.clocks.iter().filter(|clock| clock.asks_for_action()).collect();
        pressing.sort_by_key(|clock| clock.due_at.unwrap_or(Timestamp::MAX));
        pressing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(starts: Option<i64>, due: Option<i64>, submitted: Option<i64>) -> ClockStanding {
        let at = |second: Option<i64>| second.map(|second| Timestamp::from_second(second).unwrap());
        ClockStanding {
            stage: Stage::EarlyWarning,
            starts_at: at(starts),
            due_at: at(due),
            submitted_at: at(submitted),
            given_before: false,
        }
    }

    #[test]
    fn a_clock_is_late_after_its_last_instant_and_only_while_nothing_was_handed_in() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let running = clock(Some(0), Some(10), None);
        assert!(running.asks_for_action() && !running.is_late(at(10)) && running.is_late(at(11)));
        assert!(!clock(Some(0), Some(10), Some(12)).is_late(at(99)));
        assert!(!clock(None, None, None).asks_for_action());
        assert!(!ClockStanding { given_before: true, ..running }.asks_for_action());
    }

    #[test]
    fn the_clock_that_ends_first_presses_most() {
        let case = CaseStanding {
            id: "a".into(),
            name: "A".into(),
            identifiers: vec![],
            stream: Stream::Vulnerability,
            duty: CaseDuty::Mandatory,
            awareness: CaseAwareness::Aware,
            aware_at: None,
            rulings: vec![],
            clocks: vec![
                clock(Some(0), None, None),
                clock(Some(0), Some(72), None),
                clock(Some(0), Some(24), Some(1)),
            ],
            gone: None,
        };
        let due = |clock: &&ClockStanding| clock.due_at.map(Timestamp::as_second);
        assert_eq!(case.pressing().iter().map(due).collect::<Vec<_>>(), [Some(72), None]);
        assert!(case.asks_for_action());
        let voluntary = CaseStanding { duty: CaseDuty::Voluntary, ..case };
        assert!(!voluntary.asks_for_action());
    }
}

//! One clock of Article 14: what starts it, when it ends, and how it stands at an instant.

use jiff::Timestamp;
use proofmark_facts::{Country, Stage};
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::reason::Reason;
use crate::reporting::period::{Deadline, Period};

/// A clock.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Clock {
    /// The row of the reference, as `CLK-A1`.
    pub row: &'static str,
    /// What is due.
    pub stage: Stage,
    /// How it stands.
    pub state: ClockState,
    /// The instant it runs from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Timestamp>,
    /// When it ends; `None` while it has not started, or where the law sets no fixed time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// How a clock stands at the instant asked about.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClockState {
    /// It has not started.
    NotStarted {
        /// Why not.
        because: Text,
    },
    /// It runs.
    Running {
        /// Whole minutes until it ends.
        minutes_left: i64,
    },
    /// It has ended, and nothing was submitted.
    Late {
        /// Whole minutes since it ended.
        minutes_late: i64,
    },
    /// Submitted in time.
    Met {
        /// When.
        submitted_at: Timestamp,
    },
    /// Submitted after the end.
    MetLate {
        /// When.
        submitted_at: Timestamp,
        /// Whole minutes after the end.
        minutes_late: i64,
    },
    /// Nothing more to hand in: the information was given with an earlier stage.
    Skippable {
        /// Why.
        because: Text,
    },
    /// Owed without delay; the law sets no hours.
    OwedWithoutDelay {
        /// Since when.
        since: Timestamp,
    },
}

impl ClockState {
    /// Whether somebody has to act: it runs, is late, or is owed without delay.
    pub fn asks_for_action(&self) -> bool {
        matches!(self, Self::Running { .. } | Self::Late { .. } | Self::OwedWithoutDelay { .. })
    }

    /// Whether nothing more is to be handed in for this stage.
    pub(crate) fn is_done(&self) -> bool {
        matches!(self, Self::Met { .. } | Self::MetLate { .. } | Self::Skippable { .. })
    }
}

/// The deadline of a period, and how it stands at an instant.
pub(crate) fn running(
    period: Period,
    starts_at: Timestamp,
    coordinator: Option<Country>,
    submitted_at: Option<Timestamp>,
    now: Timestamp,
) -> (Deadline, ClockState) {
    let deadline = period.deadline(starts_at, coordinator);
    let state = state_at(deadline.due_at, submitted_at, now);
    (deadline, state)
}

/// How a clock that ends at this instant stands.
pub(crate) fn state_at(due_at: Timestamp, submitted_at: Option<Timestamp>, now: Timestamp) -> ClockState {
    let minutes = |from: Timestamp, to: Timestamp| to.duration_since(from).as_mins();
    match submitted_at {
        Some(submitted_at) if submitted_at <= due_at => ClockState::Met { submitted_at },
        Some(submitted_at) => {
            ClockState::MetLate { submitted_at, minutes_late: minutes(due_at, submitted_at) }
        }
        // The last instant still counts.
        None if now <= due_at => ClockState::Running { minutes_left: minutes(now, due_at) },
        None => ClockState::Late { minutes_late: minutes(due_at, now) },
    }
}

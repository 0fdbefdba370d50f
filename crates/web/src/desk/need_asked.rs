//! What the products of a list must need, as addresses and the API name it.

use jiff::civil::Date;
use proofmark_actions::support_ending_until;
use proofmark_facts::ProductNeed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a product in a list must need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NeedAsked {
    /// A finding has no decision that holds.
    Triage,
    /// An obligation is late.
    Late,
    /// A clock of a case waits for somebody.
    Clock,
    /// Its support period ends within twelve months.
    SupportEnding,
    /// Its support period has ended.
    SupportEnded,
    /// It was never assessed.
    Assessment,
    /// It was assessed before its cases, days and annexes were kept.
    AssessAgain,
}

impl NeedAsked {
    /// Every need, in the order in which they press.
    pub(crate) const ALL: [Self; 7] = [
        Self::Clock,
        Self::Triage,
        Self::Late,
        Self::SupportEnded,
        Self::SupportEnding,
        Self::Assessment,
        Self::AssessAgain,
    ];

    /// The need in a word, as addresses write it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::Late => "late",
            Self::Clock => "clock",
            Self::SupportEnding => "support-ending",
            Self::SupportEnded => "support-ended",
            Self::Assessment => "assessment",
            Self::AssessAgain => "assess-again",
        }
    }

    /// The need as it is on this day.
    pub(crate) fn on(self, today: Date) -> ProductNeed {
        match self {
            Self::Triage => ProductNeed::Triage,
            Self::Late => ProductNeed::Late,
            Self::Clock => ProductNeed::Clock,
            Self::SupportEnding => ProductNeed::SupportEnding(today, support_ending_until(today)),
            Self::SupportEnded => ProductNeed::SupportEnded(today),
            Self::Assessment => ProductNeed::Assessment,
            Self::AssessAgain => ProductNeed::AssessAgain,
        }
    }
}

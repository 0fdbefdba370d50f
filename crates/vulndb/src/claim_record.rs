//! The records of the index file for what sources say, and the codes in them.

use proofmark_facts::{ClaimState, Exploitation, SsvcDecision, TechnicalImpact};

use crate::record::{Record, record};

record! {
    /// What one source says of a vulnerability.
    Claim {
        /// String: who says it.
        source: u32,
        /// String: the identifier of its record.
        id: u32,
        /// String: the list it stands on as exploited; empty for none.
        exploited_list: u32,
        /// The day it was published, as in `Exploited`.
        published: u32,
        /// The day it last changed.
        modified: u32,
        /// The day it was taken back.
        ended: u32,
        /// Since when it is listed as exploited.
        exploited_since: u32,
        /// The day of its decision points.
        decided: u32,
        /// Its first severity.
        first_severity: u32,
        /// Its first word: weaknesses, then marks.
        first_word: u32,
        /// How many severities it has.
        severities: u16,
        /// How many weaknesses it has.
        weaknesses: u16,
        /// How many marks it has.
        tags: u16,
        /// The code of its state.
        state: u8,
        /// The code of its decision points.
        ssvc: u8,
    }
}

record! {
    /// How bad a source says a vulnerability is.
    ClaimSeverity {
        /// String: the vector; empty for none.
        vector: u32,
        /// The base score in tenths; 255 for none.
        score: u8,
        /// The rating's code.
        rating: u8,
    }
}

record! {
    /// The claims of one vulnerability.
    ClaimRun {
        /// The first.
        first: u32,
        /// How many there are.
        count: u32,
    }
}

record! {
    /// Claims about an identifier nobody stands by.
    Unheard {
        /// String: the identifier.
        name: u32,
        /// The first claim.
        first: u32,
        /// How many there are.
        count: u32,
    }
}

/// The code of a state.
pub(crate) fn state_code(state: ClaimState) -> u8 {
    match state {
        ClaimState::Published => 0,
        ClaimState::Disputed => 1,
        ClaimState::Withdrawn => 2,
        ClaimState::Rejected => 3,
    }
}

/// The state with this code. A code that is none is of a claim that does not stand: a damaged file makes no finding.
pub(crate) fn state_of(code: u8) -> ClaimState {
    match code {
        0 => ClaimState::Published,
        1 => ClaimState::Disputed,
        3 => ClaimState::Rejected,
        _ => ClaimState::Withdrawn,
    }
}

/// Two bits a point: exploitation, automatable, technical impact; zero where nothing is said.
pub(crate) fn ssvc_code(decision: Option<SsvcDecision>) -> u8 {
    let Some(decision) = decision else { return 0 };
    let exploitation = match decision.exploitation {
        None => 0,
        Some(Exploitation::None) => 1,
        Some(Exploitation::Poc) => 2,
        Some(Exploitation::Active) => 3,
    };
    let automatable = match decision.automatable {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    };
    let impact = match decision.technical_impact {
        None => 0,
        Some(TechnicalImpact::Partial) => 1,
        Some(TechnicalImpact::Total) => 2,
    };
    exploitation | automatable << 2 | impact << 4
}

/// The decision points with this code, without their day.
pub(crate) fn ssvc_of(code: u8) -> Option<SsvcDecision> {
    let decision = SsvcDecision {
        exploitation: match code & 3 {
            1 => Some(Exploitation::None),
            2 => Some(Exploitation::Poc),
            3 => Some(Exploitation::Active),
            _ => None,
        },
        automatable: match code >> 2 & 3 {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        },
        technical_impact: match code >> 4 & 3 {
            1 => Some(TechnicalImpact::Partial),
            2 => Some(TechnicalImpact::Total),
            _ => None,
        },
        decided_on: None,
    };
    Some(decision).filter(|decision| decision.says_something())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_itself() {
        for state in
            [ClaimState::Published, ClaimState::Disputed, ClaimState::Withdrawn, ClaimState::Rejected]
        {
            assert_eq!(state_of(state_code(state)), state);
        }
        for code in 0..64 {
            let read = ssvc_of(code);
            let again = ssvc_code(read);
            assert_eq!(ssvc_of(again), read, "{code}");
        }
        assert_eq!(ssvc_of(0), None);
    }
}

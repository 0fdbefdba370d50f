//! What sources say of the sample finding.

use jiff::civil::date;
use proofmark_facts::{ClaimState, Exploitation, Rating, Severity, SourceClaim, SsvcDecision};

/// What three sources say of it: one published it, one adds to that, one rejected it.
pub(super) fn claims() -> Vec<SourceClaim> {
    let claim = |source: &str, state: ClaimState| SourceClaim {
        source: source.into(),
        id: "CVE-2028-1".into(),
        state,
        published_on: Some(date(2028, 1, 1)),
        modified_on: Some(date(2028, 1, 2)),
        ended_on: (!state.stands()).then(|| date(2028, 1, 5)),
        severities: vec![],
        exploited: None,
        ssvc: None,
        weaknesses: vec![],
        tags: vec![],
    };
    let severity = |rating, score, vector: &str| Severity { rating, score, vector: Some(vector.into()) };
    let decided = SsvcDecision {
        exploitation: Some(Exploitation::Active),
        automatable: Some(true),
        technical_impact: None,
        decided_on: Some(date(2028, 1, 4)),
    };
    vec![
        SourceClaim {
            severities: vec![severity(Rating::Critical, Some(9.8), "CVSS:3.1/<x>")],
            ssvc: Some(decided),
            weaknesses: vec!["CWE-79".into()],
            ..claim("CISA-ADP", ClaimState::Published)
        },
        SourceClaim {
            severities: vec![severity(Rating::Unknown, None, "CVSS:3.1/AV:?")],
            tags: vec!["unsupported-when-assigned <i>".into()],
            ..claim("GHSA", ClaimState::Disputed)
        },
        claim("mitre <b>", ClaimState::Rejected),
    ]
}

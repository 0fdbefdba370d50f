//! What a source says of a vulnerability, in sentences.

use jiff::civil::Date;
use proofmark_facts::{ClaimState, Rating, Severity, SourceClaim, SsvcDecision, contradiction};
use proofmark_text::{Text, text};

/// Everything a claim says, the state first.
pub fn claim_says(claim: &SourceClaim) -> Vec<Text> {
    let mut says = vec![state_says(claim)];
    says.extend(
        claim
            .modified_on
            .filter(|on| claim.state.stands() && claim.published_on != Some(*on))
            .map(|on| text!("claims-modified", source = &claim.source, on = on.to_string())),
    );
    says.extend(claim.severities.iter().map(|severity| severity_says(&claim.source, severity)));
    says.extend(claim.exploited.as_ref().map(|statement| match statement.since {
        Some(since) => text!("claims-exploited-since", list = &statement.list, since = since.to_string()),
        None => text!("claims-exploited", list = &statement.list),
    }));
    says.extend(claim.ssvc.map(|decision| ssvc_says(&claim.source, decision)));
    if !claim.weaknesses.is_empty() {
        says.push(text!("claims-weaknesses", weaknesses = claim.weaknesses.join(", ")));
    }
    if !claim.tags.is_empty() {
        says.push(text!("claims-tags", tags = claim.tags.join("`, `")));
    }
    says
}

/// That the one who assigned the identifier rejected it while others stand by it.
pub fn contradiction_says(claims: &[SourceClaim]) -> Option<Text> {
    let rejected = contradiction(claims)?;
    let mut others: Vec<&str> =
        claims.iter().filter(|claim| claim.state.stands()).map(|claim| claim.source.as_str()).collect();
    others.sort_unstable();
    others.dedup();
    let (source, id) = (&rejected.source, &rejected.id);
    Some(text!("claims-contradiction", id = id, source = source, others = others.join(", ")))
}

/// Whether a source stands by its claim, and since when or until when.
fn state_says(claim: &SourceClaim) -> Text {
    let (source, id) = (&claim.source, &claim.id);
    let day = |on: Option<Date>| on.map(|on| on.to_string());
    match (claim.state, day(claim.published_on), day(claim.ended_on)) {
        (ClaimState::Published, Some(on), _) => text!("claims-published", source = source, id = id, on = on),
        (ClaimState::Published, None, _) => text!("claims-published-undated", source = source, id = id),
        (ClaimState::Disputed, Some(on), _) => text!("claims-disputed", source = source, id = id, on = on),
        (ClaimState::Disputed, None, _) => text!("claims-disputed-undated", source = source, id = id),
        (ClaimState::Withdrawn, _, Some(on)) => text!("claims-withdrawn", source = source, id = id, on = on),
        (ClaimState::Withdrawn, _, None) => text!("claims-withdrawn-undated", source = source, id = id),
        (ClaimState::Rejected, _, Some(on)) => text!("claims-rejected", source = source, id = id, on = on),
        (ClaimState::Rejected, _, None) => text!("claims-rejected-undated", source = source, id = id),
    }
}

/// A score with its vector, a word, or that the vector cannot be read.
fn severity_says(source: &str, severity: &Severity) -> Text {
    let vector = severity.vector.as_deref().unwrap_or_default();
    match (severity.score, severity.rating) {
        (Some(score), _) => {
            text!("claims-scored", source = source, score = format!("{score:.1}"), vector = vector)
        }
        (None, Rating::Unknown) => text!("claims-unscored", source = source, vector = vector),
        (None, rating) => text!("claims-rated", source = source, rating = rating_word(rating)),
    }
}

/// The rating as the schemes write it.
fn rating_word(rating: Rating) -> &'static str {
    match rating {
        Rating::Critical => "critical",
        Rating::High => "high",
        Rating::Medium => "medium",
        Rating::Low => "low",
        Rating::None | Rating::Unknown => "none",
    }
}

/// The decision points that were set, in the words of the specification.
fn ssvc_says(source: &str, decision: SsvcDecision) -> Text {
    let mut points = Vec::new();
    points.extend(decision.exploitation.map(|point| format!("Exploitation: {}", point.word())));
    let automatable = |point: bool| format!("Automatable: {}", if point { "yes" } else { "no" });
    points.extend(decision.automatable.map(automatable));
    points.extend(decision.technical_impact.map(|point| format!("Technical Impact: {}", point.word())));
    let points = points.join("; ");
    match decision.decided_on {
        Some(on) => text!("claims-ssvc", source = source, points = points, on = on.to_string()),
        None => text!("claims-ssvc-undated", source = source, points = points),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::{Exploitation, ExploitedStatement, TechnicalImpact};

    use super::*;

    fn claim(source: &str, state: ClaimState) -> SourceClaim {
        SourceClaim {
            source: source.into(),
            id: "CVE-2026-1000".into(),
            state,
            published_on: Some(date(2026, 1, 2)),
            modified_on: Some(date(2026, 2, 3)),
            ended_on: (!state.stands()).then(|| date(2026, 3, 4)),
            severities: vec![],
            exploited: None,
            ssvc: None,
            weaknesses: vec![],
            tags: vec![],
        }
    }

    fn lines(claim: &SourceClaim) -> String {
        claim_says(claim).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_claim_is_told_with_its_days() {
        let severity =
            |score, rating, vector: Option<&str>| Severity { rating, score, vector: vector.map(Into::into) };
        let whole = SourceClaim {
            severities: vec![
                severity(Some(9.8), Rating::Critical, Some("CVSS:3.1/AV:N")),
                severity(None, Rating::High, None),
                severity(None, Rating::Unknown, Some("CVSS:3.1/AV")),
            ],
            exploited: Some(ExploitedStatement { list: "CISA KEV".into(), since: Some(date(2026, 2, 4)) }),
            ssvc: Some(SsvcDecision {
                exploitation: Some(Exploitation::Active),
                automatable: Some(false),
                technical_impact: Some(TechnicalImpact::Total),
                decided_on: Some(date(2026, 2, 5)),
            }),
            weaknesses: vec!["CWE-79".into()],
            tags: vec!["unsupported-when-assigned".into()],
            ..claim("CISA-ADP", ClaimState::Published)
        };
        let told = [
            "CISA-ADP published CVE-2026-1000 on 2026-01-02.",
            "CISA-ADP last changed it on 2026-02-03.",
            "CISA-ADP rates it 9.8 (CVSS:3.1/AV:N).",
            "CISA-ADP rates it `high`.",
            "CISA-ADP rates it by `CVSS:3.1/AV`, which cannot be read: it counts as not rated.",
            "It is listed as exploited somewhere since 2026-02-04 (CISA KEV).",
            "CISA-ADP decided on 2026-02-05: Exploitation: active; Automatable: no; Technical Impact: total.",
            "Weaknesses: CWE-79.",
            "Marked as `unsupported-when-assigned`.",
        ];
        assert_eq!(lines(&whole), told.join("\n"));
        let rejected = claim("mitre", ClaimState::Rejected);
        assert_eq!(lines(&rejected), "CVE-2026-1000 was rejected by mitre on 2026-03-04.");
        let undated = SourceClaim { ended_on: None, ..claim("GHSA", ClaimState::Withdrawn) };
        assert_eq!(lines(&undated), "GHSA withdrew CVE-2026-1000, without saying when.");
    }

    #[test]
    fn a_rejection_somebody_stands_against_is_told() {
        let claims = [
            claim("GHSA", ClaimState::Published),
            claim("mitre", ClaimState::Rejected),
            claim("EUVD", ClaimState::Disputed),
        ];
        let says = "Sources contradict each other: mitre rejected CVE-2026-1000, while EUVD, GHSA still stand by it.";
        assert_eq!(contradiction_says(&claims).unwrap().to_string(), says);
        assert_eq!(contradiction_says(&claims[1..2]), None);
    }
}

//! Keeps what the sources inside a record say of its vulnerability, each vector with its score.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{Advisory, ClaimState, RecordClaim, SeverityVector};

use crate::claim_record::{ClaimSeverity, ssvc_code, state_code};
use crate::days;
use crate::error::IndexError;
use crate::kept::{Keep, KeptClaim};
use crate::severity;

/// The most severities, weaknesses and marks that are kept of one claim.
const MOST: usize = 64;

/// Keeps the claims of a record; a record of one source alone is one claim.
pub(crate) fn keep(keep: &mut Keep, advisory: &Advisory, source: &str) -> Result<Range<usize>, IndexError> {
    let first = keep.claims.len();
    if advisory.claims.is_empty() {
        keep_claim(keep, &whole(advisory, source))?;
    }
    for claim in &advisory.claims {
        keep_claim(keep, claim)?;
    }
    Ok(first..keep.claims.len())
}

/// A record as the claim of its source: how bad it is for its packages is how bad it says it is.
fn whole(advisory: &Advisory, source: &str) -> RecordClaim {
    let of_packages = advisory.affected.iter().flat_map(|affected| &affected.severities);
    let mut severities: Vec<SeverityVector> = Vec::new();
    for severity in advisory.severities.iter().chain(of_packages) {
        if severities.len() < MOST && !severities.contains(severity) {
            severities.push(severity.clone());
        }
    }
    let words = advisory.affected.iter().filter_map(|affected| affected.severity_word.as_deref());
    let word = words.max_by_key(|word| (severity::rating_of_word(word), *word));
    RecordClaim {
        source: source.to_owned(),
        state: match advisory.state {
            ClaimState::Published | ClaimState::Disputed if !advisory.stands() => ClaimState::Withdrawn,
            state => state,
        },
        published_at: advisory.published_at,
        modified_at: advisory.modified_at,
        ended_at: advisory.withdrawn_at,
        severities,
        severity_word: word.map(str::to_owned),
        weaknesses: advisory.weaknesses.clone(),
        ..RecordClaim::default()
    }
}

fn keep_claim(keep: &mut Keep, claim: &RecordClaim) -> Result<(), IndexError> {
    let severities = keep_severities(keep, claim)?;
    let first = keep.references.len();
    let weaknesses = claim.weaknesses.len().min(MOST);
    for word in claim.weaknesses.iter().take(MOST).chain(claim.tags.iter().take(MOST)) {
        let number = keep.strings.number(word)?;
        keep.references.push(number);
    }
    let exploited = claim.exploited.as_ref();
    let list = exploited.map_or("", |statement| statement.list.as_str());
    let day = |date: Option<Date>| date.and_then(days::number).unwrap_or_default();
    let of_instant = |at: Option<Timestamp>| day(at.map(|at| at.to_zoned(TimeZone::UTC).date()));
    let kept = KeptClaim {
        source: keep.strings.number(&claim.source)?,
        exploited_list: keep.strings.number(list)?,
        days: [
            of_instant(claim.published_at),
            of_instant(claim.modified_at),
            of_instant(claim.ended_at),
            day(exploited.and_then(|statement| statement.since)),
            day(claim.ssvc.and_then(|decision| decision.decided_on)),
        ],
        severities,
        words: first..keep.references.len(),
        weaknesses: u16::try_from(weaknesses).map_err(|_| IndexError::TooLarge)?,
        state: state_code(claim.state),
        ssvc: ssvc_code(claim.ssvc),
    };
    keep.claims.push(kept);
    Ok(())
}

/// Each vector with its score; the word where there is no vector.
fn keep_severities(keep: &mut Keep, claim: &RecordClaim) -> Result<Range<usize>, IndexError> {
    let first = keep.claim_severities.len();
    for written in claim.severities.iter().take(MOST) {
        let rated = severity::of_vector(&written.vector);
        let kept = ClaimSeverity {
            vector: keep.strings.number(&written.vector)?,
            score: rated.tenths.unwrap_or(u8::MAX),
            rating: severity::code(rated.rating),
        };
        keep.claim_severities.push(kept);
    }
    let word = claim.severity_word.as_deref().filter(|_| claim.severities.is_empty());
    if let Some(word) = word {
        let rating = severity::code(severity::rating_of_word(word));
        let vector = keep.strings.number("")?;
        keep.claim_severities.push(ClaimSeverity { vector, score: u8::MAX, rating });
    }
    Ok(first..keep.claim_severities.len())
}

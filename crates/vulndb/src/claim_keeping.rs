//! Keeps what the sources inside a record say of its vulnerability, each vector with its score.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use proofmark_facts::{Advisory, ClaimState, ExploitedStatement, RecordClaim, SeverityVector, SsvcDecision};

use crate::claim_record::{ClaimSeverity, ssvc_code, state_code};
use crate::days;
use crate::error::IndexError;
use crate::kept::{Keep, KeptClaim};
use crate::severity;

/// The most severities, weaknesses and marks that are kept of one claim.
const MOST: usize = 64;

/// What is kept of a claim, where it stands in the record.
#[derive(Debug, Default)]
struct Said<'a> {
    source: &'a str,
    state: ClaimState,
    published_at: Option<Timestamp>,
    modified_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    severities: Vec<&'a SeverityVector>,
    severity_word: Option<&'a str>,
    exploited: Option<&'a ExploitedStatement>,
    ssvc: Option<SsvcDecision>,
    weaknesses: &'a [String],
    tags: &'a [String],
}

/// Keeps the claims of a record; a record of one source alone is one claim.
pub(crate) fn keep(keep: &mut Keep, advisory: &Advisory, source: &str) -> Result<Range<usize>, IndexError> {
    let first = keep.claims.len();
    if advisory.claims.is_empty() {
        keep_claim(keep, &whole(advisory, source))?;
    }
    for claim in &advisory.claims {
        keep_claim(keep, &Said::of(claim))?;
    }
    Ok(first..keep.claims.len())
}

impl<'a> Said<'a> {
    fn of(claim: &'a RecordClaim) -> Self {
        Self {
            source: &claim.source,
            state: claim.state,
            published_at: claim.published_at,
            modified_at: claim.modified_at,
            ended_at: claim.ended_at,
            severities: claim.severities.iter().take(MOST).collect(),
            severity_word: claim.severity_word.as_deref(),
            exploited: claim.exploited.as_ref(),
            ssvc: claim.ssvc,
            weaknesses: &claim.weaknesses,
            tags: &claim.tags,
        }
    }
}

/// A record as the claim of its source: how bad it is for its packages is how bad it says it is.
fn whole<'a>(advisory: &'a Advisory, source: &'a str) -> Said<'a> {
    let of_packages = advisory.affected.iter().flat_map(|affected| &affected.severities);
    let mut severities: Vec<&SeverityVector> = Vec::new();
    for severity in advisory.severities.iter().chain(of_packages) {
        if severities.len() < MOST && !severities.contains(&severity) {
            severities.push(severity);
        }
    }
    let words = advisory.affected.iter().filter_map(|affected| affected.severity_word.as_deref());
    Said {
        source,
        state: match advisory.state {
            ClaimState::Published | ClaimState::Disputed if !advisory.stands() => ClaimState::Withdrawn,
            state => state,
        },
        published_at: advisory.published_at,
        modified_at: advisory.modified_at,
        ended_at: advisory.withdrawn_at,
        severities,
        severity_word: words.max_by_key(|word| (severity::rating_of_word(word), *word)),
        weaknesses: &advisory.weaknesses,
        ..Said::default()
    }
}

fn keep_claim(keep: &mut Keep, claim: &Said<'_>) -> Result<(), IndexError> {
    let severities = keep_severities(keep, claim)?;
    let first = keep.references.len();
    let weaknesses = claim.weaknesses.len().min(MOST);
    for word in claim.weaknesses.iter().take(MOST).chain(claim.tags.iter().take(MOST)) {
        let number = keep.strings.number(word)?;
        keep.references.push(number);
    }
    let exploited = claim.exploited;
    let list = exploited.map_or("", |statement| statement.list.as_str());
    let day = |date: Option<Date>| date.and_then(days::number).unwrap_or_default();
    let of_instant = |at: Option<Timestamp>| day(at.map(|at| Offset::UTC.to_datetime(at).date()));
    let kept = KeptClaim {
        source: keep.strings.number(claim.source)?,
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
fn keep_severities(keep: &mut Keep, claim: &Said<'_>) -> Result<Range<usize>, IndexError> {
    let first = keep.claim_severities.len();
    for written in &claim.severities {
        let rated = keep.ratings.of_vector(&written.vector);
        let kept = ClaimSeverity {
            vector: keep.strings.number(&written.vector)?,
            score: rated.tenths.unwrap_or(u8::MAX),
            rating: severity::code(rated.rating),
        };
        keep.claim_severities.push(kept);
    }
    let word = claim.severity_word.filter(|_| claim.severities.is_empty());
    if let Some(word) = word {
        let rating = severity::code(severity::rating_of_word(word));
        let vector = keep.strings.number("")?;
        keep.claim_severities.push(ClaimSeverity { vector, score: u8::MAX, rating });
    }
    Ok(first..keep.claim_severities.len())
}

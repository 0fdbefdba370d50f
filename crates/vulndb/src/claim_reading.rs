//! Reads what sources say of a vulnerability from the sections of the file.

use proofmark_facts::{Exploited, ExploitedStatement, Severity, SourceClaim};

use crate::claim_record::{self, Claim, ClaimRun, ClaimSeverity};
use crate::days::date;
use crate::kept_rating::rated;
use crate::layout::Section;
use crate::record::Reference;
use crate::severity::{self, Rated};
use crate::tables::Tables;

/// What each source says of the vulnerability with this number, sorted by source; `None` if the index is damaged.
pub(crate) fn claims_of(vulnerability: u32, tables: Tables<'_>) -> Option<Vec<SourceClaim>> {
    let index = usize::try_from(vulnerability).ok()?;
    let run: ClaimRun = tables.table(Section::ClaimRuns).get(index)?;
    claims(run.first, run.count, tables)
}

/// So many claims from this one on.
pub(crate) fn claims(first: u32, count: u32, tables: Tables<'_>) -> Option<Vec<SourceClaim>> {
    let claims = tables.table::<Claim>(Section::Claims).range(first, count)?;
    claims.map(|claim| read(claim, tables)).collect()
}

/// What the claims of a vulnerability together say of it.
#[derive(Debug, Default)]
pub(crate) struct InShort<'t> {
    /// The worst that sources who stand by their claims say, where it is wanted.
    pub(crate) worst: Option<Rated<'t>>,
    /// The earliest word of one of them that it is exploited: the list, and the day as in the file, zero for none.
    pub(crate) exploited: Option<(&'t str, u32)>,
    /// The claims of those who say under a mark of the Traffic Light Protocol that theirs is not for everybody, where they are
    /// wanted: whether somebody stands by it or not, the mark is on it.
    pub(crate) marked: Vec<SourceClaim>,
}

/// What is asked of the claims beside whether it is exploited.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// How bad they say it is.
    pub(crate) severity: bool,
    /// The claims that are not for everybody.
    pub(crate) marked: bool,
}

/// What they say together, without gathering what each says.
pub(crate) fn in_short(vulnerability: u32, wanted: Wanted, tables: Tables<'_>) -> Option<InShort<'_>> {
    let run: ClaimRun = tables.table(Section::ClaimRuns).get(usize::try_from(vulnerability).ok()?)?;
    let mut short = InShort::default();
    for claim in tables.table::<Claim>(Section::Claims).range(run.first, run.count)? {
        if wanted.marked && claim.tags > 0 && is_marked(&claim, tables)? {
            short.marked.push(read(claim, tables)?);
        }
        if !claim_record::state_of(claim.state).stands() {
            continue;
        }
        if wanted.severity {
            let severities = tables.table::<ClaimSeverity>(Section::ClaimSeverities);
            for kept in severities.range(claim.first_severity, claim.severities.into())? {
                let rated = rated(kept.vector, kept.score, kept.rating, tables)?;
                // Of equals the last counts, as it does there.
                let is_worse = |worst| severity::compare(rated, worst).is_ge();
                if short.worst.is_none_or(is_worse) {
                    short.worst = Some(rated);
                }
            }
        }
        let list = tables.text(claim.exploited_list)?;
        let since = claim.exploited_since;
        let is_earlier =
            |(_, known): (&str, u32)| (date(since).is_none(), since) < (date(known).is_none(), known);
        if !list.is_empty() && short.exploited.is_none_or(is_earlier) {
            short.exploited = Some((list, since));
        }
    }
    Some(short)
}

/// Whether one of its marks is of the Traffic Light Protocol.
fn is_marked(claim: &Claim, tables: Tables<'_>) -> Option<bool> {
    let first = claim.first_word.checked_add(claim.weaknesses.into())?;
    for word in tables.table::<Reference>(Section::ClaimWords).range(first, claim.tags.into())? {
        if tables.text(word.to)?.starts_with("TLP:") {
            return Some(true);
        }
    }
    Some(false)
}

fn read(claim: Claim, tables: Tables<'_>) -> Option<SourceClaim> {
    let severities = tables
        .table::<ClaimSeverity>(Section::ClaimSeverities)
        .range(claim.first_severity, claim.severities.into())?;
    let words = u32::from(claim.weaknesses) + u32::from(claim.tags);
    let words = tables.table::<Reference>(Section::ClaimWords).range(claim.first_word, words)?;
    let mut weaknesses: Vec<String> =
        words.map(|word| tables.text(word.to).map(str::to_owned)).collect::<Option<_>>()?;
    let tags = weaknesses.split_off(weaknesses.len().min(claim.weaknesses.into()));
    let list = tables.text(claim.exploited_list)?;
    let statement = || ExploitedStatement { list: list.to_owned(), since: date(claim.exploited_since) };
    let mut ssvc = claim_record::ssvc_of(claim.ssvc);
    if let Some(decision) = &mut ssvc {
        decision.decided_on = date(claim.decided);
    }
    Some(SourceClaim {
        source: tables.text(claim.source)?.to_owned(),
        id: tables.text(claim.id)?.to_owned(),
        state: claim_record::state_of(claim.state),
        published_on: date(claim.published),
        modified_on: date(claim.modified),
        ended_on: date(claim.ended),
        severities: severities.map(|severity| severity_of(severity, tables)).collect::<Option<_>>()?,
        exploited: (!list.is_empty()).then(statement),
        ssvc,
        weaknesses,
        tags,
    })
}

fn severity_of(kept: ClaimSeverity, tables: Tables<'_>) -> Option<Severity> {
    let vector = tables.text(kept.vector)?;
    Some(Severity {
        rating: severity::of_code(kept.rating),
        score: Some(kept.score).filter(|&score| score <= 100).map(|tenths| f64::from(tenths) / 10.0),
        vector: (!vector.is_empty()).then(|| vector.to_owned()),
    })
}

/// The earliest word of a source that stands by it that the vulnerability is exploited.
pub(crate) fn exploited(claims: &[SourceClaim]) -> Option<Exploited> {
    let standing = claims.iter().filter(|claim| claim.state.stands());
    let said = standing.filter_map(|claim| claim.exploited.as_ref());
    let earliest = said.min_by_key(|statement| (statement.since.is_none(), statement.since))?;
    Some(Exploited { catalogue: earliest.list.clone(), added_on: earliest.since })
}

//! Puts what was kept of ranges of commits into their sections: repositories with their claims, events, and the commits
//! that are named.

use crate::error::IndexError;
use crate::kept::Kept;
use crate::kept_git::{KeptRepositories, LISTED, LISTED_VERSION};
use crate::layout::{SECTIONS, Section};
use crate::record::{NamedCommit, Record, Repository, RepositoryClaim, RepositoryEvent};

/// Where a string stands in the file, by its number.
type Offset<'a> = &'a dyn Fn(u32) -> u32;

/// What is covered by ranges of commits, where anything is: repositories and claims.
pub(crate) fn coverage(
    kept: &KeptRepositories,
    live: &[&Kept],
    offset: Offset<'_>,
) -> Option<((u32, u32), (u32, u32))> {
    let claims = sorted(kept, live, offset);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let covered = kept.covered_as.filter(|_| !claims.is_empty())?;
    let repositories = claims.chunk_by(|left, right| left.0 == right.0).count();
    Some(((offset(covered), 0), (count(repositories), count(claims.len()))))
}

/// Repository as offset, advisory and claim; sorted.
fn sorted(kept: &KeptRepositories, live: &[&Kept], offset: Offset<'_>) -> Vec<(u32, usize, usize)> {
    let mut claims = Vec::new();
    for (advisory, record) in live.iter().enumerate() {
        let of_record = record.commits.clone();
        claims.extend(of_record.map(|claim| (offset(kept.claims[claim].repository), advisory, claim)));
    }
    claims.sort_unstable();
    claims
}

/// Writes the sections.
pub(crate) fn put(
    kept: &KeptRepositories,
    live: &[&Kept],
    offset: Offset<'_>,
    sections: &mut [Vec<u8>; SECTIONS],
) -> Result<(), IndexError> {
    let claims = sorted(kept, live, offset);
    let (mut first_claim, mut first_event, mut named) = (0, 0, Vec::new());
    for of_repository in claims.chunk_by(|left, right| left.0 == right.0) {
        let (key, first, count) = (of_repository[0].0, fits(first_claim)?, fits(of_repository.len())?);
        Repository { key, first, count }.write(&mut sections[Section::Repositories as usize]);
        for (place, &(_, advisory, number)) in (first_claim..).zip(of_repository) {
            let claim = &kept.claims[number];
            let written = RepositoryClaim {
                advisory: fits(advisory)?,
                vector: offset(claim.vector),
                first: fits(first_event)?,
                count: fits(claim.events.len())?,
                score: claim.score,
                rating: claim.rating,
            };
            written.write(&mut sections[Section::RepositoryClaims as usize]);
            first_event += claim.events.len();
            for &(what, at) in &kept.events[claim.events.clone()] {
                let event = RepositoryEvent { at: offset(at), what };
                event.write(&mut sections[Section::RepositoryEvents as usize]);
                if !matches!(what, LISTED | LISTED_VERSION) {
                    named.push((event.at, fits(place)?));
                }
            }
        }
        first_claim += of_repository.len();
    }
    named.sort_unstable();
    named.dedup();
    for (at, claim) in named {
        NamedCommit { at, claim }.write(&mut sections[Section::NamedCommits as usize]);
    }
    Ok(())
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}

//! What records say of a component by its repository and the commit or tag it stands at.
//!
//! Without the history of the repository only exact mentions are decided: a commit a record names, a tag it lists. Whether
//! another commit comes before or after them is not known then, and that is said.

use std::collections::BTreeSet;

use proofmark_facts::{AffectedCode, MatchConfidence, MatchRule};

use crate::commit_verdict::{CommitVerdict, Place, verdict};
use crate::gathering::{HeldCode, Holding};
use crate::held_range::HeldRange;
use crate::histories::Histories;
use crate::kept_git::FIXED;
use crate::kept_rating::rated;
use crate::layout::Section;
use crate::record::{NamedCommit, Repository, RepositoryClaim, RepositoryEvent};
use crate::repository::AskedCommit;
use crate::tables::Tables;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct ByCommit<'t> {
    /// Claims that hold.
    pub(crate) holding: Vec<Holding<'t>>,
    /// Advisories of which it cannot be said.
    pub(crate) open: Vec<u32>,
    /// Advisories that do not hold for the commit.
    pub(crate) outside: Vec<u32>,
    /// Whether any record speaks of a repository the component names, or of a commit of its.
    pub(crate) is_known: bool,
}

/// What is said of everything a component says it comes from; `None` if the index is damaged.
pub(crate) fn look_up<'t>(
    all: &[AskedCommit],
    histories: &Histories,
    tables: Tables<'t>,
) -> Option<ByCommit<'t>> {
    let mut numbers = BTreeSet::new();
    for asked in all {
        numbers.extend(claims_of_repository(asked, tables)?);
        numbers.extend(claims_of_commit(asked, tables)?);
    }
    let places: Vec<Place<'_>> = all.iter().map(|asked| Place::of(asked, histories)).collect();
    let mut found = ByCommit { is_known: !numbers.is_empty(), ..ByCommit::default() };
    let claims = tables.table::<RepositoryClaim>(Section::RepositoryClaims);
    let events = tables.table::<RepositoryEvent>(Section::RepositoryEvents);
    for number in numbers {
        let claim = claims.get(usize::try_from(number).ok()?)?;
        let events: Vec<(u8, &str)> = events
            .range(claim.first, claim.count)?
            .map(|event| Some((event.what, tables.text(event.at)?)))
            .collect::<Option<_>>()?;
        match verdict(&places, &events) {
            CommitVerdict::Outside => found.outside.push(claim.advisory),
            CommitVerdict::Open => found.open.push(claim.advisory),
            CommitVerdict::Inside { range, at, sure } => {
                let found_by = format!("{}@{at}", repository_of(number, tables)?);
                let held = holding(&claim, &events, tables)?;
                let range = HeldRange::Words(range);
                found.holding.push(Holding { range, criteria: Some(found_by), confidence: sure, ..held });
            }
        }
    }
    // Of branches of one record, one may be open where another was decided.
    let decided = |advisory: &u32| {
        found.outside.contains(advisory) || found.holding.iter().any(|held| held.advisory == *advisory)
    };
    found.open = found.open.iter().copied().filter(|advisory| !decided(advisory)).collect();
    Some(found)
}

fn holding<'t>(claim: &RepositoryClaim, events: &[(u8, &str)], tables: Tables<'t>) -> Option<Holding<'t>> {
    let fixes = events.iter().filter(|(what, _)| *what == FIXED).map(|(_, at)| (*at).to_owned());
    let mut code = AffectedCode::default();
    code.add(AffectedCode { program_files: Vec::new(), fix_commits: fixes.collect() });
    Some(Holding {
        advisory: claim.advisory,
        rated: rated(claim.vector, claim.score, claim.rating, tables)?,
        rule: MatchRule::Commit,
        range: HeldRange::Words(String::new()),
        criteria: None,
        confidence: MatchConfidence::default(),
        fixed_in: Vec::new(),
        code: HeldCode::Said(code),
    })
}

/// The repository the claim is about: where a fork was asked about, the one the record names.
fn repository_of(claim: u32, tables: Tables<'_>) -> Option<&str> {
    let repositories = tables.table::<Repository>(Section::Repositories);
    let place = first_from(repositories.len(), |at| {
        let one = repositories.get(at)?;
        Some(one.first.saturating_add(one.count) <= claim)
    })?;
    tables.text(repositories.get(place)?.key)
}

/// The claims about the repository.
fn claims_of_repository(asked: &AskedCommit, tables: Tables<'_>) -> Option<std::ops::Range<u32>> {
    let repositories = tables.table::<Repository>(Section::Repositories);
    let Some(wanted) = asked.repository.as_deref() else { return Some(0..0) };
    let place = first_from(repositories.len(), |at| Some(tables.text(repositories.get(at)?.key)? < wanted))?;
    let repository = repositories.get(place).filter(|it| tables.text(it.key) == Some(wanted));
    Some(repository.map_or(0..0, |it| it.first..it.first.saturating_add(it.count)))
}

/// The claims that name the commit, of whichever repository: forks have the same commits.
fn claims_of_commit(asked: &AskedCommit, tables: Tables<'_>) -> Option<Vec<u32>> {
    if !asked.is_anywhere() {
        return Some(Vec::new());
    }
    let (named, wanted) = (tables.table::<NamedCommit>(Section::NamedCommits), asked.at.as_str());
    let mut place = first_from(named.len(), |at| Some(tables.text(named.get(at)?.at)? < wanted))?;
    let mut claims = Vec::new();
    while let Some(one) = named.get(place) {
        if !tables.text(one.at)?.starts_with(wanted) {
            break;
        }
        claims.push(one.claim);
        place += 1;
    }
    Some(claims)
}

/// The first place of so many of which this is not so; `None` if the index is damaged.
fn first_from(count: usize, is_before: impl Fn(usize) -> Option<bool>) -> Option<usize> {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from + (to - from) / 2;
        if is_before(middle)? { from = middle + 1 } else { to = middle }
    }
    Some(from)
}

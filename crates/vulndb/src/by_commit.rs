//! What records say of a component by its repository and the commit or tag it stands at.
//!
//! Without the history of the repository only exact mentions are decided: a commit a record names, a tag it lists. Whether
//! another commit comes before or after them is not known then, nor what a tag is that is not listed, and that is said.

use std::collections::BTreeSet;

use proofmark_facts::{AffectedCode, CommitName, MatchConfidence, MatchRule};

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
    /// Advisories none of whose claims holds for the commit, or leaves it open.
    pub(crate) outside: Vec<u32>,
    /// Those of them that would be open without the history.
    pub(crate) closed: Vec<Closed>,
    /// Whether any record speaks of a repository the component names, or of a commit of its.
    pub(crate) is_known: bool,
}

/// A claim that the history of a repository shows not to hold.
#[derive(Debug)]
pub(crate) struct Closed {
    pub(crate) advisory: u32,
    /// The repository, as it is spelt here.
    pub(crate) repository: String,
    /// The commit the component was made from.
    pub(crate) commit: CommitName,
    /// The fix that comes before it; `None`: what brought it in does not.
    pub(crate) fix: Option<String>,
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
    let bare: Vec<Place<'_>> = all.iter().map(Place::without_history).collect();
    let mut found = ByCommit { is_known: !numbers.is_empty(), ..ByCommit::default() };
    let claims = tables.table::<RepositoryClaim>(Section::RepositoryClaims);
    let events = tables.table::<RepositoryEvent>(Section::RepositoryEvents);
    for number in numbers {
        let claim = claims.get(usize::try_from(number).ok()?)?;
        let events: Vec<(u8, &str)> = events
            .range(claim.first, claim.count)?
            .map(|event| Some((event.what, tables.text(event.at)?)))
            .collect::<Option<_>>()?;
        let repository = repository_of(number, tables)?;
        match verdict(&places, repository, &events) {
            CommitVerdict::Outside => {
                found.outside.push(claim.advisory);
                let by = places.iter().find(|place| place.is_in_history_of(repository));
                if let Some(commit) = by.and_then(Place::in_history)
                    && verdict(&bare, repository, &events) != CommitVerdict::Outside
                {
                    let fix = by.and_then(|place| place.fix_before(&events)).map(str::to_owned);
                    let (advisory, repository) = (claim.advisory, repository.to_owned());
                    found.closed.push(Closed { advisory, repository, commit, fix });
                }
            }
            CommitVerdict::Open => found.open.push(claim.advisory),
            CommitVerdict::Inside { range, at, sure } => {
                let found_by = format!("{repository}@{at}");
                let held = holding(&claim, &events, tables)?;
                let range = HeldRange::Words(range);
                found.holding.push(Holding { range, criteria: Some(found_by), confidence: sure, ..held });
            }
        }
    }
    // A record may have several ranges of a repository: any that holds affects, and any that is open leaves it open.
    let held: BTreeSet<u32> = found.holding.iter().map(|held| held.advisory).collect();
    found.open.retain(|advisory| !held.contains(advisory));
    let left: BTreeSet<u32> = held.into_iter().chain(found.open.iter().copied()).collect();
    found.outside.retain(|advisory| !left.contains(advisory));
    found.closed.retain(|closed| !left.contains(&closed.advisory));
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

//! The index held against a matcher too plain to be wrong: every record, every range, every commit, every file, one by one.

mod random;

use std::collections::BTreeSet;

use proofmark_facts::SourceClaim;
use proofmark_vulndb::cvss_base_score;
use proptest::prelude::*;
use random::{Asked, At, Commits, ECOSYSTEMS, Package, Record, day, id, index, mark, vector, weakness};

fn holds_version(package: &Package, (ecosystem, name, version): (usize, char, u8)) -> bool {
    let is_inside = |&(from, to): &(u8, Option<(u8, bool)>)| {
        from <= version && to.is_none_or(|(to, inside)| version < to || inside && version == to)
    };
    (package.ecosystem, package.name) == (ecosystem, name)
        && (package.listed.contains(&version) || package.ranges.iter().any(is_inside))
}

/// True, false, or nobody knows: what is between two commits is not known without the history, and a tag that is not listed may
/// have come after the list.
fn holds_commit(commits: &Commits, at: At) -> Option<bool> {
    let named = match at {
        // What one commit ends in one range it may begin in the next.
        At::Commit(at) if [commits.from, commits.last].contains(&Some(at)) => Some(true),
        At::Commit(at) if commits.fixed == Some(at) => Some(false),
        At::Tag(at) if commits.tags.contains(&at) => Some(true),
        At::Commit(_) | At::Tag(_) => None,
    };
    let all = commits.from.is_none() && commits.fixed.is_none() && commits.last.is_none();
    named.or(all.then_some(true))
}

/// Whether a range of commits is looked at: it is of the repository, or names the commit.
fn speaks_of(commits: &Commits, repository: u8, at: At) -> bool {
    let names = |at| [commits.from, commits.fixed, commits.last].contains(&Some(at));
    commits.repository == repository || matches!(at, At::Commit(at) if names(at))
}

/// The numbers of the records that hold, and whether all was said.
fn plain(records: &[Record], asked: &Asked) -> (BTreeSet<usize>, bool) {
    let (mut known, mut open) = (BTreeSet::new(), BTreeSet::new());
    let (mut is_covered, mut is_spoken_of) = (false, false);
    let is_of_distribution =
        asked.package.is_some_and(|(ecosystem, ..)| ECOSYSTEMS[ecosystem].0.starts_with("Debian"));
    for record in records.iter().filter(|record| !record.withdrawn) {
        if let Some(package) = asked.package {
            is_covered |= record.packages.iter().any(|known| known.ecosystem == package.0);
            if record.packages.iter().any(|known| holds_version(known, package)) {
                known.insert(record.number);
            }
        }
        if let Some((repository, at)) = asked.commit.filter(|_| !is_of_distribution) {
            let spoken = record.commits.iter().filter(|commits| speaks_of(commits, repository, at));
            let said: Vec<Option<bool>> = spoken.map(|commits| holds_commit(commits, at)).collect();
            is_spoken_of |= !said.is_empty();
            if said.contains(&Some(true)) {
                known.insert(record.number);
            } else if said.contains(&None) {
                open.insert(record.number);
            }
        }
        if asked.file.is_some_and(|file| record.files.contains(&file)) {
            known.insert(record.number);
        }
    }
    // What commits cannot say nobody asked of a package its ecosystem decided.
    let is_whole = match asked.package {
        Some(_) => is_covered,
        None => is_spoken_of && open.is_subset(&known),
    };
    (known, is_whole)
}

/// The claims of a record as they are told: by source, those of one source in their order.
fn claims(record: &Record) -> Vec<Told> {
    let mut said: Vec<_> = record.claims.iter().collect();
    said.sort_by_key(|said| said.source);
    let told = said.into_iter().map(|said| Told {
        source: format!("source-{}", said.source),
        published_on: Some(day(said.day)),
        severities: said.vectors.iter().map(|number| scored(vector(*number))).collect(),
        weaknesses: said.weaknesses.iter().map(|number| weakness(*number)).collect(),
        tags: said.tags.iter().map(|number| mark(*number)).collect(),
    });
    told.collect()
}

fn scored(vector: &str) -> (String, Option<f64>) {
    (vector.to_owned(), cvss_base_score(vector))
}

#[derive(Debug, PartialEq)]
struct Told {
    source: String,
    published_on: Option<jiff::civil::Date>,
    /// Vectors and scores.
    severities: Vec<(String, Option<f64>)>,
    weaknesses: Vec<String>,
    tags: Vec<String>,
}

impl Told {
    fn of(claim: &SourceClaim) -> Self {
        Self {
            source: claim.source.clone(),
            published_on: claim.published_on,
            severities: claim
                .severities
                .iter()
                .map(|severity| (severity.vector.clone().unwrap_or_default(), severity.score))
                .collect(),
            weaknesses: claim.weaknesses.clone(),
            tags: claim.tags.clone(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_index_says_what_a_plain_scan_says(
        records in random::records(6), asked in prop::collection::vec(random::asked(), 1..8),
    ) {
        let index = index(&records);
        for asked in &asked {
            let checked = index.check(&asked.component());
            let found: BTreeSet<String> = checked.known().iter().map(|known| known.id.clone()).collect();
            let (known, is_whole) = plain(&records, asked);
            prop_assert_eq!(found, known.iter().copied().map(id).collect::<BTreeSet<_>>(), "{:?}", asked);
            prop_assert_eq!(checked.unchecked().is_none(), is_whole, "{:?} {:?}", asked, checked);
            for (found, number) in checked.known().iter().zip(known.iter().copied()) {
                let told: Vec<Told> = found.claims.iter().map(Told::of).collect();
                let said = claims(&records[number]);
                // A record in which nobody else speaks is the claim of its source.
                prop_assert!(told == said || said.is_empty() && told.len() == 1, "{:?} {:?}", told, said);
            }
        }
    }

    #[test]
    fn the_order_of_the_records_does_not_matter(
        (records, shuffled) in random::records(6).prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        prop_assert_eq!(index(&records).digest(), index(&shuffled).digest());
    }
}

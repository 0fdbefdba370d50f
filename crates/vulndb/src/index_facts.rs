//! What an index says of itself.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::Sha256;

use crate::claim_reading::{self, Wanted};
use crate::days;
use crate::layout::Section;
use crate::record::{About, Coverage, Exploited, Package, Record, Source, Vulnerability};
use crate::tables::Tables;

/// What an index was built from and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFacts {
    /// Records kept, withdrawn ones included.
    pub records: u64,
    /// Of these, withdrawn: they match nothing.
    pub withdrawn: u64,
    /// Claims that name no package of an ecosystem we know; they can match nothing.
    pub without_package: u64,
    /// Packages with at least one claim.
    pub packages: u64,
    /// Vulnerabilities the records speak of.
    pub vulnerabilities: u64,
    /// Of the vulnerabilities the records speak of, those it says are exploited somewhere in the world.
    pub exploited: u64,
    /// Entries of catalogues of exploited vulnerabilities, whether or not a record speaks of them.
    pub listed: u64,
    /// Of the vulnerabilities the records speak of, those it says of how likely they are exploited (EPSS).
    pub predictions: u64,
    /// The day of these predictions, the newest of several.
    pub scored_on: Option<Date>,
    /// The newest `modified` of all records, as the sources wrote it: it may lie in the future.
    pub as_of: Option<Timestamp>,
    /// Digests of the documents it was built from, sorted.
    pub built_from: Vec<Sha256>,
    /// Its sources, sorted by name.
    pub sources: Vec<SourceFacts>,
    /// What it covers, sorted by ecosystem and release.
    pub covers: Vec<CoverageFacts>,
}

/// What an index holds of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFacts {
    /// Its name.
    pub name: String,
    /// Its records.
    pub records: u64,
    /// The newest `modified` of them.
    pub newest: Option<Timestamp>,
}

impl IndexFacts {
    /// The same as known at this instant: a record dated after it is its source's mistake, and dates neither the source nor the
    /// whole, so that old data does not pass for new.
    #[must_use]
    pub fn as_known_at(mut self, now: Timestamp) -> Self {
        for source in &mut self.sources {
            source.newest = source.newest.filter(|newest| *newest <= now);
        }
        self.as_of = self.sources.iter().filter_map(|source| source.newest).max();
        self
    }
}

/// What an index holds for one ecosystem, or for one release of a distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageFacts {
    /// The ecosystem's OSV name.
    pub ecosystem: String,
    /// The release, where it has any.
    pub release: Option<String>,
    /// Packages with at least one claim.
    pub packages: u64,
    /// Claims.
    pub claims: u64,
}

pub(crate) fn of(tables: Tables<'_>) -> Option<IndexFacts> {
    let about = About::read(tables.section(Section::About))?;
    let (exploited, predictions) = spoken_of(tables)?;
    let built_from = tables.table::<[u8; 32]>(Section::BuiltFrom);
    Some(IndexFacts {
        records: about.records.into(),
        withdrawn: about.withdrawn.into(),
        without_package: about.without_package.into(),
        packages: tables.table::<Package>(Section::Packages).len() as u64,
        vulnerabilities: tables.table::<Vulnerability>(Section::Vulnerabilities).len() as u64,
        exploited,
        listed: tables.table::<Exploited>(Section::Exploited).len() as u64,
        predictions,
        scored_on: days::date(about.scored_on),
        as_of: instant(about.as_of),
        built_from: (0..built_from.len())
            .map(|index| built_from.get(index).map(Sha256))
            .collect::<Option<_>>()?,
        sources: sources(tables)?,
        covers: covers(tables)?,
    })
}

/// How many of the vulnerabilities are exploited, by a catalogue or by the word of a source, and of how many it is said how
/// likely they are.
fn spoken_of(tables: Tables<'_>) -> Option<(u64, u64)> {
    let all = tables.table::<Vulnerability>(Section::Vulnerabilities);
    let (mut exploited, mut predictions) = (0, 0);
    for number in 0..all.len() {
        let one = all.get(number)?;
        let word = || {
            claim_reading::in_short(
                u32::try_from(number).ok()?,
                Wanted { severity: false, marked: false },
                tables,
            )
        };
        exploited += u64::from(one.exploited != 0 || word()?.exploited.is_some());
        predictions += u64::from(one.prediction != 0);
    }
    Some((exploited, predictions))
}

fn sources(tables: Tables<'_>) -> Option<Vec<SourceFacts>> {
    let sources = tables.table::<Source>(Section::Sources);
    let source = |index| {
        let source: Source = sources.get(index)?;
        let name = tables.text(source.name)?.to_owned();
        Some(SourceFacts { name, records: source.records.into(), newest: instant(source.newest) })
    };
    (0..sources.len()).map(source).collect()
}

fn covers(tables: Tables<'_>) -> Option<Vec<CoverageFacts>> {
    let coverage = tables.table::<Coverage>(Section::Coverage);
    let row = |index| {
        let row: Coverage = coverage.get(index)?;
        let release = tables.text(row.release)?;
        Some(CoverageFacts {
            ecosystem: tables.text(row.ecosystem)?.to_owned(),
            release: (!release.is_empty()).then(|| release.to_owned()),
            packages: row.packages.into(),
            claims: row.affected.into(),
        })
    };
    (0..coverage.len()).map(row).collect()
}

fn instant(microseconds: i64) -> Option<Timestamp> {
    Timestamp::from_microsecond(microseconds).ok()
}

//! What is kept of ranges of commits until the index is written, and how their events are written in one byte.

use std::ops::Range;

use proofmark_facts::{
    Affected, AffectedProduct, RangeEvent, RangeKind, VersionClaim, VersionStatus, VersionUntil,
};

use crate::error::IndexError;
use crate::repository;
use crate::severity::{self, Rated};
use crate::strings::Strings;

/// What the list of ecosystems covered calls them.
pub(crate) const COVERED_AS: &str = "GIT";

/// Affected from this commit on.
pub(crate) const INTRODUCED: u8 = 0;
/// No longer affected from this commit on.
pub(crate) const FIXED: u8 = 1;
/// Affected up to and including this commit.
pub(crate) const LAST_AFFECTED: u8 = 2;
/// Nothing is said from this commit on.
pub(crate) const LIMIT: u8 = 3;
/// This tag is affected; of others nothing is said, as they may have come later.
pub(crate) const LISTED: u8 = 4;
/// This version of the package made from the repository is affected.
pub(crate) const LISTED_VERSION: u8 = 5;

/// All claims about repositories kept so far.
#[derive(Debug, Default)]
pub(crate) struct KeptRepositories {
    pub(crate) claims: Vec<KeptRange>,
    /// What each event is, and its commit or tag as a string.
    pub(crate) events: Vec<(u8, u32)>,
    /// String: what the list of ecosystems covered calls them, once there is one.
    pub(crate) covered_as: Option<u32>,
}

/// What one record says of one repository.
#[derive(Debug, Clone)]
pub(crate) struct KeptRange {
    /// String: the repository.
    pub(crate) repository: u32,
    /// String: the vector.
    pub(crate) vector: u32,
    /// The base score in tenths; 255 for none.
    pub(crate) score: u8,
    /// The rating's code.
    pub(crate) rating: u8,
    /// Its events.
    pub(crate) events: Range<usize>,
}

impl KeptRepositories {
    /// Keeps the ranges of commits of a claim, each with the tags that are listed beside it.
    pub(crate) fn keep(
        &mut self,
        affected: &Affected,
        rated: Rated<'_>,
        strings: &mut Strings,
    ) -> Result<(), IndexError> {
        // Beside a range of versions, versions are those of the package.
        let alone = affected.ranges.iter().all(|range| range.kind == RangeKind::Git);
        let listed = if alone { LISTED } else { LISTED_VERSION };
        for range in affected.ranges.iter().filter(|range| range.kind == RangeKind::Git) {
            let Some(key) = range.repository.as_deref().and_then(repository::key_of) else { continue };
            let events = range.events.iter().map(|event| match event {
                RangeEvent::Introduced(at) => (INTRODUCED, at.as_str()),
                RangeEvent::Fixed(at) => (FIXED, at.as_str()),
                RangeEvent::LastAffected(at) => (LAST_AFFECTED, at.as_str()),
                RangeEvent::Limit(at) => (LIMIT, at.as_str()),
            });
            let tags = affected.versions.iter().map(|tag| (listed, tag));
            self.keep_range(&key, events.chain(tags), rated, strings)?;
        }
        Ok(())
    }

    /// Keeps the commits between which products are called affected, one range for each repository: of the branches of a
    /// repository each has its own fix (CVE Record Format 5, `versionType: git`).
    pub(crate) fn keep_products(
        &mut self,
        products: &[AffectedProduct],
        rated: Rated<'_>,
        strings: &mut Strings,
    ) -> Result<(), IndexError> {
        let mut ranges: Vec<(String, Vec<(u8, &str)>)> = Vec::new();
        for product in products {
            let Some(key) = product.repository.as_deref().and_then(repository::key_of) else { continue };
            let events: Vec<(u8, &str)> = product.versions.iter().flat_map(events_of).collect();
            if events.is_empty() {
                continue;
            }
            match ranges.iter_mut().find(|(known, _)| *known == key) {
                Some((_, all)) => all.extend(events),
                None => ranges.push((key, events)),
            }
        }
        for (key, mut events) in ranges {
            events.sort_unstable();
            events.dedup();
            self.keep_range(&key, events.into_iter(), rated, strings)?;
        }
        Ok(())
    }

    fn keep_range<'a>(
        &mut self,
        key: &str,
        events: impl Iterator<Item = (u8, &'a str)>,
        rated: Rated<'_>,
        strings: &mut Strings,
    ) -> Result<(), IndexError> {
        if self.covered_as.is_none() {
            self.covered_as = Some(strings.number(COVERED_AS)?);
        }
        let first = self.events.len();
        for (what, at) in events {
            let at = at.trim();
            let number = if repository::is_commit(at) {
                strings.number(&at.to_ascii_lowercase())?
            } else {
                strings.number(at)?
            };
            self.events.push((what, number));
        }
        self.claims.push(KeptRange {
            repository: strings.number(key)?,
            vector: strings.number(rated.vector.unwrap_or_default())?,
            score: rated.tenths.unwrap_or(u8::MAX),
            rating: severity::code(rated.rating),
            events: first..self.events.len(),
        });
        Ok(())
    }

    /// Everything these claims say, as numbers that mean the same in every order of input.
    pub(crate) fn words(&self, range: Range<usize>, offset: &dyn Fn(u32) -> u32) -> Vec<u64> {
        let mut words = vec![range.len() as u64];
        for claim in &self.claims[range] {
            words.extend([claim.repository, claim.vector].map(|number| u64::from(offset(number))));
            words.extend([u64::from(claim.score), u64::from(claim.rating), claim.events.len() as u64]);
            for &(what, at) in &self.events[claim.events.clone()] {
                words.extend([u64::from(what), u64::from(offset(at))]);
            }
        }
        words
    }
}

/// From the commit that brought it in to the one that mends it.
fn events_of(claim: &VersionClaim) -> Vec<(u8, &str)> {
    if claim.status != VersionStatus::Affected || claim.version_type.as_deref() != Some("git") {
        return Vec::new();
    }
    let from = (INTRODUCED, claim.version.as_str());
    match &claim.until {
        VersionUntil::LessThan(end) if end == "*" => vec![from],
        VersionUntil::LessThan(end) => vec![from, (FIXED, end.as_str())],
        VersionUntil::LessThanOrEqual(end) => vec![from, (LAST_AFFECTED, end.as_str())],
        VersionUntil::Only => vec![from],
    }
}

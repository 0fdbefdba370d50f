//! Builds an index from advisories, one at a time.

use std::collections::VecDeque;
use std::hash::BuildHasher;
use std::io::Write;

use foldhash::fast::FixedState;
use jiff::civil::Date;
use proofmark_facts::{Advisory, Affected, AffectedRange, CpeConfiguration, RangeEvent, RangeKind, Sha256};

use crate::assemble::assemble;
use crate::bounds::{Because, Bounds};
use crate::claim_keeping;
use crate::covering::Covering;
use crate::days;
use crate::distribution_release;
use crate::ecosystem::Ecosystem;
use crate::error::IndexError;
use crate::gathering;
use crate::kept::{Keep, Kept, KeptAffected, KeptExploited};
use crate::kept_code;
use crate::kept_digest;
use crate::layout;
use crate::package_name;
use crate::product_configurations;
use crate::product_packages;
use crate::record::{Prediction, Window};
use crate::severity::{self, Rated};
use crate::version::Order;
use crate::window::{self, Stretch};

/// Gathers advisories and writes the index.
///
/// Of each advisory only what matching needs is kept, strings once: memory grows with the index, not with what
/// is read (about twice its size, and once more while it is written). The same advisories in any order give the
/// same bytes. Of several records with the same identifier from the same source the newest counts.
#[derive(Debug, Default)]
pub struct Builder {
    kept: Keep,
}

impl Builder {
    /// A builder that knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in one advisory of this source.
    pub fn add(&mut self, advisory: &Advisory, source: &str) -> Result<(), IndexError> {
        self.add_with_configurations(advisory, &[], source)
    }

    /// Takes in one advisory of this source that also says by CPE names which products are affected.
    pub fn add_with_configurations(
        &mut self,
        advisory: &Advisory,
        configurations: &[CpeConfiguration],
        source: &str,
    ) -> Result<(), IndexError> {
        let withdrawn = !advisory.stands();
        let first = self.kept.affected.len();
        let mut without_package = 0;
        let mut alike = Alike::default();
        let of_record = self.kept.ratings.worst(&advisory.severities, None);
        for affected in advisory.affected.iter().filter(|_| !withdrawn) {
            match Ecosystem::parse(&affected.ecosystem).filter(|_| !affected.name.is_empty()) {
                Some((ecosystem, suffix)) => {
                    let like = alike.find(affected);
                    self.keep(affected, of_record, ecosystem, suffix, like)?;
                    alike.note(affected, like.unwrap_or(self.kept.affected.len() - 1));
                }
                None => without_package += 1,
            }
        }
        if !withdrawn {
            self.keep_products(advisory, of_record)?;
        }
        let (first_commit, first_file) = (self.kept.repositories.claims.len(), self.kept.files.len());
        if !withdrawn {
            self.keep_code(advisory, of_record)?;
        }
        let of_products =
            if withdrawn { Vec::new() } else { product_configurations::configurations(&advisory.products) };
        let all: Vec<CpeConfiguration>;
        let configurations = match (withdrawn, of_products.is_empty()) {
            (true, _) => &[],
            (false, true) => configurations,
            (false, false) => {
                all = configurations.iter().cloned().chain(of_products).collect();
                all.as_slice()
            }
        };
        let Keep { strings, cpes, .. } = &mut self.kept;
        let (configurations, without_product) = cpes.keep(configurations, of_record, strings)?;
        let kept = Kept {
            id: self.kept.strings.number(&advisory.id)?,
            source: self.kept.strings.number(source)?,
            summary: self.kept.strings.number(advisory.summary.as_deref().unwrap_or_default())?,
            modified: advisory.modified_at.map_or(i64::MIN, jiff::Timestamp::as_microsecond),
            withdrawn,
            informational: gathering::informational_code(advisory.informational),
            aliases: self.refer(&advisory.aliases)?,
            upstream: self.refer(&advisory.upstream)?,
            affected: first..self.kept.affected.len(),
            configurations,
            commits: first_commit..self.kept.repositories.claims.len(),
            files: first_file..self.kept.files.len(),
            without_package: without_package + without_product,
            claims: claim_keeping::keep(&mut self.kept, advisory, source)?,
        };
        self.kept.records.push(kept);
        Ok(())
    }

    /// Notes that a vulnerability is in a catalogue of those exploited somewhere in the world.
    pub fn add_exploited(
        &mut self,
        cve: &str,
        catalogue: &str,
        added_on: Option<Date>,
    ) -> Result<(), IndexError> {
        let exploited = KeptExploited {
            cve: self.kept.strings.number(cve)?,
            catalogue: self.kept.strings.number(catalogue)?,
            day: added_on.and_then(days::number).unwrap_or_default(),
        };
        self.kept.exploited.push(exploited);
        Ok(())
    }

    /// Notes how likely a vulnerability is exploited within thirty days (EPSS): the probability, and the share of all scored
    /// ones with the same or a lower one, both in millionths. Of several days the newest counts.
    pub fn add_prediction(&mut self, cve: &str, probability: u32, percentile: u32, scored_on: Option<Date>) {
        let told =
            Prediction { probability, percentile, day: scored_on.and_then(days::number).unwrap_or_default() };
        let order = |it: &Prediction| (it.day, it.probability, it.percentile);
        match self.kept.predictions.get_mut(cve) {
            Some(known) if order(known) < order(&told) => *known = told,
            Some(_) => {}
            None => drop(self.kept.predictions.insert(cve.to_owned(), told)),
        }
    }

    /// Whether a base score can be computed from this vector, as [`cvss_base_score`](crate::cvss_base_score) says; each vector
    /// is looked at once, however many advisories have it.
    pub fn can_score(&mut self, vector: &str) -> bool {
        self.kept.ratings.of_vector(vector).tenths.is_some()
    }

    /// Notes the digest of a document the advisories come from.
    pub fn built_from(&mut self, digest: Sha256) {
        self.kept.built_from.push(digest);
    }

    /// Writes the index.
    pub fn write(self, out: &mut impl Write) -> Result<(), IndexError> {
        let sections = assemble(self.kept)?;
        out.write_all(&layout::header(&sections))?;
        for section in &sections {
            out.write_all(section)?;
        }
        Ok(())
    }

    /// The index as bytes.
    pub fn finish(self) -> Result<Vec<u8>, IndexError> {
        let sections = assemble(self.kept)?;
        let mut bytes = layout::header(&sections);
        bytes.reserve_exact(sections.iter().map(Vec::len).sum());
        for section in &sections {
            bytes.extend_from_slice(section);
        }
        Ok(bytes)
    }

    /// Keeps the packages among the products a record names. Its source mostly speaks of a few packages of an
    /// ecosystem, not of all: that it does not name a package then says nothing.
    fn keep_products(&mut self, advisory: &Advisory, of_record: Rated<'_>) -> Result<(), IndexError> {
        for package in product_packages::packages(&advisory.products) {
            self.keep(&package.affected, of_record, package.ecosystem, package.release.as_deref(), None)?;
            if let Some(kept) = self.kept.affected.last_mut() {
                kept.covers = package.covers;
            }
            kept_code::keep(&mut self.kept, &package.code)?;
        }
        Ok(())
    }

    /// Keeps what a record says by commits of repositories and by digests of files.
    fn keep_code(&mut self, advisory: &Advisory, of_record: Rated<'_>) -> Result<(), IndexError> {
        let Keep { strings, ratings, repositories, files, .. } = &mut self.kept;
        for affected in &advisory.affected {
            if affected.ranges.iter().any(|range| range.kind == RangeKind::Git) {
                let rated = ratings.of_affected(affected, of_record);
                repositories.keep(affected, rated, strings)?;
            }
        }
        repositories.keep_products(&advisory.products, of_record, strings)?;
        kept_digest::keep(files, &advisory.products, of_record, strings)
    }

    /// Keeps a claim about a package. Where an earlier one, `like`, says the same of the same ecosystem's versions, it shares
    /// what was laid out for that one.
    fn keep(
        &mut self,
        affected: &Affected,
        of_record: Rated<'_>,
        ecosystem: Ecosystem,
        suffix: Option<&str>,
        like: Option<usize>,
    ) -> Result<(), IndexError> {
        let severity = self.kept.ratings.of_affected(affected, of_record);
        let name = package_name::normalised(ecosystem, &affected.name);
        let (name, vector) = (
            self.kept.strings.number(&name)?,
            self.kept.strings.number(severity.vector.unwrap_or_default())?,
        );
        let (score, rating) = (severity.tenths.unwrap_or(u8::MAX), severity::code(severity.rating));
        let kept = if let Some(like) = like.and_then(|like| self.kept.affected.get(like)) {
            KeptAffected { name, vector, score, rating, ..like.clone() }
        } else {
            let release = suffix.map(|suffix| distribution_release::of_suffix(ecosystem, suffix));
            let first = self.kept.windows.len();
            let listed = self.keep_ranges(affected, ecosystem.order())?;
            KeptAffected {
                ecosystem: self.kept.strings.number(ecosystem.name())?,
                release: self.kept.strings.number(release.as_deref().unwrap_or_default())?,
                name,
                vector,
                score,
                rating,
                windows: first..self.kept.windows.len(),
                listed: self.refer(&listed)?,
                covers: true,
            }
        };
        self.kept.affected.push(kept);
        Ok(())
    }

    /// Keeps the windows of every range that is not of commits, and gives the versions no window covers.
    fn keep_ranges<'a>(
        &mut self,
        affected: &'a Affected,
        own: Option<Order>,
    ) -> Result<Vec<&'a str>, IndexError> {
        let mut covering = Covering::default();
        let mut of_commits = true;
        for range in affected.ranges.iter().filter(|range| range.kind != RangeKind::Git) {
            of_commits = false;
            // A range of Semantic Versioning says itself how it is ordered; an ecosystem's own order goes first,
            // as it reads what the ecosystem's tools accept.
            let order = own.or((range.kind == RangeKind::SemVer).then_some(Order::SemVer));
            match order.map(|order| (order, window::stretches(range, order))) {
                None => self.keep_undecidable(Because::NoOrder, &words(range))?,
                Some((_, None)) => self.keep_undecidable(Because::Bounds, &words(range))?,
                Some((order, Some(stretches))) => {
                    for stretch in stretches {
                        let keys = covering.add(stretch, order);
                        self.keep_stretch(stretch, order, keys)?;
                    }
                }
            }
        }
        if of_commits && affected.versions.is_empty() {
            self.keep_undecidable(Because::Commits, "")?;
        }
        let versions = affected.versions.iter();
        let mut listed: Vec<&str> = versions.filter(|version| !covering.holds(version)).collect();
        listed.sort_unstable();
        listed.dedup();
        Ok(listed)
    }

    fn keep_stretch(
        &mut self,
        stretch: Stretch<'_>,
        order: Order,
        (lower_key, upper_key): (u64, u64),
    ) -> Result<(), IndexError> {
        let window = Window {
            lower_key,
            upper_key,
            lower: self.kept.strings.number(stretch.from.unwrap_or_default())?,
            upper: self.kept.strings.number(stretch.to.version().unwrap_or_default())?,
            order: order.code(),
            bounds: Bounds::of(stretch).code(),
        };
        self.kept.windows.push(window);
        Ok(())
    }

    fn keep_undecidable(&mut self, because: Because, words: &str) -> Result<(), IndexError> {
        let (lower, upper) = (self.kept.strings.number(words)?, self.kept.strings.number("")?);
        let bounds = Bounds::Undecidable(because).code();
        self.kept.windows.push(Window { lower_key: 0, upper_key: 0, lower, upper, order: 0, bounds });
        Ok(())
    }

    fn refer(&mut self, texts: &[impl AsRef<str>]) -> Result<std::ops::Range<usize>, IndexError> {
        let first = self.kept.references.len();
        for text in texts {
            let number = self.kept.strings.number(text.as_ref())?;
            self.kept.references.push(number);
        }
        Ok(first..self.kept.references.len())
    }
}

/// How many claims of a record are looked through for one that names the same versions: most records name few ranges, a
/// distribution's for each of its packages.
const MOST_ALIKE: usize = 8;

/// The claims of a record whose versions were laid out last, each with its mark and its number among those kept.
#[derive(Default)]
struct Alike<'a> {
    claims: VecDeque<(u64, &'a Affected, usize)>,
    hasher: FixedState,
}

impl<'a> Alike<'a> {
    /// One of the same ecosystem and release with the same ranges and versions.
    fn find(&self, affected: &Affected) -> Option<usize> {
        let mark = self.mark(affected);
        let same = |known: &Affected| {
            known.ecosystem == affected.ecosystem
                && known.ranges == affected.ranges
                && known.versions == affected.versions
        };
        let found = self.claims.iter().find(|(known, claim, _)| *known == mark && same(claim));
        found.map(|&(_, _, number)| number)
    }

    fn note(&mut self, affected: &'a Affected, number: usize) {
        if !self.claims.iter().any(|&(_, _, known)| known == number) {
            self.claims.truncate(MOST_ALIKE - 1);
            self.claims.push_front((self.mark(affected), affected, number));
        }
    }

    /// What claims that say the same share, and few others do: the version a range ends with.
    fn mark(&self, affected: &Affected) -> u64 {
        let last = affected.ranges.last().and_then(|range| range.events.last());
        self.hasher.hash_one(last.map_or("", RangeEvent::version))
    }
}

/// A range that cannot be laid out, in its own words and order.
fn words(range: &AffectedRange) -> String {
    let words: Vec<String> = range
        .events
        .iter()
        .map(|event| match event {
            RangeEvent::Introduced(version) => format!(">= {version}"),
            RangeEvent::Fixed(version) | RangeEvent::Limit(version) => format!("< {version}"),
            RangeEvent::LastAffected(version) => format!("<= {version}"),
        })
        .collect();
    words.join(", ")
}

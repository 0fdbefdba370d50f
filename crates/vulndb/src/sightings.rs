//! What the index says of one component, where it stands: texts are those of the index, and nothing is copied before
//! somebody takes it. A list may have hundreds of thousands of answers, of which most are written out and forgotten.

use std::cmp::Ordering;
use std::ops::Range;

use proofmark_facts::{
    AffectedCode, ExploitPrediction, Exploited, Informational, KnownVulnerability, MatchConfidence,
    MatchRule, MatchedBy, Rating, Severity, SourceClaim,
};
use proofmark_text::Text;

use crate::checked::Checked;
use crate::claim_reading::{self, Wanted};
use crate::days::date;
use crate::gathering::{self, Holding};
use crate::held_range::HeldRange;
use crate::layout::Section;
use crate::record::{Reference, Vulnerability};
use crate::severity::{self, Rated};
use crate::standing;
use crate::tables::Tables;
use crate::version::Order;

/// The answer to "what is known about this component", in the index's own memory.
#[derive(Debug)]
pub struct Sightings<'t> {
    tables: Tables<'t>,
    holding: Vec<Holding<'t>>,
    /// The advisories that match, those of one vulnerability together.
    matches: Vec<Match<'t>>,
    aliases: Vec<&'t str>,
    fixed_in: Vec<&'t str>,
    /// What is said under a mark of the Traffic Light Protocol: seldom any, so it is copied.
    marked: Vec<SourceClaim>,
    seen: Vec<Seen<'t>>,
    because: Option<Text>,
}

/// An advisory that matches.
#[derive(Debug, Clone, Copy)]
struct Match<'t> {
    holding: usize,
    advisory: &'t str,
    source: &'t str,
}

/// One vulnerability: its own texts, and where its lists stand.
#[derive(Debug)]
struct Seen<'t> {
    number: u32,
    id: &'t str,
    aliases: Range<usize>,
    matches: Range<usize>,
    fixed_in: Range<usize>,
    marked: Range<usize>,
    rated: Rated<'t>,
    exploited: Option<(&'t str, u32)>,
    prediction: Option<ExploitPrediction>,
    summary: Option<&'t str>,
    informational: Option<Informational>,
}

/// A vulnerability of a component as the index holds it, nothing of it copied: a [`KnownVulnerability`] that of what each source
/// claims for itself has only what is not for everybody.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'a> {
    of: &'a Sightings<'a>,
    seen: &'a Seen<'a>,
}

/// An advisory that matches, see [`MatchedBy`].
#[derive(Debug, Clone, Copy)]
pub struct SightedMatch<'a> {
    /// The advisory.
    pub advisory: &'a str,
    /// The rule that matched.
    pub rule: MatchRule,
    range: &'a HeldRange<'a>,
    /// The source of the advisory; empty where the database does not say it.
    pub source: &'a str,
    /// The name in the advisory that the component was found by, where it is a CPE name.
    pub criteria: Option<&'a str>,
    /// How sure it is that the advisory speaks of this component.
    pub confidence: MatchConfidence,
}

impl<'t> Sightings<'t> {
    /// Reads what the index holds of everything that matches; `None` if it is damaged. `gathered` is what
    /// [`gathering::gather`] made of the claims.
    pub(crate) fn read(
        holding: Vec<Holding<'t>>,
        gathered: &[(u32, usize)],
        because: Option<Text>,
        tables: Tables<'t>,
    ) -> Option<Self> {
        let mut sightings = Self::without(because, tables);
        sightings.holding = holding;
        sightings.matches.reserve(gathered.len());
        for of_one in gathered.chunk_by(|(one, _), (other, _)| one == other) {
            sightings.add(of_one)?;
        }
        Some(sightings)
    }

    /// Nothing is known, for this reason if there is one.
    pub(crate) fn without(because: Option<Text>, tables: Tables<'t>) -> Self {
        let (holding, matches, aliases) = (Vec::new(), Vec::new(), Vec::new());
        let (fixed_in, marked, seen) = (Vec::new(), Vec::new(), Vec::new());
        Self { tables, holding, matches, aliases, fixed_in, marked, seen, because }
    }

    /// The vulnerabilities known, in the order of their identifiers.
    pub fn known(&self) -> impl ExactSizeIterator<Item = Sighting<'_>> {
        self.seen.iter().map(|seen| Sighting { of: self, seen })
    }

    /// Why something, or anything, could not be said.
    pub fn unchecked(&self) -> Option<&Text> {
        self.because.as_ref()
    }

    /// The same copied, for whoever keeps it: of what each source claims for itself only what is not for everybody, and without
    /// the code.
    pub fn in_short(&self) -> Checked {
        self.checked(self.known().map(Sighting::to_known).collect())
    }

    /// Everything, copied; `None` if the index is damaged.
    pub(crate) fn whole(&self) -> Option<Checked> {
        let known: Option<Vec<_>> = self.known().map(Sighting::to_known_whole).collect();
        Some(self.checked(known?))
    }

    fn checked(&self, known: Vec<KnownVulnerability>) -> Checked {
        match (known, self.because.clone()) {
            (known, None) if known.is_empty() => Checked::Clean,
            (known, None) => Checked::Known(known),
            (known, Some(because)) if known.is_empty() => Checked::Unchecked(because),
            (known, Some(because)) => Checked::Partly(known, because),
        }
    }

    /// Adds a vulnerability with the places of the claims that hold for it.
    fn add(&mut self, places: &[(u32, usize)]) -> Option<()> {
        let tables = self.tables;
        let &(number, _) = places.first()?;
        let vulnerability: Vulnerability =
            tables.table(Section::Vulnerabilities).get(usize::try_from(number).ok()?)?;
        let (first_alias, first_match) = (self.aliases.len(), self.matches.len());
        let names =
            tables.table::<Reference>(Section::Names).range(vulnerability.first_name, vulnerability.names)?;
        for name in names {
            self.aliases.push(tables.text(name.to)?);
        }
        let mut fixed_in: Vec<(Order, &'t str)> = Vec::new();
        let mut worst: Option<Rated<'t>> = None;
        let mut summary: Option<(&str, &'t str)> = None;
        let mut told: Vec<Option<Informational>> = Vec::new();
        for &(_, place) in places {
            let held = self.holding.get(place)?;
            let advisory = gathering::advisory(held.advisory, tables)?;
            let id = tables.text(advisory.id)?;
            told.push(gathering::informational_of(advisory.informational));
            self.matches.push(Match { holding: place, advisory: id, source: tables.text(advisory.source)? });
            fixed_in.extend_from_slice(&held.fixed_in);
            let is_worse = |worst| severity::compare(held.rated, worst).is_ge();
            if worst.is_none_or(is_worse) {
                worst = Some(held.rated);
            }
            let says = Some((id, tables.text(advisory.summary)?)).filter(|(_, text)| !text.is_empty());
            summary = summary.into_iter().chain(says).min();
        }
        self.sort_matches(first_match);
        let first_fixed = self.fixed_in.len();
        in_version_order(fixed_in, &mut self.fixed_in);
        let worst = worst?;
        // Whoever matches does not rate it: what others say of the same vulnerability is better than nothing.
        let wanted = Wanted { severity: worst.rating == Rating::Unknown, marked: true };
        let short = claim_reading::in_short(number, wanted, tables)?;
        let first_marked = self.marked.len();
        self.marked.extend(short.marked);
        let id = tables.text(vulnerability.id)?;
        let mut exploited = gathering::exploited(vulnerability, tables).ok()?.or(short.exploited);
        let mut prediction = gathering::prediction(vulnerability, tables).ok()?;
        // Catalogues speak of CVEs: what has none may go by a name that a CVE goes by, too.
        if !id.starts_with("CVE-") && (exploited.is_none() || prediction.is_none()) {
            let said = standing::of_identifiers(id, self.aliases[first_alias..].iter().copied(), tables)?;
            exploited = exploited.or(said.exploited.map(|(_, _, day, list)| (list, day)));
            prediction = prediction.or(said.prediction);
        }
        self.seen.push(Seen {
            number,
            id,
            aliases: first_alias..self.aliases.len(),
            matches: first_match..self.matches.len(),
            fixed_in: first_fixed..self.fixed_in.len(),
            marked: first_marked..self.marked.len(),
            rated: short.worst.filter(|_| wanted.severity).unwrap_or(worst),
            exploited,
            prediction,
            summary: summary.map(|(_, text)| text),
            // One that tells of a vulnerability is enough.
            informational: told
                .into_iter()
                .collect::<Option<Vec<_>>>()
                .and_then(|told| told.into_iter().max()),
        });
        Some(())
    }

    /// Sorts the matches from this one on, each once.
    fn sort_matches(&mut self, first: usize) {
        if self.matches.len() - first < 2 {
            return;
        }
        let holding = &self.holding;
        let mut sorted: Vec<Match<'t>> = self.matches.drain(first..).collect();
        let compare = |one: &Match<'_>, other: &Match<'_>| -> Ordering {
            let (held, also) = (&holding[one.holding], &holding[other.holding]);
            let of_record = (one.advisory, one.source, held.rule as u8);
            of_record
                .cmp(&(other.advisory, other.source, also.rule as u8))
                .then_with(|| held.range.words().cmp(&also.range.words()))
                .then_with(|| held.criteria.cmp(&also.criteria))
        };
        sorted.sort_by(compare);
        sorted.dedup_by(|one, other| {
            compare(one, other).is_eq()
                && holding[one.holding].confidence == holding[other.holding].confidence
        });
        self.matches.extend(sorted);
    }
}

impl<'a> Sighting<'a> {
    /// The identifier it is called by.
    pub fn id(self) -> &'a str {
        self.seen.id
    }

    /// All its other identifiers, sorted.
    pub fn aliases(self) -> &'a [&'a str] {
        &self.of.aliases[self.seen.aliases.clone()]
    }

    /// The advisories that match.
    pub fn matched_by(self) -> impl ExactSizeIterator<Item = SightedMatch<'a>> {
        let of = self.of;
        of.matches[self.seen.matches.clone()].iter().map(|one| {
            let held = &of.holding[one.holding];
            SightedMatch {
                advisory: one.advisory,
                rule: held.rule,
                range: &held.range,
                source: one.source,
                criteria: held.criteria.as_deref(),
                confidence: held.confidence,
            }
        })
    }

    /// Versions in which it is fixed, in version order.
    pub fn fixed_in(self) -> &'a [&'a str] {
        &self.of.fixed_in[self.seen.fixed_in.clone()]
    }

    /// How bad it is.
    pub fn rating(self) -> Rating {
        self.seen.rated.rating
    }

    /// The base score, 0.0 to 10.0.
    pub fn score(self) -> Option<f64> {
        self.seen.rated.score()
    }

    /// The vector the score was computed from.
    pub fn vector(self) -> Option<&'a str> {
        self.seen.rated.vector
    }

    /// The catalogue that lists it as exploited somewhere in the world, and since when.
    pub fn exploited(self) -> Option<(&'a str, Option<jiff::civil::Date>)> {
        self.seen.exploited.map(|(catalogue, day)| (catalogue, date(day)))
    }

    /// How likely it is exploited somewhere within thirty days.
    pub fn prediction(self) -> Option<ExploitPrediction> {
        self.seen.prediction
    }

    /// One line about it.
    pub fn summary(self) -> Option<&'a str> {
        self.seen.summary
    }

    /// What all advisories that match tell of, where that is no vulnerability.
    pub fn informational(self) -> Option<Informational> {
        self.seen.informational
    }

    /// What sources say of it under a mark of the Traffic Light Protocol, which is not for everybody.
    pub fn marked(self) -> &'a [SourceClaim] {
        &self.of.marked[self.seen.marked.clone()]
    }

    /// The same copied, of what each source claims for itself only what is not for everybody, and without the code.
    pub fn to_known(self) -> KnownVulnerability {
        let exploited = self.exploited();
        KnownVulnerability {
            id: self.id().to_owned(),
            aliases: self.aliases().iter().map(|alias| (*alias).to_owned()).collect(),
            matched_by: self.matched_by().map(SightedMatch::to_matched_by).collect(),
            fixed_in: self.fixed_in().iter().map(|version| (*version).to_owned()).collect(),
            severity: Severity {
                rating: self.rating(),
                score: self.score(),
                vector: self.vector().map(str::to_owned),
            },
            exploited: exploited
                .map(|(catalogue, added_on)| Exploited { catalogue: catalogue.to_owned(), added_on }),
            prediction: self.prediction(),
            summary: self.summary().map(str::to_owned),
            claims: self.marked().to_vec(),
            code: None,
            informational: self.informational(),
        }
    }

    /// Everything, copied; `None` if the index is damaged.
    fn to_known_whole(self) -> Option<KnownVulnerability> {
        let mut known = self.to_known();
        known.claims = claim_reading::claims_of(self.seen.number, self.of.tables)?;
        let mut code = AffectedCode::default();
        for one in &self.of.matches[self.seen.matches.clone()] {
            code.add(self.of.holding[one.holding].code.read(self.of.tables)?);
        }
        known.code = Some(code).filter(|code| !code.is_empty());
        Some(known)
    }
}

impl<'a> SightedMatch<'a> {
    /// The affected range in words of the ecosystem, or the version listed.
    pub fn range(self) -> impl std::fmt::Display + 'a {
        self.range
    }

    fn to_matched_by(self) -> MatchedBy {
        MatchedBy {
            advisory: self.advisory.to_owned(),
            rule: self.rule,
            range: self.range.words().into_owned(),
            source: self.source.to_owned(),
            criteria: self.criteria.map(str::to_owned),
            confidence: self.confidence,
            beside: None,
        }
    }
}

/// Sorted, each once. All claims about one package share its order; those about a product have another one and follow.
fn in_version_order<'t>(mut fixed: Vec<(Order, &'t str)>, versions: &mut Vec<&'t str>) {
    if fixed.len() > 1 {
        fixed.sort_by(|(order, left), (other, right)| {
            let places =
                || order.read(left).zip(order.read(right)).and_then(|(left, right)| left.place(right));
            let in_order = || places().unwrap_or(Ordering::Equal).then_with(|| left.cmp(right));
            order.code().cmp(&other.code()).then_with(in_order)
        });
    }
    let first = versions.len();
    for (_, version) in fixed {
        if !versions[first..].contains(&version) {
            versions.push(version);
        }
    }
}

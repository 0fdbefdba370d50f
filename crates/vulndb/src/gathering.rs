//! Gathers what matches a component into one entry a vulnerability, however many sources report it.

use std::collections::BTreeMap;

use proofmark_facts::{
    AffectedCode, ExploitPrediction, Exploited, KnownVulnerability, MatchConfidence, MatchRule, MatchedBy,
    Rating, Severity, SourceClaim,
};

use crate::claim_reading::{self, InShort};
use crate::days::date;
use crate::layout::Section;
use crate::record::{self, Advisory, Reference, Vulnerability};
use crate::severity::{self, Rated};
use crate::tables::{Damaged, Tables};
use crate::version::Order;

/// A claim that holds.
#[derive(Debug)]
pub(crate) struct Holding<'t> {
    /// The advisory that claims it.
    pub(crate) advisory: u32,
    /// How bad it says it is.
    pub(crate) rated: Rated<'t>,
    /// Why it holds.
    pub(crate) rule: MatchRule,
    /// The range or version that matched.
    pub(crate) range: String,
    /// The CPE name, or the repository with the commit or tag, it was found by.
    pub(crate) criteria: Option<String>,
    /// How sure it is that the claim is about the component.
    pub(crate) confidence: MatchConfidence,
    /// Later versions in which it is fixed.
    pub(crate) fixed_in: Vec<(Order, &'t str)>,
    /// The code it names.
    pub(crate) code: AffectedCode,
}

/// How much of a vulnerability is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// Everything, with what each source claims for itself.
    Whole,
    /// What follows from the claims, without the claims.
    InShort,
}

/// The vulnerabilities an advisory speaks of.
pub(crate) fn spoken_of(advisory: u32, tables: Tables<'_>) -> Option<impl Iterator<Item = u32>> {
    let advisory = self::advisory(advisory, tables)?;
    let links = tables.table::<Reference>(Section::Links).range(advisory.first_link, advisory.links)?;
    Some(links.map(|link| link.to))
}

/// The identifier of an advisory.
pub(crate) fn identifier(advisory: u32, tables: Tables<'_>) -> Option<&str> {
    tables.text(self::advisory(advisory, tables)?.id)
}

/// The claims by vulnerability, in the order of the vulnerabilities' identifiers.
pub(crate) fn gather<'h, 't>(
    holding: &'h [Holding<'t>],
    tables: Tables<'t>,
) -> Option<BTreeMap<u32, Vec<&'h Holding<'t>>>> {
    let mut gathered: BTreeMap<u32, Vec<&Holding<'_>>> = BTreeMap::new();
    for held in holding {
        for vulnerability in spoken_of(held.advisory, tables)? {
            gathered.entry(vulnerability).or_default().push(held);
        }
    }
    Some(gathered)
}

/// One vulnerability with everything that reports it.
pub(crate) fn known(
    number: u32,
    holding: &[&Holding<'_>],
    tables: Tables<'_>,
    told: Told,
) -> Option<KnownVulnerability> {
    let vulnerability: Vulnerability =
        tables.table(Section::Vulnerabilities).get(usize::try_from(number).ok()?)?;
    let names =
        tables.table::<Reference>(Section::Names).range(vulnerability.first_name, vulnerability.names)?;
    let mut matched_by = Vec::with_capacity(holding.len());
    let mut fixed_in = Vec::new();
    let mut worst: Option<Rated<'_>> = None;
    let mut summary: Option<(&str, &str)> = None;
    let mut code = AffectedCode::default();
    for held in holding {
        let advisory = advisory(held.advisory, tables)?;
        let id = tables.text(advisory.id)?;
        matched_by.push(MatchedBy {
            advisory: id.to_owned(),
            rule: held.rule,
            range: held.range.clone(),
            source: tables.text(advisory.source)?.to_owned(),
            criteria: held.criteria.clone(),
            confidence: held.confidence,
            beside: None,
        });
        fixed_in.extend_from_slice(&held.fixed_in);
        if told == Told::Whole {
            code.add(held.code.clone());
        }
        let rated = held.rated;
        worst = Some(
            worst.map_or(rated, |worst| std::cmp::max_by(worst, rated, |a, b| severity::compare(*a, *b))),
        );
        let says = Some((id, tables.text(advisory.summary)?)).filter(|(_, text)| !text.is_empty());
        summary = summary.into_iter().chain(says).min();
    }
    matched_by.sort_by(|one, other| key(one).cmp(&key(other)));
    matched_by.dedup();
    let claims = match told {
        Told::Whole => claim_reading::claims_of(number, tables)?,
        Told::InShort => Vec::new(),
    };
    let short = claim_reading::in_short(number, tables)?;
    let worst = worst?;
    let severity = match worst.rating {
        // Whoever matches does not rate it: what others say of the same vulnerability is better than nothing.
        Rating::Unknown => severity(short.worst.unwrap_or(worst)),
        _ => severity(worst),
    };
    Some(KnownVulnerability {
        id: tables.text(vulnerability.id)?.to_owned(),
        aliases: names.map(|name| tables.text(name.to).map(str::to_owned)).collect::<Option<_>>()?,
        matched_by,
        fixed_in: in_version_order(fixed_in),
        severity,
        exploited: exploited_in_short(vulnerability, &short, tables).ok()?,
        prediction: prediction(vulnerability, tables).ok()?,
        summary: summary.map(|(_, text)| text.to_owned()),
        claims,
        code: Some(code).filter(|code| !code.is_empty()),
    })
}

type Key<'a> = (&'a str, &'a str, u8, &'a str, Option<&'a str>);

fn key(by: &MatchedBy) -> Key<'_> {
    (&by.advisory, &by.source, by.rule as u8, &by.range, by.criteria.as_deref())
}

fn advisory(number: u32, tables: Tables<'_>) -> Option<Advisory> {
    tables.table(Section::Advisories).get(usize::try_from(number).ok()?)
}

fn severity(rated: Rated<'_>) -> Severity {
    Severity {
        rating: rated.rating,
        score: rated.tenths.map(|tenths| f64::from(tenths) / 10.0),
        vector: rated.vector.map(str::to_owned),
    }
}

/// Sorted, each once. All claims about one package share its order; those about a product have another one and follow.
fn in_version_order(mut fixed: Vec<(Order, &str)>) -> Vec<String> {
    fixed.sort_by(|(order, left), (other, right)| {
        let places = || order.read(left).zip(order.read(right)).and_then(|(left, right)| left.place(right));
        let in_order = || places().unwrap_or(std::cmp::Ordering::Equal).then_with(|| left.cmp(right));
        order.code().cmp(&other.code()).then_with(in_order)
    });
    let mut versions: Vec<String> = Vec::with_capacity(fixed.len());
    for (_, version) in fixed {
        if !versions.iter().any(|known| known == version) {
            versions.push(version.to_owned());
        }
    }
    versions
}

/// The entry in a catalogue, else the word of a source that lists it.
pub(crate) fn exploited_of(
    vulnerability: Vulnerability,
    claims: &[SourceClaim],
    tables: Tables<'_>,
) -> Result<Option<Exploited>, Damaged> {
    Ok(exploited(vulnerability, tables)?.or_else(|| claim_reading::exploited(claims)))
}

/// The same where the claims were looked at in short.
fn exploited_in_short(
    vulnerability: Vulnerability,
    short: &InShort<'_>,
    tables: Tables<'_>,
) -> Result<Option<Exploited>, Damaged> {
    let listed = |(list, since): (&str, u32)| Exploited { catalogue: list.to_owned(), added_on: date(since) };
    Ok(exploited(vulnerability, tables)?.or_else(|| short.exploited.map(listed)))
}

/// The entry in a catalogue, if there is one.
fn exploited(vulnerability: Vulnerability, tables: Tables<'_>) -> Result<Option<Exploited>, Damaged> {
    let Some(number) = vulnerability.exploited.checked_sub(1) else {
        return Ok(None);
    };
    let index = usize::try_from(number).map_err(|_| Damaged)?;
    let entry: record::Exploited = tables.table(Section::Exploited).get(index).ok_or(Damaged)?;
    let catalogue = tables.text(entry.catalogue).ok_or(Damaged)?.to_owned();
    Ok(Some(Exploited { catalogue, added_on: date(entry.day) }))
}

/// How likely it is exploited, if that was scored.
pub(crate) fn prediction(
    vulnerability: Vulnerability,
    tables: Tables<'_>,
) -> Result<Option<ExploitPrediction>, Damaged> {
    let Some(number) = vulnerability.prediction.checked_sub(1) else {
        return Ok(None);
    };
    let index = usize::try_from(number).map_err(|_| Damaged)?;
    let told: record::Prediction = tables.table(Section::Predictions).get(index).ok_or(Damaged)?;
    let share = |millionths: u32| f64::from(millionths.min(1_000_000)) / 1e6;
    let (probability, percentile) = (share(told.probability), share(told.percentile));
    Ok(Some(ExploitPrediction { probability, percentile, scored_on: date(told.day) }))
}

//! Gathers what matches a component by vulnerability, and reads what the index holds of one.

use proofmark_facts::{
    AffectedCode, ExploitPrediction, Exploited, Informational, MatchConfidence, MatchRule, SourceClaim,
};

use crate::claim_reading;
use crate::days::date;
use crate::held_range::HeldRange;
use crate::kept_code;
use crate::layout::Section;
use crate::record::{self, Advisory, Reference, Vulnerability};
use crate::severity::Rated;
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
    pub(crate) range: HeldRange<'t>,
    /// The CPE name, or the repository with the commit or tag, it was found by.
    pub(crate) criteria: Option<String>,
    /// How sure it is that the claim is about the component.
    pub(crate) confidence: MatchConfidence,
    /// Later versions in which it is fixed.
    pub(crate) fixed_in: Vec<(Order, &'t str)>,
    /// The code it names.
    pub(crate) code: HeldCode,
}

/// Where the code stands that a claim names: few claims name any, and few ask for it.
#[derive(Debug)]
pub(crate) enum HeldCode {
    /// It names none.
    None,
    /// With the affected entry of this number, if it names any.
    OfClaim(u32),
    /// Here.
    Said(AffectedCode),
}

impl HeldCode {
    /// The code; `None` if the index is damaged.
    pub(crate) fn read(&self, tables: Tables<'_>) -> Option<AffectedCode> {
        match self {
            Self::None => Some(AffectedCode::default()),
            Self::OfClaim(number) => kept_code::code_of(*number, tables),
            Self::Said(code) => Some(code.clone()),
        }
    }
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

/// Vulnerabilities, each with the place of a claim that holds for it; in the order of the vulnerabilities' identifiers, and
/// for each in that of the claims.
pub(crate) fn gather(holding: &[Holding<'_>], tables: Tables<'_>) -> Option<Vec<(u32, usize)>> {
    let mut gathered = Vec::with_capacity(holding.len());
    for (place, held) in holding.iter().enumerate() {
        gathered.extend(spoken_of(held.advisory, tables)?.map(|vulnerability| (vulnerability, place)));
    }
    gathered.sort_unstable();
    Some(gathered)
}

/// The advisory with this number.
pub(crate) fn advisory(number: u32, tables: Tables<'_>) -> Option<Advisory> {
    tables.table(Section::Advisories).get(usize::try_from(number).ok()?)
}

/// What an advisory tells of as a number; zero for a vulnerability.
pub(crate) fn informational_code(informational: Option<Informational>) -> u8 {
    match informational {
        None => 0,
        Some(Informational::Unmaintained) => 1,
        Some(Informational::Notice) => 2,
    }
}

/// What an advisory with this number tells of where that is no vulnerability.
pub(crate) fn informational_of(code: u8) -> Option<Informational> {
    match code {
        1 => Some(Informational::Unmaintained),
        2 => Some(Informational::Notice),
        _ => None,
    }
}

/// The entry in a catalogue, else the word of a source that lists it.
pub(crate) fn exploited_of(
    vulnerability: Vulnerability,
    claims: &[SourceClaim],
    tables: Tables<'_>,
) -> Result<Option<Exploited>, Damaged> {
    let listed =
        |(catalogue, day): (&str, u32)| Exploited { catalogue: catalogue.to_owned(), added_on: date(day) };
    Ok(exploited(vulnerability, tables)?.map(listed).or_else(|| claim_reading::exploited(claims)))
}

/// The entry in a catalogue, if there is one: the catalogue, and the day as in the file.
pub(crate) fn exploited(
    vulnerability: Vulnerability,
    tables: Tables<'_>,
) -> Result<Option<(&str, u32)>, Damaged> {
    let Some(number) = vulnerability.exploited.checked_sub(1) else {
        return Ok(None);
    };
    let index = usize::try_from(number).map_err(|_| Damaged)?;
    let entry: record::Exploited = tables.table(Section::Exploited).get(index).ok_or(Damaged)?;
    Ok(Some((tables.text(entry.catalogue).ok_or(Damaged)?, entry.day)))
}

/// How likely it is exploited, if that was scored.
pub(crate) fn prediction(
    vulnerability: Vulnerability,
    tables: Tables<'_>,
) -> Result<Option<ExploitPrediction>, Damaged> {
    let Some(number) = vulnerability.prediction.checked_sub(1) else {
        return Ok(None);
    };
    prediction_at(number, tables).map(Some)
}

/// The prediction with this number.
pub(crate) fn prediction_at(number: u32, tables: Tables<'_>) -> Result<ExploitPrediction, Damaged> {
    let index = usize::try_from(number).map_err(|_| Damaged)?;
    let told: record::Prediction = tables.table(Section::Predictions).get(index).ok_or(Damaged)?;
    let share = |millionths: u32| f64::from(millionths.min(1_000_000)) / 1e6;
    let (probability, percentile) = (share(told.probability), share(told.percentile));
    Ok(ExploitPrediction { probability, percentile, scored_on: date(told.day) })
}

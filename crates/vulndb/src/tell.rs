//! Tells what is said of a vulnerability by its name, whether or not any component has it.

use proofmark_facts::ToldVulnerability;

use crate::claim_reading;
use crate::claim_record::Unheard;
use crate::error::IndexError;
use crate::gathering;
use crate::index::Index;
use crate::layout::Section;
use crate::record::{Reference, Vulnerability};
use crate::standing;
use crate::tables::Tables;

/// The most vulnerabilities that are told of for one name: an advisory may speak of many.
const MOST_TOLD: usize = 200;

impl Index {
    /// Every vulnerability that goes by this identifier, and what was said of it by those who took it back. Reads the
    /// names of all: it is asked for one at a time.
    pub fn tell(&self, identifier: &str) -> Result<Vec<ToldVulnerability>, IndexError> {
        tell(identifier.trim(), self.tables()).ok_or(IndexError::Damaged("claims"))
    }
}

fn tell(identifier: &str, tables: Tables<'_>) -> Option<Vec<ToldVulnerability>> {
    let mut told = Vec::new();
    let vulnerabilities = tables.table::<Vulnerability>(Section::Vulnerabilities);
    for number in 0..vulnerabilities.len() {
        let vulnerability = vulnerabilities.get(number)?;
        let id = tables.text(vulnerability.id)?;
        let names =
            || tables.table::<Reference>(Section::Names).range(vulnerability.first_name, vulnerability.names);
        let is_meant = id.eq_ignore_ascii_case(identifier)
            || names()?
                .any(|name| tables.text(name.to).is_some_and(|name| name.eq_ignore_ascii_case(identifier)));
        if is_meant && told.len() < MOST_TOLD {
            let claims = claim_reading::claims_of(u32::try_from(number).ok()?, tables)?;
            told.push(ToldVulnerability {
                id: id.to_owned(),
                aliases: names()?
                    .map(|name| tables.text(name.to).map(str::to_owned))
                    .collect::<Option<_>>()?,
                exploited: gathering::exploited_of(vulnerability, &claims, tables).ok()?,
                prediction: gathering::prediction(vulnerability, tables).ok()?,
                claims,
            });
        }
    }
    told.extend(unheard(identifier, tables)?);
    if told.is_empty() {
        told.extend(listed_alone(identifier, tables)?);
    }
    Some(told)
}

/// What catalogues say of an identifier that no record speaks of.
fn listed_alone(identifier: &str, tables: Tables<'_>) -> Option<Vec<ToldVulnerability>> {
    let id = identifier.to_ascii_uppercase();
    let said = standing::of_identifiers(&id, std::iter::empty(), tables)?;
    let (exploited, prediction) = (said.exploited(), said.prediction);
    if exploited.is_none() && prediction.is_none() {
        return Some(Vec::new());
    }
    Some(vec![ToldVulnerability { id, exploited, prediction, ..ToldVulnerability::default() }])
}

/// What was said of an identifier that nobody stands by.
fn unheard(identifier: &str, tables: Tables<'_>) -> Option<Vec<ToldVulnerability>> {
    let rows = tables.table::<Unheard>(Section::Unheard);
    for number in 0..rows.len() {
        let row = rows.get(number)?;
        let name = tables.text(row.name)?;
        if !name.eq_ignore_ascii_case(identifier) {
            continue;
        }
        let claims = claim_reading::claims(row.first, row.count, tables)?;
        let mut aliases: Vec<String> =
            claims.iter().map(|claim| claim.id.clone()).filter(|id| *id != name).collect();
        aliases.sort_unstable();
        aliases.dedup();
        let id = name.to_owned();
        return Some(vec![ToldVulnerability { id, aliases, claims, exploited: None, prediction: None }]);
    }
    Some(Vec::new())
}

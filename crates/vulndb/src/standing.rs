//! What catalogues say of a vulnerability by its identifiers, whoever told of it: that it is exploited somewhere in the world,
//! and how likely it is. A catalogue speaks of an identifier, never of a component.

use proofmark_facts::{ExploitPrediction, Exploited};

use crate::claim_reading::{self, Wanted};
use crate::days::date;
use crate::error::IndexError;
use crate::gathering;
use crate::index::Index;
use crate::layout::Section;
use crate::record::{self, Called, Scored, Vulnerability};
use crate::standing_tables::cve_number;
use crate::tables::Tables;

/// What catalogues say of a vulnerability.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    /// In a catalogue of vulnerabilities exploited somewhere in the world. Not: in any product.
    pub exploited: Option<Exploited>,
    /// How likely it is exploited somewhere within thirty days, where that was scored.
    pub prediction: Option<ExploitPrediction>,
}

impl Index {
    /// What is said of the vulnerability with this identifier and these others: by what catalogues list under any of them, and
    /// by what is said of the vulnerabilities of this index that have one of them. An advisory may speak of several CVEs: what
    /// is said of another one than its own is not said of a CVE.
    pub fn standing(&self, id: &str, aliases: &[String]) -> Result<Standing, IndexError> {
        let others = aliases.iter().map(String::as_str);
        let said = of_identifiers(id, others, self.tables()).ok_or(IndexError::Damaged("names"))?;
        Ok(Standing { exploited: said.exploited(), prediction: said.prediction })
    }
}

/// The same as the file has it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Said<'t> {
    /// Whether it is the word of a record alone and no entry of a catalogue, whether there is no day, the day as in the file, and the
    /// list: of several the least counts.
    pub(crate) exploited: Option<(bool, bool, u32, &'t str)>,
    /// The newest.
    pub(crate) prediction: Option<ExploitPrediction>,
}

impl<'t> Said<'t> {
    /// The entry, or the word, that counts.
    pub(crate) fn exploited(&self) -> Option<Exploited> {
        self.exploited.map(|(_, _, day, list)| Exploited { catalogue: list.to_owned(), added_on: date(day) })
    }

    fn listed(&mut self, is_word: bool, entry: Option<(&'t str, u32)>) {
        let said = entry.map(|(list, day)| (is_word, date(day).is_none(), day, list));
        self.exploited = self.exploited.into_iter().chain(said).min();
    }

    fn scored(&mut self, prediction: Option<ExploitPrediction>) {
        let is_newer = |known: ExploitPrediction, new: ExploitPrediction| new.scored_on > known.scored_on;
        if let Some(new) = prediction
            && self.prediction.is_none_or(|known| is_newer(known, new))
        {
            self.prediction = Some(new);
        }
    }

    fn of_vulnerability(&mut self, number: u32, tables: Tables<'t>) -> Option<()> {
        let vulnerability = vulnerability(number, tables)?;
        self.listed(false, gathering::exploited(vulnerability, tables).ok()?);
        let short = claim_reading::in_short(number, Wanted { severity: false, marked: false }, tables)?;
        self.listed(true, short.exploited);
        self.scored(gathering::prediction(vulnerability, tables).ok()?);
        Some(())
    }
}

/// What is said by any of these identifiers; `None` if the index is damaged.
pub(crate) fn of_identifiers<'t, 'n>(
    id: &'n str,
    aliases: impl Iterator<Item = &'n str>,
    tables: Tables<'t>,
) -> Option<Said<'t>> {
    let mut said = Said::default();
    let is_other = |name: &str| is_cve(id) && is_cve(name) && name != id;
    for name in std::iter::once(id).chain(aliases).filter(|name| !is_other(name)) {
        of_entries(name, &mut said, tables)?;
        for number in called(name, tables)? {
            if !is_other(tables.text(vulnerability(number, tables)?.id)?) {
                said.of_vulnerability(number, tables)?;
            }
        }
    }
    Some(said)
}

/// What catalogues list under exactly this identifier.
fn of_entries<'t>(name: &str, said: &mut Said<'t>, tables: Tables<'t>) -> Option<()> {
    let entries = tables.table::<record::Exploited>(Section::Exploited);
    let at = entries.first_not(|entry| Some(tables.text(entry.id)? < name))?;
    if let Some(entry) = entries.get(at).filter(|entry| tables.text(entry.id) == Some(name)) {
        said.listed(false, Some((tables.text(entry.catalogue)?, entry.day)));
    }
    if let Some(cve) = cve_number(name) {
        let scored = tables.table::<Scored>(Section::Scored);
        let at = scored.first_not(|row| Some(row.cve < cve))?;
        if let Some(row) = scored.get(at).filter(|row| row.cve == cve) {
            said.scored(Some(gathering::prediction_at(row.prediction, tables).ok()?));
        }
    }
    Some(())
}

/// The vulnerabilities that have this name.
fn called(name: &str, tables: Tables<'_>) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let all = tables.table::<Vulnerability>(Section::Vulnerabilities);
    let at = all.first_not(|one| Some(tables.text(one.id)? < name))?;
    if all.get(at).is_some_and(|one| tables.text(one.id) == Some(name)) {
        numbers.push(u32::try_from(at).ok()?);
    }
    let names = tables.table::<Called>(Section::Called);
    let mut at = names.first_not(|one| Some(tables.text(one.name)? < name))?;
    while let Some(one) = names.get(at).filter(|one| tables.text(one.name) == Some(name)) {
        numbers.push(one.vulnerability);
        at += 1;
    }
    Some(numbers)
}

fn vulnerability(number: u32, tables: Tables<'_>) -> Option<Vulnerability> {
    tables.table(Section::Vulnerabilities).get(usize::try_from(number).ok()?)
}

fn is_cve(name: &str) -> bool {
    name.starts_with("CVE-")
}

//! The files a release was last assessed from: as its record keeps them; where it was last assessed before records did, as
//! the assessments of then tell.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{ReleaseRecord, Sha256, SystemOfRecord, release_id};
use serde::Deserialize;

use crate::error::ActionError;
use crate::keep_assessment::ACTION as ASSESS;
use crate::ledger_line::LedgerLine;
use crate::record::kept_noun;

/// Files by their paths.
type Files = BTreeMap<String, Sha256>;

/// What the line that keeps a hand-in names beside the assessment of it.
const SUBMISSION: &str = "submission";

/// The files the release stands on.
///
/// Where its record does not keep them: those of its last assessment from its dossier before the product moved on, which is
/// when a dossier came that none had been before, or a later release was assessed from the same one; an assessment that
/// came with a hand-in of this very release counts whenever it was. For later ones the newest files had been taken, whatever
/// release they were of. What no such assessment names is not among them, and is missing rather than another's.
pub(crate) fn files_of_then(
    (operator, subject): (&str, &str),
    release: &ReleaseRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Files, ActionError> {
    match &release.files {
        Some(files) => Ok(files.clone()),
        None => Ok(told_by_assessments((operator, subject), &[release], keeping)?.remove(0)),
    }
}

/// The same for several releases of one product, in one go over its lines; for each its files.
pub(crate) fn told_by_assessments(
    (operator, subject): (&str, &str),
    releases: &[&ReleaseRecord],
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Files>, ActionError> {
    let mut searches: Vec<Search<'_>> = releases.iter().map(|release| Search::of(release)).collect();
    let mut dossiers: BTreeSet<Sha256> = BTreeSet::new();
    let mut numbers: BTreeMap<String, Option<u64>> = BTreeMap::new();
    for kept in keeping.lines_about(subject, keeping.ledger_size()?)? {
        // A line that cannot be read tells nothing; that it is damaged is `ledger verify`'s to say.
        let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
        let named = |role: &str| line.document(role)?.parse::<Sha256>().ok();
        let Some(dossier) = named("dossier") else { continue };
        let is_new = dossiers.insert(dossier);
        let wanted = line.action == ASSESS && searches.iter().any(|search| search.may_tell(&line, dossier));
        let told = named("assessment").filter(|_| wanted);
        let told = told.map(|digest| told_in(operator, &digest, keeping)).transpose()?.flatten();
        let Some(told) = told else {
            searches.iter_mut().filter(|_| is_new).for_each(|search| search.moves_on(dossier));
            continue;
        };
        for search in &mut searches {
            if dossier != search.release.dossier {
                if is_new {
                    search.moves_on(dossier);
                }
            } else if told.release == search.release.version {
                search.takes(&told, line.document(SUBMISSION).is_some());
            } else {
                let number = match numbers.get(&told.release) {
                    Some(number) => *number,
                    None => number_of((operator, &search.release.product), &told.release, keeping)?,
                };
                numbers.insert(told.release.clone(), number);
                search.moved_on |= search.found.is_some() && number > Some(search.release.number);
            }
        }
    }
    Ok(searches.into_iter().map(Search::files).collect())
}

/// Every file that an assessment of this release read which read these, by the digest of all of them together; empty: none
/// that is kept did. For declarations issued before their ground kept files one by one.
pub(crate) fn files_behind(
    (operator, subject): (&str, &str),
    (release, dossier, together): (&str, Sha256, Sha256),
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Sha256>, ActionError> {
    for kept in keeping.lines_about(subject, keeping.ledger_size()?)? {
        let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
        let named = |role: &str| line.document(role)?.parse::<Sha256>().ok();
        if line.action != ASSESS || named("dossier") != Some(dossier) {
            continue;
        }
        let Some(digest) = named("assessment") else { continue };
        let Some(told) = told_in(operator, &digest, keeping)? else { continue };
        if told.release == release && proofmark_facts::DeclarationGround::of_files(&told.files) == together {
            return Ok(told.files.into_values().flatten().collect());
        }
    }
    Ok(Vec::new())
}

/// What an assessment tells of its inputs: the little that is asked of it here.
#[derive(Debug, Clone, Deserialize)]
struct Told {
    release: String,
    sbom: Option<ToldList>,
    files: BTreeMap<String, Option<Sha256>>,
}

#[derive(Debug, Clone, Deserialize)]
struct ToldList {
    name: String,
    sha256: Sha256,
}

/// A release whose files are looked for.
struct Search<'a> {
    release: &'a ReleaseRecord,
    found: Option<Files>,
    moved_on: bool,
}

impl<'a> Search<'a> {
    fn of(release: &'a ReleaseRecord) -> Self {
        Self { release, found: None, moved_on: false }
    }

    /// Whether the assessment a line names has to be read to know.
    fn may_tell(&self, line: &LedgerLine, dossier: Sha256) -> bool {
        dossier == self.release.dossier
            && line.at >= self.release.created_at
            && (!self.moved_on || line.document(SUBMISSION).is_some())
    }

    fn moves_on(&mut self, dossier: Sha256) {
        self.moved_on |= self.found.is_some() && dossier != self.release.dossier;
    }

    fn takes(&mut self, told: &Told, handed_in: bool) {
        if self.moved_on && !handed_in {
            return;
        }
        self.moved_on = false;
        let named = told.files.iter().filter_map(|(path, sha256)| Some((path.clone(), (*sha256)?)));
        let list = told.sbom.iter().map(|list| (list.name.clone(), list.sha256));
        self.found = Some(named.chain(list).collect());
    }

    fn files(self) -> Files {
        let mut files = self.found.unwrap_or_default();
        files.extend(self.release.sboms.last().map(|list| (list.name.clone(), list.sha256)));
        files.insert(crate::dossier_input::DOSSIER.to_owned(), self.release.dossier);
        files
    }
}

/// What a kept assessment tells; `None`: it is gone, or of a form that tells nothing of this.
fn told_in(
    operator: &str,
    digest: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Told>, ActionError> {
    let bytes = keeping.document_of(operator, digest)?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

fn number_of(
    (operator, product): (&str, &str),
    version: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<u64>, ActionError> {
    let kept = kept_noun::<ReleaseRecord>(keeping, operator, &release_id(product, version))?;
    Ok(kept.map(|kept| kept.noun.number))
}

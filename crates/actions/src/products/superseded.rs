//! What a product's documents are to it: those that count, those that were superseded, and how long the law keeps them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{DeclarationGround, ProductRecord, RecordKind, ReleaseRecord, Sha256, SystemOfRecord};
use proofmark_formats::read_partial_dossier;
use proofmark_law::{Citation, RetentionState, RoleOutcome, ScopeOutcome, StateOfTheLaw, assess};
use proofmark_text::{Text, text};

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::products::declarations_of::declarations_of;
use crate::products::files_of_then::{files_behind, told_by_assessments};
use crate::products::kept_packs::manifest_of;
use crate::record::{KeptNoun, noun_of};

/// Uploads. What was said of them, and what proves something to others (assessments, packs, reviews, signed states),
/// never goes.
const ROLES: [&str; 4] = ["dossier", "sbom", "file", "submission"];

/// The action that takes documents away, and what they are to its line.
pub(crate) const PURGE: &str = "purge";
pub(crate) const PURGED: &str = "purged";

/// How many are read at a time.
const BATCH: usize = 500;

/// The documents of a product.
pub(crate) struct ProductPapers {
    pub(crate) product: KeptNoun<ProductRecord>,
    /// Those that count.
    pub(crate) live: BTreeSet<Sha256>,
    /// Those that something newer took the place of, and are still kept; each with its role.
    pub(crate) superseded: BTreeMap<Sha256, String>,
    pub(crate) floor: Floor,
}

/// Why something stays.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stays {
    pub(crate) because: Text,
    /// The law, where it is the law that keeps it.
    pub(crate) cites: Option<Citation>,
}

/// How long the law keeps a product's documents.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Floor {
    /// Not at all.
    None,
    /// Up to and including this day, by what asks for it longest.
    Until(Date, Option<Citation>),
    /// That cannot be said: the ways to the facts that are missing, and what asks for them.
    Unknown(String, Option<Citation>),
}

impl Floor {
    /// Why nothing may go on this day.
    pub(crate) fn keeps(&self, day: Date) -> Option<Stays> {
        match self {
            Self::Until(on, cites) if day <= *on => {
                Some(Stays { because: text!("record-kept-by-law", on = on.to_string()), cites: *cites })
            }
            Self::Unknown(missing, cites) => {
                Some(Stays { because: text!("record-kept-unknown", missing = missing), cites: *cites })
            }
            Self::None | Self::Until(..) => None,
        }
    }
}

impl ProductPapers {
    pub(crate) fn id(&self) -> &str {
        &self.product.noun.id
    }
}

/// The documents of every product of the operator.
pub(crate) fn papers_of_all(
    operator: &str,
    state: &StateOfTheLaw,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<ProductPapers>, ActionError> {
    let mut all: Vec<ProductPapers> = Vec::new();
    loop {
        let after = all.last().map(|papers| papers.id().to_owned()).unwrap_or_default();
        let records = keeping.records(operator, RecordKind::Product, &after, BATCH)?;
        if records.is_empty() {
            return Ok(all);
        }
        for record in &records {
            all.push(papers(operator, noun_of(record)?, state, now, keeping)?);
        }
    }
}

fn papers(
    operator: &str,
    product: KeptNoun<ProductRecord>,
    state: &StateOfTheLaw,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<ProductPapers, ActionError> {
    let mut at_work = live(operator, &product.noun, keeping)?;
    let mut superseded = BTreeMap::new();
    let mut packed = BTreeSet::new();
    for written in keeping.lines_about(&product.noun.subject, keeping.ledger_size()?)? {
        // A line that cannot be read names nothing that may go; that it is damaged is `ledger verify`'s to say.
        let Ok(line) = LedgerLine::parse(&written.bytes) else { continue };
        packed.extend(packed_files(operator, &line, keeping)?);
        for document in line.documents {
            let Ok(digest) = document.sha256.parse::<Sha256>() else { continue };
            if line.action == PURGE && document.role == PURGED {
                // It may have been handed in again later, which a later line then says.
                superseded.remove(&digest);
            } else if ROLES.contains(&document.role.as_str()) && !at_work.contains(&digest) {
                superseded.insert(digest, document.role);
            }
        }
    }
    superseded.retain(|digest, _| !packed.contains(digest));
    at_work.extend(packed);
    let floor = floor(operator, &product.noun, state, now, keeping)?;
    Ok(ProductPapers { product, live: at_work, superseded, floor })
}

/// What lies in a pack stays as long as the pack: it proves something to whoever holds it.
fn packed_files(
    operator: &str,
    line: &LedgerLine,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Sha256>, ActionError> {
    let Some(manifest) = manifest_of(operator, line, keeping)? else { return Ok(Vec::new()) };
    Ok(manifest.files.iter().filter_map(|file| file.sha256.parse().ok()).collect())
}

/// Files; for each release the files it was last assessed from and that assessment; and what issued declarations consist of
/// and stand on.
pub(crate) fn live(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<BTreeSet<Sha256>, ActionError> {
    let mut live: BTreeSet<Sha256> = product.files.values().copied().collect();
    live.extend(product.standing.iter().map(|standing| standing.assessment));
    let mut told_by_ledger = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = keeping.releases(operator, &product.id, after.as_deref(), BATCH)?;
        for release in page.items {
            live.extend([release.dossier, release.assessment]);
            live.extend(release.sboms.last().map(|list| list.sha256));
            match &release.files {
                Some(files) => live.extend(files.values().copied()),
                None => told_by_ledger.push(release),
            }
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    if !told_by_ledger.is_empty() {
        let releases: Vec<&ReleaseRecord> = told_by_ledger.iter().collect();
        let told = told_by_assessments((operator, &product.subject), &releases, keeping)?;
        live.extend(told.iter().flat_map(|files| files.values().copied()));
    }
    live.extend(declared(operator, product, keeping)?);
    Ok(live)
}

/// What issued declarations consist of and stand on.
fn declared(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Sha256>, ActionError> {
    let nothing = DeclarationGround::of_files(&BTreeMap::new());
    let mut kept = Vec::new();
    for record in declarations_of(operator, &product.id, keeping)? {
        for issued in &record.issued {
            kept.extend(issued.kept());
            let ground = &issued.ground;
            if ground.named.is_empty() && ground.files != nothing {
                let about = (ground.release.as_str(), ground.dossier, ground.files);
                kept.extend(files_behind((operator, &product.subject), about, keeping)?);
            }
        }
    }
    Ok(kept)
}

/// The longest of what the law asks to keep for the product as its dossier is now (Articles 13(13) and (18) and others).
fn floor(
    operator: &str,
    product: &ProductRecord,
    state: &StateOfTheLaw,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Floor, ActionError> {
    let digest = product.files.get(DOSSIER);
    let bytes = digest.map(|digest| keeping.document_of(operator, digest)).transpose()?.flatten();
    let read = bytes.and_then(|bytes| read_partial_dossier(&bytes).read);
    let Some(read) = read else { return Ok(Floor::Unknown(DOSSIER.to_owned(), None)) };
    let verdict = assess(&read.dossier, state, now.to_zoned(TimeZone::UTC).date());
    let mut missing = BTreeSet::new();
    let mut until: Option<(Date, Option<Citation>)> = None;
    let mut open_cites = None;
    for retention in &verdict.retention {
        let cites = retention.reasons.first().map(|reason| reason.cites);
        match &retention.state {
            RetentionState::Until { on } => {
                if until.is_none_or(|(longest, _)| longest < *on) {
                    until = Some((*on, cites));
                }
            }
            RetentionState::NotUnlessSubstantiallyModified => {}
            RetentionState::Undetermined { missing: paths, .. } => {
                open_cites = open_cites.or(cites);
                missing.extend(paths.iter().cloned());
            }
        }
    }
    if !missing.is_empty() {
        return Ok(Floor::Unknown(missing.into_iter().collect::<Vec<_>>().join(", "), open_cites));
    }
    // While scope or role is open nobody can say whether periods run, and for whom.
    let open = match &verdict.scope.outcome {
        ScopeOutcome::Undetermined { missing } => Some(missing),
        ScopeOutcome::InScope => match &verdict.role.outcome {
            RoleOutcome::Undetermined { missing } => Some(missing),
            RoleOutcome::Is(_) => None,
        },
        _ => None,
    };
    if let Some(missing) = open {
        return Ok(Floor::Unknown(missing.join(", "), None));
    }
    Ok(until.map_or(Floor::None, |(on, cites)| Floor::Until(on, cites)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_still_counts_and_what_is_unknown_keeps() {
        let day = |day| Date::constant(2040, 1, day);
        let law = Citation::article(13).paragraph(13);
        let floor = Floor::Until(day(2), Some(law));
        assert!(floor.keeps(day(1)).is_some());
        assert_eq!(floor.keeps(day(2)).and_then(|stays| stays.cites), Some(law));
        assert_eq!(floor.keeps(day(3)), None);
        assert_eq!(Floor::None.keeps(day(3)), None);
        let unknown = Floor::Unknown("release.placed_on_the_market_on".to_owned(), None);
        let stays = unknown.keeps(day(3)).unwrap();
        assert!(stays.because.to_string().contains("placed_on_the_market_on"));
    }
}

//! What an assessment changes in the record: the operator if it is new, the product's standing, the release, its rows.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{
    Component, Dossier, FindingRow, ProductRecord, ProductStanding, RecordWrite, ReleaseRecord, ReleaseRows,
    RowSeal, SbomReceipt, Sha256, SystemOfRecord, release_id,
};
use proofmark_text::text;

use crate::assessment::Assessment;
use crate::component_list::{ComponentList, called};
use crate::error::ActionError;
use crate::record::component_rows::component_rows;
use crate::record::finding_intervals::{Found, intervals, tally};
use crate::record::gone_cases::with_gone_cases;
use crate::record::kept_noun::{KeptNoun, kept_noun, written};
use crate::record::notices_digest::notices_digest;
use crate::record::operator::operator_if_new;
use crate::record::product_name::{NamedProduct, named_product};
use crate::record::standing::{gate_answer, looked_for, standing};
use crate::subject::operator_of;

/// An assessment with what it was made from.
#[derive(Clone, Copy)]
pub(crate) struct Concluded<'a> {
    pub(crate) assessment: &'a Assessment,
    /// The digest it is kept under.
    pub(crate) digest: Sha256,
    pub(crate) dossier: &'a Dossier,
    pub(crate) list: Option<&'a ComponentList>,
    /// The words a component of the list is asked by, beside its package URL.
    pub(crate) asked: &'a dyn Fn(&Component) -> Vec<String>,
    /// The product's files from now on.
    pub(crate) files: &'a BTreeMap<String, Sha256>,
    /// The files the assessment was made from.
    pub(crate) made_from: &'a BTreeMap<String, Sha256>,
    /// Where the files were read from.
    pub(crate) read: ReadFrom<'a>,
    /// New data on vulnerabilities asked for it, nobody else: it moves no product to another release.
    pub(crate) rescan: bool,
    /// Who asks.
    pub(crate) by: &'a str,
}

/// Where an assessment's files were read from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ReadFrom<'a> {
    /// From beside the dossier, wherever that lies.
    Disk,
    /// From this record: where somebody changed it since, nothing is kept.
    Record(&'a KeptNoun<ProductRecord>),
    /// From nowhere: there was no such product yet, and there must be none still.
    Nothing,
}

/// Records and rows to write.
#[derive(Debug)]
pub(crate) struct ReleaseChange {
    pub(crate) records: Vec<RecordWrite>,
    pub(crate) rows: Vec<ReleaseRows>,
    /// Whether anything is different but the assessment's digest and its time.
    pub(crate) differs: bool,
}

/// Lays an assessment against the record as it is.
pub(crate) fn release_change(
    concluded: &Concluded<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<ReleaseChange, ActionError> {
    let assessment = concluded.assessment;
    let operator = operator_of(&assessment.subject);
    let named = match concluded.read {
        ReadFrom::Record(kept) => NamedProduct { id: kept.noun.id.clone(), kept: Some(kept.clone()) },
        _ => named_product(keeping, operator, &assessment.subject, &assessment.product)?,
    };
    if matches!(concluded.read, ReadFrom::Nothing) && named.kept.is_some() {
        return Err(ActionError::Moved(text!("record-product-came", product = &assessment.product)));
    }
    let id = release_id(&named.id, &assessment.release);
    let before = kept_noun::<ReleaseRecord>(keeping, operator, &id)?;
    let kept_rows = match &before {
        Some(_) => keeping.findings_of(operator, &named.id, &assessment.release)?,
        None => Vec::new(),
    };
    let findings = rows_after(concluded, kept_rows.clone());
    let after = Release { concluded, product: &named.id, before: before.as_ref(), findings: &findings };
    let (release, rows) = after.written(&kept_rows, keeping)?;
    let product = product_after(concluded, &named, &release);
    let differs = rows.components.is_some()
        || rows.findings.is_some()
        || before.as_ref().is_none_or(|before| {
            before.noun.gate != release.gate
                || before.noun.looked_for != release.looked_for
                || before.noun.notices != release.notices
                || before.noun.files.is_none()
        })
        || named.kept.as_ref().is_none_or(|kept| !stands_alike(&kept.noun, &product));
    let mut records = Vec::new();
    let (name, at) = (&assessment.operator, assessment.assessed_at);
    records.extend(operator_if_new(keeping, operator, name, concluded.by, at)?);
    records.push(written(operator, &product, named.kept.map(|kept| kept.sha256)));
    records.push(written(operator, &release, before.map(|before| before.sha256)));
    let rows = if rows.components.is_some() || rows.findings.is_some() { vec![rows] } else { Vec::new() };
    Ok(ReleaseChange { records, rows, differs })
}

/// Without a component list there is nothing to hold the open findings against: they stay as they are.
fn rows_after(concluded: &Concluded<'_>, kept: Vec<FindingRow>) -> Vec<FindingRow> {
    let Some(list) = concluded.list else { return kept };
    let assessment = concluded.assessment;
    let blocks = assessment.gate.blocked_by.iter();
    let unresolved =
        blocks.filter_map(|block| Some((block.component.as_deref()?, block.vulnerability.as_deref()?)));
    let found = Found {
        findings: &assessment.findings,
        unresolved: unresolved.collect(),
        components: list.sbom.components.iter().map(|component: &Component| called(component)).collect(),
        unchecked: assessment.unchecked.iter().map(|one| one.component.as_str()).collect::<BTreeSet<_>>(),
        asked: !assessment.vulnerability_data.is_empty(),
        at: assessment.assessed_at,
    };
    intervals(kept, &found)
}

/// A release about to be written.
struct Release<'a> {
    concluded: &'a Concluded<'a>,
    product: &'a str,
    before: Option<&'a KeptNoun<ReleaseRecord>>,
    findings: &'a [FindingRow],
}

impl Release<'_> {
    /// The record and those rows that are not as they were: ten thousand components are not written anew each night.
    fn written(
        &self,
        kept_rows: &[FindingRow],
        keeping: &dyn SystemOfRecord,
    ) -> Result<(ReleaseRecord, ReleaseRows), ActionError> {
        let assessment = self.concluded.assessment;
        let operator = operator_of(&assessment.subject);
        let before = self.before.map(|before| &before.noun);
        let mut sboms = before.map(|before| before.sboms.clone()).unwrap_or_default();
        let mut component_rows_seal = before.map(|before| before.component_rows);
        let mut components = None;
        if let Some(list) = self.concluded.list {
            // What the build says of the same list may be asked by other words.
            let rows = component_rows(&list.sbom, self.concluded.asked);
            let seal = Some(RowSeal::of_components(&rows));
            if component_rows_seal != seal {
                (component_rows_seal, components) = (seal, Some(rows));
            }
            if sboms.last().is_none_or(|last| last.sha256 != list.about.sha256) {
                sboms.push(self.receipt(list));
            }
        }
        let number = match before {
            Some(before) => before.number,
            None => self.next_number(keeping)?,
        };
        let release = ReleaseRecord {
            product: self.product.to_owned(),
            version: assessment.release.clone(),
            created_at: before.map_or(assessment.assessed_at, |before| before.created_at),
            number,
            dossier: assessment.dossier.sha256,
            sboms,
            files: Some(self.concluded.made_from.clone()),
            assessment: self.concluded.digest,
            assessed_at: assessment.assessed_at,
            gate: gate_answer(assessment),
            findings: tally(self.findings, &assessment.findings),
            looked_for: Some(looked_for(assessment)),
            notices: Some(notices_digest(&assessment.notices)),
            component_rows: component_rows_seal.unwrap_or_else(|| RowSeal::of_components([])),
            finding_rows: RowSeal::of_findings(self.findings),
        };
        let findings = (before.is_none() || kept_rows != self.findings).then(|| self.findings.to_vec());
        let rows = ReleaseRows {
            operator: operator.to_owned(),
            product: self.product.to_owned(),
            release: assessment.release.clone(),
            components,
            findings,
        };
        Ok((release, rows))
    }

    fn receipt(&self, list: &ComponentList) -> SbomReceipt {
        SbomReceipt {
            name: list.about.name.clone(),
            sha256: list.about.sha256,
            received_at: self.concluded.assessment.assessed_at,
            received_from: self.concluded.by.to_owned(),
        }
    }

    /// One more than the newest release's. That two get the same is kept away by the product's record, which both write.
    fn next_number(&self, keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
        let operator = operator_of(&self.concluded.assessment.subject);
        let newest = keeping.releases(operator, self.product, None, 1)?;
        Ok(newest.items.first().map_or(1, |release| release.number + 1))
    }
}

fn product_after(concluded: &Concluded<'_>, named: &NamedProduct, release: &ReleaseRecord) -> ProductRecord {
    let assessment = concluded.assessment;
    let kept = named.kept.as_ref().map(|kept| &kept.noun);
    let stood = kept.and_then(|kept| kept.standing.as_ref());
    let stays = concluded.rescan && stood.is_some_and(|stood| stood.release != assessment.release);
    let stands = || {
        let stands = standing(assessment, concluded.digest, concluded.dossier, release.findings);
        with_gone_cases(stands, stood, assessment)
    };
    ProductRecord {
        id: named.id.clone(),
        subject: assessment.subject.clone(),
        name: assessment.product.clone(),
        files: concluded.files.clone(),
        created_at: kept.map_or(assessment.assessed_at, |kept| kept.created_at),
        standing: if stays { stood.cloned() } else { Some(stands()) },
        archived: kept.is_some_and(|kept| kept.archived),
    }
}

/// The same but for the assessment it was read from.
fn stands_alike(one: &ProductRecord, other: &ProductRecord) -> bool {
    let undated = |product: &ProductRecord| {
        product.standing.clone().map(|standing| ProductStanding {
            assessment: Sha256([0; 32]),
            assessed_at: jiff::Timestamp::UNIX_EPOCH,
            ..standing
        })
    };
    one.files == other.files && undated(one) == undated(other)
}

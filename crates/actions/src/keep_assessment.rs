//! Keeps an assessment: documents, records and rows in one change, with the one line that names them all.

use std::collections::BTreeMap;

use proofmark_facts::{KeptLine, ProductRecord, RecordWrite, Sha256, SystemOfRecord};

use crate::assessment::Assessment;
use crate::conclusion::{AssessOrder, Inputs};
use crate::dossier_input::DOSSIER;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::record::{Concluded, KeptNoun, ReadFrom, release_change};
use crate::subject::operator_of;

/// The action's name in the ledger.
pub(crate) const ACTION: &str = "assess";

/// What becomes of the product's files.
#[derive(Debug)]
pub(crate) enum FilesAfter<'a> {
    /// They are those the assessment read.
    ThoseRead,
    /// They are these; the assessment read them from this record, which must still be the same, or not be there yet.
    These(&'a BTreeMap<String, Sha256>, Option<&'a KeptNoun<ProductRecord>>),
}

/// A document to keep beside the assessment's own, by its role in the line.
#[derive(Debug)]
pub(crate) struct FurtherDocument<'a> {
    pub(crate) role: &'static str,
    pub(crate) sha256: Sha256,
    pub(crate) bytes: &'a [u8],
}

/// An assessment to keep.
#[derive(Debug)]
pub(crate) struct ToKeep<'a> {
    pub(crate) order: &'a AssessOrder<'a>,
    pub(crate) assessment: &'a Assessment,
    pub(crate) bytes: &'a [u8],
    pub(crate) inputs: &'a Inputs,
    pub(crate) files: FilesAfter<'a>,
    /// The files it was made from, by path.
    pub(crate) made_from: BTreeMap<String, Sha256>,
    pub(crate) more: Vec<FurtherDocument<'a>>,
    /// Further records of the change.
    pub(crate) records: Vec<RecordWrite>,
    pub(crate) rescan: bool,
}

/// Keeps it, or says with `Moved` that the record is no longer what it was laid against.
pub(crate) fn keep_assessment(
    to_keep: &ToKeep<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<KeptLine, ActionError> {
    let change = keep_if(to_keep, keeping, |_| true)?;
    Ok(change.expect("whatever it changes is kept"))
}

/// Keeps it if it changes anything but the day of the assessment.
pub(crate) fn keep_what_differs(
    to_keep: &ToKeep<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Option<KeptLine>, ActionError> {
    keep_if(to_keep, keeping, |differs| differs)
}

fn keep_if(
    to_keep: &ToKeep<'_>,
    keeping: &mut dyn SystemOfRecord,
    wanted: impl Fn(bool) -> bool,
) -> Result<Option<KeptLine>, ActionError> {
    let ToKeep { order, assessment, inputs, .. } = to_keep;
    let (files, read) = match to_keep.files {
        FilesAfter::ThoseRead => (&to_keep.made_from, ReadFrom::Disk),
        FilesAfter::These(files, Some(kept)) => (files, ReadFrom::Record(kept)),
        FilesAfter::These(files, None) => (files, ReadFrom::Nothing),
    };
    let concluded = Concluded {
        assessment,
        digest: Sha256::of(to_keep.bytes),
        dossier: &inputs.dossier,
        list: inputs.list.as_ref(),
        asked: &|component| inputs.asked_words(component),
        files,
        made_from: &to_keep.made_from,
        read,
        rescan: to_keep.rescan,
        by: order.by,
    };
    let change = release_change(&concluded, keeping)?;
    if !wanted(change.differs) {
        return Ok(None);
    }
    let (documents, named) = documents(to_keep, concluded.digest);
    let line = LineDraft {
        subject: &assessment.subject,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: named,
        outcome: Some(outcome(assessment)),
        with: order.with,
    };
    let entry = Entry {
        line,
        operator: operator_of(&assessment.subject),
        documents,
        records: change.records.into_iter().chain(to_keep.records.iter().cloned()).collect(),
        rows: change.rows,
        jobs: Vec::new(),
        condition: None,
    };
    entry.keep(keeping).map(Some)
}

fn outcome(assessment: &Assessment) -> &'static str {
    match (assessment.gate_is_asked, assessment.gate.may_be_placed_on_the_market) {
        (false, _) => "gate not asked",
        (true, true) => "gate open",
        (true, false) => "gate closed",
    }
}

/// The files beside the dossier that an assessment reads: what is not there is no file of the product.
pub(crate) fn files_read(inputs: &Inputs) -> BTreeMap<String, Sha256> {
    let named = inputs.files.iter().filter_map(|(path, file)| Some((path.clone(), file.as_ref()?.sha256)));
    let list = inputs.list.iter().map(|list| (list.about.name.clone(), list.about.sha256));
    named.chain(list).chain([(DOSSIER.to_owned(), inputs.dossier_sha256)]).collect()
}

/// Inputs, evidence and result by digest, and those of them that the line names.
fn documents<'a>(to_keep: &'a ToKeep<'_>, result: Sha256) -> (Vec<(Sha256, &'a [u8])>, Vec<LineDocument>) {
    let inputs = to_keep.inputs;
    let mut documents =
        vec![(inputs.dossier_sha256, inputs.dossier_bytes.as_slice()), (result, to_keep.bytes)];
    let mut named =
        vec![LineDocument::new("dossier", &inputs.dossier_sha256), LineDocument::new("assessment", &result)];
    if let Some(list) = &inputs.list {
        documents.push((list.about.sha256, &list.bytes));
        named.push(LineDocument::new("sbom", &list.about.sha256));
    }
    // Evidence is named by the assessment, whose digest the line holds.
    documents.extend(inputs.files.values().flatten().map(|file| (file.sha256, file.bytes.as_slice())));
    for further in &to_keep.more {
        documents.push((further.sha256, further.bytes));
        named.push(LineDocument::new(further.role, &further.sha256));
    }
    (documents, named)
}

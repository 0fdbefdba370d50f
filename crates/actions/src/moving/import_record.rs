//! Imports an exported record into an empty store: all of it or nothing, and afterwards proved against its ledger.

use proofmark_access::Right;
use proofmark_facts::{
    Actor, ComponentRow, Filling, FindingRow, KeepError, KeepTrouble, MovingIn, Record, RecordKey,
    RecordKind, ReleaseRows, Sha256, SystemOfRecord,
};
use proofmark_text::text;
use proofmark_trust::VerifierKey;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::moving::exported::{
    CHECKPOINTS, COMPONENTS, DOCUMENTS, ExportManifest, ExportedCheckpoint, ExportedDocument, ExportedJob,
    ExportedRecord, ExportedRow, FINDINGS, JOBS, LEDGER, RECORDS,
};
use crate::moving::verify_export::{Inlet, broken, each_line, parsed, read_document, verify_export};
use crate::products::refused;
use crate::verify::{LedgerReport, verify_ledger};

/// A store that can be filled, and asked afterwards.
pub trait FillableRecord: SystemOfRecord + MovingIn {}

impl<T: SystemOfRecord + MovingIn + ?Sized> FillableRecord for T {}

/// Verifies the export, fills the store with it, and proves the store: the report is of the store, and sound.
///
/// `key` is what the ledger's checkpoints must be signed with; without it the export's own word is taken.
pub fn import_record(
    by: &Actor,
    inlet: &dyn Inlet,
    key: Option<&VerifierKey>,
    keeping: &mut dyn FillableRecord,
) -> Result<(ExportManifest, LedgerReport), ActionError> {
    // A whole record is the installation's to take in, as it is the installation's to give away.
    proofmark_access::may(by, Right::ExportRecord, "", None)
        .map_err(|refusal| ActionError::Forbidden(refusal.says))?;
    if !keeping.is_empty()? {
        return Err(refused(text!("record-import-not-empty")));
    }
    let manifest = verify_export(inlet)?;
    let own: Option<VerifierKey> = manifest.ledger.key.as_ref().and_then(|key| key.parse().ok());
    fill(inlet, keeping)?;
    let report = verify_ledger(keeping, key.or(own.as_ref()), manifest.made_at)?;
    if report.root != manifest.ledger.root {
        let (expected, found) = (manifest.ledger.root, report.root);
        return Err(ActionError::Damaged(text!("record-import-head", expected = expected, found = found)));
    }
    Ok((manifest, report))
}

/// The store's transaction cannot carry an action's error: it waits outside until the transaction is taken back.
fn fill(inlet: &dyn Inlet, keeping: &mut dyn FillableRecord) -> Result<(), ActionError> {
    let mut why = None;
    let filled = keeping.fill(&mut |store| {
        fill_in_order(inlet, store).map_err(|error| {
            let says = text!("record-import-stopped", error = error.to_string());
            why = Some(error);
            KeepError { says, trouble: KeepTrouble::Hindrance }
        })
    });
    match (filled, why) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(error.into()),
    }
}

fn fill_in_order(inlet: &dyn Inlet, store: &mut dyn Filling) -> Result<(), ActionError> {
    each_line(inlet, LEDGER, |line| {
        let read = LedgerLine::parse(line)
            .map_err(|error| broken(text!("record-import-unreadable", path = LEDGER, error = error)))?;
        Ok(store.line(&read.subject, line)?)
    })?;
    each_line(inlet, CHECKPOINTS, |line| {
        let ExportedCheckpoint { size, note } = parsed(CHECKPOINTS, line)?;
        Ok(store.checkpoint(size, &note)?)
    })?;
    each_line(inlet, DOCUMENTS, |line| {
        let document: ExportedDocument = parsed(DOCUMENTS, line)?;
        let bytes = read_document(inlet, &document)?;
        Ok(store.document(&document.into(), &bytes)?)
    })?;
    each_line(inlet, RECORDS, |line| Ok(store.record(&record(parsed(RECORDS, line)?)?)?))?;
    fill_components(inlet, store)?;
    fill_findings(inlet, store)?;
    each_line(inlet, JOBS, |line| {
        let job: ExportedJob = parsed(JOBS, line)?;
        Ok(store.job(&job.into())?)
    })
}

fn record(exported: ExportedRecord) -> Result<Record, ActionError> {
    let Some(kind) = RecordKind::of_word(&exported.kind) else {
        return Err(broken(text!("record-import-kind", kind = exported.kind)));
    };
    let content = exported.content.get().as_bytes().to_vec();
    let sha256 = Sha256::of(&content);
    if sha256 != exported.sha256 {
        return Err(broken(text!("record-import-changed", path = RECORDS)));
    }
    Ok(Record { key: RecordKey { operator: exported.operator, kind, id: exported.id }, content, sha256 })
}

fn fill_components(inlet: &dyn Inlet, store: &mut dyn Filling) -> Result<(), ActionError> {
    let mut gathered: Option<ReleaseRows> = None;
    each_line(inlet, COMPONENTS, |line| {
        let exported: ExportedRow<ComponentRow> = parsed(COMPONENTS, line)?;
        let row = exported.row.clone();
        let rows = same_release(&mut gathered, exported, store)?;
        rows.components.get_or_insert_default().push(row);
        Ok(())
    })?;
    gathered.map_or(Ok(()), |rows| Ok(store.rows(&rows)?))
}

fn fill_findings(inlet: &dyn Inlet, store: &mut dyn Filling) -> Result<(), ActionError> {
    let mut gathered: Option<ReleaseRows> = None;
    each_line(inlet, FINDINGS, |line| {
        let exported: ExportedRow<FindingRow> = parsed(FINDINGS, line)?;
        let row = exported.row.clone();
        let rows = same_release(&mut gathered, exported, store)?;
        rows.findings.get_or_insert_default().push(row);
        Ok(())
    })?;
    gathered.map_or(Ok(()), |rows| Ok(store.rows(&rows)?))
}

/// The rows gathered of this release; those of the release before it are written first.
fn same_release<'a, T>(
    gathered: &'a mut Option<ReleaseRows>,
    row: ExportedRow<T>,
    store: &mut dyn Filling,
) -> Result<&'a mut ReleaseRows, ActionError> {
    let ExportedRow { operator, product, release, .. } = row;
    let same = |rows: &ReleaseRows| {
        (&rows.operator, &rows.product, &rows.release) == (&operator, &product, &release)
    };
    if !gathered.as_ref().is_some_and(same)
        && let Some(done) = gathered.take()
    {
        store.rows(&done)?;
    }
    Ok(gathered.get_or_insert_with(|| ReleaseRows {
        operator,
        product,
        release,
        components: None,
        findings: None,
    }))
}

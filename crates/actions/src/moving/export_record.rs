//! Exports the complete record as it is at one moment: the ledger byte for byte, every record, row and document.

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{
    Actor, DigestStream, KeepError, MovingOut, RecordKey, RecordKind, ReleaseRecord, Sha256, SystemOfRecord,
};
use proofmark_text::text;
use proofmark_trust::{Frontier, Hash, VerifierKey};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::error::ActionError;
use crate::moving::exported::{
    CHECKPOINTS, COMPONENTS, DOCUMENTS, EXPORT_FORMAT, EXPORT_MANIFEST, ExportManifest, ExportedCheckpoint,
    ExportedDocument, ExportedFile, ExportedJob, ExportedLedger, ExportedRecord, ExportedRow, FINDINGS, JOBS,
    LEDGER, RECORDS, document_path,
};
use crate::record::noun_of;

/// How many of anything are read at a time.
const BATCH: usize = 500;

/// Everything an installation remembers, as one moment's picture of it can be taken.
pub trait MovableRecord: SystemOfRecord + MovingOut {}

impl<T: SystemOfRecord + MovingOut + ?Sized> MovableRecord for T {}

/// Where an export goes: files below one place, each written from its beginning to its end.
pub trait Outlet {
    /// Begins the file at this path. Those under `documents/` may be there already, with the same bytes.
    fn begin(&mut self, path: &str) -> Result<(), ActionError>;

    /// Its next bytes.
    fn write(&mut self, bytes: &[u8]) -> Result<(), ActionError>;

    /// Its end: whole, and durable.
    fn end(&mut self) -> Result<(), ActionError>;
}

/// Who exports, when, with which program.
#[derive(Debug, Clone, Copy)]
pub struct ExportOrder<'a> {
    /// Who asks.
    pub by: &'a Actor,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The key the ledger's checkpoints are signed with.
    pub key: Option<&'a VerifierKey>,
}

/// Writes everything, the manifest last. Others may go on writing: it is of the moment it began.
pub fn export_record(
    order: &ExportOrder<'_>,
    keeping: &mut dyn MovableRecord,
    outlet: &mut dyn Outlet,
) -> Result<ExportManifest, ActionError> {
    proofmark_access::may(order.by, Right::ExportRecord, "", None)
        .map_err(|refusal| ActionError::Forbidden(refusal.says))?;
    keeping.hold_still()?;
    let written = write_all(order, keeping, outlet);
    let went_on = keeping.go_on();
    let manifest = written?;
    went_on?;
    outlet.begin(EXPORT_MANIFEST)?;
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("strings and numbers become JSON");
    bytes.push(b'\n');
    outlet.write(&bytes)?;
    outlet.end()?;
    Ok(manifest)
}

fn write_all(
    order: &ExportOrder<'_>,
    keeping: &dyn MovableRecord,
    outlet: &mut dyn Outlet,
) -> Result<ExportManifest, ActionError> {
    let (ledger, head) = write_ledger(keeping, outlet)?;
    let mut files = vec![ledger];
    files.push(write_checkpoints(keeping, outlet)?);
    files.push(write_records(keeping, outlet)?);
    files.push(write_rows(keeping, outlet, COMPONENTS, |release, out| {
        keeping
            .components_of(release.0, &release.1.product, &release.1.version)?
            .into_iter()
            .try_for_each(|row| out.value(&of_release(release, row)))
    })?);
    files.push(write_rows(keeping, outlet, FINDINGS, |release, out| {
        keeping
            .findings_of(release.0, &release.1.product, &release.1.version)?
            .into_iter()
            .try_for_each(|row| out.value(&of_release(release, row)))
    })?);
    let (listed, documents, document_bytes) = write_documents(keeping, outlet)?;
    files.push(listed);
    files.push(write_jobs(keeping, outlet)?);
    Ok(ExportManifest {
        proofmark_export: EXPORT_FORMAT,
        made_at: order.at,
        made_with: order.with.to_owned(),
        ledger: ExportedLedger { key: order.key.map(ToString::to_string), ..head },
        files,
        documents,
        document_bytes,
    })
}

/// A file with one JSON value a line, in the making.
struct Lines<'a> {
    outlet: &'a mut dyn Outlet,
    path: &'static str,
    digest: DigestStream,
    count: u64,
}

impl<'a> Lines<'a> {
    fn begin(outlet: &'a mut dyn Outlet, path: &'static str) -> Result<Self, ActionError> {
        outlet.begin(path)?;
        Ok(Self { outlet, path, digest: DigestStream::default(), count: 0 })
    }

    /// A line with its newline.
    fn line(&mut self, bytes: &[u8]) -> Result<(), ActionError> {
        self.digest.update(bytes);
        self.count += 1;
        self.outlet.write(bytes)
    }

    fn value(&mut self, value: &impl Serialize) -> Result<(), ActionError> {
        let mut bytes = serde_json::to_vec(value).expect("strings, numbers and lists become JSON");
        bytes.push(b'\n');
        self.line(&bytes)
    }

    fn end(self) -> Result<ExportedFile, ActionError> {
        self.outlet.end()?;
        Ok(ExportedFile { path: self.path.to_owned(), sha256: self.digest.finish(), lines: self.count })
    }
}

fn write_ledger(
    keeping: &dyn MovableRecord,
    outlet: &mut dyn Outlet,
) -> Result<(ExportedFile, ExportedLedger), ActionError> {
    let mut out = Lines::begin(outlet, LEDGER)?;
    let mut frontier = Frontier::default();
    loop {
        let batch = keeping.lines(frontier.size(), BATCH)?;
        if batch.is_empty() {
            break;
        }
        for line in batch {
            let one_line = line.bytes.iter().position(|byte| *byte == b'\n') == Some(line.bytes.len() - 1);
            if line.index != frontier.size() || !one_line {
                let index = line.index.to_string();
                return Err(ActionError::Damaged(text!("record-export-line", index = index)));
            }
            frontier.append(Hash::of_leaf(&line.bytes)).map_err(|error| {
                ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
            })?;
            out.line(&line.bytes)?;
        }
    }
    let head = ExportedLedger { size: frontier.size(), root: frontier.head().root().to_base64(), key: None };
    Ok((out.end()?, head))
}

fn write_checkpoints(
    keeping: &dyn MovableRecord,
    outlet: &mut dyn Outlet,
) -> Result<ExportedFile, ActionError> {
    let mut out = Lines::begin(outlet, CHECKPOINTS)?;
    let mut above = 0;
    loop {
        let batch = keeping.checkpoints(above, BATCH)?;
        let Some((last, _)) = batch.last() else { return out.end() };
        above = *last;
        for (size, note) in batch {
            out.value(&ExportedCheckpoint { size, note })?;
        }
    }
}

fn write_records(keeping: &dyn MovableRecord, outlet: &mut dyn Outlet) -> Result<ExportedFile, ActionError> {
    let mut out = Lines::begin(outlet, RECORDS)?;
    each_record(keeping, |record| {
        let unreadable = |error: &dyn std::fmt::Display| {
            let (kind, id) = (record.key.kind.word(), &record.key.id);
            ActionError::Damaged(text!("record-unreadable", kind = kind, id = id, error = error.to_string()))
        };
        let content = String::from_utf8(record.content.clone()).map_err(|error| unreadable(&error))?;
        let exported = ExportedRecord {
            operator: record.key.operator.clone(),
            kind: record.key.kind.word().to_owned(),
            id: record.key.id.clone(),
            sha256: Sha256::of(&record.content),
            content: RawValue::from_string(content).map_err(|error| unreadable(&error))?,
        };
        // What stands on more than one line is not as an action wrote it, and could not be read back.
        if exported.content.get().contains('\n') {
            return Err(unreadable(&"it stands on more than one line"));
        }
        out.value(&exported)
    })?;
    out.end()
}

fn each_record(
    keeping: &dyn MovableRecord,
    mut see: impl FnMut(&proofmark_facts::Record) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    let mut after: Option<RecordKey> = None;
    loop {
        let batch = keeping.all_records(after.as_ref(), BATCH)?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(last.key.clone());
        batch.iter().try_for_each(&mut see)?;
    }
}

/// The rows of one release after the other, in the order of the releases' records.
fn write_rows(
    keeping: &dyn MovableRecord,
    outlet: &mut dyn Outlet,
    path: &'static str,
    mut rows: impl FnMut((&str, &ReleaseRecord), &mut Lines<'_>) -> Result<(), ActionError>,
) -> Result<ExportedFile, ActionError> {
    let mut out = Lines::begin(outlet, path)?;
    each_record(keeping, |record| {
        if record.key.kind != RecordKind::Release {
            return Ok(());
        }
        let release = noun_of::<ReleaseRecord>(record)?.noun;
        rows((&record.key.operator, &release), &mut out)
    })?;
    out.end()
}

fn of_release<T>((operator, release): (&str, &ReleaseRecord), row: T) -> ExportedRow<T> {
    ExportedRow {
        operator: operator.to_owned(),
        product: release.product.clone(),
        release: release.version.clone(),
        row,
    }
}

/// The list, then each document: their number and their bytes.
fn write_documents(
    keeping: &dyn MovableRecord,
    outlet: &mut dyn Outlet,
) -> Result<(ExportedFile, u64, u64), ActionError> {
    let mut out = Lines::begin(outlet, DOCUMENTS)?;
    each_document(keeping, |document| out.value(document))?;
    let listed = out.end()?;
    let (mut count, mut bytes) = (0, 0);
    each_document(keeping, |document| {
        let content = keeping.document(&document.sha256)?.ok_or_else(|| {
            ActionError::Damaged(text!("record-export-document", digest = document.sha256.to_string()))
        })?;
        outlet.begin(&document_path(&document.sha256))?;
        outlet.write(&content)?;
        count += 1;
        bytes += content.len() as u64;
        outlet.end()
    })?;
    Ok((listed, count, bytes))
}

fn each_document(
    keeping: &dyn MovableRecord,
    mut see: impl FnMut(&ExportedDocument) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    let mut after: Option<Sha256> = None;
    loop {
        let batch: Result<Vec<_>, KeepError> = keeping.all_documents(after.as_ref(), BATCH);
        let batch = batch?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(last.sha256);
        batch.into_iter().map(ExportedDocument::from).try_for_each(|document| see(&document))?;
    }
}

fn write_jobs(keeping: &dyn MovableRecord, outlet: &mut dyn Outlet) -> Result<ExportedFile, ActionError> {
    let mut out = Lines::begin(outlet, JOBS)?;
    let mut after = String::new();
    loop {
        let batch = keeping.waiting_jobs(&after, BATCH)?;
        let Some(last) = batch.last() else { return out.end() };
        after.clone_from(&last.id);
        for job in batch {
            out.value(&ExportedJob::from(job))?;
        }
    }
}

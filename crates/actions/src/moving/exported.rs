//! The files of an export: one JSON value a line, documents beside them under their digests. Their form is a promise.

use jiff::Timestamp;
use proofmark_facts::{DocumentEntry, Lane, NewJob, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The form's version.
pub(crate) const EXPORT_FORMAT: u32 = 1;

/// What everything else is checked against.
pub const EXPORT_MANIFEST: &str = "manifest.json";
/// The ledger: each line is a leaf of the tree, byte for byte.
pub(crate) const LEDGER: &str = "ledger.jsonl";
/// Signed checkpoints.
pub(crate) const CHECKPOINTS: &str = "checkpoints.jsonl";
/// Records.
pub(crate) const RECORDS: &str = "records.jsonl";
/// Components of releases.
pub(crate) const COMPONENTS: &str = "components.jsonl";
/// Findings of releases.
pub(crate) const FINDINGS: &str = "findings.jsonl";
/// Which documents there are, and whose.
pub(crate) const DOCUMENTS: &str = "documents.jsonl";
/// Jobs that wait.
pub(crate) const JOBS: &str = "jobs.jsonl";

/// Where a document lies in an export.
pub(crate) fn document_path(digest: &Sha256) -> String {
    let name = digest.to_string();
    format!("documents/{}/{name}", &name[..2])
}

/// What an export is of, and the digests of its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportManifest {
    /// The form's version.
    pub proofmark_export: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// The program that made it.
    pub made_with: String,
    /// The ledger's head.
    pub ledger: ExportedLedger,
    /// The files with one JSON value a line.
    pub files: Vec<ExportedFile>,
    /// How many documents lie beside them.
    pub documents: u64,
    /// How many bytes these are.
    pub document_bytes: u64,
}

/// The ledger's head when an export was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedLedger {
    /// How many lines it has.
    pub size: u64,
    /// The root hash of all of them, in base64 as checkpoints write it.
    pub root: String,
    /// The key its checkpoints are signed with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub key: Option<String>,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedFile {
    /// Its path.
    pub path: String,
    /// Its digest.
    pub sha256: Sha256,
    /// How many lines it has.
    pub lines: u64,
}

/// A line of `checkpoints.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedCheckpoint {
    /// The ledger's size.
    pub size: u64,
    /// The signed note (C2SP tlog-checkpoint).
    pub note: String,
}

/// A line of `records.jsonl`. The digest is of the content's bytes as they stand here.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedRecord {
    /// The operator it belongs to; empty: the installation.
    pub operator: String,
    /// What kind of record it is.
    pub kind: String,
    /// Which one.
    pub id: String,
    /// The digest of its content, as the ledger's last line about it names it.
    pub sha256: Sha256,
    /// Its content.
    #[schemars(with = "serde_json::Value")]
    pub content: Box<RawValue>,
}

/// A line of `components.jsonl` or `findings.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExportedRow<T> {
    /// The operator's id.
    pub operator: String,
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The row.
    pub row: T,
}

/// A line of `documents.jsonl`; the document lies in `documents/`, in a folder of its first two digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedDocument {
    /// Its digest.
    pub sha256: Sha256,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// The index of the line it was first kept with.
    pub first_line: u64,
    /// The operators who handed it in; an empty name is the installation.
    pub operators: Vec<String>,
}

impl From<DocumentEntry> for ExportedDocument {
    fn from(entry: DocumentEntry) -> Self {
        let DocumentEntry { sha256, size, first_line, operators } = entry;
        Self { sha256, bytes: size, first_line, operators }
    }
}

impl From<ExportedDocument> for DocumentEntry {
    fn from(exported: ExportedDocument) -> Self {
        let ExportedDocument { sha256, bytes, first_line, operators } = exported;
        Self { sha256, size: bytes, first_line, operators }
    }
}

/// A line of `jobs.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportedJob {
    /// Its id.
    pub id: String,
    /// In which lane.
    pub lane: Lane,
    /// What is to be done.
    pub kind: String,
    /// With what: JSON.
    pub payload: String,
    /// For which operator; empty: the installation.
    pub operator: String,
    /// Not before.
    pub due_at: Timestamp,
    /// How often it is tried at most.
    pub most_attempts: u32,
}

impl From<NewJob> for ExportedJob {
    fn from(job: NewJob) -> Self {
        let NewJob { id, lane, kind, payload, operator, due_at, most_attempts } = job;
        Self { id, lane, kind, payload, operator, due_at, most_attempts }
    }
}

impl From<ExportedJob> for NewJob {
    fn from(job: ExportedJob) -> Self {
        let ExportedJob { id, lane, kind, payload, operator, due_at, most_attempts } = job;
        Self { id, lane, kind, payload, operator, due_at, most_attempts }
    }
}

//! The command line of `proofmark schema`: what there are schemas of.

use clap::{Args, ValueEnum};
use proofmark_text::text;

/// What `schema` is told.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Of what.
    #[arg(value_enum, value_name = "NAME", help = text!("proofmark-cli-schema-name").to_string())]
    pub name: SchemaName,
}

/// What there are schemas of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is the name of the type its schema describes")]
pub enum SchemaName {
    Assessment,
    Scan,
    SbomCheck,
    SbomDiff,
    GenerationReport,
    SbomConversion,
    SbomMerge,
    SbomRedaction,
    CsafCheck,
    VexDocument,
    Gate,
    TriagePreview,
    TriageDue,
    Check,
    Modification,
    PackReport,
    Manifest,
    LedgerLine,
    LedgerReport,
    DatabaseStatus,
    SyncReport,
    FeedBundle,
    ClockReport,
    Paper,
    StandardsMap,
    Refusal,
    CaseReport,
    LawInUse,
    LawHistory,
    LawDiff,
    Explanation,
    Quiz,
    Maturity,
    DoctorReport,
    PurgeReport,
    Hold,
    Declaration,
    Case,
    CaseList,
    CaseRecord,
    Draft,
    ExportManifest,
    ExportedRecord,
    ExportedComponent,
    ExportedFinding,
    ExportedDocument,
    ExportedCheckpoint,
    ExportedJob,
    Openapi,
}

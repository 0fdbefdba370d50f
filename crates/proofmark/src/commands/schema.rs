//! `proofmark schema`: the JSON Schemas of what Proofmark writes, generated from the types.

use proofmark_actions::{
    Assessment, BundleManifest, CaseInList, CaseReport, CaseView, CheckResult, ConversionReport,
    CsafCheckReport, DatabaseStatus, DeclarationStanding, Draft, DueReport, Explanation, ExportManifest,
    ExportedCheckpoint, ExportedDocument, ExportedJob, ExportedRecord, ExportedRow, GateVerdict,
    GenerationReport, KnownState, LedgerLine, LedgerReport, ListComparison, Manifest, MaturityReport,
    MergeReport, ModificationReview, PackReport, PurgeReport, RedactionReport, SbomCheckReport, ScanReport,
    StateComparison, SyncReport, TriagePreview,
};
use proofmark_documents::json_schema;
use proofmark_facts::{
    CaseRecord, ComponentRow, FindingRow, HoldRecord, Problem, VexDocument, written_schema,
};
use proofmark_law::QuizQuestion;
use proofmark_web::{ROUTES, openapi};
use schemars::Schema;

use crate::clock_report::ClockReport;
use crate::doctor_report::DoctorReport;
use crate::exit::Exit;
use crate::law_in_use::LawInUse;
use crate::schema_cli::SchemaName;
use crate::session::{Session, WITH};
use crate::standards_report::StandardsReport;

/// The schema of one output, as indented JSON.
pub fn schema_of(name: SchemaName) -> String {
    let schema: Schema = match name {
        SchemaName::Openapi => return openapi(ROUTES, WITH),
        SchemaName::Assessment => written_schema::<Assessment>(),
        SchemaName::SbomCheck => written_schema::<SbomCheckReport>(),
        SchemaName::SbomDiff => written_schema::<ListComparison>(),
        SchemaName::CsafCheck => written_schema::<Vec<CsafCheckReport>>(),
        SchemaName::VexDocument => written_schema::<VexDocument>(),
        SchemaName::Gate => written_schema::<GateVerdict>(),
        SchemaName::TriagePreview => written_schema::<TriagePreview>(),
        SchemaName::TriageDue => written_schema::<DueReport>(),
        SchemaName::Scan => written_schema::<ScanReport>(),
        SchemaName::GenerationReport => written_schema::<GenerationReport>(),
        SchemaName::SbomConversion => written_schema::<ConversionReport>(),
        SchemaName::SbomMerge => written_schema::<MergeReport>(),
        SchemaName::SbomRedaction => written_schema::<RedactionReport>(),
        SchemaName::Check => written_schema::<CheckResult>(),
        SchemaName::Modification => written_schema::<ModificationReview>(),
        SchemaName::PackReport => written_schema::<PackReport>(),
        SchemaName::Manifest => written_schema::<Manifest>(),
        SchemaName::LedgerLine => written_schema::<LedgerLine>(),
        SchemaName::LedgerReport => written_schema::<LedgerReport>(),
        SchemaName::DatabaseStatus => written_schema::<DatabaseStatus>(),
        SchemaName::SyncReport => written_schema::<SyncReport>(),
        SchemaName::FeedBundle => written_schema::<BundleManifest>(),
        SchemaName::ClockReport => written_schema::<ClockReport>(),
        SchemaName::Paper => json_schema(),
        SchemaName::CaseReport => written_schema::<Vec<CaseReport>>(),
        SchemaName::StandardsMap => written_schema::<StandardsReport>(),
        SchemaName::Refusal => written_schema::<Vec<Problem>>(),
        SchemaName::LawInUse => written_schema::<LawInUse>(),
        SchemaName::LawHistory => written_schema::<Vec<KnownState>>(),
        SchemaName::LawDiff => written_schema::<StateComparison>(),
        SchemaName::Explanation => written_schema::<Vec<Explanation>>(),
        SchemaName::Quiz => written_schema::<Vec<QuizQuestion>>(),
        SchemaName::Maturity => written_schema::<MaturityReport>(),
        SchemaName::DoctorReport => written_schema::<DoctorReport>(),
        SchemaName::PurgeReport => written_schema::<PurgeReport>(),
        SchemaName::Declaration => written_schema::<DeclarationStanding>(),
        SchemaName::Case => written_schema::<CaseView>(),
        SchemaName::CaseList => written_schema::<Vec<CaseInList>>(),
        SchemaName::CaseRecord => written_schema::<CaseRecord>(),
        SchemaName::Draft => written_schema::<Draft>(),
        SchemaName::Hold => written_schema::<HoldRecord>(),
        SchemaName::ExportManifest => written_schema::<ExportManifest>(),
        SchemaName::ExportedRecord => written_schema::<ExportedRecord>(),
        SchemaName::ExportedComponent => written_schema::<ExportedRow<ComponentRow>>(),
        SchemaName::ExportedFinding => written_schema::<ExportedRow<FindingRow>>(),
        SchemaName::ExportedDocument => written_schema::<ExportedDocument>(),
        SchemaName::ExportedCheckpoint => written_schema::<ExportedCheckpoint>(),
        SchemaName::ExportedJob => written_schema::<ExportedJob>(),
    };
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    text
}

/// Prints it.
pub(crate) fn schema(name: SchemaName, session: &Session) -> Exit {
    session.print(&schema_of(name));
    Exit::Yes
}

//! `proofmark schema`: the JSON Schemas of what Proofmark writes, generated from the types.

use proofmark_actions::{
    Assessment, CaseReport, CheckResult, DatabaseStatus, Explanation, ExportManifest, ExportedCheckpoint,
    ExportedDocument, ExportedJob, ExportedRecord, ExportedRow, KnownState, LedgerLine, LedgerReport,
    Manifest, MaturityReport, ModificationReview, PackReport, PurgeReport, StateComparison,
};
use proofmark_documents::json_schema;
use proofmark_facts::{ComponentRow, FindingRow, HoldRecord, Problem};
use proofmark_law::QuizQuestion;
use proofmark_web::{ROUTES, openapi};
use schemars::{Schema, schema_for};

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
        SchemaName::Assessment => schema_for!(Assessment),
        SchemaName::Check => schema_for!(CheckResult),
        SchemaName::Modification => schema_for!(ModificationReview),
        SchemaName::PackReport => schema_for!(PackReport),
        SchemaName::Manifest => schema_for!(Manifest),
        SchemaName::LedgerLine => schema_for!(LedgerLine),
        SchemaName::LedgerReport => schema_for!(LedgerReport),
        SchemaName::DatabaseStatus => schema_for!(DatabaseStatus),
        SchemaName::ClockReport => schema_for!(ClockReport),
        SchemaName::Paper => json_schema(),
        SchemaName::CaseReport => schema_for!(Vec<CaseReport>),
        SchemaName::StandardsMap => schema_for!(StandardsReport),
        SchemaName::Refusal => schema_for!(Vec<Problem>),
        SchemaName::LawInUse => schema_for!(LawInUse),
        SchemaName::LawHistory => schema_for!(Vec<KnownState>),
        SchemaName::LawDiff => schema_for!(StateComparison),
        SchemaName::Explanation => schema_for!(Vec<Explanation>),
        SchemaName::Quiz => schema_for!(Vec<QuizQuestion>),
        SchemaName::Maturity => schema_for!(MaturityReport),
        SchemaName::DoctorReport => schema_for!(DoctorReport),
        SchemaName::PurgeReport => schema_for!(PurgeReport),
        SchemaName::Hold => schema_for!(HoldRecord),
        SchemaName::ExportManifest => schema_for!(ExportManifest),
        SchemaName::ExportedRecord => schema_for!(ExportedRecord),
        SchemaName::ExportedComponent => schema_for!(ExportedRow<ComponentRow>),
        SchemaName::ExportedFinding => schema_for!(ExportedRow<FindingRow>),
        SchemaName::ExportedDocument => schema_for!(ExportedDocument),
        SchemaName::ExportedCheckpoint => schema_for!(ExportedCheckpoint),
        SchemaName::ExportedJob => schema_for!(ExportedJob),
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

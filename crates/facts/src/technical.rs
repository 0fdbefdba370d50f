//! What the technical documentation gathers beside the rest of the dossier (Annex VII points 1, 2 and 6).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Documents of Annex VII, each as files beside the dossier or text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct TechnicalDocumentation {
    /// Design and development: drawings, schemes, architecture (point 2(a)).
    pub design: Vec<String>,
    /// Vulnerability handling: processes, evidence of the contact address (point 2(b)).
    pub vulnerability_handling: Vec<String>,
    /// The technical solution for the secure distribution of updates (point 2(b)).
    pub update_distribution: Vec<String>,
    /// Production and monitoring processes and their validation (point 2(c)).
    pub production: Vec<String>,
    /// Reports of tests of product and vulnerability handling (point 6).
    pub test_reports: Vec<TestReport>,
}

/// One test report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TestReport {
    /// The report, as a file beside the dossier.
    pub document: String,
    /// What it shows.
    pub shows: Option<String>,
    /// When the test was carried out.
    pub carried_out_on: Option<Date>,
}

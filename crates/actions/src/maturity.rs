//! Says where a product stands, what comes first and what recurs; it only reads, and nothing is kept.

use jiff::civil::Date;
use proofmark_documents::{maturity_report, render_html, render_json, render_pdf};
use proofmark_facts::{Beside, Dossier};
use proofmark_law::{Maturity, StateName, StateOfTheLaw};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessed, OpenSources, look};
use crate::conclusion::AssessOrder;
use crate::error::ActionError;

/// The version of the report's form that this program writes.
const MATURITY_FORMAT: u32 = 1;

/// The name of the papers, without the ending that names the form.
const FILE_STEM: &str = "maturity";

/// The three steps for one release on one day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MaturityReport {
    /// The form's version.
    pub proofmark_maturity: u32,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The day the answer is for.
    pub as_of: Date,
    /// The state of the law it was reached under.
    pub state: StateName,
    /// Where it stands, what comes first, what recurs.
    #[serde(flatten)]
    pub maturity: Maturity,
    /// What it is written from.
    #[serde(skip)]
    dossier: Dossier,
}

/// A paper in one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaturityPaper {
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Looks at a release as an assessment would, and turns what it finds into the three steps.
pub fn maturity(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
) -> Result<MaturityReport, ActionError> {
    look(order, beside, open_sources, state).map(maturity_of)
}

/// Turns what an assessment found into the three steps.
pub fn maturity_of(looked: Assessed) -> MaturityReport {
    let found = looked.assessment;
    let gate = found.gate_is_asked.then_some(&found.gate);
    MaturityReport {
        proofmark_maturity: MATURITY_FORMAT,
        maturity: proofmark_law::maturity(&looked.dossier, &found.verdict, &found.obligations, gate),
        operator: found.operator,
        product: found.product,
        release: found.release,
        as_of: found.as_of,
        state: found.verdict.state,
        dossier: looked.dossier,
    }
}

/// The report as a page, as a PDF and as JSON, with the letters the PDF could not show.
pub fn maturity_papers(report: &MaturityReport) -> Result<(Vec<MaturityPaper>, Option<Text>), ActionError> {
    let document = maturity_report(&report.dossier, report.as_of, &report.maturity);
    let pdf = render_pdf(&document).map_err(|error| {
        ActionError::Hindered(text!("actions-paper-unrenderable", error = error.text().to_string()))
    })?;
    let replaced: String = pdf.replaced.iter().collect();
    let warning = (!replaced.is_empty())
        .then(|| text!("actions-paper-letters-replaced", paper = FILE_STEM, letters = replaced));
    let named = |end: &str, bytes: Vec<u8>| MaturityPaper { name: format!("{FILE_STEM}.{end}"), bytes };
    let papers = vec![
        named("pdf", pdf.bytes),
        named("html", render_html(&document).into_bytes()),
        named("json", render_json(&document).into_bytes()),
    ];
    Ok((papers, warning))
}

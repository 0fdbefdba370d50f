//! Writes the papers of an assessment, and gathers them with inputs and evidence for a pack.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_documents::{
    AdvisorySource, GateSummary, IssuedPaper, PaperInputs, RenderError, SbomSummary, VulnerabilityData,
    papers as register, render_html, render_json, render_pdf,
};
use proofmark_facts::{Dossier, Place, Problem, Sha256};
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, write_cyclonedx};
use proofmark_law::StateOfTheLaw;
use proofmark_text::{Text, text};

use crate::assemble_pack::PackFile;
use crate::assess::Assessed;
use crate::assessment::Assessment;
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;

/// What was written of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Papers {
    /// Every paper in its three forms, the results, the inputs and the evidence the dossier names.
    pub files: Vec<PackFile>,
    /// What a form could not show as it is.
    pub warnings: Vec<Problem>,
}

/// Writes every paper; `serial` is the UUID the SBOM we write bears.
pub fn papers(assessed: &Assessed, state: &StateOfTheLaw, serial: [u8; 16]) -> Result<Papers, ActionError> {
    papers_beside(assessed, state, serial, None)
}

/// The same beside a declaration of conformity that was issued, which the papers then refer to.
pub(crate) fn papers_beside(
    assessed: &Assessed,
    state: &StateOfTheLaw,
    serial: [u8; 16],
    issued: Option<IssuedPaper>,
) -> Result<Papers, ActionError> {
    let result = &assessed.assessment;
    let day = result.as_of;
    let found = found_files(result);
    let inputs = PaperInputs { issued, ..paper_inputs(assessed, state, &found) };
    let mut files = Vec::new();
    let mut warnings = Vec::new();
    for paper in register() {
        let document = (paper.write)(&inputs);
        let shows = (paper.title)().to_string();
        let pdf = render_pdf(&document).map_err(|error| unrenderable(&error))?;
        if !pdf.replaced.is_empty() {
            let letters: String = pdf.replaced.iter().collect();
            let says = text!("actions-paper-letters-replaced", paper = &shows, letters = letters);
            warnings.push(Problem::warning(Place::default(), says));
        }
        for (end, bytes) in [
            ("pdf", pdf.bytes),
            ("html", render_html(&document).into_bytes()),
            ("json", render_json(&document).into_bytes()),
        ] {
            let path = format!("papers/{}.{end}", paper.file_stem);
            files.push(PackFile { path, bytes, shows: shows.clone(), observed_on: Some(day) });
        }
    }
    let assessment = text!("actions-shows-assessment");
    files.push(file("results/assessment.json", assessed.bytes.clone(), &assessment, Some(day)));
    files.extend(inputs_and_evidence(assessed, serial, day));
    Ok(Papers { files, warnings })
}

/// What a paper of this name is called, in whatever language it was written: by the file's name, which is the same in all.
pub fn paper_title(name: &str) -> Option<Text> {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    register().iter().find(|paper| paper.file_stem == stem).map(|paper| (paper.title)())
}

fn unrenderable(error: &RenderError) -> ActionError {
    ActionError::Hindered(text!("actions-paper-unrenderable", error = error.text().to_string()))
}

fn file(path: &str, bytes: Vec<u8>, shows: &Text, observed_on: Option<Date>) -> PackFile {
    PackFile { path: path.to_owned(), bytes, shows: shows.to_string(), observed_on }
}

fn found_files(result: &Assessment) -> BTreeMap<String, Sha256> {
    result.files.iter().filter_map(|(path, sha256)| Some((path.clone(), (*sha256)?))).collect()
}

fn paper_inputs<'a>(
    assessed: &'a Assessed,
    state: &'a StateOfTheLaw,
    files: &'a BTreeMap<String, Sha256>,
) -> PaperInputs<'a> {
    let result = &assessed.assessment;
    let sbom = result.sbom.as_ref().map(|sbom| SbomSummary {
        name: sbom.name.clone(),
        format: sbom.origin.format.clone(),
        sha256: sbom.sha256,
        components: sbom.components,
        top_level: sbom.top_level.clone(),
    });
    let stands_in_the_way = result.gate.blocked_by.iter().map(|block| &block.reason);
    let rests_on = result.gate.reasons.iter().filter(|_| result.gate.may_be_placed_on_the_market);
    let gate = GateSummary {
        may_be_placed: result.gate.may_be_placed_on_the_market,
        lines: stands_in_the_way.chain(rests_on).map(|reason| reason.says.clone()).collect(),
    };
    PaperInputs {
        dossier: &assessed.dossier,
        verdict: &result.verdict,
        state,
        day: result.as_of,
        sbom,
        files,
        findings: &result.findings,
        unchecked: &result.unchecked,
        gate,
        vulnerability_data: vulnerability_data(result),
        issued: None,
    }
}

/// All databases together: as old as the oldest, with every source.
fn vulnerability_data(result: &Assessment) -> Option<VulnerabilityData> {
    let day = |at: Option<jiff::Timestamp>| at.map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date());
    let all = &result.vulnerability_data;
    let as_of = all.iter().map(|data| day(data.as_of)).min()?;
    let sources = all.iter().flat_map(|data| &data.sources).map(|source| AdvisorySource {
        name: source.name.clone(),
        records: source.records,
        as_of: day(source.as_of),
    });
    let records = all.iter().map(|data| data.records).sum();
    Some(VulnerabilityData { as_of, records, sources: sources.collect() })
}

/// The inputs as they came, the component list once more in CycloneDX, and every file the dossier names.
fn inputs_and_evidence(assessed: &Assessed, serial: [u8; 16], day: Date) -> Vec<PackFile> {
    let result = &assessed.assessment;
    let dossier = text!("actions-shows-dossier");
    let mut files =
        vec![file(&format!("inputs/{DOSSIER}"), assessed.dossier_bytes.clone(), &dossier, Some(day))];
    if let Some(list) = &assessed.list {
        let shows = text!("actions-shows-component-list");
        let created_on = list.about.origin.created_at.map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date());
        files.push(file(&format!("inputs/{}", list.about.name), list.bytes.to_vec(), &shows, created_on));
        let heading = CyclonedxHeading {
            version: CyclonedxVersion::V1_6,
            product: &result.product,
            release: &result.release,
            serial,
            created_at: result.assessed_at,
            tool_version: env!("CARGO_PKG_VERSION"),
        };
        let sbom = write_cyclonedx(&list.sbom, &heading).document.into_bytes();
        files.push(file("papers/sbom.cdx.json", sbom, &text!("actions-shows-sbom"), Some(day)));
    }
    for (path, named) in &assessed.files {
        if let Some(named) = named {
            let (shows, observed_on) = declared_of(path, &assessed.dossier);
            files.push(PackFile {
                path: format!("evidence/{path}"),
                bytes: named.bytes.to_vec(),
                shows,
                observed_on,
            });
        }
    }
    files
}

/// What the dossier says a file shows, and when that was observed: from the first place that says so.
fn declared_of(path: &str, dossier: &Dossier) -> (String, Option<Date>) {
    if let Some(evidence) = dossier.evidence.iter().find(|evidence| evidence.file == path) {
        let shows = evidence.says.clone().unwrap_or_else(|| evidence.shows.join(", "));
        return (shows, evidence.observed_on);
    }
    let reports = &dossier.technical_documentation.test_reports;
    if let Some(report) = reports.iter().find(|report| report.document == path) {
        let shows = report.shows.clone().unwrap_or_else(|| text!("actions-shows-test-report").to_string());
        return (shows, report.carried_out_on);
    }
    let assessment = &dossier.risk_assessment;
    if assessment.document.as_deref() == Some(path) {
        return (text!("actions-shows-risk-assessment").to_string(), assessment.reviewed_on);
    }
    (text!("actions-shows-named-evidence").to_string(), None)
}

//! What `vulnerabilities` say of components (CycloneDX 1.4 and later, `vulnerability.analysis`).

use std::collections::HashMap;

use proofmark_facts::{BuilderSays, BuilderStatement, Component, FALSE_POSITIVE, Sbom, StatementOrigin};
use serde::Deserialize;

use crate::Limits;
use crate::cve_name::cve_names;
use crate::json::{List, MaybeWords, read_value};

/// The most statements of one document.
const MOST_STATEMENTS: usize = 1_000_000;

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(default, borrow)]
    vulnerabilities: Vec<Vulnerability<'a>>,
}

#[derive(Deserialize)]
struct Vulnerability<'a> {
    #[serde(default, borrow)]
    id: MaybeWords<'a>,
    #[serde(default, borrow)]
    analysis: Option<Analysis<'a>>,
    #[serde(default, borrow)]
    affects: List<Affects<'a>>,
}

#[derive(Deserialize)]
struct Analysis<'a> {
    #[serde(default, borrow)]
    state: MaybeWords<'a>,
    #[serde(default, borrow)]
    justification: MaybeWords<'a>,
    #[serde(default, borrow)]
    detail: MaybeWords<'a>,
}

#[derive(Deserialize)]
struct Affects<'a> {
    #[serde(rename = "ref", default, borrow)]
    reference: MaybeWords<'a>,
}

/// What the document declares of the components of its own list. One that cannot be read for it declares nothing: the list itself
/// was read.
pub(crate) fn analyses(sbom: &Sbom, written: &str, limits: &Limits) -> Vec<BuilderStatement> {
    if !written.contains("\"vulnerabilities\"") {
        return Vec::new();
    }
    let Ok(document) =
        read_value::<Document<'_>>(written.as_bytes(), limits.bytes, limits.depth, "CycloneDX")
    else {
        return Vec::new();
    };
    let components: HashMap<&str, &Component> =
        sbom.components.iter().map(|component| (component.reference.as_str(), component)).collect();
    let mut all = Vec::new();
    for vulnerability in &document.vulnerabilities {
        let id = vulnerability.id.0.as_deref().unwrap_or_default();
        let Some(analysis) = &vulnerability.analysis else { continue };
        let Some(says) = says(analysis.state.0.as_deref().unwrap_or_default()) else { continue };
        let id = cve_names(id).into_iter().next().unwrap_or_else(|| id.to_owned());
        let affected = vulnerability.affects.0.iter().filter_map(|affects| affects.reference.0.as_deref());
        for component in affected.filter_map(|reference| components.get(reference)) {
            if all.len() == MOST_STATEMENTS || id.is_empty() {
                break;
            }
            let words =
                |words: &MaybeWords<'_>| words.0.as_deref().filter(|it| !it.is_empty()).map(str::to_owned);
            all.push(BuilderStatement {
                package: Some(component.name.clone()),
                version: component.version.clone(),
                reason: words(&analysis.justification).or(words(&analysis.state)),
                because: words(&analysis.detail),
                ..BuilderStatement::new(id.clone(), says, StatementOrigin::CyclonedxAnalysis)
            });
        }
    }
    all
}

/// CycloneDX, `impactAnalysisState`.
fn says(state: &str) -> Option<BuilderSays> {
    Some(match state {
        "resolved" | "resolved_with_pedigree" => BuilderSays::Fixed,
        "exploitable" => BuilderSays::Affected,
        "in_triage" => BuilderSays::UnderInvestigation,
        "not_affected" => BuilderSays::NotAffected,
        FALSE_POSITIVE => BuilderSays::FalsePositive,
        _ => return None,
    })
}

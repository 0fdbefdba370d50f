//! Assesses a release: from its makers' declaration and its component list to everything that follows.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{Beside, Dossier, Keeping, KeptLine, Problem, Sbom, Sha256, Weight};
use proofmark_law::{
    AdvisoryData, Case, FileState, GateInputs, Kept, Role, SbomState, ScopeOutcome, StateOfTheLaw, Verdict,
    gate, next_steps, readiness,
};
use proofmark_trust::SignerKey;

use crate::assessment::{
    ASSESSMENT_FORMAT, Assessment, DataSource, InputDocument, SbomInput, VulnerabilityData,
};
use crate::component_list::{ComponentList, called, component_list};
use crate::dossier_input::{DOSSIER, DossierInput, dossier_input, locate};
use crate::entry::Entry;
use crate::error::ActionError;
use crate::findings::{Findings, findings, idle_decisions};
use crate::ledger_line::{LineDocument, LineDraft};
use crate::named_files::{NamedFiles, named_files};
use crate::seal::{seal, still_as_sealed};
use crate::subject::{operator_of, subject};
use crate::vulnerability_source::VulnerabilitySource;

/// The action's name in the ledger.
const ACTION: &str = "assess";

/// Who asks for an assessment, when, and for which day.
#[derive(Debug, Clone, Copy)]
pub struct AssessOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The day the answer is for.
    pub as_of: Date,
}

/// Opens the vulnerability databases: the installation's, and one made of the advisories beside the dossier.
pub type OpenSources<'a> = dyn Fn(&[String]) -> Result<Vec<VulnerabilitySource>, ActionError> + 'a;

/// An assessment, with what it was made from.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// The result.
    pub assessment: Assessment,
    /// The result as it was kept: JSON.
    pub bytes: Vec<u8>,
    /// What the makers declare.
    pub dossier: Dossier,
    /// The dossier's file.
    pub(crate) dossier_bytes: Vec<u8>,
    /// The component list and its file.
    pub(crate) list: Option<ComponentList>,
    /// The files the dossier names.
    pub(crate) files: NamedFiles,
}

/// Assesses the release the dossier is about, keeps inputs and result, and writes one line of the ledger.
///
/// When an input cannot be used nothing is kept, and the place to keep things is not even opened.
pub fn assess<K: Keeping>(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
    open_keeping: impl FnOnce() -> Result<(K, SignerKey), ActionError>,
) -> Result<(Assessed, K, SignerKey), ActionError> {
    let inputs = read_inputs(beside, state)?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let bytes = assessment.to_bytes();
    let (mut keeping, signer) = open_keeping()?;
    still_as_sealed(&keeping, &signer)?;
    let line = keep(order, &assessment, &bytes, &inputs, &mut keeping)?;
    seal(&mut keeping, &signer, line.index + 1)?;
    let Inputs { dossier, dossier_bytes, list, files, .. } = inputs;
    Ok((Assessed { assessment, bytes, dossier, dossier_bytes, list, files }, keeping, signer))
}

/// Assesses the release and keeps nothing: no document, no line of the ledger.
pub fn look(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
) -> Result<Assessed, ActionError> {
    let inputs = read_inputs(beside, state)?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let bytes = assessment.to_bytes();
    let Inputs { dossier, dossier_bytes, list, files, .. } = inputs;
    Ok(Assessed { assessment, bytes, dossier, dossier_bytes, list, files })
}

/// Everything that is read before anything is concluded.
struct Inputs {
    dossier: Dossier,
    dossier_bytes: Vec<u8>,
    dossier_sha256: Sha256,
    list: Option<ComponentList>,
    files: NamedFiles,
    notices: Vec<Problem>,
}

fn read_inputs(beside: &dyn Beside, state: &StateOfTheLaw) -> Result<Inputs, ActionError> {
    let DossierInput { declared, sha256, bytes, mut problems } = dossier_input(beside, state)?;
    let Some((dossier, places)) = declared else { return Err(ActionError::Refused(problems)) };
    let declared = dossier.release.sbom.as_deref();
    let list = component_list(declared, &dossier.product.name, beside, &mut problems)?;
    for problem in &mut problems {
        locate(problem, &places);
    }
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    let files = named_files(&dossier, beside)?;
    Ok(Inputs { dossier, dossier_bytes: bytes, dossier_sha256: sha256, list, files, notices: problems })
}

/// The law's verdict. For today (UTC) clocks are judged now, for any other day at its end: its events have then happened.
fn judged(order: &AssessOrder<'_>, dossier: &Dossier, state: &StateOfTheLaw) -> Verdict {
    if order.at.to_zoned(TimeZone::UTC).date() == order.as_of {
        proofmark_law::assess_at(dossier, state, order.as_of, order.at)
    } else {
        proofmark_law::assess(dossier, state, order.as_of)
    }
}

/// Lays facts against law. Nothing is read or kept here.
fn conclude(
    order: &AssessOrder<'_>,
    inputs: &Inputs,
    sources: &[VulnerabilitySource],
    state: &StateOfTheLaw,
) -> Assessment {
    let dossier = &inputs.dossier;
    let sbom = inputs.list.as_ref().map(|list| &list.sbom);
    let Findings { findings, unchecked } =
        sbom.map(|sbom| findings(sbom, dossier, sources)).unwrap_or_default();
    let vulnerability_data: Vec<VulnerabilityData> =
        sources.iter().map(|source| data_of(source, order.at)).collect();
    let verdict = judged(order, dossier, state);
    let gate = gate(&GateInputs {
        findings: &findings,
        unchecked: &unchecked,
        checked_otherwise: &dossier.checked_otherwise,
        own_components: &own_components(sbom),
        sbom_present: sbom.is_some(),
        advisories: advisory_data(&vulnerability_data),
        day: order.as_of,
    });
    let kept = Kept {
        files: present(&inputs.files),
        sbom: inputs.list.as_ref().map(|list| sbom_state(&list.about)),
        unresolved_findings: gate.blocked_by.iter().filter(|block| block.vulnerability.is_some()).count(),
        gate: Some(gate.clone()),
    };
    let obligations = standings(dossier, &verdict, state, &kept, order.as_of);
    let mut notices = inputs.notices.clone();
    notices.extend(idle_decisions(dossier, &findings));
    Assessment {
        proofmark_assessment: ASSESSMENT_FORMAT,
        subject: subject(&dossier.operator.name, &dossier.product.name),
        operator: dossier.operator.name.clone(),
        product: dossier.product.name.clone(),
        release: dossier.release.version.clone(),
        assessed_at: order.at,
        as_of: order.as_of,
        assessed_with: order.with.to_owned(),
        dossier: InputDocument { name: DOSSIER.to_owned(), sha256: inputs.dossier_sha256 },
        sbom: inputs.list.as_ref().map(|list| list.about.clone()),
        files: digests(&inputs.files),
        next_steps: next_steps(&obligations),
        gate_is_asked: is_asked(&verdict.scope.outcome) && supplies(&verdict),
        verdict,
        vulnerability_data,
        findings,
        unchecked,
        gate,
        obligations,
        notices,
    }
}

/// Annex I is asked of what is placed on the market within the scope, and of what may yet turn out to be.
fn is_asked(scope: &ScopeOutcome) -> bool {
    match scope {
        ScopeOutcome::InScope | ScopeOutcome::PartOfAnotherProduct | ScopeOutcome::Undetermined { .. } => {
            true
        }
        ScopeOutcome::Out | ScopeOutcome::NotOnTheMarket | ScopeOutcome::AllowedWithoutConformity => false,
    }
}

/// Who neither places it on the market nor makes it available there has no gate to keep; while the role is open, it may.
fn supplies(verdict: &Verdict) -> bool {
    !matches!(verdict.role.role(), Some(Role::None | Role::AuthorisedRepresentative | Role::Steward))
}

fn standings(
    dossier: &Dossier,
    verdict: &Verdict,
    state: &StateOfTheLaw,
    kept: &Kept,
    day: Date,
) -> Vec<proofmark_law::Standing> {
    let mut standings = readiness(&Case { dossier, verdict, state, kept, day });
    // What only other roles owe would bury what this operator owes.
    standings.retain(|standing| standing.concerns(verdict.role.role()));
    standings
}

fn own_components(sbom: Option<&Sbom>) -> Vec<String> {
    let own = |sbom: &Sbom| sbom.components.iter().filter(|component| component.own).map(called).collect();
    sbom.map(own).unwrap_or_default()
}

/// The data is as old as its oldest database; without a database there is none.
fn advisory_data(data: &[VulnerabilityData]) -> Option<AdvisoryData> {
    if data.is_empty() {
        return None;
    }
    let days = data.iter().map(|data| data.as_of.map(day_of));
    Some(AdvisoryData { as_of: days.min().flatten() })
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// What a database says of itself. A record dated after `now` is its source's mistake and dates nothing.
fn data_of(source: &VulnerabilitySource, now: Timestamp) -> VulnerabilityData {
    let name = source.name.clone();
    let Ok(facts) = source.index.facts() else {
        return VulnerabilityData { name, as_of: None, records: 0, sources: Vec::new() };
    };
    let dated = |source: proofmark_vulndb::SourceFacts| DataSource {
        name: source.name,
        records: source.records,
        as_of: source.newest.filter(|newest| *newest <= now),
    };
    let sources: Vec<DataSource> = facts.sources.into_iter().map(dated).collect();
    let as_of = sources.iter().filter_map(|source| source.as_of).max();
    VulnerabilityData { name, as_of, records: facts.records, sources }
}

fn sbom_state(about: &SbomInput) -> SbomState {
    SbomState {
        format: about.origin.format.clone(),
        components: about.components,
        lists_top_level_dependencies: !about.top_level.is_empty(),
    }
}

fn present(files: &NamedFiles) -> BTreeMap<String, FileState> {
    let there = files.iter().filter_map(|(path, file)| Some((path.clone(), file.as_ref()?.sha256)));
    there.map(|(path, sha256)| (path, FileState { sha256 })).collect()
}

fn digests(files: &NamedFiles) -> BTreeMap<String, Option<Sha256>> {
    files.iter().map(|(path, file)| (path.clone(), file.as_ref().map(|file| file.sha256))).collect()
}

/// Inputs, evidence and result by digest, and one line that names inputs and result.
fn keep(
    order: &AssessOrder<'_>,
    assessment: &Assessment,
    result: &[u8],
    inputs: &Inputs,
    keeping: &mut dyn Keeping,
) -> Result<KeptLine, ActionError> {
    let result_sha256 = Sha256::of(result);
    let mut documents =
        vec![(inputs.dossier_sha256, inputs.dossier_bytes.as_slice()), (result_sha256, result)];
    let mut named = vec![
        LineDocument::new("dossier", &inputs.dossier_sha256),
        LineDocument::new("assessment", &result_sha256),
    ];
    if let Some(list) = &inputs.list {
        documents.push((list.about.sha256, &list.bytes));
        named.push(LineDocument::new("sbom", &list.about.sha256));
    }
    // Evidence is named by the assessment, whose digest the line holds.
    documents.extend(inputs.files.values().flatten().map(|file| (file.sha256, file.bytes.as_slice())));
    let outcome = match (assessment.gate_is_asked, assessment.gate.may_be_placed_on_the_market) {
        (false, _) => "gate not asked",
        (true, true) => "gate open",
        (true, false) => "gate closed",
    };
    let draft = LineDraft {
        subject: &assessment.subject,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: named,
        outcome: Some(outcome),
        with: order.with,
    };
    Entry::of_documents(draft, operator_of(&assessment.subject), documents).keep(keeping)
}

//! Facts laid against law: what is read before anything is concluded, and the assessment that follows from it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{
    Artefact, Beside, Component, Dossier, Place, Problem, Sbom, Sha256, VulnerabilityDecision, Weight,
};
use proofmark_law::{
    AdvisoryData, Case, FileState, GateInputs, Kept, Role, SbomState, ScopeOutcome, StateOfTheLaw, Verdict,
    gate, next_steps, readiness,
};
use proofmark_text::text;
use proofmark_vulndb::{asked_words, is_kernel};

use crate::assessment::{
    ASSESSMENT_FORMAT, Assessment, DataSource, InputDocument, SbomInput, VulnerabilityData,
};
use crate::build_facts::BuildFacts;
use crate::component_list::{ComponentList, called, component_list};
use crate::decision_lacks::say_what_lacks;
use crate::dossier_input::{DOSSIER, DossierInput, dossier_input, locate};
use crate::error::ActionError;
use crate::findings::{Findings, OfRelease, findings, idle_decisions, overruled_decisions};
use crate::kernel_facts::{KernelFacts, forget_kernel};
use crate::named_files::{NamedFiles, named_files};
use crate::of_then::OfThen;
use crate::rules_before::say_rules_gone;
use crate::stated_histories::{StatedHistories, stated_histories};
use crate::subject::subject;
use crate::triage::{OfFindings, TriageInput, apply_rules};
use crate::vulnerability_source::VulnerabilitySource;

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

/// Which release is meant, where that is said beside the dossier: by a pipeline that hands one in, or by its record.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meant {
    /// Its version.
    pub(crate) version: Option<String>,
    /// Its component list, as a path beside the dossier.
    pub(crate) sbom: Option<String>,
    /// What is shipped.
    pub(crate) artefacts: Vec<Artefact>,
    /// It is a release of before, with the files it was assessed from.
    pub(crate) of_then: Option<OfThen>,
}

impl Meant {
    /// The days of another version say nothing of this one, nor does what its kernel was built from: whether anything of that was
    /// stated.
    fn apply(&self, dossier: &mut Dossier, lacks_kernel: bool) -> bool {
        let mut forgot_kernel = lacks_kernel && forget_kernel(&mut dossier.release);
        let release = &mut dossier.release;
        if let Some(version) = self.version.as_ref().filter(|version| **version != release.version) {
            release.version.clone_from(version);
            release.placed_on_the_market_on = None;
            release.artefacts.clear();
            forgot_kernel |= forget_kernel(release);
        }
        if let Some(sbom) = &self.sbom {
            release.sbom = Some(sbom.clone());
        }
        if !self.artefacts.is_empty() {
            release.artefacts.clone_from(&self.artefacts);
        }
        forgot_kernel
    }
}

/// Everything that is read before anything is concluded.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) dossier: Dossier,
    pub(crate) dossier_bytes: Vec<u8>,
    pub(crate) dossier_sha256: Sha256,
    pub(crate) list: Option<ComponentList>,
    pub(crate) files: NamedFiles,
    notices: Vec<Problem>,
    /// What is stated of the release's kernel.
    kernel: KernelFacts,
    /// What its build wrote of its packages.
    build: BuildFacts,
    /// Histories of repositories its components come from.
    histories: StatedHistories,
    /// The makers' rules and targets for findings.
    pub(crate) triage: TriageInput,
    /// Decisions kept beside the dossier's own.
    pub(crate) decisions: Vec<VulnerabilityDecision>,
    /// What rules decided when the release was last assessed.
    pub(crate) rules_before: Vec<VulnerabilityDecision>,
}

impl Inputs {
    /// The words the databases are asked by about a component, beside its package URL: its own, and those of what stands for it
    /// where the dossier or its build states that.
    pub(crate) fn asked_words(&self, component: &Component) -> Vec<String> {
        let mut words = asked_words(component);
        let of_kernel = is_kernel(component).then(|| self.kernel.asked_as(component)).flatten();
        if let Some(stated) = of_kernel.or_else(|| self.build.asked_as(component)) {
            words.extend(asked_words(&stated));
            words.sort_unstable();
            words.dedup();
        }
        words
    }
}

/// Reads dossier, component list and the files the dossier names; everything that is wrong is told at once.
pub(crate) fn read_inputs(
    beside: &dyn Beside,
    state: &StateOfTheLaw,
    meant: &Meant,
) -> Result<Inputs, ActionError> {
    let DossierInput { declared, sha256, bytes, mut problems } = dossier_input(beside, state)?;
    let Some((mut dossier, places)) = declared else { return Err(ActionError::Refused(problems)) };
    let lacks_kernel = meant.of_then.is_some() && OfThen::lacks_kernel(&dossier.release, beside)?;
    if meant.apply(&mut dossier, lacks_kernel) {
        let says = text!("embedded-of-another-version", version = &dossier.release.version);
        problems.push(Problem::warning(Place::at("release.version"), says));
    }
    let declared = dossier.release.sbom.as_deref();
    let list = component_list(declared, &dossier.product.name, beside, &mut problems)?;
    let files = named_files(&dossier, list.as_ref(), beside)?;
    if let Some(of_then) = &meant.of_then {
        problems.extend(of_then.missing(&dossier.release.version, &files));
    }
    let kernel = KernelFacts::read(&dossier.release, &files, &mut problems);
    let build = BuildFacts::read(&dossier.release, list.as_ref(), &files, &mut problems);
    let histories = stated_histories(&dossier.release, &files, &mut problems);
    let triage = TriageInput::read(&dossier, &files, &mut problems);
    for problem in &mut problems {
        locate(problem, &places);
    }
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    Ok(Inputs {
        dossier,
        dossier_bytes: bytes,
        dossier_sha256: sha256,
        list,
        files,
        notices: problems,
        kernel,
        build,
        histories,
        triage,
        decisions: Vec::new(),
        rules_before: Vec::new(),
    })
}

/// The law's verdict. For today (UTC) clocks are judged now, for any other day at its end: its events have then happened.
fn judged(order: &AssessOrder<'_>, dossier: &Dossier, state: &StateOfTheLaw) -> Verdict {
    if order.at.to_zoned(TimeZone::UTC).date() == order.as_of {
        proofmark_law::assess_at(dossier, state, order.as_of, order.at)
    } else {
        proofmark_law::assess(dossier, state, order.as_of)
    }
}

/// What is known of the release's components with what persons decided, and whether any catalogue of exploited vulnerabilities was asked.
pub(crate) fn found_of(inputs: &Inputs, sources: &[VulnerabilitySource]) -> (Findings, bool) {
    let of_release = OfRelease { kernel: &inputs.kernel, build: &inputs.build, histories: &inputs.histories };
    let sbom = inputs.list.as_ref().map(|list| &list.sbom);
    let found = sbom
        .map(|sbom| findings(sbom, &inputs.dossier, &inputs.decisions, &of_release, sources))
        .unwrap_or_default();
    let lists_exploited =
        |source: &VulnerabilitySource| source.index.facts().is_ok_and(|facts| facts.exploited > 0);
    (found, sources.iter().any(lists_exploited))
}

/// Lays facts against law. Nothing is read or kept here.
pub(crate) fn conclude(
    order: &AssessOrder<'_>,
    inputs: &Inputs,
    sources: &[VulnerabilitySource],
    state: &StateOfTheLaw,
) -> Assessment {
    let dossier = &inputs.dossier;
    let sbom = inputs.list.as_ref().map(|list| &list.sbom);
    let (Findings { found: mut findings, unchecked, same_source, closed, informed }, catalogue) =
        found_of(inputs, sources);
    let of_findings =
        sbom.map(|sbom| OfFindings { input: &inputs.triage, dossier, sbom, catalogue, day: order.as_of });
    let (rules, told) = of_findings.map(|of| apply_rules(&mut findings, &of)).unwrap_or_default();
    let named: Vec<&str> = inputs.triage.policy.rules.iter().map(|rule| rule.id.as_str()).collect();
    say_rules_gone(&mut findings, &inputs.rules_before, &named);
    let there = inputs.files.iter().filter(|(_, file)| file.is_some()).map(|(path, _)| path.as_str());
    say_what_lacks(&mut findings, inputs.triage.policy.approval, &there.collect());
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
    notices.extend(closed);
    notices.extend(informed);
    notices.extend(told);
    notices.extend(idle_decisions(dossier, sbom, &findings));
    notices.extend(overruled_decisions(&inputs.decisions, &findings));
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
        same_source,
        rules,
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
        return VulnerabilityData { name, as_of: None, records: 0, exploited: 0, sources: Vec::new() };
    };
    let dated = |source: proofmark_vulndb::SourceFacts| DataSource {
        name: source.name,
        records: source.records,
        as_of: source.newest.filter(|newest| *newest <= now),
    };
    let sources: Vec<DataSource> = facts.sources.into_iter().map(dated).collect();
    let as_of = sources.iter().filter_map(|source| source.as_of).max();
    VulnerabilityData { name, as_of, records: facts.records, exploited: facts.exploited, sources }
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

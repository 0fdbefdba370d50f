//! The policy: read, and held against itself, the law and the files it names, with every problem at its place.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_facts::{
    Beside, ComponentRule, GatePolicy, GateRule, Place, Problem, Sbom, SbomRule, Sha256, Weight,
};
use proofmark_formats::{EndOfLife, LicenceList, Places, ReadGatePolicy, read_end_of_life, read_gate_policy};
use proofmark_law::judge_sbom;
use proofmark_text::{Text, text};

use super::sbom_rules::guideline_of;
use crate::assessment::InputDocument;
use crate::error::ActionError;

/// The policy's usual name beside the dossier.
pub const POLICY: &str = "gate.toml";

/// The name of the Regulation's own rule.
pub(super) const LAW_RULE: &str = "annex-i-part-i-2-a";

/// A policy's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFile {
    /// Its name as reports give it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Beginnings of names that are kept for the law's own rules.
const OF_THE_LAW: [&str; 2] = ["annex-", "article-"];

/// A policy that can be used.
#[derive(Debug, Default)]
pub(super) struct PolicyInput {
    pub(super) policy: GatePolicy,
    pub(super) about: Option<InputDocument>,
    /// Each file of end-of-life data, in the policy's order, with the day it was true on.
    pub(super) end_of_life: Vec<EndOfLife>,
    pub(super) notices: Vec<Problem>,
}

/// Reads a policy. Everything that is wrong is told at once; the digests of the files it names are noted.
pub(super) fn policy_input(
    file: &PolicyFile,
    beside: &dyn Beside,
    read: &mut BTreeMap<String, Option<Sha256>>,
) -> Result<PolicyInput, ActionError> {
    let found = read_gate_policy(&file.bytes).in_file(&file.name);
    let Some(ReadGatePolicy { policy, places }) = found.value else {
        return Err(ActionError::Refused(found.problems));
    };
    let mut problems = Found { problems: found.problems, places: &places, file: &file.name };
    rules(&policy, &mut problems);
    waivers(&policy, &mut problems);
    let end_of_life = end_of_life(&policy, beside, read, &mut problems)?;
    let problems = problems.problems;
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    let about = InputDocument { name: file.name.clone(), sha256: Sha256::of(&file.bytes) };
    Ok(PolicyInput { policy, about: Some(about), end_of_life, notices: problems })
}

/// Problems, each put at its place.
struct Found<'a> {
    problems: Vec<Problem>,
    places: &'a Places,
    file: &'a str,
}

impl Found<'_> {
    fn error(&mut self, path: String, says: Text) {
        let mut problem = Problem::error(Place::at(path), says);
        self.places.locate(&mut problem);
        problem.place.file = Some(self.file.to_owned());
        self.problems.push(problem);
    }
}

/// Every rule with the path of its table.
fn every_rule(policy: &GatePolicy) -> Vec<(String, &GateRule)> {
    fn of<'a, T>(list: &'a [T], name: &str, rule: fn(&'a T) -> &'a GateRule) -> Vec<(String, &'a GateRule)> {
        list.iter().enumerate().map(|(index, one)| (format!("{name}[{index}]"), rule(one))).collect()
    }
    [
        of(&policy.findings, "findings", |one| &one.rule),
        of(&policy.decisions, "decisions", |one| &one.rule),
        of(&policy.sbom, "sbom", |one| &one.rule),
        of(&policy.signatures, "signatures", |one| &one.rule),
        of(&policy.components, "components", |one| &one.rule),
        of(&policy.licences, "licences", |one| &one.rule),
        of(&policy.data, "data", |one| &one.rule),
    ]
    .concat()
}

fn rules(policy: &GatePolicy, found: &mut Found<'_>) {
    let mut seen = std::collections::BTreeSet::new();
    for (path, rule) in every_rule(policy) {
        if OF_THE_LAW.iter().any(|beginning| rule.id.starts_with(beginning)) {
            found.error(format!("{path}.id"), text!("gate-rule-of-the-law", id = &rule.id));
        } else if !seen.insert(&rule.id) {
            found.error(format!("{path}.id"), text!("gate-rule-twice", id = &rule.id));
        }
    }
    for (index, rule) in policy.sbom.iter().enumerate() {
        guideline(rule, &format!("sbom[{index}]"), found);
    }
    for (index, rule) in policy.licences.iter().enumerate() {
        for (key, list) in [("allowed", &rule.allowed), ("denied", &rule.denied)] {
            if let Err(says) = LicenceList::read(list) {
                found.error(format!("licences[{index}].{key}"), says);
            }
        }
    }
    let asks = |rule: &ComponentRule| rule.end_of_life_within_days.is_some();
    if policy.end_of_life.is_empty()
        && let Some(index) = policy.components.iter().position(asks)
    {
        let path = format!("components[{index}].end_of_life_within_days");
        found.error(path, text!("gate-end-of-life-none"));
    }
}

fn guideline(rule: &SbomRule, path: &str, found: &mut Found<'_>) {
    let Some(guideline) = guideline_of(&rule.guideline) else {
        found.error(format!("{path}.guideline"), text!("gate-guideline-unknown", written = &rule.guideline));
        return;
    };
    // What a guideline asks for is the same of every document, be it empty.
    let judged = judge_sbom(&Sbom::default(), 0);
    let known: Vec<&str> = judged
        .guidelines
        .iter()
        .filter(|answer| answer.guideline == guideline)
        .flat_map(|answer| answer.checks.iter().map(|check| check.id))
        .collect();
    for (index, check) in rule.checks.iter().enumerate() {
        if !known.contains(&check.as_str()) {
            let says = text!("gate-check-unknown", written = check, known = known.join(", "));
            found.error(format!("{path}.checks[{index}]"), says);
        }
    }
}

fn waivers(policy: &GatePolicy, found: &mut Found<'_>) {
    let rules = every_rule(policy);
    for (index, waiver) in policy.waivers.iter().enumerate() {
        let path = format!("waivers[{index}].rule");
        if OF_THE_LAW.iter().any(|beginning| waiver.rule.starts_with(beginning)) {
            found.error(path, text!("gate-waiver-of-the-law", rule = LAW_RULE));
        } else if !rules.iter().any(|(_, rule)| rule.id == waiver.rule) {
            found.error(path, text!("gate-waiver-rule-unknown", rule = &waiver.rule));
        }
    }
}

fn end_of_life(
    policy: &GatePolicy,
    beside: &dyn Beside,
    read: &mut BTreeMap<String, Option<Sha256>>,
    found: &mut Found<'_>,
) -> Result<Vec<EndOfLife>, ActionError> {
    let mut files = Vec::new();
    for (index, named) in policy.end_of_life.iter().enumerate() {
        let path = format!("end_of_life[{index}].file");
        let bytes = beside.read(&named.file)?;
        read.insert(named.file.clone(), bytes.as_deref().map(Sha256::of));
        let Some(bytes) = bytes else {
            found.error(path, text!("gate-end-of-life-not-there", file = &named.file));
            continue;
        };
        match read_end_of_life(&bytes).value {
            Some(file) => files.push(EndOfLife { as_of: dated(file.as_of, named.as_of), ..file }),
            None => found.error(path, text!("gate-end-of-life-unreadable")),
        }
    }
    Ok(files)
}

/// What the file says of its own day stands before what the policy says of it.
fn dated(by_file: Option<Date>, by_policy: Option<Date>) -> Option<Date> {
    by_file.or(by_policy)
}

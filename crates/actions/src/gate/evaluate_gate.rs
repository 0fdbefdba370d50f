//! Evaluates the gate: the Regulation's rule, then the manufacturer's. Nothing is kept: whoever has the same files gets the same
//! verdict.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use proofmark_facts::{Beside, GateLevel, GateRule, Paths, Sbom, Sha256};
use proofmark_formats::{LicenceList, Limits, read_dossier, read_sbom};
use proofmark_law::{Block, Citation, SbomJudgement, StateOfTheLaw, judge_sbom};

use super::component_rules::{Support, components_hit};
use super::data_rules::{DataDays, data_too_old};
use super::decision_rules::decisions_hit;
use super::finding_rules::{about, findings_hit};
use super::gate_verdict::{
    GATE_FORMAT, GateBasis, GateHit, GateOutcome, GateVerdict, HitPlace, RuleOutcome, RuleSource,
};
use super::licence_rules::{ReadLicenceRule, licences_hit};
use super::lines::lines_of;
use super::policy_input::{LAW_RULE, POLICY, PolicyFile, PolicyInput, policy_input};
use super::sbom_rules::sbom_hits;
use super::signature_rules::{SignedList, signatures_missing};
use super::waivers::waive;
use crate::assess::OpenSources;
use crate::assessment::{Assessment, InputDocument};
use crate::component_list::ComponentList;
use crate::conclusion::{AssessOrder, Inputs, Meant, conclude, read_inputs};
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::vulnerability_source::VulnerabilitySource;

/// The most steps of a path that are told of a hit: with thousands of hits deep in a long chain they would be millions.
const MOST_STEPS: usize = 32;

/// Evaluates the gate by this policy, else by the one beside the dossier, else by the Regulation alone. When an input cannot be
/// used there is no verdict.
pub fn evaluate_gate(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
    policy: Option<PolicyFile>,
) -> Result<GateVerdict, ActionError> {
    let policy = match policy {
        Some(policy) => Some(policy),
        None => beside.read(POLICY)?.map(|bytes| PolicyFile { name: POLICY.to_owned(), bytes }),
    };
    let mut files = BTreeMap::new();
    let input = match &policy {
        Some(file) => policy_input(file, beside, &mut files)?,
        None => PolicyInput::default(),
    };
    let inputs = read_inputs(beside, state, &Meant::default())?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let whole = whole_list(&input, inputs.list.as_ref());
    let asked =
        Asked { input: &input, inputs: &inputs, assessment: &assessment, list: whole.as_ref(), at: order.at };
    let mut rules = vec![of_the_law(&assessment)];
    rules.extend(asked.of_the_policy(beside, &mut files)?);
    let waivers = waive(&mut rules, &input.policy.waivers, order.as_of);
    rules.iter_mut().filter(|rule| rule.source == RuleSource::Policy).for_each(RuleOutcome::settle);
    place(&mut rules, inputs.list.as_ref());
    let mut notices = input.notices.clone();
    notices.extend(assessment.notices.iter().cloned());
    Ok(GateVerdict {
        proofmark_gate: GATE_FORMAT,
        subject: assessment.subject.clone(),
        operator: assessment.operator.clone(),
        product: assessment.product.clone(),
        release: assessment.release.clone(),
        passed: !rules.iter().any(|rule| rule.outcome == GateOutcome::Blocked),
        rules,
        waivers,
        rests_on: basis(order, &input, &assessment, &sources, files),
        notices,
    })
}

/// The bill of materials with everything it says, where a rule asks for that.
fn whole_list(input: &PolicyInput, list: Option<&ComponentList>) -> Option<Sbom> {
    let asks_signature = input.policy.signatures.iter().any(|rule| rule.sbom_carries_signature);
    if input.policy.sbom.is_empty() && !asks_signature {
        return None;
    }
    let list = list?;
    read_sbom(&list.about.name, &list.bytes, &Limits::default().whole()).value
}

fn basis(
    order: &AssessOrder<'_>,
    input: &PolicyInput,
    assessment: &Assessment,
    sources: &[VulnerabilitySource],
    mut files: BTreeMap<String, Option<Sha256>>,
) -> GateBasis {
    let built_from =
        |source: &VulnerabilitySource| source.index.facts().map(|facts| facts.built_from).unwrap_or_default();
    files.extend(assessment.files.clone());
    GateBasis {
        judged_at: order.at,
        as_of: order.as_of,
        judged_with: order.with.to_owned(),
        state_of_the_law: assessment.verdict.state.clone(),
        dossier: assessment.dossier.clone(),
        policy: input.about.clone(),
        sbom: assessment
            .sbom
            .as_ref()
            .map(|sbom| InputDocument { name: sbom.name.clone(), sha256: sbom.sha256 }),
        files,
        vulnerability_data: assessment.vulnerability_data.clone(),
        vulnerability_data_built_from: sources.iter().map(built_from).collect(),
        findings: assessment.findings.len(),
    }
}

/// The Regulation's own rule. No policy reaches it: what it blocks is cleared by decisions in the dossier.
fn of_the_law(assessment: &Assessment) -> RuleOutcome {
    let known: HashMap<(&str, &str), usize> = assessment
        .findings
        .iter()
        .enumerate()
        .map(|(index, finding)| ((finding.component.as_str(), finding.vulnerability.id.as_str()), index))
        .collect();
    let hit = |block: &Block| {
        let names = block.component.as_deref().zip(block.vulnerability.as_deref());
        let finding = names.and_then(|names| known.get(&names)).map(|index| &assessment.findings[*index]);
        let hit = finding.map(about).unwrap_or_default();
        GateHit { component: block.component.clone(), says: Some(block.reason.says.clone()), ..hit }
    };
    let hits: Vec<GateHit> = assessment.gate.blocked_by.iter().map(hit).collect();
    let outcome = match (assessment.gate_is_asked, hits.is_empty()) {
        (false, _) => GateOutcome::NotAsked,
        (true, true) => GateOutcome::Passed,
        (true, false) => GateOutcome::Blocked,
    };
    let because = proofmark_text::text!("gate-law-because").to_string();
    RuleOutcome {
        rule: GateRule { id: LAW_RULE.to_owned(), level: GateLevel::Block, because },
        source: RuleSource::Regulation,
        cites: Some(Citation::annex("I").part("I").point("2").letter("a")),
        outcome,
        hits,
    }
}

/// What the manufacturer's rules are held against.
struct Asked<'a> {
    input: &'a PolicyInput,
    inputs: &'a Inputs,
    assessment: &'a Assessment,
    /// The bill of materials with everything it says.
    list: Option<&'a Sbom>,
    at: Timestamp,
}

impl Asked<'_> {
    fn of_the_policy(
        &self,
        beside: &dyn Beside,
        files: &mut BTreeMap<String, Option<Sha256>>,
    ) -> Result<Vec<RuleOutcome>, ActionError> {
        let (policy, day) = (&self.input.policy, self.assessment.as_of);
        let mut rules = Vec::new();
        let mut put = |rule: &GateRule, hits| rules.push(RuleOutcome::of_policy(rule, hits));
        for rule in &policy.findings {
            put(&rule.rule, findings_hit(rule, &self.assessment.findings, day));
        }
        let places = read_dossier(&self.inputs.dossier_bytes).value.map(|read| read.places);
        let line = |path: &str| {
            let found = places.as_ref().and_then(|places| places.resolve(path));
            let before = found.and_then(|found| self.inputs.dossier_bytes.get(..found.start));
            before.map_or(1, |before| before.split(|byte| *byte == b'\n').count())
        };
        for rule in &policy.decisions {
            put(&rule.rule, decisions_hit(rule, &self.inputs.dossier.vulnerability_decisions, day, &line));
        }
        let judgement: Option<SbomJudgement> =
            self.list.filter(|_| !policy.sbom.is_empty()).map(|list| judge_sbom(list, 0));
        for rule in &policy.sbom {
            put(&rule.rule, sbom_hits(rule, judgement.as_ref(), self.list_file()));
        }
        for rule in &policy.signatures {
            let says = self.list.and_then(|list| list.particulars.as_ref());
            let list = SignedList {
                file: self.inputs.list.as_ref().map(|list| list.about.name.as_str()),
                carries_signature: says.is_some_and(|says| says.signed),
            };
            put(&rule.rule, signatures_missing(rule, list, beside, self.at, files)?);
        }
        self.of_components(&mut put);
        let days = self.data_days();
        for rule in &policy.data {
            put(&rule.rule, data_too_old(rule, &days));
        }
        Ok(rules)
    }

    fn of_components(&self, put: &mut dyn FnMut(&GateRule, Vec<GateHit>)) {
        let policy = &self.input.policy;
        let empty = Sbom::default();
        let sbom = self.inputs.list.as_ref().map_or(&empty, |list| &list.sbom);
        let paths = Paths::of(sbom);
        let with_paths = |hits: Vec<(usize, GateHit)>| {
            let with_path = |(index, hit)| {
                let path = paths.to(index).into_iter().map(proofmark_facts::Component::called);
                GateHit { path: path.collect(), ..hit }
            };
            hits.into_iter().map(with_path).map(shortened).collect()
        };
        let patterns = policy.end_of_life.iter().map(|file| &file.components[..]);
        let files: Vec<_> = patterns.zip(self.input.end_of_life.iter().cloned()).collect();
        let declared = &self.inputs.dossier.support_period.components_without_support;
        let support = Support { declared, files: &files, day: self.assessment.as_of };
        for rule in &policy.components {
            put(&rule.rule, with_paths(components_hit(rule, &sbom.components, support)));
        }
        for rule in &policy.licences {
            let list = |entries: &[String]| LicenceList::read(entries).unwrap_or_default();
            let allowed = (!rule.allowed.is_empty()).then(|| list(&rule.allowed));
            let read = ReadLicenceRule { rule, allowed, denied: list(&rule.denied) };
            put(&rule.rule, with_paths(licences_hit(&read, &sbom.components, sbom.subject)));
        }
    }

    fn data_days(&self) -> DataDays {
        let data = &self.assessment.vulnerability_data;
        // The data are as old as the oldest of them; one that is undated dates nothing.
        let oldest = data.iter().map(|data| data.as_of).min().flatten();
        let named = self.input.policy.end_of_life.iter().map(|file| file.file.clone());
        let made_at = self.inputs.list.as_ref().and_then(|list| list.about.origin.created_at);
        DataDays {
            advisories: oldest.map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date()),
            end_of_life: named.zip(self.input.end_of_life.iter().map(|file| file.as_of)).collect(),
            sbom: (self.list_file().to_owned(), made_at),
            day: self.assessment.as_of,
        }
    }

    fn list_file(&self) -> &str {
        self.inputs.list.as_ref().map_or(DOSSIER, |list| &list.about.name)
    }
}

/// The ends of a path say where something comes from; the middle of a long one is left out.
fn shortened(mut hit: GateHit) -> GateHit {
    if hit.path.len() > MOST_STEPS {
        let rest = hit.path.split_off(hit.path.len() - MOST_STEPS / 2);
        hit.path.truncate(MOST_STEPS / 2);
        hit.path.push("…".to_owned());
        hit.path.extend(rest);
    }
    hit
}

/// Gives every hit that has none a place: of a component, its line in the bill of materials; else the dossier.
fn place(rules: &mut [RuleOutcome], list: Option<&ComponentList>) {
    let mut wanted: Vec<String> = rules
        .iter()
        .flat_map(|rule| &rule.hits)
        .filter(|hit| hit.place.file.is_empty())
        .filter_map(|hit| hit.component.clone())
        .collect();
    wanted.sort();
    wanted.dedup();
    let lines: HashMap<String, usize> = list.map_or_else(HashMap::new, |list| {
        let components = list.sbom.components.iter().map(|component| (component.called(), component));
        let by_name: HashMap<String, _> = components.collect();
        let named: Vec<(&str, &str, &str)> = wanted
            .iter()
            .filter_map(|called| {
                let component = by_name.get(called)?;
                Some((
                    called.as_str(),
                    component.name.as_str(),
                    component.version.as_deref().unwrap_or_default(),
                ))
            })
            .collect();
        lines_of(&list.bytes, &named).into_iter().map(|(called, line)| (called.to_owned(), line)).collect()
    });
    for hit in rules.iter_mut().flat_map(|rule| &mut rule.hits) {
        if hit.path.len() > MOST_STEPS {
            *hit = shortened(std::mem::take(hit));
        }
        if hit.place.file.is_empty() {
            let file = list.filter(|_| hit.component.is_some()).map_or(DOSSIER, |list| &list.about.name);
            let line = hit.component.as_ref().and_then(|called| lines.get(called)).copied();
            hit.place = HitPlace { file: file.to_owned(), line: line.unwrap_or(1) };
        }
    }
}

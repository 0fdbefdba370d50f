//! Submits a release: the one call of a pipeline. Files in, kept and assessed in one change; verdict and evidence out.

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{
    ActorKind, DecisionRecord, Place, Problem, RecordWrite, SbomReceipt, Sha256, SystemOfRecord,
    VulnerabilityDecision, Weight,
};
use proofmark_formats::{Limits, read_vex as read_statements};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use crate::again_when_moved::again_when_moved;
use crate::assess::Assessed;
use crate::conclusion::{AssessOrder, Meant};
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::keep_assessment::FurtherDocument;
use crate::products::assess_files::{FilesToAssess, OpenKeptSources, assess_files};
use crate::products::change_order::ChangeOrder;
use crate::products::handed_file::{HandedFile, MOST_FILES, problems_of};
use crate::products::keep_files::{HandedOver, Target, refused, target};
use crate::products::kept_inputs::KeptInputs;
use crate::products::own_list::ListGround;
use crate::products::submission::{MOST_ARTEFACTS, Receipt, ReceivedFile, Submission};
use crate::record::{kept_noun, written};

/// The receipt's form.
const RECEIPT_FORMAT: u32 = 1;

/// The most statements of a VEX document that are taken with one submission.
const MOST_STATEMENTS: usize = 1000;

/// The longest version of a release, in bytes.
const LONGEST_VERSION: usize = 200;

/// Who submits, for which product and day.
#[derive(Debug, Clone, Copy)]
pub struct SubmitOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The day the answer is for.
    pub as_of: Date,
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id; `None`: the product the handed dossier is about, which may be new.
    pub product: Option<&'a str>,
}

/// What came of a submission.
#[derive(Debug, Clone)]
pub struct Submitted {
    /// The product's id.
    pub product: String,
    /// The verdict.
    pub assessed: Assessed,
    /// The assessment's digest: by it the evidence is found again.
    pub evidence: Sha256,
    /// Statements that would dismiss a finding: they do not count before a second person approved them.
    pub to_approve: Vec<VulnerabilityDecision>,
}

/// Keeps what was handed in and assesses it, in one change with one line. Nothing is kept where anything is refused.
pub fn submit_release(
    order: &SubmitOrder<'_>,
    submission: &Submission,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Submitted, ActionError> {
    let files = files_of(submission);
    let mut problems = problems_of(&files);
    problems.extend(out_of_bounds(submission));
    let statements = match &submission.vex {
        Some(vex) => read_vex(vex, &mut problems),
        None => Vec::new(),
    };
    if !problems.is_empty() {
        return Err(ActionError::Refused(problems));
    }
    let submitter = Submitter { order, submission, statements, open_sources, state };
    again_when_moved(|| submitter.attempt(files.clone(), keeping))
}

/// Every file of the submission under its path; the component list's is settled once the dossier was read.
fn files_of(submission: &Submission) -> Vec<HandedFile> {
    let dossier = submission
        .dossier
        .as_ref()
        .map(|bytes| HandedFile { path: DOSSIER.to_owned(), bytes: bytes.clone() });
    let single = [submission.sbom.clone(), submission.vex.clone(), dossier];
    submission.files.iter().cloned().chain(single.into_iter().flatten()).collect()
}

fn out_of_bounds(submission: &Submission) -> Vec<Problem> {
    let mut says = Vec::new();
    if submission.artefacts.len() > MOST_ARTEFACTS {
        says.push(text!("record-too-many-artefacts", most = MOST_ARTEFACTS));
    }
    let version = submission.release.as_deref();
    let fits = |version: &str| {
        !version.trim().is_empty()
            && version.len() <= LONGEST_VERSION
            && !version.chars().any(|letter| letter.is_control() || turns_lines(letter))
            && !matches!(version.trim(), "." | "..")
    };
    if version.is_some_and(|version| !fits(version)) {
        says.push(text!("record-version-refused", most = LONGEST_VERSION));
    }
    says.into_iter().map(|says| Problem::error(Place::at("release"), says)).collect()
}

/// Signs nobody sees that turn the direction of what follows (Unicode Standard Annex 9): a version with one reads as another.
fn turns_lines(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn read_vex(vex: &HandedFile, problems: &mut Vec<Problem>) -> Vec<VulnerabilityDecision> {
    let read = read_statements(&vex.path, &vex.bytes, &Limits::default());
    // What is only worth knowing does not hinder a release.
    problems.extend(read.problems.into_iter().filter(|problem| problem.weight == Weight::Error));
    let statements = read.value.map(|document| document.decisions()).unwrap_or_default();
    if statements.len() > MOST_STATEMENTS {
        let place = Place { file: Some(vex.path.clone()), ..Place::default() };
        problems.push(Problem::error(place, text!("record-too-many-statements", most = MOST_STATEMENTS)));
    }
    statements
}

struct Submitter<'a> {
    order: &'a SubmitOrder<'a>,
    submission: &'a Submission,
    statements: Vec<VulnerabilityDecision>,
    open_sources: &'a OpenKeptSources<'a>,
    state: &'a StateOfTheLaw,
}

impl Submitter<'_> {
    fn attempt(
        &self,
        files: Vec<HandedFile>,
        keeping: &mut dyn SystemOfRecord,
    ) -> Result<Submitted, ActionError> {
        let SubmitOrder { change, as_of, operator, product } = *self.order;
        let complete = self.submission.complete;
        let handed = HandedOver { files: &files, complete };
        let target = target(change, operator, product, handed, self.state, keeping)?;
        let (files, mut meant) = self.settled(files, &target);
        let own = self.own_list(&target, &files, keeping)?;
        if let Some(list) = &own {
            meant.sbom = Some(list.name.clone());
        }
        // Once more: the dossier names the list's path, and could name another file's.
        let problems = problems_of(&files);
        if !problems.is_empty() {
            return Err(ActionError::Refused(problems));
        }
        self.demand(&target, &files)?;
        let count = if complete { files.len() } else { target.files_after(&files).len() };
        if count > MOST_FILES {
            return Err(refused(text!("record-too-many-files", most = MOST_FILES)));
        }
        let receipt = self.receipt(&files, &target.subject);
        let (decisions, to_approve) = self.decisions();
        let order = AssessOrder { by: &change.by.name, with: change.with, at: change.at, as_of };
        let asked = FilesToAssess {
            order: &order,
            operator,
            product: target.kept.as_ref(),
            inputs: KeptInputs::OfProduct(own.map(|list| (list.name, list.sha256)).into_iter().collect()),
            handed: &files,
            complete,
            more: vec![FurtherDocument { role: "submission", sha256: Sha256::of(&receipt), bytes: &receipt }],
            meant,
            records: self.writes(&decisions, &target.id, keeping)?,
            decisions,
            rescan: false,
            of_earlier: false,
            open_sources: self.open_sources,
            state: self.state,
        };
        let (assessed, _) = assess_files(asked, keeping)?;
        let evidence = Sha256::of(&assessed.bytes);
        Ok(Submitted { product: target.id, assessed, evidence, to_approve })
    }

    fn demand(&self, target: &Target, files: &[HandedFile]) -> Result<(), ActionError> {
        let SubmitOrder { change, operator, .. } = *self.order;
        if !target.leaves_dossier(files) || self.submission.complete && target.loses_any(files) {
            change.demand(Right::KeepDossier, operator, Some(&target.id))?;
        }
        change.demand(Right::HandIn, operator, Some(&target.id))
    }

    /// The component list lies where the dossier looks for it.
    fn settled(&self, mut files: Vec<HandedFile>, target: &Target) -> (Vec<HandedFile>, Meant) {
        let mut meant = Meant {
            version: self.submission.release.clone(),
            sbom: None,
            artefacts: self.submission.artefacts.iter().map(Into::into).collect(),
            of_then: None,
        };
        if let Some(sbom) = &self.submission.sbom {
            let path = target.declared_sbom.clone().unwrap_or_else(|| sbom.path.clone());
            if let Some(file) = files.iter_mut().find(|file| file.path == sbom.path) {
                file.path.clone_from(&path);
            }
            meant.sbom = Some(path);
        }
        (files, meant)
    }

    /// Where no list is handed in, the release's own is read, whatever lies in its place. A release that only the call
    /// names and that has none is not given another's.
    fn own_list(
        &self,
        target: &Target,
        files: &[HandedFile],
        keeping: &dyn SystemOfRecord,
    ) -> Result<Option<SbomReceipt>, ActionError> {
        let Submission { sbom, release, complete, .. } = self.submission;
        let Some(product) = target.kept.as_ref().map(|kept| &kept.noun) else { return Ok(None) };
        let ground = ListGround {
            operator: self.order.operator,
            product: &target.id,
            files: &product.files,
            declared: target.declared_sbom.as_deref(),
        };
        if sbom.is_some() || *complete || files.iter().any(|file| ground.is_list(&file.path)) {
            return Ok(None);
        }
        let version = release.as_ref().unwrap_or(&target.version);
        if *version != target.version && ground.is_anothers(version, keeping)? {
            return Err(refused(text!("record-list-of-another", version = version)));
        }
        ground.own_list(version, keeping)
    }

    fn receipt(&self, files: &[HandedFile], subject: &str) -> Vec<u8> {
        let ChangeOrder { by, at, .. } = self.order.change;
        let file = |file: &'_ HandedFile| file.sha256();
        let receipt = Receipt {
            proofmark_submission: RECEIPT_FORMAT,
            subject,
            release: self.submission.release.as_deref(),
            received_at: at,
            received_from: &by.name,
            files: files.iter().map(|one| ReceivedFile { path: &one.path, sha256: file(one) }).collect(),
            artefacts: &self.submission.artefacts,
        };
        receipt.to_bytes()
    }

    /// Statements that count now, and those that dismiss: a pipeline is not two persons.
    fn decisions(&self) -> (Vec<VulnerabilityDecision>, Vec<VulnerabilityDecision>) {
        let local = self.order.change.by.kind == ActorKind::Local;
        let counts = |one: &VulnerabilityDecision| local || !one.dismisses();
        self.statements.iter().cloned().partition(counts)
    }

    /// The statements that count as decisions of the record, where they are not there already.
    fn writes(
        &self,
        decisions: &[VulnerabilityDecision],
        product: &str,
        keeping: &dyn SystemOfRecord,
    ) -> Result<Vec<RecordWrite>, ActionError> {
        let operator = self.order.operator;
        let mut writes: Vec<RecordWrite> = Vec::new();
        for decision in decisions {
            let record = self.record(decision, product);
            let id = proofmark_facts::Noun::id(&record);
            let kept = kept_noun::<DecisionRecord>(keeping, operator, &id)?;
            let same = |kept: &DecisionRecord| {
                (kept.status, kept.justification, &kept.because)
                    == (record.status, record.justification, &record.because)
            };
            let written_already = writes.iter().any(|write| write.key.id == id);
            if !written_already && kept.as_ref().is_none_or(|kept| !same(&kept.noun)) {
                writes.push(written(operator, &record, kept.map(|kept| kept.sha256)));
            }
        }
        Ok(writes)
    }

    fn record(&self, decision: &VulnerabilityDecision, product: &str) -> DecisionRecord {
        let ChangeOrder { by, at, .. } = self.order.change;
        DecisionRecord {
            product: product.to_owned(),
            vulnerability: decision.vulnerability.clone(),
            component: decision.component.clone(),
            status: decision.status,
            justification: decision.justification,
            because: decision.because.clone(),
            risk_accepted: false,
            decided_by: decision.decided_by.clone().unwrap_or_else(|| by.name.clone()),
            decided_at: at,
            approved_by: None,
            expires_on: None,
            via: Vec::new(),
            mitigation: None,
            evidence: Vec::new(),
        }
    }
}

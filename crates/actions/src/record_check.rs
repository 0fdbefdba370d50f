//! Records the check of a supplier: judges the checklist, keeps what it rests on, and writes one line of the ledger.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Beside, Dossier, Keeping, KeptLine, Problem, Sha256, Weight};
use proofmark_law::{
    FileState, Role, RoleOutcome, ScopeOutcome, StateName, StateOfTheLaw, SupplierCheckOutcome,
    SupplierCheckVerdict, Verdict, calendar::FULL_APPLICATION, supplier_check,
};
use proofmark_trust::SignerKey;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::InputDocument;
use crate::dossier_input::{DOSSIER, DossierInput, dossier_input, locate};
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::named_files::{NamedFiles, named_files};
use crate::seal::{seal, still_as_sealed};
use crate::subject::{operator_of, subject};

/// The action's name in the ledger.
const ACTION: &str = "check-supplier";

/// The version of the result's form.
const CHECK_FORMAT: u32 = 1;

/// Who asks for the check, when, and for which day.
#[derive(Debug, Clone, Copy)]
pub struct CheckOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The day the answer is for.
    pub on: Date,
}

/// The answer to a check, as it is kept and printed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckResult {
    /// The form's version.
    pub proofmark_check: u32,
    /// Operator and product in one word, as the ledger names them.
    pub subject: String,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// When the check was recorded.
    pub recorded_at: Timestamp,
    /// Who had it recorded.
    pub recorded_by: String,
    /// The day the answer is for.
    pub on: Date,
    /// The day from which the law asks for the check.
    pub asked_from: Date,
    /// The state of the law it was reached under.
    pub state: StateName,
    /// The dossier that was read.
    pub dossier: InputDocument,
    /// Files the dossier names, by the path it names them by; `None`: it is not there.
    pub files: BTreeMap<String, Option<Sha256>>,
    /// Who checked, as the dossier says.
    pub checked_by: Option<String>,
    /// On which day, as the dossier says.
    pub checked_on: Option<Date>,
    /// Which unit, batch or version, as the dossier says.
    pub covers: Option<String>,
    /// The operator's role.
    pub role: RoleOutcome,
    /// Whether the Regulation applies to the product.
    pub scope: ScopeOutcome,
    /// The checklist; absent where the Regulation asks none of this operator for this product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<SupplierCheckVerdict>,
    /// What was noticed in the inputs.
    pub notices: Vec<Problem>,
}

/// The answer in a word, as exit code and ledger give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckAnswer {
    /// The product may be passed on.
    May,
    /// It must not.
    MustNot,
    /// It cannot be decided.
    Open,
    /// The Regulation asks no such check of this operator for this product.
    NotAsked,
}

impl CheckResult {
    /// The answer in a word. While scope or role is open, so is the answer.
    pub fn answer(&self) -> CheckAnswer {
        if matches!(self.role, RoleOutcome::Undetermined { .. }) {
            return CheckAnswer::Open;
        }
        match (&self.check, &self.scope) {
            (None, _) => CheckAnswer::NotAsked,
            (Some(check), _) if check.outcome == SupplierCheckOutcome::MustNot => CheckAnswer::MustNot,
            (Some(_), ScopeOutcome::Undetermined { .. }) => CheckAnswer::Open,
            (Some(check), _) if check.outcome == SupplierCheckOutcome::May => CheckAnswer::May,
            _ => CheckAnswer::Open,
        }
    }

    /// The result as it is kept: JSON.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a result becomes JSON");
        bytes.push(b'\n');
        bytes
    }
}

/// Judges the supplier's checklist and, where there is one, keeps it with dossier and evidence.
///
/// For an operator without a checklist nothing is kept and no line is written: nothing was done. When the dossier
/// cannot be used nothing is kept either, and the place to keep things is not even opened.
pub fn record_check<K: Keeping>(
    order: &CheckOrder<'_>,
    beside: &dyn Beside,
    state: &StateOfTheLaw,
    open_keeping: impl FnOnce() -> Result<(K, SignerKey), ActionError>,
) -> Result<CheckResult, ActionError> {
    let judged = judge_check(order, beside, state)?;
    if judged.result.check.is_some() {
        let (mut keeping, signer) = open_keeping()?;
        still_as_sealed(&keeping, &signer)?;
        let line = keep_check(order, &judged, &mut keeping)?;
        seal(&mut keeping, &signer, line.index + 1)?;
    }
    Ok(judged.result)
}

/// A judged checklist with what it rests on.
#[derive(Debug)]
pub(crate) struct JudgedCheck {
    pub(crate) result: CheckResult,
    dossier: Vec<u8>,
    files: NamedFiles,
}

/// Judges the supplier's checklist. Nothing is kept here.
pub(crate) fn judge_check(
    order: &CheckOrder<'_>,
    beside: &dyn Beside,
    state: &StateOfTheLaw,
) -> Result<JudgedCheck, ActionError> {
    let DossierInput { declared, sha256, bytes, mut problems } = dossier_input(beside, state)?;
    let Some((dossier, places)) = declared else { return Err(ActionError::Refused(problems)) };
    for problem in &mut problems {
        locate(problem, &places);
    }
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    let files = named_files(&dossier, None, beside)?;
    let verdict = proofmark_law::assess(&dossier, state, order.on);
    let result = conclude(order, &dossier, sha256, &files, verdict, problems);
    Ok(JudgedCheck { result, dossier: bytes, files })
}

fn conclude(
    order: &CheckOrder<'_>,
    dossier: &Dossier,
    sha256: Sha256,
    files: &NamedFiles,
    verdict: Verdict,
    notices: Vec<Problem>,
) -> CheckResult {
    let there = files.iter().filter_map(|(path, file)| Some((path.clone(), file.as_ref()?.sha256)));
    let there: BTreeMap<String, FileState> =
        there.map(|(path, sha256)| (path, FileState { sha256 })).collect();
    let role = verdict.role.role().unwrap_or(Role::None);
    // The verdict knows whether there is a checklist; with the files at hand it is judged again.
    let check = verdict.supplier_check.and_then(|_| supplier_check(dossier, role, order.on, Some(&there)));
    let declared = dossier.supplier_check.as_ref();
    CheckResult {
        proofmark_check: CHECK_FORMAT,
        subject: subject(&dossier.operator.name, &dossier.product.name),
        operator: dossier.operator.name.clone(),
        product: dossier.product.name.clone(),
        release: dossier.release.version.clone(),
        recorded_at: order.at,
        recorded_by: order.by.to_owned(),
        on: order.on,
        asked_from: FULL_APPLICATION,
        state: verdict.state,
        dossier: InputDocument { name: DOSSIER.to_owned(), sha256 },
        files: files
            .iter()
            .map(|(path, file)| (path.clone(), file.as_ref().map(|file| file.sha256)))
            .collect(),
        checked_by: declared.and_then(|check| check.checked_by.clone()),
        checked_on: declared.and_then(|check| check.checked_on),
        covers: declared.and_then(|check| check.covers.clone()),
        role: verdict.role.outcome,
        scope: verdict.scope.outcome,
        check,
        notices,
    }
}

/// Dossier, evidence and result by digest, and one line that names dossier and result.
pub(crate) fn keep_check(
    order: &CheckOrder<'_>,
    judged: &JudgedCheck,
    keeping: &mut dyn Keeping,
) -> Result<KeptLine, ActionError> {
    let JudgedCheck { result, dossier, files } = judged;
    let bytes = result.to_bytes();
    let digest = Sha256::of(&bytes);
    let mut documents = vec![(result.dossier.sha256, dossier.as_slice()), (digest, bytes.as_slice())];
    // Evidence is named by the result, whose digest the line holds.
    documents.extend(files.values().flatten().map(|file| (file.sha256, file.bytes.as_slice())));
    let outcome = match result.answer() {
        CheckAnswer::May => "may be passed on",
        CheckAnswer::MustNot => "must not be passed on",
        CheckAnswer::Open => "cannot be decided",
        CheckAnswer::NotAsked => "not asked",
    };
    let draft = LineDraft {
        subject: &result.subject,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: vec![
            LineDocument::new("dossier", &result.dossier.sha256),
            LineDocument::new("supplier-check", &digest),
        ],
        outcome: Some(outcome),
        with: order.with,
    };
    Entry::of_documents(draft, operator_of(&result.subject), documents).keep(keeping)
}

//! Enters something in a case: what came in, what was found out, what was done. Nothing that was entered is ever changed.

use proofmark_access::Right;
use proofmark_facts::{ActorKind, CaseEntry, CaseFile, CaseRecord, CaseTold, Sha256, SystemOfRecord};
use proofmark_text::text;

use super::case_order::{CaseOrder, case_subject, refused};
use super::told_checks::{LONGEST_NAME, check_told, needs_two, unfit_line};
use crate::again_when_moved::again_when_overtaken;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};

/// How many entries a case has at most.
const MOST_ENTRIES: usize = 5_000;

/// Bytes of a document put to a case.
const LARGEST_FILE: usize = 25 * 1024 * 1024;

/// A document that is handed in with an entry.
#[derive(Debug, Clone, Copy)]
pub struct HandedProof<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// Its bytes. They are kept and never opened.
    pub bytes: &'a [u8],
}

impl HandedProof<'_> {
    /// How the case names it.
    pub fn file(&self) -> CaseFile {
        CaseFile { name: self.name.to_owned(), sha256: Sha256::of(self.bytes), size: self.bytes.len() as u64 }
    }
}

/// What is entered.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// What it says.
    pub told: CaseTold,
    /// The documents it names, each of them.
    pub files: Vec<HandedProof<'a>>,
}

/// Enters it, with one line of the ledger.
pub fn enter_in_case(
    order: &CaseOrder<'_>,
    told: &Told<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<CaseRecord, ActionError> {
    again_when_overtaken(|| enter_once(order, told, keeping))
}

fn enter_once(
    order: &CaseOrder<'_>,
    told: &Told<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<CaseRecord, ActionError> {
    let kept = order.case_for(Right::RunCases, keeping)?;
    let at = order.change.at;
    check_files(told)?;
    check_told(&kept.noun, &told.told, order.operator, at, keeping)?;
    if kept.noun.entries.len() >= MOST_ENTRIES {
        return Err(refused("entries", text!("cases-full", most = MOST_ENTRIES)));
    }
    let alone = needs_two(&kept.noun, &told.told);
    // Whoever works on the machine itself is outside this rule, as they are outside every right; the entry says so.
    if alone && order.change.by.kind != ActorKind::Local {
        return Err(ActionError::Forbidden(text!("cases-needs-two")));
    }
    let mut case = kept.noun.clone();
    let (by, approved_by, told_now) = (order.change.by.name.clone(), None, told.told.clone());
    case.entries.push(CaseEntry { at, by, approved_by, alone, told: told_now });
    // A product that is named here is one more that whoever asks must be let near.
    order.demand(Right::RunCases, &case)?;
    let subject = case_subject(order.operator, &case.id);
    let documents: Vec<(Sha256, &[u8])> =
        told.files.iter().map(|file| (Sha256::of(file.bytes), file.bytes)).collect();
    let line = LineDraft {
        subject: &subject,
        at,
        by: &order.change.by.name,
        action: "enter-in-case",
        documents: documents.iter().map(|(digest, _)| LineDocument::new("case-file", digest)).collect(),
        outcome: Some(told.told.word()),
        with: order.change.with,
    };
    let mut entry = Entry::of_documents(line, order.operator, documents);
    entry.records.push(kept.replaced_by(&case));
    entry.keep(keeping)?;
    Ok(case)
}

/// What the entry names is what was handed in, nothing more and nothing less.
fn check_files(told: &Told<'_>) -> Result<(), ActionError> {
    let handed: Vec<CaseFile> = told.files.iter().map(HandedProof::file).collect();
    if !told.told.files().eq(&handed) {
        return Err(refused("files", text!("cases-files-differ")));
    }
    for file in &handed {
        let folders = file.name.contains(['/', '\\']);
        if folders || unfit_line(&file.name, LONGEST_NAME) {
            return Err(refused("name", text!("cases-file-name", most = LONGEST_NAME)));
        }
        if file.size == 0 || file.size > LARGEST_FILE as u64 {
            let most = LARGEST_FILE / (1024 * 1024);
            return Err(refused("files", text!("cases-file-size", name = &file.name, most = most)));
        }
    }
    Ok(())
}

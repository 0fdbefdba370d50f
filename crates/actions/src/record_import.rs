//! Records that the vulnerability database was built anew: from what, and what it holds; and has the releases rescanned it
//! says something else of.

use jiff::Timestamp;
use proofmark_facts::{Sha256, SystemOfRecord};
use proofmark_trust::SignerKey;
use proofmark_vulndb::IndexFacts;
use serde_json::json;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::products::{Owed, rescan_jobs};
use crate::seal::{seal, still_as_sealed};

/// The action's name in the ledger.
const ACTION: &str = "import-advisories";

/// Whom the line is about: the database belongs to the installation, not to a product.
const SUBJECT: &str = "installation/vulnerability-database";

/// Who built the database, when, with which program.
#[derive(Debug, Clone, Copy)]
pub struct ImportOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// Keeps what the database says of itself, adds a job for each release to be assessed anew, and writes one line. How many
/// there are.
pub fn record_import(
    order: &ImportOrder<'_>,
    facts: &IndexFacts,
    owed: Owed<'_>,
    keeping: &mut dyn SystemOfRecord,
    signer: &SignerKey,
) -> Result<usize, ActionError> {
    let sources = facts
        .sources
        .iter()
        .map(|source| json!({ "name": source.name, "records": source.records, "newest": source.newest }));
    let report = json!({
        "records": facts.records,
        "packages": facts.packages,
        "vulnerabilities": facts.vulnerabilities,
        "exploited": facts.exploited,
        "built_from": facts.built_from,
        "sources": sources.collect::<Vec<_>>(),
    });
    let bytes = serde_json::to_vec_pretty(&report).expect("counts and names become JSON");
    let digest = Sha256::of(&bytes);
    let draft = LineDraft {
        subject: SUBJECT,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: vec![LineDocument::new("import-report", &digest)],
        outcome: None,
        with: order.with,
    };
    still_as_sealed(keeping, signer)?;
    let mut entry = Entry::of_documents(draft, "", vec![(digest, bytes.as_slice())]);
    entry.jobs = rescan_jobs(owed, order.at, keeping)?;
    let jobs = entry.jobs.len();
    let line = entry.keep(keeping)?;
    seal(keeping, signer, line.index + 1)?;
    Ok(jobs)
}

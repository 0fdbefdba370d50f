//! Rules over signatures. A signature beside a file is verified; one a bill of materials carries in itself is only seen.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_facts::{Beside, Sha256, SignatureRule};
use proofmark_text::{Text, text};
use proofmark_trust::openpgp::{OpenPgpCertificate, verify_detached};

use super::gate_verdict::{GateHit, HitPlace};
use crate::error::ActionError;

/// The endings a signature beside a file may have.
pub(super) const ENDINGS: [&str; 2] = [".asc", ".sig"];

/// What is at hand about the bill of materials.
#[derive(Clone, Copy)]
pub(super) struct SignedList<'a> {
    /// Its file; `None`: there is none.
    pub(super) file: Option<&'a str>,
    /// It carries a signature in itself.
    pub(super) carries_signature: bool,
}

/// What the rule hits. Every file that is read is noted with its digest.
pub(super) fn signatures_missing(
    rule: &SignatureRule,
    list: SignedList<'_>,
    beside: &dyn Beside,
    now: Timestamp,
    read: &mut BTreeMap<String, Option<Sha256>>,
) -> Result<Vec<GateHit>, ActionError> {
    let at = |file: &str, says| GateHit {
        says: Some(says),
        place: HitPlace { file: file.to_owned(), line: 1 },
        ..GateHit::default()
    };
    let mut hits = Vec::new();
    let list_file = list.file.unwrap_or(crate::dossier_input::DOSSIER);
    if rule.sbom_carries_signature && !list.carries_signature {
        hits.push(at(list_file, text!("gate-hit-sbom-unsigned")));
    }
    let mut files: Vec<&str> = rule.files.iter().map(String::as_str).collect();
    if rule.sbom {
        match list.file {
            Some(file) => files.insert(0, file),
            None => hits.push(at(list_file, text!("gate-hit-no-sbom"))),
        }
    }
    if files.is_empty() {
        return Ok(hits);
    }
    let mut keys = Vec::new();
    for file in &rule.keys {
        let parsed = noted(beside, file, read)?.and_then(|bytes| OpenPgpCertificate::parse(&bytes).ok());
        match parsed {
            Some(key) => keys.push(key),
            None => hits.push(at(file, text!("gate-hit-key-unusable", file = file))),
        }
    }
    for file in files {
        if let Err(says) = verified(file, &keys, beside, now, read)? {
            hits.push(at(file, says));
        }
    }
    Ok(hits)
}

/// Whether a signature beside the file verifies by one of the keys; else why not.
fn verified(
    file: &str,
    keys: &[OpenPgpCertificate],
    beside: &dyn Beside,
    now: Timestamp,
    read: &mut BTreeMap<String, Option<Sha256>>,
) -> Result<Result<(), Text>, ActionError> {
    let Some(document) = noted(beside, file, read)? else {
        return Ok(Err(text!("gate-hit-file-not-there", file = file)));
    };
    let mut because = None;
    for ending in ENDINGS {
        let Some(signature) = noted(beside, &format!("{file}{ending}"), read)? else { continue };
        match verify_detached(&document, &signature, keys, now) {
            Ok(_) => return Ok(Ok(())),
            Err(fault) => because = Some(fault.to_string()),
        }
    }
    Ok(Err(match because {
        Some(why) => text!("gate-hit-signature-invalid", file = file, why = why),
        None => text!("gate-hit-signature-missing", file = file),
    }))
}

fn noted(
    beside: &dyn Beside,
    file: &str,
    read: &mut BTreeMap<String, Option<Sha256>>,
) -> Result<Option<Vec<u8>>, ActionError> {
    let bytes = beside.read(file)?;
    read.insert(file.to_owned(), bytes.as_deref().map(Sha256::of));
    Ok(bytes)
}

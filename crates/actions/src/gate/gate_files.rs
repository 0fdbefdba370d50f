//! The files the gate reads because its policy names them, where the gate itself is somewhere else.

use std::collections::BTreeSet;

use proofmark_facts::Beside;
use proofmark_formats::read_gate_policy;

use super::signature_rules::ENDINGS;
use crate::error::ActionError;
use crate::files_to_hand_in::{HandedFor, files_to_hand_in};

/// Every file this policy lets the gate read beside those of the assessment. What is wrong with the policy is said by the gate.
pub fn gate_files(beside: &dyn Beside, policy: &[u8]) -> Result<BTreeSet<String>, ActionError> {
    let Some(read) = read_gate_policy(policy).value else { return Ok(BTreeSet::new()) };
    let policy = read.policy;
    let mut files: BTreeSet<String> = policy.end_of_life.iter().map(|named| named.file.clone()).collect();
    for rule in &policy.signatures {
        files.extend(rule.keys.iter().cloned());
        let mut signed: BTreeSet<String> = rule.files.iter().cloned().collect();
        if rule.sbom {
            // Which of them is the list is found out where the gate is.
            signed.extend(files_to_hand_in(beside, HandedFor::Assessment)?.files);
        }
        for file in signed {
            files.extend(ENDINGS.map(|ending| format!("{file}{ending}")));
            files.insert(file);
        }
    }
    Ok(files)
}

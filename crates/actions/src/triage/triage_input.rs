//! The file of rules and targets, as the dossier names it.

use proofmark_facts::{Beside, DecidingRule, Dossier, Place, Problem, Sha256, TriagePolicy};
use proofmark_formats::{ReadTriagePolicy, TriageCondition, read_triage_policy};
use proofmark_text::text;

use crate::error::ActionError;
use crate::named_files::NamedFiles;

/// Rules and targets that can be used.
#[derive(Debug, Default)]
pub(crate) struct TriageInput {
    pub(crate) policy: TriagePolicy,
    /// The condition of each rule, in their order.
    pub(crate) conditions: Vec<TriageCondition>,
    /// The file.
    pub(crate) file: Option<String>,
}

impl TriageInput {
    /// Reads the file the dossier names. What is wrong in it is told at its place, beside what is wrong elsewhere.
    pub(crate) fn read(dossier: &Dossier, files: &NamedFiles, problems: &mut Vec<Problem>) -> Self {
        let Some(name) = &dossier.triage else { return Self::default() };
        let Some(file) = files.get(name).and_then(Option::as_ref) else {
            problems.push(Problem::error(Place::at("triage"), text!("triage-file-not-there", file = name)));
            return Self::default();
        };
        let read = read_triage_policy(&file.bytes).in_file(name);
        problems.extend(read.problems);
        let Some(ReadTriagePolicy { policy, conditions, .. }) = read.value else { return Self::default() };
        Self { policy, conditions, file: Some(name.clone()) }
    }
}

/// The rules of a dossier's file that take findings out of the way, each by the digest of what it says and of who agreed.
///
/// A file that is not there or cannot be read has none: who reads it for an assessment says what is wrong with it.
pub(crate) fn dismissing_rules(
    dossier: &Dossier,
    beside: &dyn Beside,
) -> Result<Vec<(String, Sha256)>, ActionError> {
    let Some(name) = &dossier.triage else { return Ok(Vec::new()) };
    let Some(bytes) = beside.read(name)? else { return Ok(Vec::new()) };
    let read = read_triage_policy(&bytes).value;
    let rules = read.map(|read| read.policy.rules).unwrap_or_default();
    let named = |rule: DecidingRule| {
        let agreed = format!("{} {}", rule.sha256(), rule.approved_by.as_deref().unwrap_or_default());
        (rule.id.clone(), Sha256::of(agreed.as_bytes()))
    };
    Ok(rules.into_iter().filter(DecidingRule::dismisses).map(named).collect())
}

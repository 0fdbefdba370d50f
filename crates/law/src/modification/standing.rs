//! What stands of a change: the decision of a person, else what is proposed.

use jiff::civil::Date;
use proofmark_facts::{Determination, Dossier, Modification};
use schemars::JsonSchema;
use serde::Serialize;

use crate::modification::conflicts::conflicts;
use crate::modification::difference::Difference;
use crate::modification::proposal::{Proposal, propose};
use crate::reason::Reason;

/// The proposal beside the decision, and which of them counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    /// What the declared facts lead to.
    pub(crate) proposal: Proposal,
    /// Why.
    pub(crate) reasons: Vec<Reason>,
    /// Where what is declared contradicts itself or what the dossiers show.
    pub(crate) contradictions: Vec<Reason>,
    /// What a person decided.
    pub(crate) decision: Option<Decision>,
    /// What counts; `None`: nothing does yet.
    pub(crate) stands: Option<Determination>,
}

/// What a person decided about a change.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Decision {
    /// The decision.
    pub determination: Determination,
    /// It is not what is proposed.
    pub departs: bool,
    /// Who decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Judges a declared change by the facts of the release it led to and the differences, where they are known.
pub(crate) fn standing(declared: &Modification, newer: &Dossier, differences: &[Difference]) -> Standing {
    let contradictions = conflicts(declared, newer, differences);
    let (proposal, reasons) = propose(declared, newer, differences, &contradictions);
    let decision = decision(declared, &proposal);
    let stands = decision.as_ref().map(|decision| decision.determination).or(proposed(&proposal));
    Standing { proposal, reasons, contradictions, decision, stands }
}

fn proposed(proposal: &Proposal) -> Option<Determination> {
    match proposal {
        Proposal::Substantial => Some(Determination::Substantial),
        Proposal::NotSubstantial => Some(Determination::NotSubstantial),
        Proposal::Undetermined { .. } => None,
    }
}

fn decision(declared: &Modification, proposal: &Proposal) -> Option<Decision> {
    let determination = declared.determination?;
    Some(Decision {
        determination,
        departs: proposed(proposal) != Some(determination),
        decided_by: declared.decided_by.clone(),
        decided_on: declared.decided_on,
        because: declared.because.clone(),
    })
}

//! The history of a finding: who decided what on it, when and why, as ledger, record and proposals tell.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proofmark_access::{Act, Proposal, ProposalState};
use proofmark_facts::{
    DecisionRecord, DecisionStatus, Keeping, RecordKind, Sha256, SystemOfRecord, decision_id,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::products::DECISION;
use crate::record::{kept_noun, noun_of};
use crate::releases::release_order::ReleaseOrder;

/// How many proposals are read at a time, and looked through at most.
const BATCH: usize = 500;
const MOST_PROPOSALS: usize = 10_000;

/// Steps at most; the newest count.
const MOST_STEPS: usize = 200;

/// One thing that was done about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingStep {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: String,
    /// What was done, in a word: an action of the ledger, or `propose`, `approve`, `refuse`, `withdraw` of a proposal.
    pub action: String,
    /// The status that was decided on, or proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DecisionStatus>,
    /// The reasoning in words, where it was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The ledger's line that tells of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

/// Everything that was done about this vulnerability, under any of these names, in this component; the oldest first.
pub fn finding_history(
    order: &ReleaseOrder<'_>,
    names: &[&str],
    component: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<FindingStep>, ActionError> {
    order.demand()?;
    let product = &order.product.id;
    let ids: BTreeSet<String> = names.iter().map(|name| decision_id(product, name, component)).collect();
    let mut steps = of_ledger(order, &ids, keeping)?;
    steps.extend(of_proposals(order, &ids, keeping)?);
    steps.sort_by_key(|one| (one.at, one.line));
    let beyond = steps.len().saturating_sub(MOST_STEPS);
    Ok(steps.split_off(beyond))
}

/// What the ledger's lines about the product say of the decision's record.
fn of_ledger(
    order: &ReleaseOrder<'_>,
    ids: &BTreeSet<String>,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<FindingStep>, ActionError> {
    let mut steps = Vec::new();
    for kept in keeping.lines_about(&order.product.subject, keeping.ledger_size()?)? {
        // A line that cannot be read is `ledger verify`'s to tell of.
        let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
        let is = |record: &&crate::ledger_line::LineRecord| {
            record.kind == RecordKind::Decision.word() && ids.contains(&record.id)
        };
        let Some(record) = line.records.iter().find(is) else { continue };
        let decision = match &record.after {
            None => None,
            Some(digest) => match decision_of(order.operator, &line, &record.id, keeping)? {
                Some(decision) => Some(decision),
                None => present(order.operator, &record.id, digest, keeping)?,
            },
        };
        steps.push(FindingStep {
            at: line.at,
            by: line.by.clone(),
            action: line.action.clone(),
            status: decision.as_ref().map(|decision| decision.status),
            because: decision.map(|decision| decision.because),
            line: Some(kept.index),
        });
    }
    Ok(steps)
}

/// The decision as the line's document holds it.
fn decision_of(
    operator: &str,
    line: &LedgerLine,
    id: &str,
    keeping: &dyn Keeping,
) -> Result<Option<DecisionRecord>, ActionError> {
    let Some(digest) = line.document(DECISION).and_then(|written| written.parse::<Sha256>().ok()) else {
        return Ok(None);
    };
    let bytes = keeping.document_of(operator, &digest)?.unwrap_or_default();
    let decisions: Vec<DecisionRecord> = serde_json::from_slice(&bytes).unwrap_or_default();
    Ok(decisions.into_iter().find(|one| proofmark_facts::Noun::id(one) == id))
}

/// The decision as the record holds it now, if it is still what the line wrote.
fn present(
    operator: &str,
    id: &str,
    digest: &str,
    keeping: &dyn Keeping,
) -> Result<Option<DecisionRecord>, ActionError> {
    let kept = kept_noun::<DecisionRecord>(keeping, operator, id)?;
    Ok(kept.filter(|kept| kept.sha256.to_string() == digest).map(|kept| kept.noun))
}

/// What was proposed, and what a second person said to it.
fn of_proposals(
    order: &ReleaseOrder<'_>,
    ids: &BTreeSet<String>,
    keeping: &dyn Keeping,
) -> Result<Vec<FindingStep>, ActionError> {
    let mut steps = Vec::new();
    let (mut after, mut read) = (String::new(), 0);
    loop {
        let records = keeping.records(order.operator, RecordKind::Proposal, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(steps) };
        after.clone_from(&last.key.id);
        read += records.len();
        for record in &records {
            let proposal = noun_of::<Proposal>(record)?.noun;
            if let Act::DecideFinding { decision, content, .. } = &proposal.act
                && ids.contains(decision)
            {
                let status = serde_json::from_value(content["status"].clone()).ok();
                steps.extend(steps_of(&proposal, status));
            }
        }
        if read >= MOST_PROPOSALS {
            return Ok(steps);
        }
    }
}

fn steps_of(proposal: &Proposal, status: Option<DecisionStatus>) -> Vec<FindingStep> {
    let step = |at: Timestamp, by: &str, action: &str, because: Option<&str>| FindingStep {
        at,
        by: by.to_owned(),
        action: action.to_owned(),
        status,
        because: because.map(str::to_owned),
        line: None,
    };
    let proposed = step(proposal.proposed_at, &proposal.proposed_by, "propose", Some(&proposal.because));
    let answered = match &proposal.state {
        ProposalState::Done { by, at, because } => Some(step(*at, by, "approve", because.as_deref())),
        ProposalState::Refused { by, at, because } => Some(step(*at, by, "refuse", Some(because))),
        ProposalState::Withdrawn { at } => Some(step(*at, &proposal.proposed_by, "withdraw", None)),
        ProposalState::Lapsed { at, approved } => {
            Some(step(*at, &proposal.proposed_by, "lapse", Some(approved)))
        }
        ProposalState::Open => None,
    };
    std::iter::once(proposed).chain(answered).collect()
}

//! Proposes something sensitive, for a second person to decide.

use jiff::Timestamp;
use proofmark_access::{Act, Ground, PROPOSAL_LASTS, Proposal, ProposalState};
use proofmark_facts::{DecisionRecord, RecordKey, RecordKind, RecordWrite, Sha256, SystemOfRecord};
use proofmark_text::text;

use super::answer_for::check_reaches;
use super::carry_out::writes_of;
use super::errand::Errand;
use super::members::{check_operator, person_behind};
use super::refused::{check, refused_at};
use crate::error::ActionError;
use crate::products::{DeclarationOf, declaration_now, finding_seen};
use crate::record::new_noun;

/// Bytes of a reason.
const LONGEST_REASON: usize = 10_000;

/// How many further records a proposal may rest on.
const MOST_GROUNDS: usize = 50;

/// What is proposed.
#[derive(Debug)]
pub struct ProposeOrder<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// What is to be done.
    pub act: Act,
    /// Why.
    pub because: &'a str,
    /// Further records it rests on, such as the release a finding is of: if one of them moves, the proposal is void.
    pub rests_on: &'a [RecordKey],
    /// Random bytes: the proposal's identification.
    pub random: [u8; 16],
}

/// Proposes it. Nothing is done until a second person approves.
pub fn propose(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: ProposeOrder<'_>,
) -> Result<Proposal, ActionError> {
    let operator = order.operator;
    check(errand, order.act.proposed_with(), operator, order.act.product())?;
    check_operator(store, operator)?;
    check_reaches(store, errand, operator, &order.act)?;
    let because = order.because.trim();
    if !(1..=LONGEST_REASON).contains(&because.len()) {
        return Err(refused_at("because")(text!("access-because-missing", most = LONGEST_REASON).into()));
    }
    let writes = writes_of(store, operator, &order.act, errand.at)?;
    let person = person_behind(store, operator, errand.by)?;
    let mut proposal = proposal_of(errand, order.act, because, person, order.random, &[]);
    proposal.rests_on = grounds_of(&writes);
    for key in order.rests_on.iter().take(MOST_GROUNDS) {
        // What belongs to another operator is nothing to rest on.
        let named = proposal.rests_on.iter().any(|ground| ground.key().as_ref() == Some(key));
        if key.operator == operator && key.kind != RecordKind::Credential && !named {
            let held = store.record(key)?.map(|record| record.sha256);
            proposal.rests_on.push(Ground::new(key, held));
        }
    }
    proposal.rests_on.extend(finding_of(store, operator, &proposal.act)?);
    proposal.rests_on.extend(declaration_of(store, operator, &proposal.act, errand.at)?);
    let about = format!("proposals:{}", proposal.id);
    let mut deed = errand.deed(operator, &about, "propose");
    deed.outcome = Some(proposal.act.word());
    deed.keep(store, vec![new_noun(operator, &proposal)])?;
    Ok(proposal)
}

/// The finding a decision is on, as it is now. What is no decision of ours is on none.
fn finding_of(store: &dyn SystemOfRecord, operator: &str, act: &Act) -> Result<Option<Ground>, ActionError> {
    let Act::DecideFinding { product, content, .. } = act else { return Ok(None) };
    let Ok(decision) = serde_json::from_value::<DecisionRecord>(content.clone()) else { return Ok(None) };
    let named = (decision.vulnerability.as_str(), decision.component.as_str());
    let seen = finding_seen(operator, product, named, store)?;
    Ok(seen.map(|seen| Ground::of_finding(operator, seen)))
}

/// What a declaration is written from, as it is now.
fn declaration_of(
    store: &dyn SystemOfRecord,
    operator: &str,
    act: &Act,
    at: Timestamp,
) -> Result<Option<Ground>, ActionError> {
    let Act::IssueDeclaration { product, release, signing } = act else { return Ok(None) };
    let now = declaration_now(DeclarationOf { operator, product, release }, signing, at, store)?;
    Ok(Some(Ground::of_declaration(operator, now.ground)))
}

/// A proposal that waits. It rests on what the writes will have left behind, which are kept together with it.
pub(super) fn proposal_of(
    errand: &Errand<'_>,
    act: Act,
    because: &str,
    person: String,
    random: [u8; 16],
    kept_with_it: &[RecordWrite],
) -> Proposal {
    let after = |write: &RecordWrite| Ground::new(&write.key, write.content.as_deref().map(Sha256::of));
    Proposal {
        id: format!("{:032x}", u128::from_be_bytes(random)),
        act,
        because: because.to_owned(),
        proposed_by: errand.by.name.clone(),
        person,
        proposed_at: errand.at,
        expires_at: errand.at.checked_add(PROPOSAL_LASTS).unwrap_or(errand.at),
        rests_on: kept_with_it.iter().map(after).collect(),
        state: ProposalState::Open,
    }
}

/// What the writes of an act rest on. An account's record moves with everyday things, so it is held only while it is
/// written.
fn grounds_of(writes: &[RecordWrite]) -> Vec<Ground> {
    let lasting = writes.iter().filter(|write| write.key.kind != RecordKind::Account);
    lasting.map(|write| Ground::new(&write.key, write.expects)).collect()
}

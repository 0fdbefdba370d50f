//! Looks at a proposal as the second person must: what is there now, what would be there after, and everything that
//! would refuse the signature if it were given this moment.

use proofmark_access::{Act, Membership, Proposal, Right, may, seen};
use proofmark_facts::{Keeping, Noun as _, RecordKey, RecordKind, Seen, SystemOfRecord};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::carry_out::writes_of;
use super::decide_proposal::{check_grounds, check_signer, proposal};
use super::errand::Errand;
use super::refused::check;
use crate::error::ActionError;

/// A proposal as it stands before whoever looks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ProposalView {
    /// The proposal.
    pub proposal: Proposal,
    /// What is kept now in the place of what is proposed; absent: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// Whether it is whoever looks who proposed it, through whichever account or token.
    pub own: bool,
    /// What would refuse the signature of whoever looks; empty: they can sign.
    pub refused_by: Vec<Text>,
}

/// One proposal, for whoever may see it.
pub fn look_at_proposal(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
) -> Result<ProposalView, ActionError> {
    let kept = proposal(store, operator, id)?.noun;
    let unseen = || ActionError::NotFound(text!("access-no-proposal", proposal = id));
    let visible = match (kept.act.product(), seen(errand.by, operator)) {
        (Some(_), Seen::All) => true,
        (Some(product), Seen::These(these)) => these.iter().any(|one| one == product),
        (None, _) => may(errand.by, Right::SeePeople, operator, None).is_ok(),
    };
    if !visible {
        return Err(unseen());
    }
    view_of(store, errand, operator, kept)
}

/// The proposal as it stands before whoever looks, who may see it.
pub(super) fn view_of(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    proposal: Proposal,
) -> Result<ProposalView, ActionError> {
    let act = &proposal.act;
    let mut refused_by = Vec::new();
    let mut note = |judged: Result<(), ActionError>| match judged {
        Ok(()) => Ok(()),
        Err(ActionError::Forbidden(says) | ActionError::NotFound(says) | ActionError::Moved(says)) => {
            refused_by.push(says);
            Ok(())
        }
        Err(ActionError::Refused(problems)) => {
            refused_by.extend(problems.into_iter().map(|problem| problem.says));
            Ok(())
        }
        Err(error) => Err(error),
    };
    let waits = proposal.waits(errand.at).map_err(super::refused::moved);
    let is_open = waits.is_ok();
    note(waits)?;
    let signer = check_signer(store, errand, operator, &proposal);
    let own = signer.as_ref().is_err_and(is_own);
    if is_open {
        note(check(errand, act.approved_with(), operator, act.product()))?;
        note(signer)?;
        // What moved speaks for itself; whether the act could be done over it is no further news.
        match check_grounds(store, &proposal) {
            Ok(_) => note(writes_of(store, operator, act).map(drop))?,
            Err(moved) => note(Err(moved))?,
        }
    }
    // What was decided has no before any more: what stands there now may be its own doing.
    let before = if is_open { before(store, operator, act)? } else { None };
    Ok(ProposalView { proposal, before, own, refused_by })
}

fn is_own(error: &ActionError) -> bool {
    matches!(error, ActionError::Forbidden(says) if says.id() == "access-proposal-own")
}

/// What stands now where the act would write.
fn before(store: &dyn Keeping, operator: &str, act: &Act) -> Result<Option<Value>, ActionError> {
    let (home, kind, id) = match act {
        Act::DecideFinding { decision, .. } => (operator, RecordKind::Decision, decision.clone()),
        Act::ChangeGrants { account, .. } => (operator, Membership::KIND, account.clone()),
        Act::TrustWorkload { workload } => (operator, RecordKind::Workload, workload.id()),
        Act::AddIdentityProvider { provider } => ("", RecordKind::IdentityProvider, provider.id()),
        // What somebody signs in with is shown to nobody.
        Act::ForgetSecondFactor { .. } => return Ok(None),
    };
    let key = RecordKey { operator: home.to_owned(), kind, id };
    let record = store.record(&key)?;
    Ok(record.and_then(|record| serde_json::from_slice(&record.content).ok()))
}

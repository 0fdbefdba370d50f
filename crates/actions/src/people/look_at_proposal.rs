//! Looks at a proposal as the second person must: what is there now, what would be there after, and everything that
//! would refuse the signature if it were given this moment.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_access::{Act, Membership, OnePerson, Proposal, Right, may, seen};
use proofmark_facts::{
    DecisionRecord, Keeping, Noun as _, RecordKey, RecordKind, Seen, SystemOfRecord, release_id,
};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::carry_out::writes_of;
use super::decide_proposal::{check_grounds, check_signer, proposal};
use super::errand::Errand;
use super::one_person::one_person;
use super::refused::check;
use crate::error::ActionError;
use crate::products::{DecisionOrigin, ProductDecision, dossier_decisions};
use crate::record::kept_nouns;

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
    /// What else waits for the same: approving one of them makes the others lapse.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub competing: Vec<Competing>,
    /// Where the dossier decides the same finding: it holds, whatever is approved, until it is revised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier_decides: Option<String>,
    /// What would refuse the signature of whoever looks; empty: they can sign.
    pub refused_by: Vec<Text>,
}

/// Another proposal about the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Competing {
    /// The proposal's identification.
    pub proposal: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// Why.
    pub because: String,
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
    let all: Vec<Proposal> =
        kept_nouns::<Proposal>(store, operator)?.into_iter().map(|kept| kept.noun).collect();
    let beside = beside(store, errand, operator, std::slice::from_ref(&kept), &all)?;
    view_of(store, errand, operator, kept, &beside)
}

/// What proposals are looked at beside.
pub(super) struct Beside<'a> {
    /// Who may be one person.
    persons: OnePerson,
    /// The operator's proposals.
    all: &'a [Proposal],
    /// What the dossiers of their products decide.
    declared: BTreeMap<String, Vec<ProductDecision>>,
}

/// What these proposals are looked at beside, among all of the operator's.
pub(super) fn beside<'a>(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    looked_at: &[Proposal],
    all: &'a [Proposal],
) -> Result<Beside<'a>, ActionError> {
    let persons = one_person(store, operator, errand.at)?;
    Ok(Beside { persons, all, declared: declared(store, operator, looked_at, errand.at)? })
}

/// The proposal as it stands before whoever looks, who may see it.
pub(super) fn view_of(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    proposal: Proposal,
    beside: &Beside<'_>,
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
    let signer = check_signer(store, errand, operator, &proposal, &beside.persons);
    let own = signer.as_ref().is_err_and(is_own);
    if is_open {
        note(check(errand, act.approved_with(), operator, act.product()))?;
        note(signer)?;
        // What moved speaks for itself; whether the act could be done over it is no further news.
        match check_grounds(store, &proposal, errand.at) {
            Ok(_) => note(writes_of(store, operator, act, errand.at).map(drop))?,
            Err(moved) => note(Err(moved))?,
        }
    }
    // What was decided has no before any more: what stands there now may be its own doing.
    let before = if is_open { before(store, operator, act)? } else { None };
    let dossier_decides = is_open.then(|| dossier_decides(act, beside)).flatten();
    let others = beside.all.iter().filter(|other| proposal.competes_with(other, errand.at));
    let competing = others.map(Competing::of).collect();
    Ok(ProposalView { proposal, before, own, competing, dossier_decides, refused_by })
}

impl Competing {
    fn of(proposal: &Proposal) -> Self {
        Self {
            proposal: proposal.id.clone(),
            proposed_by: proposal.proposed_by.clone(),
            because: proposal.because.clone(),
        }
    }
}

/// What the dossiers of these products decide: of those that wait for a decision.
fn declared(
    store: &dyn SystemOfRecord,
    operator: &str,
    looked_at: &[Proposal],
    now: Timestamp,
) -> Result<BTreeMap<String, Vec<ProductDecision>>, ActionError> {
    let mut declared = BTreeMap::new();
    for proposal in looked_at.iter().filter(|one| one.waits(now).is_ok()) {
        let Some(product) = proposal.act.product() else { continue };
        if !declared.contains_key(product) {
            let decisions = match dossier_decisions(operator, product, store) {
                Err(ActionError::NotFound(_)) => Vec::new(),
                found => found?,
            };
            declared.insert(product.to_owned(), decisions);
        }
    }
    Ok(declared)
}

/// Where in its dossier the product decides the same finding.
fn dossier_decides(act: &Act, beside: &Beside<'_>) -> Option<String> {
    let Act::DecideFinding { product, content, .. } = act else { return None };
    let decision: DecisionRecord = serde_json::from_value(content.clone()).ok()?;
    let mut declared = beside.declared.get(product)?.iter();
    let found = declared.find(|one| one.is_about(&decision.vulnerability, &decision.component))?;
    match &found.origin {
        DecisionOrigin::Dossier { place, .. } => Some(place.clone()),
        DecisionOrigin::Record { .. } => None,
    }
}

fn is_own(error: &ActionError) -> bool {
    matches!(error, ActionError::Forbidden(says) if says.id() == "access-proposal-own")
}

/// What stands now where the act would write.
fn before(store: &dyn Keeping, operator: &str, act: &Act) -> Result<Option<Value>, ActionError> {
    let (home, kind, id) = match act {
        Act::DecideFinding { decision, .. } => (operator, RecordKind::Decision, decision.clone()),
        Act::IssueDeclaration { product, release, .. } => {
            (operator, RecordKind::Declaration, release_id(product, release))
        }
        Act::ChangeGrants { account, .. } => (operator, Membership::KIND, account.clone()),
        Act::TrustWorkload { workload } => (operator, RecordKind::Workload, workload.id()),
        Act::AddIdentityProvider { provider } => ("", RecordKind::IdentityProvider, provider.id()),
        // What somebody signs in with is shown to nobody.
        // What is said of whose account is whose stands in the act itself.
        Act::ForgetSecondFactor { .. } | Act::FlagSamePerson { .. } | Act::PartSamePerson { .. } => {
            return Ok(None);
        }
    };
    let key = RecordKey { operator: home.to_owned(), kind, id };
    let record = store.record(&key)?;
    Ok(record.and_then(|record| serde_json::from_slice(&record.content).ok()))
}

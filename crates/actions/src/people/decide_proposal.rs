//! Decides a proposal: the second person approves, and it is done with that; or refuses; or the proposer takes it back.

use jiff::Timestamp;
use proofmark_access::{Act, OnePerson, Proposal};
use proofmark_facts::{
    ActorKind, Asking, Condition, KeepError, KeepTrouble, NewJob, RecordWrite, SystemOfRecord,
};
use proofmark_text::text;
use serde_json::Value;

use super::carry_out::writes_of;
use super::errand::{Errand, FurtherDocuments, there};
use super::members::{person_behind, person_of};
use super::one_person::one_person;
use super::refused::{check, forbidden, moved, refused_at};
use crate::again_when_moved::again_when_overtaken;
use crate::error::ActionError;
use crate::products::{
    DECLARATION, DeclarationOf, IssuedNow, declaration_now, finding_seen, issue_declaration, jobs_of_product,
};
use crate::record::{KeptNoun, kept_noun, kept_nouns};

/// The action's name in the ledger where the second person approves.
const APPROVE: &str = "approve";

/// What the second person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondSignature<'a> {
    /// Do it.
    Approve,
    /// Do it, and why.
    ApproveBecause(&'a str),
    /// Do not, and why.
    Refuse(&'a str),
}

/// Approves a proposal and does what it says, in one change; or refuses it. Of two who decide at once the second is told
/// that it is decided.
pub fn decide_proposal(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
    signature: SecondSignature<'_>,
) -> Result<Proposal, ActionError> {
    again_when_overtaken(|| decide_once(store, errand, operator, id, signature))
}

fn decide_once(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
    signature: SecondSignature<'_>,
) -> Result<Proposal, ActionError> {
    let kept = proposal(store, operator, id)?;
    let mut act = kept.noun.act.clone();
    check(errand, act.approved_with(), operator, act.product())?;
    check_signer(store, errand, operator, &kept.noun, &one_person(store, operator, errand.at)?)?;
    kept.noun.waits(errand.at).map_err(moved)?;
    let mut jobs = Vec::new();
    let mut issued: Option<IssuedNow> = None;
    let (decided, action, mut writes) = match signature {
        SecondSignature::Approve | SecondSignature::ApproveBecause(_) => {
            let because = reason_of(signature)?;
            sign(&mut act, &errand.by.name);
            jobs = jobs_after(store, errand, operator, &act)?;
            let unmoved = check_grounds(store, &kept.noun, errand.at)?;
            issued = issued_with(store, errand, operator, &kept.noun)?;
            let mut writes = match &issued {
                Some(issued) => vec![issued.record.clone()],
                None => writes_of(store, operator, &act, errand.at)?,
            };
            writes.extend(lapses(store, errand, operator, &kept.noun)?);
            // What it rests on and does not write is named too, unchanged: so the change is refused if it moves just now.
            let further = unmoved.into_iter().filter(|one| !writes.iter().any(|write| write.key == one.key));
            let further: Vec<RecordWrite> = further.collect();
            writes.extend(further);
            (kept.noun.clone().done(&errand.by.name, errand.at, because), APPROVE, writes)
        }
        SecondSignature::Refuse(because) => {
            let because = because.trim();
            if !(1..=10_000).contains(&because.len()) {
                return Err(refused_at("because")(text!("access-because-missing", most = 10_000_u32).into()));
            }
            (kept.noun.clone().refused(&errand.by.name, errand.at, because), "refuse", Vec::new())
        }
    };
    writes.push(kept.replaced_by(&decided));
    let about = format!("proposals:{id}");
    let mut deed = errand.deed(operator, &about, action);
    deed.outcome = Some(act.word());
    let further = issued.as_ref().map(|issued| FurtherDocuments {
        subject: &issued.subject,
        documents: issued
            .documents
            .iter()
            .map(|form| (DECLARATION, form.sha256, form.bytes.as_slice()))
            .collect(),
    });
    // A finding is no record the change could name: that it is as it was seen is asked where it is kept.
    let unmoved = |store: &dyn Asking| findings_unmoved(store, &kept.noun);
    let condition = (action == APPROVE).then_some(Condition::new(&unmoved));
    deed.keep_with(store, further.as_ref(), (writes, jobs), condition)?;
    Ok(decided)
}

/// The declaration an approval issues, where that is what was proposed.
fn issued_with(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    proposal: &Proposal,
) -> Result<Option<IssuedNow>, ActionError> {
    let Act::IssueDeclaration { product, release, signing } = &proposal.act else { return Ok(None) };
    let of = DeclarationOf { operator, product, release };
    issue_declaration(of, signing, proposal, (&errand.by.name, errand.at), store).map(Some)
}

/// What waits for the same lapses with the approval, and says so rather than that something moved.
fn lapses(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    approved: &Proposal,
) -> Result<Vec<RecordWrite>, ActionError> {
    let all = kept_nouns::<Proposal>(store, operator)?;
    let others = all.iter().filter(|other| approved.competes_with(&other.noun, errand.at));
    Ok(others.map(|other| other.replaced_by(&other.noun.clone().lapsed(errand.at, &approved.id))).collect())
}

/// The reason of an approval, where one was given: it may be left out.
fn reason_of(signature: SecondSignature<'_>) -> Result<Option<&str>, ActionError> {
    let SecondSignature::ApproveBecause(because) = signature else { return Ok(None) };
    let because = because.trim();
    if because.len() > 10_000 {
        return Err(refused_at("because")(text!("access-because-missing", most = 10_000_u32).into()));
    }
    Ok((!because.is_empty()).then_some(because))
}

/// A decision's record names the second person: whoever reads it alone sees that there were two.
fn sign(act: &mut Act, by: &str) {
    if let Act::DecideFinding { content: Value::Object(fields), .. } = act {
        fields.insert("approved_by".to_owned(), Value::from(by));
    }
}

/// What must be done anew once it holds: a decision moves the gates of its product's releases.
fn jobs_after(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    act: &Act,
) -> Result<Vec<NewJob>, ActionError> {
    match act {
        Act::DecideFinding { product, .. } => jobs_of_product(operator, product, errand.at, store),
        _ => Ok(Vec::new()),
    }
}

/// Takes a proposal of one's own back.
pub fn withdraw_proposal(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
) -> Result<(), ActionError> {
    again_when_overtaken(|| withdraw_once(store, errand, operator, id))
}

fn withdraw_once(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
) -> Result<(), ActionError> {
    let kept = proposal(store, operator, id)?;
    if person_behind(store, operator, errand.by)? != kept.noun.person {
        return Err(ActionError::Forbidden(text!("access-proposal-not-own")));
    }
    kept.noun.waits(errand.at).map_err(moved)?;
    let withdrawn = kept.noun.clone().withdrawn(errand.at);
    let about = format!("proposals:{id}");
    let mut deed = errand.deed(operator, &about, "withdraw");
    deed.outcome = Some(kept.noun.act.word());
    deed.keep(store, vec![kept.replaced_by(&withdrawn)])
}

/// The proposal of this id.
pub(super) fn proposal(
    store: &dyn SystemOfRecord,
    operator: &str,
    id: &str,
) -> Result<KeptNoun<Proposal>, ActionError> {
    there(kept_noun(store, operator, id)?, || text!("access-no-proposal", proposal = id))
}

/// The second person is a person, another one, and not the one it is about; and none whose account was in the hands of
/// either, or either's in theirs.
pub(super) fn check_signer(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    proposal: &Proposal,
    persons: &OnePerson,
) -> Result<(), ActionError> {
    if matches!(errand.by.kind, ActorKind::Token | ActorKind::Workload) {
        return Err(ActionError::Forbidden(text!("access-in-person")));
    }
    let person = person_behind(store, operator, errand.by)?;
    let concerned: Vec<String> =
        proposal.act.accounts().into_iter().map(|name| person_of(store, name)).collect::<Result<_, _>>()?;
    // Flagged since it was proposed: the person behind the proposer is looked up anew.
    let proposer = person_of(store, &proposal.person)?;
    if proposer == person {
        return Err(ActionError::Forbidden(text!("access-proposal-own")));
    }
    proposal.may_be_signed_by(&person, &concerned).map_err(forbidden)?;
    for other in std::iter::once(&proposer).chain(&concerned) {
        if persons.may_be(&person, other) {
            return Err(ActionError::Forbidden(text!("desk-one-hand", one = &person, other = other)));
        }
    }
    Ok(())
}

/// Everything it rests on is as it was when it was proposed; each such record, to be left as it is.
pub(super) fn check_grounds(
    store: &dyn SystemOfRecord,
    proposal: &Proposal,
    at: Timestamp,
) -> Result<Vec<RecordWrite>, ActionError> {
    findings_unmoved(store, proposal)?;
    let mut unmoved = declaration_unmoved(store, proposal, at)?;
    for ground in proposal.rests_on.iter().filter(|ground| ground.is_record()) {
        let moved =
            || ActionError::Moved(text!("access-proposal-moved", kind = &ground.kind, id = &ground.id));
        let key = ground.key().ok_or_else(moved)?;
        let record = store.record(&key)?;
        if record.as_ref().map(|record| record.sha256) != ground.sha256 {
            return Err(moved());
        }
        unmoved.extend(record.map(|record| RecordWrite {
            key,
            expects: Some(record.sha256),
            content: Some(record.content),
        }));
    }
    Ok(unmoved)
}

/// What a declaration it rests on is written from is as whoever proposed it saw it; the records that say so, to be left as
/// they are.
fn declaration_unmoved(
    store: &dyn SystemOfRecord,
    proposal: &Proposal,
    at: Timestamp,
) -> Result<Vec<RecordWrite>, ActionError> {
    let Act::IssueDeclaration { product, release, signing } = &proposal.act else { return Ok(Vec::new()) };
    let mut unmoved = Vec::new();
    for ground in &proposal.rests_on {
        let Some(seen) = &ground.declaration else { continue };
        let of = DeclarationOf { operator: &ground.operator, product, release };
        let now = declaration_now(of, signing, at, store)?;
        if let Some(says) = seen.moved(&now.ground).into_iter().next() {
            return Err(ActionError::Moved(says));
        }
        unmoved
            .extend([now.product.replaced_by(&now.product.noun), now.release.replaced_by(&now.release.noun)]);
    }
    Ok(unmoved)
}

/// The findings it rests on are as whoever proposed it saw them.
fn findings_unmoved(store: &dyn Asking, proposal: &Proposal) -> Result<(), KeepError> {
    for ground in &proposal.rests_on {
        let Some(seen) = &ground.finding else { continue };
        let named = (seen.vulnerability.as_str(), seen.component.as_str());
        let now = finding_seen(&ground.operator, &seen.product, named, store)?;
        if let Some(says) = seen.moved(now.as_ref()) {
            return Err(KeepError { says, trouble: KeepTrouble::Moved });
        }
    }
    Ok(())
}

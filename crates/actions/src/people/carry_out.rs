//! Carries out a sensitive act: the records it comes down to, for one person alone and for two alike.

use jiff::Timestamp;
use proofmark_access::{
    Account, AccountCredential, Act, Credential, IdentityProvider, Membership, Workload, check_grants,
};
use proofmark_facts::{Duty, RecordKey, RecordKind, RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::members::{INSTALLATION, account, check_administrator_left};
use super::refused::refused_at;
use super::same_person::{flagged, parted};
use crate::error::ActionError;
use crate::products::{DeclarationOf, room_to_issue};
use crate::record::{KeptNoun, instead, kept_noun};

/// Bytes of a decision's record.
const MOST_DECISION_BYTES: usize = 64 * 1024;

/// The writes an act comes down to as things stand, having checked that it can be done.
pub(super) fn writes_of(
    store: &dyn SystemOfRecord,
    operator: &str,
    act: &Act,
    at: Timestamp,
) -> Result<Vec<RecordWrite>, ActionError> {
    match act {
        Act::DecideFinding { decision, content, .. } => decide_finding(store, operator, decision, content),
        Act::IssueDeclaration { product, release, signing } => {
            let of = DeclarationOf { operator, product, release };
            room_to_issue(of, signing, at, store).map(|room| vec![room])
        }
        Act::ChangeGrants { account, grants } => {
            check_grants(grants, operator).map_err(refused_at("grants"))?;
            let after = Membership { account: account.clone(), grants: grants.clone() };
            change_grants(store, operator, &after)
        }
        Act::ForgetSecondFactor { account } => forget_second_factor(store, account),
        Act::FlagSamePerson { account, other } => flagged(store, account, other, at),
        Act::PartSamePerson { account, others } => parted(store, account, others),
        Act::TrustWorkload { workload } => {
            workload.check().map_err(refused_at("workload"))?;
            if operator.is_empty() {
                return Err(refused_at("operator")(text!("access-grants-malformed").into()));
            }
            check_grants(&workload.grants, operator).map_err(refused_at("grants"))?;
            let kept: Option<KeptNoun<Workload>> = kept_noun(store, operator, &workload.id)?;
            Ok(vec![instead(operator, kept.as_ref(), workload)])
        }
        Act::AddIdentityProvider { provider } => {
            provider.check().map_err(refused_at("provider"))?;
            let kept: Option<KeptNoun<IdentityProvider>> = kept_noun(store, INSTALLATION, &provider.id)?;
            Ok(vec![instead(INSTALLATION, kept.as_ref(), provider)])
        }
    }
}

fn decide_finding(
    store: &dyn SystemOfRecord,
    operator: &str,
    decision: &str,
    content: &serde_json::Value,
) -> Result<Vec<RecordWrite>, ActionError> {
    let content = serde_json::to_vec(content).expect("JSON becomes JSON");
    let sound = (1..=400).contains(&decision.len()) && content.len() <= MOST_DECISION_BYTES;
    if !sound || operator.is_empty() || content.first() != Some(&b'{') {
        return Err(refused_at("content")(text!("access-decision-malformed").into()));
    }
    let key =
        RecordKey { operator: operator.to_owned(), kind: RecordKind::Decision, id: decision.to_owned() };
    let expects = store.record(&key)?.map(|record| record.sha256);
    Ok(vec![RecordWrite { key, expects, content: Some(content) }])
}

fn change_grants(
    store: &dyn SystemOfRecord,
    operator: &str,
    after: &Membership,
) -> Result<Vec<RecordWrite>, ActionError> {
    let holder = account(store, &after.account)?;
    let administers = after.grants.iter().any(|grant| grant.duty == Duty::Administrator);
    if !administers {
        check_administrator_left(store, operator, &after.account)?;
    }
    let kept: Option<KeptNoun<Membership>> = kept_noun(store, operator, &after.account)?;
    let mut writes = vec![instead(operator, kept.as_ref(), after)];
    if !holder.noun.member_of.iter().any(|one| one == operator) {
        let mut member: Account = holder.noun.clone();
        member.member_of.push(operator.to_owned());
        writes.push(holder.replaced_by(&member));
    }
    Ok(writes)
}

fn forget_second_factor(store: &dyn SystemOfRecord, name: &str) -> Result<Vec<RecordWrite>, ActionError> {
    account(store, name)?;
    let kept: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &Credential::of_account(name))?;
    let nothing = || ActionError::Forbidden(text!("access-no-second-factor", account = name));
    let kept = kept.ok_or_else(nothing)?;
    let Credential::Account(held) = kept.noun.clone() else { return Err(nothing()) };
    if held.one_time.is_none() && held.passkeys.is_empty() {
        return Err(nothing());
    }
    let mut writes = Vec::new();
    for key in &held.passkeys {
        let passkey: Option<KeptNoun<Credential>> =
            kept_noun(store, INSTALLATION, &Credential::of_passkey(key))?;
        writes.extend(passkey.map(|passkey| passkey.taken_away()));
    }
    let bare = AccountCredential { password: held.password, ..AccountCredential::none(name) };
    writes.push(kept.replaced_by(&Credential::Account(bare)));
    Ok(writes)
}

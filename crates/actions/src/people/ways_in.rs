//! The ways into an account that were added while somebody else had a link to it: found, kept, or taken away.

use jiff::Timestamp;
use proofmark_access::{
    Account, AccountCredential, Credential, ExternalIdentity, Revoked, TokenRecord, WayIn, WayInKind,
};
use proofmark_facts::{RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::errand::Errand;
use super::members::INSTALLATION;
use super::refused::refused_at;
use super::register_passkey::passkeys_of;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, kept_nouns};

/// What one-time codes are named by: an account has them once.
const ONE_TIME_CODES: &str = "one-time-codes";

/// The ways in that were added since the first link that counts at this operator was used: whoever had the link may have
/// added them. In the order of their kinds.
pub(super) fn ways_in_question(
    store: &dyn SystemOfRecord,
    operator: &str,
    account: &Account,
) -> Result<Vec<WayIn>, ActionError> {
    let counting = account.link_holders.iter().filter(|holder| holder.counts_at(operator));
    let Some(since) = counting.map(|holder| holder.at).min() else { return Ok(Vec::new()) };
    let mut found = ways_in(store, account)?;
    found.retain(|way| way.may_be_since(since));
    Ok(found)
}

/// What goes with the ways into an account that nobody named as theirs.
pub(super) struct Taken {
    /// What is written for it, beside the account.
    pub(super) writes: Vec<RecordWrite>,
    /// Whether there is still a way to sign in.
    pub(super) leaves_a_way: bool,
}

/// What goes so that only those of the ways in that are named stay; the account is changed with them.
///
/// Whoever names one that is not there has another account in mind, or looked at it before it moved: it is refused.
pub(super) fn without_the_unnamed(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    in_question: &[WayIn],
    keeps: &[String],
    after: &mut Account,
) -> Result<Taken, ActionError> {
    if let Some(unknown) = keeps.iter().find(|id| !in_question.iter().any(|way| way.id == **id)) {
        return Err(refused_at("keeps")(text!("ends-way-in-unknown", id = unknown).into()));
    }
    let leaving: Vec<&WayIn> = in_question.iter().filter(|way| !keeps.contains(&way.id)).collect();
    let leaves = |id: &str| leaving.iter().any(|way| way.id == id);
    let (mut writes, mut has_secret) = (Vec::new(), false);
    if let Some((kept, before)) = held(store, &after.name)? {
        let mut held = before.clone();
        if leaves(ONE_TIME_CODES) {
            (held.one_time, held.recovery) = (None, Vec::new());
        }
        held.passkeys.retain(|key| !leaves(&Credential::of_passkey(key)));
        has_secret = held.password.is_some() || !held.passkeys.is_empty();
        if held != before {
            writes.push(kept.replaced_by(&Credential::Account(held)));
        }
    }
    after.identities.retain(|identity| !leaves(&Credential::of_identity(identity)));
    for way in &leaving {
        match way.kind {
            WayInKind::OneTimeCodes => {}
            WayInKind::Passkey | WayInKind::Identity => {
                let kept: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &way.id)?;
                writes.extend(kept.map(|kept| kept.taken_away()));
            }
            WayInKind::Token => writes.extend(revoked(store, errand, after, way)?),
        }
    }
    let leaves_a_way = has_secret || !after.identities.is_empty();
    Ok(Taken { writes, leaves_a_way })
}

/// The token's record once it is revoked.
fn revoked(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    account: &Account,
    way: &WayIn,
) -> Result<Option<RecordWrite>, ActionError> {
    for home in &account.member_of {
        let id = way.id.trim_start_matches("token:");
        let kept: Option<KeptNoun<TokenRecord>> = kept_noun(store, home, id)?;
        if let Some(kept) = kept {
            let revoked = Some(Revoked { at: errand.at, by: errand.by.name.clone() });
            return Ok(Some(kept.replaced_by(&TokenRecord { revoked, ..kept.noun.clone() })));
        }
    }
    Ok(None)
}

/// Every way into the account beside its password.
fn ways_in(store: &dyn SystemOfRecord, account: &Account) -> Result<Vec<WayIn>, ActionError> {
    let way = |id, kind, name, added_at| WayIn { id, kind, name, added_at };
    let mut found = Vec::new();
    for passkey in passkeys_of(store, &account.name)? {
        let id = Credential::of_passkey(&passkey.key());
        found.push(way(id, WayInKind::Passkey, passkey.name, Some(passkey.made_at)));
    }
    if let Some(codes) = held(store, &account.name)?.and_then(|(_, held)| held.one_time) {
        let (id, since) = (ONE_TIME_CODES.to_owned(), Some(codes.enrolled_at));
        found.push(way(id, WayInKind::OneTimeCodes, String::new(), since));
    }
    for identity in &account.identities {
        let name = format!("{} {}", identity.issuer, identity.subject);
        let id = Credential::of_identity(identity);
        found.push(way(id, WayInKind::Identity, name, added_at(store, identity)?));
    }
    for home in &account.member_of {
        for token in kept_nouns::<TokenRecord>(store, home)?.into_iter().map(|kept| kept.noun) {
            if token.made_by == account.name && token.revoked.is_none() {
                let id = Credential::of_token(&token.id);
                found.push(way(id, WayInKind::Token, token.name, Some(token.made_at)));
            }
        }
    }
    Ok(found)
}

fn added_at(
    store: &dyn SystemOfRecord,
    identity: &ExternalIdentity,
) -> Result<Option<Timestamp>, ActionError> {
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_identity(identity))?;
    Ok(match kept.map(|kept| kept.noun) {
        Some(Credential::Identity(held)) => held.added_at,
        _ => None,
    })
}

/// What the account's owner has.
fn held(
    store: &dyn SystemOfRecord,
    name: &str,
) -> Result<Option<(KeptNoun<Credential>, AccountCredential)>, ActionError> {
    let kept: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &Credential::of_account(name))?;
    Ok(kept.and_then(|kept| match kept.noun.clone() {
        Credential::Account(held) => Some((kept, held)),
        _ => None,
    }))
}

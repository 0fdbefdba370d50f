//! Finds out who asks, by what they present: a session or a token.

use jiff::Timestamp;
use proofmark_access::{
    Account, Credential, Secret, Session, SessionSecret, Token, TokenRecord, rights_digest,
};
use proofmark_facts::{Actor, ActorKind, SystemOfRecord};
use proofmark_text::text;

use super::errand::Deed;
use super::members::{INSTALLATION, grants_of};
use super::open_session::{SESSION, put_session};
use super::refused::forbidden;
use super::replaced_session::{replace, replaced};
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun};

/// Who asks in a session.
#[derive(Debug, Clone)]
pub struct InSession {
    /// Who they are and what they were granted, as it is now.
    pub actor: Actor,
    /// Their account.
    pub account: Account,
    /// The session.
    pub session: Session,
    /// What they may do has changed since the session's secret was given out: give out another with `rotate_session`.
    pub rotate: bool,
}

/// Who asks in a session; `None`: there is no such session, or it has ended.
pub fn who_asks_in_session(
    store: &mut dyn SystemOfRecord,
    secret: &SessionSecret,
    at: Timestamp,
) -> Result<Option<InSession>, ActionError> {
    let Some(passing) = store.passing(SESSION, &secret.key(), at)? else { return Ok(None) };
    let Ok(session) = serde_json::from_str::<Session>(&passing.content) else { return Ok(None) };
    let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &session.account)?;
    let account = found.map(|kept| kept.noun);
    let Some(account) = account.filter(|one| one.may_sign_in() && session.stands(at, one.sessions_from))
    else {
        store.take_passing(SESSION, &secret.key(), at)?;
        return Ok(None);
    };
    let replaced = replaced(&*store, secret, at)?;
    if replaced == Some(false) {
        store.take_passing(SESSION, &secret.key(), at)?;
        return Ok(None);
    }
    if let (None, Some(used)) = (replaced, session.used(at)) {
        put_session(store, secret, &used)?;
    }
    let grants = grants_of(store, &account)?;
    let rotate = replaced.is_none() && rights_digest(&grants) != session.rights;
    let actor = Actor { name: account.name.clone(), kind: ActorKind::Person, grants };
    Ok(Some(InSession { actor, account, session, rotate }))
}

/// Gives a session another secret: what somebody may have got hold of before their rights rose is soon worth nothing. `None`:
/// another request at the same moment did so; its answer brings the new one.
pub fn rotate_session(
    store: &mut dyn SystemOfRecord,
    secret: &SessionSecret,
    found: &InSession,
    at: Timestamp,
    random: [u8; 32],
) -> Result<Option<SessionSecret>, ActionError> {
    let fresh = SessionSecret::new(&found.account.name, random);
    if !replace(store, secret, &fresh, at)? {
        return Ok(None);
    }
    let rights = rights_digest(&found.actor.grants);
    put_session(store, &fresh, &Session { rights, used_at: at, ..found.session.clone() })?;
    Ok(Some(fresh))
}

/// Who asks with a token. Its first use is written down.
pub fn who_asks_with_token(
    store: &mut dyn SystemOfRecord,
    sent: &Secret,
    at: Timestamp,
    with: &str,
) -> Result<Actor, ActionError> {
    let unknown = || ActionError::Forbidden(text!("access-token-unknown"));
    let token = Token::read(sent).map_err(forbidden)?;
    let credential: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_token(&token.id()))?;
    let Some(Credential::Token(kept)) = credential.map(|kept| kept.noun) else { return Err(unknown()) };
    if !token.is(&kept.digest) {
        return Err(unknown());
    }
    let record: KeptNoun<TokenRecord> = kept_noun(store, &kept.operator, &token.id())?.ok_or_else(unknown)?;
    record.noun.stands(at).map_err(forbidden)?;
    let maker: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &record.noun.made_by)?;
    let maker = maker.filter(|maker| maker.noun.may_sign_in());
    let maker = maker.ok_or_else(|| ActionError::Forbidden(text!("access-token-orphaned")))?;
    let mut grants = record.noun.grants_within(&grants_of(store, &maker.noun)?);
    grants.retain(|grant| grant.operator == kept.operator);
    let name = format!("token:{}", token.id());
    if record.noun.first_used_at.is_none() {
        let used = TokenRecord { first_used_at: Some(at), ..record.noun.clone() };
        let about = format!("tokens:{}", token.id());
        let deed = Deed {
            by: &name,
            at,
            with,
            operator: &kept.operator,
            about: &about,
            action: "use-token-first",
            outcome: None,
        };
        match deed.keep(store, vec![record.replaced_by(&used)]) {
            // Another request was first, at the same moment.
            Ok(()) | Err(ActionError::Moved(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Actor { name, kind: ActorKind::Token, grants })
}

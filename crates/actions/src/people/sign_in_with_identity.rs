//! Signs in whom a provider of identities vouches for; accepts an invitation or links an account the same way.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{
    Account, AccountState, AuthorizationRequest, Credential, Discovery, ExternalIdentity, IdentityCredential,
    IdentityProvider, LinkPurpose, LinkSecret, Secret, SessionSecret, SigningKeys, Strength, check_id_token,
};
use proofmark_facts::{Passing, RecordWrite, SystemOfRecord};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use super::accept_invitation::invited_by_link;
use super::add_identity_provider::provider_there;
use super::links::take_link;
use super::members::{INSTALLATION, account};
use super::open_session::open_session;
use super::sign_in_trouble::SignInTrouble;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, new_noun};

/// What is remembered of somebody who was sent to their provider.
const SENT: &str = "identity-sent";

/// How long they may take there.
const SENT_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// Why somebody is sent to their provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentityPurpose {
    /// To sign in.
    SignIn,
    /// To accept the invitation with this link, and sign in.
    Accept(String),
    /// To be known by this identity too: the account that is signed in.
    Link(String),
}

/// Somebody on their way to a provider. The browser must hold the state in a cookie and bring it back from there.
#[derive(Debug)]
pub struct SentToProvider {
    /// Where they are sent.
    pub address: String,
    /// The state: in the address, and in the cookie.
    pub state: Secret,
}

/// Somebody who came back: what the token endpoint must be asked with.
#[derive(Debug, Clone)]
pub struct BackFromProvider {
    /// The provider.
    pub provider: IdentityProvider,
    /// Our secret there, if it gave us one.
    pub client_secret: Option<Secret>,
    /// What they were sent with.
    pub request: AuthorizationRequest,
    /// Why.
    pub purpose: IdentityPurpose,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    provider: String,
    request: AuthorizationRequest,
    purpose: IdentityPurpose,
}

/// Random bytes for sending somebody to a provider.
#[derive(Debug)]
pub struct SendRandom {
    /// The state.
    pub state: [u8; 32],
    /// The nonce.
    pub nonce: [u8; 32],
    /// The verifier.
    pub verifier: [u8; 32],
}

/// Sends somebody to a provider.
pub fn send_to_provider(
    store: &mut dyn SystemOfRecord,
    provider: &str,
    discovery: &Discovery,
    redirect: &str,
    purpose: IdentityPurpose,
    at: Timestamp,
    random: &SendRandom,
) -> Result<SentToProvider, ActionError> {
    let kept = provider_there(store, provider)?;
    if discovery.issuer != kept.noun.issuer {
        let says = text!("access-discovery-malformed", issuer = &kept.noun.issuer);
        return Err(ActionError::Forbidden(says));
    }
    let request = AuthorizationRequest::new(random.nonce, random.verifier);
    let state = LinkSecret::new(random.state);
    let sent = Sent { provider: provider.to_owned(), request: request.clone(), purpose };
    let content = serde_json::to_string(&sent).expect("a request becomes JSON");
    let expires_at = at.checked_add(SENT_LASTS).unwrap_or(Timestamp::MAX);
    store.put_passing(&Passing { kind: SENT.into(), key: state.key(), content, expires_at })?;
    let state = state.to_text();
    let address = request.address(discovery, &kept.noun.client_id, redirect, &state);
    Ok(SentToProvider { address, state })
}

/// Takes somebody back, once. The caller has compared the state with the cookie's.
pub fn back_from_provider(
    store: &mut dyn SystemOfRecord,
    state: &str,
    at: Timestamp,
) -> Result<BackFromProvider, ActionError> {
    let lapsed = || ActionError::NotFound(text!("access-sign-in-lapsed"));
    let state = LinkSecret::read(state).ok_or_else(lapsed)?;
    let passing = store.take_passing(SENT, &state.key(), at)?.ok_or_else(lapsed)?;
    let sent: Sent = serde_json::from_str(&passing.content).map_err(|_| lapsed())?;
    let provider = provider_there(store, &sent.provider)?.noun;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_provider(&provider.id))?;
    let client_secret = match kept.map(|kept| kept.noun) {
        Some(Credential::Provider(credential)) => Some(credential.client_secret()),
        _ => None,
    };
    Ok(BackFromProvider { provider, client_secret, request: sent.request, purpose: sent.purpose })
}

/// Signs in by the ID token the provider gave, with the provider's keys.
pub fn sign_in_with_identity(
    store: &mut dyn SystemOfRecord,
    back: &BackFromProvider,
    id_token: &Secret,
    keys: &SigningKeys,
    at: Timestamp,
    with: &str,
    random: [u8; 32],
) -> Result<SessionSecret, SignInTrouble> {
    let provider = &back.provider;
    let claims =
        check_id_token(keys, id_token, &provider.issuer, &provider.client_id, &back.request.nonce, at)
            .map_err(|refusal| SignInTrouble::Wrong(refusal.says))?;
    let known: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_identity(&claims.identity))?;
    let moment = (at, with, random);
    match (&back.purpose, known.map(|kept| kept.noun)) {
        (IdentityPurpose::SignIn | IdentityPurpose::Link(_), Some(Credential::Identity(credential))) => {
            let kept = account(store, &credential.account)?;
            let another = matches!(&back.purpose, IdentityPurpose::Link(name) if *name != credential.account);
            if another || !kept.noun.may_sign_in() {
                return Err(SignInTrouble::Wrong(text!("access-identity-taken")));
            }
            open_session(store, &kept.noun, Strength::Identity, vec![], moment).map_err(Into::into)
        }
        (IdentityPurpose::SignIn, _) => Err(SignInTrouble::Wrong(text!("access-identity-unknown"))),
        (IdentityPurpose::Link(name), None) => {
            let kept = account(store, name)?;
            if !kept.noun.may_sign_in() {
                return Err(SignInTrouble::wrong());
            }
            let (after, records) = with_identity(&kept, &claims.identity, at);
            open_session(store, &after, Strength::Identity, records, moment).map_err(Into::into)
        }
        (IdentityPurpose::Accept(link), None) => {
            let invited = invited_by_link(store, link, at)?;
            let kept = account(store, &invited.name)?;
            let taken = take_link(store, link, LinkPurpose::Invitation, at)?;
            let (after, records) = with_identity(&kept, &claims.identity, at);
            open_session(store, &after, Strength::Identity, records, moment).or_else(|error| {
                taken.put_back(store)?;
                Err(error.into())
            })
        }
        (IdentityPurpose::Accept(_) | IdentityPurpose::Link(_), Some(_)) => {
            Err(SignInTrouble::Wrong(text!("access-identity-taken")))
        }
    }
}

/// The account known by this identity from now on, and the records that say so.
fn with_identity(
    kept: &KeptNoun<Account>,
    identity: &ExternalIdentity,
    at: Timestamp,
) -> (Account, Vec<RecordWrite>) {
    let mut after = kept.noun.clone();
    if after.state == AccountState::Invited {
        after.state = AccountState::Active;
        after.sessions_from = at;
    }
    after.identities.push(identity.clone());
    let credential = IdentityCredential { account: after.name.clone(), identity: identity.clone() };
    let records = vec![kept.replaced_by(&after), new_noun(INSTALLATION, &Credential::Identity(credential))];
    (after, records)
}

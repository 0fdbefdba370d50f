//! Signs in whom a provider of identities vouches for; accepts an invitation or links an account the same way.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{
    Account, AuthorizationRequest, Credential, Discovery, ExternalIdentity, IdentityCredential,
    IdentityProvider, LinkPurpose, LinkSecret, Secret, SessionSecret, SigningKeys, Strength, check_id_token,
};
use proofmark_facts::{Passing, RecordWrite, Sha256, SystemOfRecord};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use super::accept_invitation::{come_in, invited_by_link};
use super::add_identity_provider::provider_open;
use super::kept_secrets::{open, provider_purpose};
use super::links::take_link;
use super::members::{INSTALLATION, account};
use super::open_session::open_session;
use super::sign_in_trouble::SignInTrouble;
use crate::error::ActionError;
use crate::notices::Strongbox;
use crate::record::{KeptNoun, kept_noun, new_noun};

/// What is remembered of somebody who was sent to their provider.
const SENT: &str = "identity-sent";

/// How long they may take there.
const SENT_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// What those sent from an address are counted as, and how many may be within that time: a house full of people behind
/// one address comes to work, and nobody fills the store.
const SENT_COUNT: &str = "identity-sent-count";
const MOST_SENT: u64 = 300;

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
    /// The path they wanted to go to.
    pub next: String,
    /// When they were sent.
    pub sent_at: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    provider: String,
    request: AuthorizationRequest,
    purpose: IdentityPurpose,
    at: Timestamp,
    #[serde(default)]
    next: String,
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

/// Who is sent where, and why.
#[derive(Debug)]
pub struct SendOrder<'a> {
    /// The provider's id.
    pub provider: &'a str,
    /// What it says about itself.
    pub discovery: &'a Discovery,
    /// Where it sends them back to.
    pub redirect: &'a str,
    /// Why.
    pub purpose: IdentityPurpose,
    /// The path they wanted to go to.
    pub next: &'a str,
    /// Where they are: the address their request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
    /// Randomness.
    pub random: SendRandom,
}

/// The provider of this id, as those who come from it see it.
pub fn identity_provider(
    store: &dyn SystemOfRecord,
    provider: &str,
) -> Result<IdentityProvider, ActionError> {
    provider_open(store, provider)
}

/// Sends somebody to a provider. Strangers may ask for it, so each address has so many ways at once and no more.
pub fn send_to_provider(
    store: &mut dyn SystemOfRecord,
    order: SendOrder<'_>,
) -> Result<SentToProvider, SignInTrouble> {
    let provider = provider_open(store, order.provider)?;
    if order.discovery.issuer != provider.issuer {
        let says = text!("access-discovery-malformed", issuer = &provider.issuer);
        return Err(ActionError::Forbidden(says).into());
    }
    let expires_at = order.at.checked_add(SENT_LASTS).unwrap_or(Timestamp::MAX);
    let address = Sha256::of(order.address.as_bytes()).to_string();
    if store.count_passing(SENT_COUNT, &address, order.at, expires_at)? > MOST_SENT {
        let minutes = SENT_LASTS.as_mins().unsigned_abs();
        let says = text!("access-throttled", minutes = minutes);
        return Err(SignInTrouble::Throttled { retry_after_seconds: minutes * 60, says });
    }
    let request = AuthorizationRequest::new(order.random.nonce, order.random.verifier);
    let state = LinkSecret::new(order.random.state);
    let sent = Sent {
        provider: provider.id.clone(),
        request: request.clone(),
        purpose: order.purpose,
        at: order.at,
        next: order.next.to_owned(),
    };
    let content = serde_json::to_string(&sent).expect("a request becomes JSON");
    store.put_passing(&Passing { kind: SENT.into(), key: state.key(), content, expires_at })?;
    let state = state.to_text();
    let address = request.address(order.discovery, &provider.client_id, order.redirect, &state);
    Ok(SentToProvider { address, state })
}

/// Takes somebody back, once. The caller has compared the state with the cookie's.
pub fn back_from_provider(
    store: &mut dyn SystemOfRecord,
    strongbox: &dyn Strongbox,
    state: &str,
    at: Timestamp,
) -> Result<BackFromProvider, ActionError> {
    let lapsed = || ActionError::NotFound(text!("access-sign-in-lapsed"));
    let state = LinkSecret::read(state).ok_or_else(lapsed)?;
    let passing = store.take_passing(SENT, &state.key(), at)?.ok_or_else(lapsed)?;
    let sent: Sent = serde_json::from_str(&passing.content).map_err(|_| lapsed())?;
    let provider = provider_open(store, &sent.provider)?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_provider(&provider.id))?;
    let client_secret = match kept.map(|kept| kept.noun) {
        Some(Credential::Provider(held)) => {
            Some(open(strongbox, &provider_purpose(&provider.id), &held.client_secret)?)
        }
        _ => None,
    };
    let Sent { request, purpose, next, at: sent_at, .. } = sent;
    Ok(BackFromProvider { provider, client_secret, request, purpose, next, sent_at })
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
            // The session in which it was asked for must not have ended meanwhile: whoever was sent out of the account
            // does not come back into it this way.
            if !kept.noun.may_sign_in() || kept.noun.sessions_from > back.sent_at {
                return Err(SignInTrouble::wrong());
            }
            let (after, records) = with_identity(&kept, kept.noun.clone(), &claims.identity, at);
            open_session(store, &after, Strength::Identity, records, moment).map_err(Into::into)
        }
        (IdentityPurpose::Accept(link), None) => {
            let invited = invited_by_link(store, link, at)?;
            let kept = account(store, &invited.name)?;
            let taken = take_link(store, link, LinkPurpose::Invitation, at)?;
            let came_in = come_in(&kept.noun, &taken.link, at);
            let (after, records) = with_identity(&kept, came_in, &claims.identity, at);
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
    mut after: Account,
    identity: &ExternalIdentity,
    at: Timestamp,
) -> (Account, Vec<RecordWrite>) {
    after.identities.push(identity.clone());
    let added_at = Some(at);
    let credential = IdentityCredential { account: after.name.clone(), identity: identity.clone(), added_at };
    let records = vec![kept.replaced_by(&after), new_noun(INSTALLATION, &Credential::Identity(credential))];
    (after, records)
}

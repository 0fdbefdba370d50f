//! Signs in with a passkey.

use jiff::Timestamp;
use proofmark_access::{
    AssertionResponse, Challenge, Credential, Passkey, PasskeyCredential, RelyingParty, SessionSecret,
    Strength,
};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;
use serde_json::Value;

use super::attempts::{Attempt, count_attempt, note_failure, note_success};
use super::challenges::{Purpose, put_challenge, take_challenge};
use super::members::{INSTALLATION, account};
use super::open_session::open_session;
use super::sign_in_trouble::SignInTrouble;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun};

/// The browser's answer.
#[derive(Debug)]
pub struct PasskeySignInOrder<'a> {
    /// Us, as browsers know us.
    pub party: &'a RelyingParty,
    /// What `navigator.credentials.get` gave, as JSON.
    pub response: &'a [u8],
    /// Where they are: the address their request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The program, with its version.
    pub with: &'a str,
    /// Random bytes: the session's secret.
    pub session: [u8; 32],
}

/// What the browser is asked, as `PublicKeyCredential.parseRequestOptionsFromJSON` reads it. No account is named, so
/// that nobody learns from it which accounts have passkeys.
pub fn ask_for_passkey(
    store: &mut dyn SystemOfRecord,
    party: &RelyingParty,
    at: Timestamp,
    random: [u8; 32],
) -> Result<Value, ActionError> {
    let challenge = Challenge::new(random);
    put_challenge(store, &challenge, Purpose::SignIn, "", at)?;
    Ok(party.request_options(&challenge, &[]))
}

/// Signs in.
pub fn sign_in_with_passkey(
    store: &mut dyn SystemOfRecord,
    order: &PasskeySignInOrder<'_>,
) -> Result<SessionSecret, SignInTrouble> {
    let counted = counted_on(order.address);
    let attempt = Attempt { account: &counted, address: order.address, at: order.at, with: order.with };
    count_attempt(store, &attempt)?;
    match judge(store, order) {
        Ok((kept, mut credential, sign_count)) => {
            let owner = account(store, &credential.account)?;
            if !owner.noun.may_sign_in() {
                return Err(SignInTrouble::wrong());
            }
            let mut records = Vec::new();
            if credential.passkey.sign_count != sign_count {
                credential.passkey = Passkey { sign_count, ..credential.passkey };
                records.push(kept.replaced_by(&Credential::Passkey(credential)));
            }
            let moment = (order.at, order.with, order.session);
            let session = open_session(store, &owner.noun, Strength::Passkey, records, moment)?;
            note_success(store, &attempt)?;
            note_success(store, &Attempt { account: &owner.noun.name, ..attempt })?;
            Ok(session)
        }
        Err(SignInTrouble::Wrong(says)) => {
            note_failure(store, &attempt)?;
            Err(SignInTrouble::Wrong(says))
        }
        Err(other) => Err(other),
    }
}

/// What passkeys are counted on: their address alone. A passkey cannot be guessed, so nobody's account is counted, and
/// nobody can use up the attempts of others.
fn counted_on(address: &str) -> String {
    format!("passkeys:{address}")
}

/// The passkey that answered, as it is kept, and how often it has signed now.
fn judge(
    store: &mut dyn SystemOfRecord,
    order: &PasskeySignInOrder<'_>,
) -> Result<(KeptNoun<Credential>, PasskeyCredential, u32), SignInTrouble> {
    let wrong = |refusal: proofmark_access::Refusal| SignInTrouble::Wrong(refusal.says);
    let unknown = || SignInTrouble::Wrong(text!("access-passkey-unknown"));
    let response = AssertionResponse::read(order.response).map_err(wrong)?;
    let challenge = response.challenge().ok_or_else(unknown)?;
    take_challenge(store, &challenge, Purpose::SignIn, order.at)?
        .ok_or_else(|| SignInTrouble::Wrong(text!("access-passkey-challenge")))?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_passkey(&response.key()))?;
    let kept = kept.ok_or_else(unknown)?;
    let Credential::Passkey(credential) = kept.noun.clone() else { return Err(unknown()) };
    let used = response
        .check(order.party, &challenge, true, &credential.account, &credential.passkey)
        .map_err(wrong)?;
    Ok((kept, credential, used.sign_count))
}

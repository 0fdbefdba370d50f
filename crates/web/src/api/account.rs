//! One's own account: what lets one in, and taking it away again. Only a person who signed in themself does any of it.

use proofmark_access::{ExternalIdentity, RECOVERY_CODES, Secret};
use proofmark_actions::people::{
    Errand, SignInTrouble, ask_to_enrol_one_time_codes, change_password, enrol_one_time_codes,
    forget_identity, identities_of, passkeys_of, remove_passkey, sign_out_everywhere,
};
use proofmark_facts::ActorKind;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::house::random;
use crate::refusal::Refusal;

/// What codes are shown under in somebody's telephone.
const ISSUER: &str = "Proofmark";

/// What lets somebody into their account.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct AccountView {
    /// The name to sign in with.
    account: String,
    /// The passkeys.
    passkeys: Vec<PasskeyView>,
    /// The identities at providers.
    identities: Vec<IdentityView>,
}

/// A passkey.
#[derive(Debug, Serialize, JsonSchema)]
struct PasskeyView {
    /// What it is removed by.
    key: String,
    /// What its owner calls it.
    name: String,
}

/// An identity at a provider.
#[derive(Debug, Serialize, JsonSchema)]
struct IdentityView {
    /// The provider, as it names itself.
    issuer: String,
    /// Whom it says it is.
    subject: String,
}

/// Another password. It is shown nowhere.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordAsked {
    /// The password that holds now.
    old: String,
    /// The one that is to hold.
    new: String,
}

/// A secret for one-time codes, shown this once.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CodesBegun {
    /// The secret in letters (RFC 4648 section 6).
    secret: String,
    /// The same as an address authenticator apps read.
    uri: String,
}

/// The first code of a secret that was shown.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeAsked {
    /// The code.
    code: String,
}

/// Codes for when the telephone is lost, shown this once.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CodesProven {
    /// Each lets in once.
    recovery_codes: Vec<String>,
}

/// An identity that is no longer to let in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityAsked {
    /// The provider, as it names itself.
    issuer: String,
    /// Whom it says it is.
    subject: String,
}

/// What lets whoever asks into their account.
pub(crate) fn show_account(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let account = own_account(call)?;
    let passkeys = passkeys_of(&*call.store, &account)?;
    let identities = identities_of(&*call.store, &account)?;
    let passkeys =
        passkeys.iter().map(|passkey| PasskeyView { key: passkey.key(), name: passkey.name.clone() });
    let identities = identities
        .into_iter()
        .map(|identity| IdentityView { issuer: identity.issuer, subject: identity.subject });
    let (passkeys, identities) = (passkeys.collect(), identities.collect());
    Ok(Answer::json(&AccountView { account, passkeys, identities }))
}

/// Changes one's password; every session ends, this one too.
pub(crate) fn change_own_password(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let PasswordAsked { old, new } = call.json()?;
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let (old, new, salt) = (Secret::new(old), Secret::new(new), random(call.house)?);
    let address = call.asked.address.clone();
    match change_password(call.store, &errand, &old, new, &address, salt) {
        Ok(()) => Ok(Answer::json(&true).cookie(SetCookie::gone(CookieName::Session))),
        Err(SignInTrouble::Wrong(says)) => Err(Refusal::new(422, says)),
        Err(SignInTrouble::Throttled { retry_after_seconds, says }) => {
            Err(Refusal::new(429, says).again_after(retry_after_seconds))
        }
        Err(SignInTrouble::Action(error)) => Err(error.into()),
    }
}

/// A new secret for one-time codes; they are asked for once the first of them has proven that it arrived.
pub(crate) fn begin_one_time_codes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let secret =
        ask_to_enrol_one_time_codes(call.store, &errand, call.house.strongbox(), random(call.house)?)?;
    let uri = secret.to_uri(ISSUER, &actor.name).reveal().to_owned();
    let begun = CodesBegun { secret: secret.to_base32().reveal().to_owned(), uri };
    Ok(Answer::json(&begun).status(201).secret())
}

/// The first code: from then on one is asked for.
pub(crate) fn prove_one_time_codes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let CodeAsked { code } = call.json()?;
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let drawn: [u8; RECOVERY_CODES * 10] = random(call.house)?;
    let code = Secret::from(code.trim());
    let codes = enrol_one_time_codes(call.store, &errand, call.house.strongbox(), &code, &drawn)?;
    let recovery_codes = codes.iter().map(|code| code.reveal().to_owned()).collect();
    Ok(Answer::json(&CodesProven { recovery_codes }).status(201).secret())
}

/// Removes a passkey.
pub(crate) fn remove_own_passkey(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let key = call.name("key").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    remove_passkey(call.store, &errand, &key)?;
    Ok(Answer::json(&true))
}

/// Is known by an identity no longer.
pub(crate) fn forget_own_identity(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let IdentityAsked { issuer, subject } = call.json()?;
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    forget_identity(call.store, &errand, &ExternalIdentity { issuer, subject })?;
    Ok(Answer::json(&true))
}

/// Ends every session of one's own, this one too.
pub(crate) fn end_own_sessions(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let account = own_account(call)?;
    sign_out_everywhere(call.store, &account, call.now, call.house.program())?;
    Ok(Answer::json(&true).cookie(SetCookie::gone(CookieName::Session)))
}

/// The account of the person who asks.
fn own_account(call: &Call<'_>) -> Result<String, Refusal> {
    let actor = call.actor();
    if actor.kind == ActorKind::Person {
        return Ok(actor.name);
    }
    Err(Refusal::new(403, text!("access-in-person")))
}

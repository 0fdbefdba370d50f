//! Registers a passkey for whoever is signed in.

use proofmark_access::{
    AccountCredential, Challenge, Credential, Passkey, PasskeyCredential, RegisteredPasskey,
    RegistrationResponse, RelyingParty,
};
use proofmark_facts::{ActorKind, SystemOfRecord};
use proofmark_text::text;
use serde_json::Value;

use super::challenges::{Purpose, put_challenge, take_challenge};
use super::errand::{Errand, about_account};
use super::members::{INSTALLATION, account};
use super::refused::{forbidden, refused_at};
use crate::error::ActionError;
use crate::record::{KeptNoun, instead, kept_noun, new_noun};

/// Passkeys a person may have.
const MOST_PASSKEYS: usize = 20;

/// What the browser is asked, as `PublicKeyCredential.parseCreationOptionsFromJSON` reads it.
pub fn ask_to_register_passkey(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    party: &RelyingParty,
    random: [u8; 32],
) -> Result<Value, ActionError> {
    in_person(errand)?;
    let owner = account(store, &errand.by.name)?;
    let challenge = Challenge::new(random);
    put_challenge(store, &challenge, Purpose::Register, &owner.noun.name, errand.at)?;
    let has = passkeys_of(store, &owner.noun.name)?;
    Ok(party.creation_options(&challenge, &owner.noun.name, &owner.noun.display_name, &has))
}

/// Registers the passkey the browser made.
pub fn register_passkey(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    party: &RelyingParty,
    response: &[u8],
    name: &str,
) -> Result<RegisteredPasskey, ActionError> {
    in_person(errand)?;
    let wrong = || ActionError::Forbidden(text!("access-passkey-challenge"));
    let plain = (1..=100).contains(&name.trim().len()) && !name.chars().any(char::is_control);
    if !plain {
        return Err(refused_at("name")(text!("access-passkey-name").into()));
    }
    let owner = account(store, &errand.by.name)?;
    let response = RegistrationResponse::read(response).map_err(refused_at("response"))?;
    let challenge = response.challenge().ok_or_else(wrong)?;
    let asked = take_challenge(store, &challenge, Purpose::Register, errand.at)?;
    if asked.as_deref() != Some(owner.noun.name.as_str()) {
        return Err(wrong());
    }
    let registered = response.register(party, &challenge, true, name.trim(), errand.at).map_err(forbidden)?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&owner.noun.name))?;
    let mut held = match kept.as_ref().map(|kept| kept.noun.clone()) {
        Some(Credential::Account(held)) => held,
        _ => AccountCredential::none(&owner.noun.name),
    };
    if held.passkeys.len() >= MOST_PASSKEYS {
        return Err(ActionError::Forbidden(text!("access-passkeys-many", most = MOST_PASSKEYS)));
    }
    held.passkeys.push(registered.passkey.key());
    let passkey = PasskeyCredential { account: owner.noun.name.clone(), passkey: registered.passkey.clone() };
    // A passkey somebody has registered already is refused by the condition that there be none of its name.
    let records = vec![
        new_noun(INSTALLATION, &Credential::Passkey(passkey)),
        instead(INSTALLATION, kept.as_ref(), &Credential::Account(held)),
    ];
    errand.deed(INSTALLATION, &about_account(&owner.noun.name), "register-passkey").keep(store, records)?;
    Ok(registered)
}

/// The passkeys of an account: their owner sees their names.
pub fn passkeys_of(store: &dyn SystemOfRecord, account: &str) -> Result<Vec<Passkey>, ActionError> {
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(account))?;
    let Some(Credential::Account(held)) = kept.map(|kept| kept.noun) else { return Ok(Vec::new()) };
    let mut passkeys = Vec::new();
    for key in held.passkeys {
        let kept: Option<KeptNoun<Credential>> =
            kept_noun(store, INSTALLATION, &Credential::of_passkey(&key))?;
        if let Some(Credential::Passkey(credential)) = kept.map(|kept| kept.noun) {
            passkeys.push(credential.passkey);
        }
    }
    Ok(passkeys)
}

/// Takes a passkey of one's own away.
pub fn remove_passkey(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    key: &str,
) -> Result<(), ActionError> {
    in_person(errand)?;
    let unknown = || ActionError::NotFound(text!("access-passkey-unknown"));
    let kept: KeptNoun<Credential> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&errand.by.name))?.ok_or_else(unknown)?;
    let passkey: KeptNoun<Credential> =
        kept_noun(store, INSTALLATION, &Credential::of_passkey(key))?.ok_or_else(unknown)?;
    let Credential::Account(mut held) = kept.noun.clone() else { return Err(unknown()) };
    if !held.passkeys.iter().any(|one| one == key) {
        return Err(unknown());
    }
    held.passkeys.retain(|one| one != key);
    let records = vec![passkey.taken_away(), kept.replaced_by(&Credential::Account(held))];
    errand.deed(INSTALLATION, &about_account(&errand.by.name), "remove-passkey").keep(store, records)
}

/// Only a person who signed in changes what they sign in with: never a token in their place.
pub(super) fn in_person(errand: &Errand<'_>) -> Result<(), ActionError> {
    if errand.by.kind == ActorKind::Person {
        return Ok(());
    }
    Err(ActionError::Forbidden(text!("access-in-person")))
}

/// No program gets a link into somebody's account: it would become a person by it, and sign what it proposed.
pub(super) fn no_program(errand: &Errand<'_>) -> Result<(), ActionError> {
    if errand.by.kind == ActorKind::Local { Ok(()) } else { in_person(errand) }
}

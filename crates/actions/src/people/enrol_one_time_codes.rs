//! Enrols one-time codes from a telephone, and gives out recovery codes.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{
    AccountCredential, Credential, KeptSecret, OneTimeCodes, OneTimeSecret, RECOVERY_CODES, Secret,
    recovery_codes, recovery_digest,
};
use proofmark_facts::{Passing, SystemOfRecord};
use proofmark_text::text;

use super::errand::{Errand, about_account};
use super::kept_secrets::{codes_purpose, open, seal};
use super::members::{INSTALLATION, account};
use super::refused::refused_at;
use super::register_passkey::in_person;
use crate::error::ActionError;
use crate::notices::Strongbox;
use crate::record::{KeptNoun, instead, kept_noun};

/// What a secret is kept as until its first code came.
const ENROLMENT: &str = "one-time-enrolment";

/// How long somebody may take to photograph it.
const ENROLMENT_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// A new secret, to be shown to its owner. It counts once a code of it came back.
pub fn ask_to_enrol_one_time_codes(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    strongbox: &dyn Strongbox,
    random: [u8; 20],
) -> Result<OneTimeSecret, ActionError> {
    in_person(errand)?;
    let owner = account(store, &errand.by.name)?;
    let secret = OneTimeSecret::new(random);
    let sealed = seal(strongbox, &codes_purpose(&owner.noun.name), &secret.to_base32())?;
    let content = serde_json::to_string(&sealed).expect("a text becomes JSON");
    let expires_at = errand.at.checked_add(ENROLMENT_LASTS).unwrap_or(Timestamp::MAX);
    store.put_passing(&Passing { kind: ENROLMENT.into(), key: owner.noun.name, content, expires_at })?;
    Ok(secret)
}

/// Enrols the secret that was shown, proven by its first code. The recovery codes are shown this once.
pub fn enrol_one_time_codes(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    strongbox: &dyn Strongbox,
    code: &Secret,
    random: &[u8; RECOVERY_CODES * 10],
) -> Result<Vec<Secret>, ActionError> {
    in_person(errand)?;
    let owner = account(store, &errand.by.name)?;
    let name = owner.noun.name;
    let lapsed = || ActionError::NotFound(text!("access-enrolment-lapsed"));
    let passing = store.passing(ENROLMENT, &name, errand.at)?.ok_or_else(lapsed)?;
    let sealed: KeptSecret = serde_json::from_str(&passing.content).map_err(|_| lapsed())?;
    let letters = open(strongbox, &codes_purpose(&name), &sealed)?;
    let secret = OneTimeSecret::of_base32(&letters).ok_or_else(lapsed)?;
    let last_used = secret.check(code, errand.at, None).map_err(refused_at("code"))?;
    let codes = recovery_codes(random);
    let kept: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &Credential::of_account(&name))?;
    let held = match kept.as_ref().map(|kept| kept.noun.clone()) {
        Some(Credential::Account(held)) => held,
        _ => AccountCredential::none(&name),
    };
    let enrolled = AccountCredential {
        one_time: Some(OneTimeCodes { secret: sealed, last_used, enrolled_at: errand.at }),
        recovery: codes.iter().map(recovery_digest).collect(),
        ..held
    };
    let records = vec![instead(INSTALLATION, kept.as_ref(), &Credential::Account(enrolled))];
    errand.deed(INSTALLATION, &about_account(&name), "enrol-one-time-codes").keep(store, records)?;
    store.take_passing(ENROLMENT, &name, errand.at)?;
    Ok(codes)
}

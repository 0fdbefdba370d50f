//! Completes a sign-in with a one-time code or a recovery code.

use jiff::Timestamp;
use proofmark_access::{
    AccountCredential, Credential, LinkSecret, OneTimeCodes, OneTimeSecret, Secret, SessionSecret, Strength,
    find_recovery_code,
};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::attempts::{Attempt, count_attempt, note_failure, note_success};
use super::kept_secrets::{codes_purpose, open, seal};
use super::members::{INSTALLATION, account};
use super::open_session::open_session;
use super::sign_in::{HALFWAY, Halfway};
use super::sign_in_trouble::SignInTrouble;
use crate::notices::Strongbox;
use crate::record::{KeptNoun, kept_noun};

/// The code somebody halfway in gives.
#[derive(Debug)]
pub struct CodeOrder<'a> {
    /// What they were given when their password was right.
    pub halfway: &'a str,
    /// The code: from the telephone, or one of the recovery codes.
    pub code: Secret,
    /// Where they are: the address their request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The program, with its version.
    pub with: &'a str,
    /// Random bytes: the session's secret.
    pub session: [u8; 32],
}

/// Signs in whose password was right already.
///
/// Codes are counted apart from passwords: whoever has a stolen password starts no new count by signing in halfway again.
pub fn sign_in_with_code(
    store: &mut dyn SystemOfRecord,
    strongbox: &dyn Strongbox,
    order: &CodeOrder<'_>,
) -> Result<SessionSecret, SignInTrouble> {
    let lapsed = || SignInTrouble::Wrong(text!("access-sign-in-lapsed"));
    let secret = LinkSecret::read(order.halfway).ok_or_else(lapsed)?;
    let passing = store.passing(HALFWAY, &secret.key(), order.at)?.ok_or_else(lapsed)?;
    let halfway: Halfway = serde_json::from_str(&passing.content).map_err(|_| lapsed())?;
    let counted = format!("code:{}", halfway.account);
    let attempt = Attempt { account: &counted, address: order.address, at: order.at, with: order.with };
    count_attempt(store, &attempt)?;

    let kept = account(store, &halfway.account)?;
    let credential: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&kept.noun.name))?;
    let (Some(credential), true) = (credential, kept.noun.may_sign_in()) else { return Err(lapsed()) };
    let Credential::Account(held) = credential.noun.clone() else { return Err(lapsed()) };
    let used = match use_code(strongbox, held, &order.code, order.at) {
        Ok(used) => used,
        Err(SignInTrouble::Wrong(says)) => {
            note_failure(store, &attempt)?;
            return Err(SignInTrouble::Wrong(says));
        }
        Err(other) => return Err(other),
    };
    // The condition on the credential's record lets one of two who give the same code at once in.
    let records = vec![credential.replaced_by(&Credential::Account(used))];
    let moment = (order.at, order.with, order.session);
    let session = open_session(store, &kept.noun, Strength::TwoFactors, records, moment)?;
    store.take_passing(HALFWAY, &secret.key(), order.at)?;
    note_success(store, &attempt)?;
    let password = Attempt { account: &halfway.account, ..attempt };
    note_success(store, &password)?;
    Ok(session)
}

/// The credential once the code is used up. A recovery code needs no secret of ours: it helps where the key that sealed
/// the codes was lost.
fn use_code(
    strongbox: &dyn Strongbox,
    held: AccountCredential,
    code: &Secret,
    at: Timestamp,
) -> Result<AccountCredential, SignInTrouble> {
    let wrong = || SignInTrouble::Wrong(text!("access-code-wrong"));
    let Some(codes) = held.one_time.clone() else { return Err(wrong()) };
    if let Some(found) = find_recovery_code(&held.recovery, code) {
        let mut recovery = held.recovery.clone();
        recovery.remove(found);
        return Ok(AccountCredential { recovery, ..held });
    }
    let purpose = codes_purpose(&held.account);
    let letters = open(strongbox, &purpose, &codes.secret)?;
    let shared = OneTimeSecret::of_base32(&letters).ok_or_else(wrong)?;
    let last_used = shared
        .check(code, at, Some(codes.last_used))
        .map_err(|refusal| SignInTrouble::Wrong(refusal.says))?;
    // Kept in the clear by an earlier version: sealed now that it is written anyhow.
    let secret =
        if codes.secret.is_clear() { seal(strongbox, &purpose, &letters)? } else { codes.secret.clone() };
    Ok(AccountCredential { one_time: Some(OneTimeCodes { secret, last_used, ..codes }), ..held })
}

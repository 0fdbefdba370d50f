//! Signs in with name and password; who has a second factor is asked for it next.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{
    Account, AccountCredential, Credential, LinkSecret, PasswordCheck, PasswordHash, Secret, SessionSecret,
    Strength,
};
use proofmark_facts::{Passing, RecordWrite, SystemOfRecord};
use serde::{Deserialize, Serialize};

use super::attempts::{Attempt, count_attempt, note_failure, note_success};
use super::members::INSTALLATION;
use super::open_session::open_session;
use super::sign_in_trouble::SignInTrouble;
use crate::record::{KeptNoun, kept_noun};

/// What somebody halfway in is kept as.
pub(super) const HALFWAY: &str = "sign-in-halfway";

/// How long they may take to find their telephone.
const HALFWAY_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// Who signs in.
#[derive(Debug)]
pub struct SignInOrder<'a> {
    /// The name they typed.
    pub account: &'a str,
    /// The password they typed.
    pub password: Secret,
    /// Where they are: the address their request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The program, with its version.
    pub with: &'a str,
    /// Random bytes: the session's secret.
    pub session: [u8; 32],
    /// Random bytes: a new salt, if the password must be hashed anew.
    pub salt: [u8; 16],
}

/// How far somebody came.
#[derive(Debug)]
pub enum SignedIn {
    /// They are in.
    In(SessionSecret),
    /// The password was right; they are asked for a code, with this secret.
    Halfway(LinkSecret),
}

/// Whose password was right.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Halfway {
    /// The account.
    pub(super) account: String,
}

/// Signs in.
pub fn sign_in(store: &mut dyn SystemOfRecord, order: &SignInOrder<'_>) -> Result<SignedIn, SignInTrouble> {
    let typed = order.account.trim().to_ascii_lowercase();
    let attempt = Attempt { account: &typed, address: order.address, at: order.at, with: order.with };
    count_attempt(store, &attempt)?;
    let Some((account, credential, check)) = judge(store, &typed, &order.password)? else {
        note_failure(store, &attempt)?;
        return Err(SignInTrouble::wrong());
    };
    let Credential::Account(mut held) = credential.noun.clone() else { return Err(SignInTrouble::wrong()) };
    if held.has_second_factor() {
        return halfway(store, &account, order);
    }
    let mut records: Vec<RecordWrite> = Vec::new();
    if check == PasswordCheck::RightButWeaklyKept {
        held.password = Some(PasswordHash::renew(&order.password, order.salt));
        records.push(credential.replaced_by(&Credential::Account(held)));
    }
    let moment = (order.at, order.with, order.session);
    let secret = open_session(store, &account, Strength::Password, records, moment)?;
    note_success(store, &attempt)?;
    Ok(SignedIn::In(secret))
}

/// Holds the password against the account's, or against nobody's: it takes as long whether there is such an account.
fn judge(
    store: &dyn SystemOfRecord,
    typed: &str,
    password: &Secret,
) -> Result<Option<(Account, KeptNoun<Credential>, PasswordCheck)>, SignInTrouble> {
    // What can be no account's name is not looked up.
    let name = Account::check_name(typed).unwrap_or_default();
    let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &name)?;
    let credential: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&name))?;
    let kept = match credential.as_ref().map(|kept| &kept.noun) {
        Some(Credential::Account(AccountCredential { password: Some(password), .. })) => password,
        _ => PasswordHash::of_nobody(),
    };
    let check = kept.check(password);
    match (found, credential) {
        (Some(account), Some(credential)) if account.noun.may_sign_in() && check != PasswordCheck::Wrong => {
            Ok(Some((account.noun, credential, check)))
        }
        _ => Ok(None),
    }
}

/// Remembers whose password was right until the code comes.
fn halfway(
    store: &mut dyn SystemOfRecord,
    account: &Account,
    order: &SignInOrder<'_>,
) -> Result<SignedIn, SignInTrouble> {
    let secret = LinkSecret::new(order.session);
    let halfway = Halfway { account: account.name.clone() };
    let content = serde_json::to_string(&halfway).expect("a name becomes JSON");
    let expires_at = order.at.checked_add(HALFWAY_LASTS).unwrap_or(Timestamp::MAX);
    store.put_passing(&Passing { kind: HALFWAY.into(), key: secret.key(), content, expires_at })?;
    Ok(SignedIn::Halfway(secret))
}

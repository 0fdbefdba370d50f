//! Is known by an identity no longer: one's own account, as long as there is another way in.

use proofmark_access::{Account, Credential, ExternalIdentity};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Errand, about_account, there};
use super::members::{INSTALLATION, account};
use super::register_passkey::in_person;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun};

/// Who an account is at providers of identities.
pub fn identities_of(store: &dyn SystemOfRecord, name: &str) -> Result<Vec<ExternalIdentity>, ActionError> {
    account(store, name).map(|kept| kept.noun.identities)
}

/// Forgets an identity of one's own account. The last way in is kept.
pub fn forget_identity(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    identity: &ExternalIdentity,
) -> Result<(), ActionError> {
    in_person(errand)?;
    let owner = account(store, &errand.by.name)?;
    let unknown = || text!("access-identity-unknown");
    let kept: KeptNoun<Credential> =
        there(kept_noun(store, INSTALLATION, &Credential::of_identity(identity))?, unknown)?;
    let own = matches!(&kept.noun, Credential::Identity(held) if held.account == owner.noun.name);
    if !own {
        return Err(ActionError::NotFound(unknown()));
    }
    let mut after: Account = owner.noun.clone();
    after.identities.retain(|one| one != identity);
    if after.identities.is_empty() && !has_secret(store, &after.name)? {
        return Err(ActionError::Forbidden(text!("identity-last-way-in")));
    }
    let about = about_account(&after.name);
    let records = vec![owner.replaced_by(&after), kept.taken_away()];
    errand.deed(INSTALLATION, &about, "forget-identity").keep(store, records)
}

/// Whether a password or a passkey lets them in.
pub(super) fn has_secret(store: &dyn SystemOfRecord, name: &str) -> Result<bool, ActionError> {
    let held: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &Credential::of_account(name))?;
    Ok(matches!(
        held.map(|kept| kept.noun),
        Some(Credential::Account(held)) if held.password.is_some() || !held.passkeys.is_empty()
    ))
}

//! Chooses a new password: by a link an administrator made, or knowing the old one.

use jiff::Timestamp;
use proofmark_access::{
    Account, AccountCredential, Credential, LinkHolder, LinkPurpose, LinkSecret, NewPassword, OneTimeLink,
    PasswordCheck, Secret, SessionSecret,
};
use proofmark_facts::{ActorKind, RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::answer_for::check_answers_for;
use super::attempts::{Attempt, count_attempt};
use super::errand::{Deed, Errand, about_account};
use super::links::{look_at_link, put_link, take_link};
use super::members::{INSTALLATION, account};
use super::open_session::SESSION;
use super::refused::refused_at;
use super::register_passkey::{in_person, no_program};
use super::sign_in_trouble::SignInTrouble;
use crate::error::ActionError;
use crate::record::{KeptNoun, instead, kept_noun};

/// A link for somebody who has forgotten their password. A second factor stays what it was.
///
/// Whoever makes it has it in hand, so the two count as one person once it is used, until somebody else says that the
/// account is in its owner's hands: see [`super::confirm_person()`].
pub fn make_reset_link(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
    random: [u8; 32],
) -> Result<LinkSecret, ActionError> {
    let kept = check_answers_for(store, errand, name)?;
    no_program(errand)?;
    if !kept.noun.may_sign_in() {
        return Err(ActionError::Moved(text!("access-not-active", account = name)));
    }
    errand.deed(INSTALLATION, &about_account(name), "make-reset-link").keep(store, vec![])?;
    let secret = LinkSecret::new(random);
    let held_by =
        (errand.by.kind == ActorKind::Person && errand.by.name != name).then(|| errand.by.name.clone());
    let link = OneTimeLink {
        purpose: LinkPurpose::Reset,
        account: name.to_owned(),
        made_by: errand.by.name.clone(),
        made_at: errand.at,
        held_by,
        alone_at: None,
    };
    put_link(store, &secret, &link)?;
    Ok(secret)
}

/// Takes the new password of whoever opened the link. All their sessions end.
pub fn reset_password(
    store: &mut dyn SystemOfRecord,
    link: &str,
    password: Secret,
    at: Timestamp,
    with: &str,
    salt: [u8; 16],
) -> Result<(), ActionError> {
    let looked_at = look_at_link(store, link, LinkPurpose::Reset, at)?;
    let owner = account(store, &looked_at.account)?;
    if !owner.noun.may_sign_in() {
        return Err(ActionError::NotFound(text!("access-no-link")));
    }
    let records = with_password(store, &owner, password, at, salt, looked_at.held_by.as_deref())?;
    let taken = take_link(store, link, LinkPurpose::Reset, at)?;
    let about = about_account(&owner.noun.name);
    let deed = Deed {
        by: &owner.noun.name,
        at,
        with,
        operator: INSTALLATION,
        about: &about,
        action: "reset-password",
        outcome: None,
    };
    if let Err(error) = deed.keep(store, records) {
        taken.put_back(store)?;
        return Err(error);
    }
    store.drop_passing(SESSION, &SessionSecret::keys_of(&owner.noun.name))?;
    Ok(())
}

/// Takes a new password from somebody who is signed in and knows the old one. All their sessions end.
pub fn change_password(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    old: &Secret,
    new: Secret,
    address: &str,
    salt: [u8; 16],
) -> Result<(), SignInTrouble> {
    in_person(errand)?;
    let owner = account(store, &errand.by.name)?;
    let counted = format!("password:{}", owner.noun.name);
    count_attempt(store, &Attempt { account: &counted, address, at: errand.at, with: errand.with })?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&owner.noun.name))?;
    let right = match kept.map(|kept| kept.noun) {
        Some(Credential::Account(AccountCredential { password: Some(kept), .. })) => {
            kept.check(old) != PasswordCheck::Wrong
        }
        _ => false,
    };
    if !right {
        return Err(SignInTrouble::wrong());
    }
    let records = with_password(store, &owner, new, errand.at, salt, None)?;
    errand.deed(INSTALLATION, &about_account(&owner.noun.name), "change-password").keep(store, records)?;
    store.drop_passing(SESSION, &SessionSecret::keys_of(&owner.noun.name))?;
    Ok(())
}

/// The records of an account whose password is this from now on, chosen by a link somebody else had, or not.
fn with_password(
    store: &dyn SystemOfRecord,
    owner: &KeptNoun<Account>,
    password: Secret,
    at: Timestamp,
    salt: [u8; 16],
    link_holder: Option<&str>,
) -> Result<Vec<RecordWrite>, ActionError> {
    let account = &owner.noun;
    let names = [account.name.as_str(), &account.display_name, account.email.as_deref().unwrap_or_default()];
    let password = NewPassword::accept(password, &names).map_err(refused_at("password"))?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&account.name))?;
    let held = match kept.as_ref().map(|kept| kept.noun.clone()) {
        Some(Credential::Account(held)) => held,
        _ => AccountCredential::none(&account.name),
    };
    let held = AccountCredential { password: Some(password.hash(salt)), ..held };
    let mut after = Account { sessions_from: account.sessions_end(at), ..account.clone() };
    if let Some(holder) = link_holder {
        after.link_holders = LinkHolder { account: holder.to_owned(), at, settled_at: Vec::new() }
            .added_to(&after.link_holders);
    }
    Ok(vec![owner.replaced_by(&after), instead(INSTALLATION, kept.as_ref(), &Credential::Account(held))])
}

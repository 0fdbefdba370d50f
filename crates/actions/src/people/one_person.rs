//! Who may be one person as things stand: the links somebody else had, less those that prove nothing any more.

use jiff::Timestamp;
use proofmark_access::{Account, Credential, LinkHolder, Membership, OnePerson, Right};
use proofmark_facts::SystemOfRecord;

use super::members::{INSTALLATION, gives, person_of};
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, kept_nouns};

/// Everybody who may be somebody else where two are needed at this operator.
pub(super) fn one_person(
    store: &dyn SystemOfRecord,
    operator: &str,
    now: Timestamp,
) -> Result<OnePerson, ActionError> {
    one_person_without(store, operator, now, "")
}

/// The same, but for what is to be judged: whoever had a link into this account.
pub(super) fn one_person_without(
    store: &dyn SystemOfRecord,
    operator: &str,
    now: Timestamp,
    judged: &str,
) -> Result<OnePerson, ActionError> {
    let mut persons = OnePerson::default();
    for kept in kept_nouns::<Account>(store, INSTALLATION)? {
        let account = kept.noun;
        if account.name == judged {
            continue;
        }
        for holder in holders_that_count(store, operator, &account, now)? {
            persons.join(account.person(), &person_of(store, &holder.account)?);
        }
    }
    Ok(persons)
}

/// Who had a link into the account and may be whoever signs in to it, as far as this operator's people know.
///
/// Not where a second factor was there before anybody had a link: the link alone let nobody in. One that was set up after
/// somebody had a link may be theirs, even where that link counts no more. And not any more, two
/// weeks later, where nobody else could say whose account it is: two who are on their own must be able to work.
pub(super) fn holders_that_count(
    store: &dyn SystemOfRecord,
    operator: &str,
    account: &Account,
    now: Timestamp,
) -> Result<Vec<LinkHolder>, ActionError> {
    if account.link_holders.is_empty() {
        return Ok(Vec::new());
    }
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&account.name))?;
    let enrolled_at = match kept.map(|kept| kept.noun) {
        Some(Credential::Account(held)) => held.one_time.map(|codes| codes.enrolled_at),
        _ => None,
    };
    let first = account.link_holders.iter().map(|holder| holder.at).min();
    let was_locked = enrolled_at.zip(first).is_some_and(|(since, first)| since < first);
    let mut count = Vec::new();
    for holder in account.link_holders.iter().filter(|holder| holder.counts_at(operator)) {
        if !was_locked
            && (now < holder.counts_until() || somebody_could_confirm(store, operator, account, holder, now)?)
        {
            count.push(holder.clone());
        }
    }
    Ok(count)
}

/// Whether there is anybody at the operator, neither the one nor the other, who could say whose account it is.
fn somebody_could_confirm(
    store: &dyn SystemOfRecord,
    operator: &str,
    account: &Account,
    holder: &LinkHolder,
    now: Timestamp,
) -> Result<bool, ActionError> {
    let held_by = person_of(store, &holder.account)?;
    for kept in kept_nouns::<Membership>(store, operator)? {
        if !gives(&kept.noun, Right::ApprovePeople, operator) {
            continue;
        }
        let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &kept.noun.account)?;
        let Some(other) = found.map(|kept| kept.noun) else { continue };
        let another = other.person() != account.person() && other.person() != held_by;
        let is_held = |one: &LinkHolder| one.account == holder.account && one.counts_at(operator);
        if another && !other.link_holders.iter().any(is_held) && other.could_sign_in_lately(now) {
            return Ok(true);
        }
    }
    Ok(false)
}

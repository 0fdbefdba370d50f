//! Accounts of one person: what it comes down to when two are said to be one, or no longer.

use jiff::Timestamp;
use proofmark_access::Account;
use proofmark_facts::{RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::members::{INSTALLATION, account};
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_nouns};

/// Every other account that is known to be the same person's as this one, in the order of their names.
pub fn same_person_with(store: &dyn SystemOfRecord, name: &str) -> Result<Vec<String>, ActionError> {
    let own = account(store, name)?;
    let group = group_of(store, &own.noun)?;
    Ok(group.into_iter().map(|kept| kept.noun.name).filter(|other| other != name).collect())
}

/// The accounts as they are once the two are one person's: where two people are needed, they are one from then on, also
/// under what waits.
pub(super) fn flagged(
    store: &dyn SystemOfRecord,
    name: &str,
    other: &str,
    at: Timestamp,
) -> Result<Vec<RecordWrite>, ActionError> {
    let (kept, other) = (account(store, name)?, account(store, other)?);
    let person = other.noun.person().to_owned();
    if kept.noun.person() == person {
        return Err(ActionError::Moved(text!("access-same-person-already")));
    }
    // Whoever is already flagged as this person goes along: three accounts of one person are one, whatever the order.
    let flag = |account: &KeptNoun<Account>| {
        let (same_person_as, same_person_since) = (Some(person.clone()), Some(at));
        account.replaced_by(&Account { same_person_as, same_person_since, ..account.noun.clone() })
    };
    Ok(group_of(store, &kept.noun)?.iter().map(flag).collect())
}

/// The accounts as they are once this one is nobody else's. Those it was one with stay one among themselves.
pub(super) fn parted(
    store: &dyn SystemOfRecord,
    name: &str,
    others: &[String],
) -> Result<Vec<RecordWrite>, ActionError> {
    let own = account(store, name)?;
    let group = group_of(store, &own.noun)?;
    let rest: Vec<&KeptNoun<Account>> = group.iter().filter(|kept| kept.noun.name != name).collect();
    if rest.is_empty() {
        return Err(ActionError::Moved(text!("ends-not-same-person", account = name)));
    }
    if !rest.iter().map(|kept| &kept.noun.name).eq(others) {
        return Err(ActionError::Moved(text!("ends-same-person-moved", account = name)));
    }
    let with = |kept: &KeptNoun<Account>, person: Option<&str>| {
        let after = Account {
            same_person_as: person.map(str::to_owned),
            same_person_since: person.and(kept.noun.same_person_since),
            ..kept.noun.clone()
        };
        (after != kept.noun).then(|| kept.replaced_by(&after))
    };
    let mut writes: Vec<RecordWrite> = with(&own, None).into_iter().collect();
    // Where the others were known by this one, they are known by the first of them from now on.
    let person = if own.noun.person() == name { rest[0].noun.name.as_str() } else { own.noun.person() };
    for kept in &rest {
        writes.extend(with(kept, Some(person).filter(|person| *person != kept.noun.name)));
    }
    Ok(writes)
}

/// All accounts of the person behind this one.
fn group_of(store: &dyn SystemOfRecord, own: &Account) -> Result<Vec<KeptNoun<Account>>, ActionError> {
    let mut all = kept_nouns::<Account>(store, INSTALLATION)?;
    all.retain(|kept| kept.noun.person() == own.person());
    Ok(all)
}

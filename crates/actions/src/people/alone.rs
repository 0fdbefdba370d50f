//! Whether somebody is alone: the only one who could sign under what is about people and keys.
//!
//! As long as nobody else can, one person does it alone: the first one who comes must be able to let in a second. Nobody
//! becomes alone by what they did themselves: whoever was closed out, or called the same person, counts a while longer.

use proofmark_access::{Account, Act, Membership, Right};
use proofmark_facts::{ActorKind, SystemOfRecord};

use super::errand::Errand;
use super::members::{INSTALLATION, gives, person_of};
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, kept_nouns};

/// Whether whoever asks is the only one who could sign for the operator. A program never is: what it does alone, nobody
/// saw; whoever works on the machine itself always is.
pub(super) fn is_alone(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<bool, ActionError> {
    match errand.by.kind {
        ActorKind::Local => return Ok(true),
        ActorKind::Token | ActorKind::Workload => return Ok(false),
        ActorKind::Person => {}
    }
    let own: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &errand.by.name)?;
    let Some(own) = own.map(|kept| kept.noun) else { return Ok(false) };
    for kept in kept_nouns::<Membership>(store, operator)? {
        if kept.noun.account == own.name || !gives(&kept.noun, Right::ApprovePeople, operator) {
            continue;
        }
        let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &kept.noun.account)?;
        let Some(other) = found.map(|kept| kept.noun) else { continue };
        let known_to_be_own = other.person() == own.person()
            && !other.was_flagged_lately(errand.at)
            && !own.was_flagged_lately(errand.at);
        if other.could_sign_in_lately(errand.at) && !known_to_be_own {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether whoever asks is alone wherever the act reaches: what weakens how somebody signs in does so at every operator
/// they belong to.
pub(super) fn is_alone_for(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    act: &Act,
) -> Result<bool, ActionError> {
    if !is_alone(store, errand, operator)? {
        return Ok(false);
    }
    if matches!(act, Act::ChangeGrants { .. }) {
        return Ok(true);
    }
    let own = person_of(store, &errand.by.name)?;
    for name in act.accounts() {
        // Nobody says alone that an account which is known to be theirs is somebody else's: they would become two by it.
        if matches!(act, Act::PartSamePerson { .. })
            && errand.by.kind != ActorKind::Local
            && person_of(store, name)? == own
        {
            return Ok(false);
        }
        let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, name)?;
        for home in found.map(|kept| kept.noun.member_of).unwrap_or_default() {
            if !is_alone(store, errand, &home)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

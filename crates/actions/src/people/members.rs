//! Members: who belongs to an operator, what they may do, and which person stands behind an account or a token.

use proofmark_access::{
    Account, AccountState, Credential, Membership, OperatorRecord, Right, TokenRecord, Workload, may,
};
use proofmark_facts::{
    Actor, ActorKind, Duty, Grant, Place, Problem, ProductRecord, RecordWrite, SystemOfRecord,
};
use proofmark_text::text;

use super::errand::there;
use super::refused::refused_at;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, kept_nouns, new_noun};

/// Where accounts and credentials are kept: with the installation.
pub(super) const INSTALLATION: &str = "";

/// The account of this name.
pub(super) fn account(store: &dyn SystemOfRecord, name: &str) -> Result<KeptNoun<Account>, ActionError> {
    there(kept_noun(store, INSTALLATION, name)?, || text!("access-no-account", account = name))
}

/// The account of this name, if it is a member of the operator: nobody learns of another operator's people.
pub(super) fn member(
    store: &dyn SystemOfRecord,
    operator: &str,
    name: &str,
) -> Result<KeptNoun<Account>, ActionError> {
    let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, name)?;
    let of_operator = found.filter(|kept| kept.noun.member_of.iter().any(|one| one == operator));
    there(of_operator, || text!("access-no-account", account = name))
}

/// An operator that must be there; the installation always is.
pub(super) fn check_operator(store: &dyn SystemOfRecord, operator: &str) -> Result<(), ActionError> {
    if operator.is_empty() {
        return Ok(());
    }
    let found: Option<KeptNoun<OperatorRecord>> = kept_noun(store, INSTALLATION, operator)?;
    there(found, || text!("access-no-operator", operator = operator)).map(|_| ())
}

/// The operator that gets its first administrator, with what is to be written of it. One whose products were assessed on the
/// command line is there already, and nobody's yet: it becomes theirs as it is. One with members is taken.
pub(super) fn operator_to_be(
    store: &dyn SystemOfRecord,
    wanted: OperatorRecord,
) -> Result<(OperatorRecord, Option<RecordWrite>), ActionError> {
    let Some(kept) = kept_noun::<OperatorRecord>(store, INSTALLATION, &wanted.id)? else {
        let write = new_noun(INSTALLATION, &wanted);
        return Ok((wanted, Some(write)));
    };
    if !kept_nouns::<Membership>(store, &wanted.id)?.is_empty() {
        let taken = text!("access-operator-taken", operator = &wanted.id);
        return Err(refused_at("name")(taken.into()));
    }
    Ok((kept.noun, None))
}

/// All an account was granted, for whichever operator.
pub(super) fn grants_of(store: &dyn SystemOfRecord, account: &Account) -> Result<Vec<Grant>, ActionError> {
    let mut grants = Vec::new();
    for operator in &account.member_of {
        let membership: Option<KeptNoun<Membership>> = kept_noun(store, operator, &account.name)?;
        let held = membership.map(|kept| kept.noun.grants).unwrap_or_default();
        // A membership can only speak for the operator whose record it is.
        grants.extend(held.into_iter().filter(|grant| grant.operator == *operator));
    }
    Ok(grants)
}

/// The person behind whoever asks, whichever account or token they use.
pub(super) fn person_behind(
    store: &dyn SystemOfRecord,
    operator: &str,
    actor: &Actor,
) -> Result<String, ActionError> {
    let name = account_behind(store, operator, actor)?;
    person_of(store, &name)
}

/// The account behind whoever asks: their own, or that of who made the token or had the workload trusted.
pub(super) fn account_behind(
    store: &dyn SystemOfRecord,
    operator: &str,
    actor: &Actor,
) -> Result<String, ActionError> {
    let account = match actor.kind {
        ActorKind::Person | ActorKind::Local => Some(actor.name.clone()),
        ActorKind::Token => made_by(store, actor)?,
        ActorKind::Workload => {
            let id = actor.name.trim_start_matches("workload:");
            kept_noun::<Workload>(store, operator, id)?.map(|kept| kept.noun.trusted_by)
        }
    };
    Ok(account.unwrap_or_else(|| actor.name.clone()))
}

/// The person an account is, as it is known now.
pub(super) fn person_of(store: &dyn SystemOfRecord, name: &str) -> Result<String, ActionError> {
    let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, name)?;
    Ok(found.map_or_else(|| name.to_owned(), |kept| kept.noun.person().to_owned()))
}

fn made_by(store: &dyn SystemOfRecord, actor: &Actor) -> Result<Option<String>, ActionError> {
    let id = actor.name.trim_start_matches("token:");
    let credential: Option<KeptNoun<Credential>> = kept_noun(store, INSTALLATION, &Credential::of_token(id))?;
    let Some(Credential::Token(token)) = credential.map(|kept| kept.noun) else { return Ok(None) };
    let record: Option<KeptNoun<TokenRecord>> = kept_noun(store, &token.operator, id)?;
    Ok(record.map(|kept| kept.noun.made_by))
}

/// Refuses what would leave an operator, or the installation, without an administrator who can sign in.
pub(super) fn check_administrator_left(
    store: &dyn SystemOfRecord,
    operator: &str,
    without: &str,
) -> Result<(), ActionError> {
    let (mut was, mut left) = (false, false);
    for kept in kept_nouns::<Membership>(store, operator)? {
        let administers = kept.noun.grants.iter().any(|grant| grant.duty == Duty::Administrator);
        if administers && kept.noun.account == without {
            was = true;
        } else if administers {
            let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &kept.noun.account)?;
            left |= found.is_some_and(|kept| kept.noun.state == AccountState::Active);
        }
    }
    if was && !left {
        return Err(ActionError::Forbidden(text!("access-last-administrator", account = without)));
    }
    Ok(())
}

/// Every product that is named is there. A program limited to one that is not would do nothing, and much once somebody
/// else makes one of that name.
pub(super) fn check_products_there(
    store: &dyn SystemOfRecord,
    operator: &str,
    grants: &[Grant],
) -> Result<(), ActionError> {
    let mut problems = Vec::new();
    for product in grants.iter().filter_map(|grant| grant.products.as_deref()).flatten() {
        if kept_noun::<ProductRecord>(store, operator, product)?.is_none() {
            problems.push(Problem::error(
                Place::at("products"),
                text!("desk-no-such-product", product = product),
            ));
        }
    }
    problems.dedup();
    if problems.is_empty() { Ok(()) } else { Err(ActionError::Refused(problems)) }
}

/// A membership with these duties for all products.
pub(super) fn membership(account: &str, operator: &str, duties: &[Duty]) -> Membership {
    let grant = |duty: &Duty| Grant { operator: operator.to_owned(), duty: *duty, products: None };
    Membership { account: account.to_owned(), grants: duties.iter().map(grant).collect() }
}

/// Whether a membership gives this right for the operator as a whole.
pub(super) fn gives(membership: &Membership, right: Right, operator: &str) -> bool {
    let actor = Actor {
        name: membership.account.clone(),
        kind: ActorKind::Person,
        grants: membership.grants.clone(),
    };
    may(&actor, right, operator, None).is_ok()
}

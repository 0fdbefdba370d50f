//! Says that an account is in its owner's hands, whoever else had the link into it.

use proofmark_access::{Account, Right, SessionSecret, may};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Errand, about_account};
use super::members::{INSTALLATION, member, person_behind, person_of};
use super::one_person::{holders_that_count, one_person_without};
use super::open_session::SESSION;
use super::refused::{check, refused_at};
use super::register_passkey::no_program;
use super::ways_in::{Taken, ways_in_question, without_the_unnamed};
use crate::error::ActionError;

/// Confirms that whoever signs in to the account is who it was made for, and nobody else. Who had the link says it of
/// nobody, and nobody says it of themself.
///
/// `keeps` names the ways into the account, of those that were added since the link was used, that its owner knows for
/// their own; every other one goes, whoever added it, and all sessions end: what is said is that nobody else is in the
/// account, and so it is.
pub fn confirm_person(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    name: &str,
    keeps: &[String],
) -> Result<(), ActionError> {
    check(errand, Right::ApprovePeople, operator, None)?;
    let kept = member(store, operator, name)?;
    no_program(errand)?;
    if holders_that_count(store, operator, &kept.noun, errand.at)?.is_empty() {
        return Err(ActionError::Moved(text!("desk-nothing-to-confirm", account = name)));
    }
    let by = person_behind(store, operator, errand.by)?;
    let others = one_person_without(store, operator, errand.at, name)?;
    let own = others.may_be(&by, kept.noun.person());
    let mut after: Account = kept.noun.clone();
    for holder in after.link_holders.iter_mut().filter(|holder| holder.counts_at(operator)) {
        if !own && !others.may_be(&by, &person_of(store, &holder.account)?) {
            holder.settled_at.push(operator.to_owned());
        }
    }
    if after.link_holders == kept.noun.link_holders {
        return Err(ActionError::Forbidden(text!("desk-not-yours-to-confirm", account = name)));
    }
    let in_question = ways_in_question(store, operator, &kept.noun)?;
    let identities = after.identities.len();
    let taken = without_the_unnamed(store, errand, &in_question, keeps, &mut after)?;
    if !taken.writes.is_empty() || after.identities.len() < identities {
        check_may_take_away(errand, &after, &taken)?;
    }
    let mut writes = taken.writes;
    // Whoever sits in the account by a way that goes now sits there no longer.
    after.sessions_from = kept.noun.sessions_end(errand.at);
    writes.push(kept.replaced_by(&after));
    errand.deed(INSTALLATION, &about_account(name), "confirm-person").keep(store, writes)?;
    store.drop_passing(SESSION, &SessionSecret::keys_of(name))?;
    Ok(())
}

/// Ways in are taken away wherever the account belongs, so only by who may confirm there too: else whoever opens an operator
/// of their own took second factors from people elsewhere. And never the last one.
fn check_may_take_away(errand: &Errand<'_>, after: &Account, taken: &Taken) -> Result<(), ActionError> {
    let confirms = |home: &str| may(errand.by, Right::ApprovePeople, home, None).is_ok();
    if !confirms(INSTALLATION) && !after.member_of.iter().all(|home| confirms(home)) {
        return Err(ActionError::Forbidden(text!("ends-confirms-elsewhere", account = &after.name)));
    }
    if !taken.leaves_a_way {
        return Err(refused_at("keeps")(text!("ends-no-way-in-left", account = &after.name).into()));
    }
    Ok(())
}

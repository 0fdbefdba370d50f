//! Identity: whose session or token a request carries.

use jiff::Timestamp;
use proofmark_access::{Secret, SessionSecret, claimed_key, is_identity_token};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    rotate_session, trusted_issuer, who_asks_as_workload, who_asks_in_session, who_asks_with_token,
};
use proofmark_facts::{Actor, SystemOfRecord};

use super::head::Head;
use crate::house::{House, random};
use crate::issuers::for_strangers;
use crate::refusal::Refusal;
use crate::visitor::Visitor;

/// Who asks, and whether their browser gets another secret: what they may do has changed.
pub(crate) struct Known {
    pub(crate) visitor: Visitor,
    pub(crate) rotated: bool,
}

/// Whether identity tokens of workloads are taken.
pub(crate) enum Workloads {
    /// No: this is no place for programs.
    None,
    /// Those this operator trusts, or any operator where the path names none.
    Of(Option<String>),
}

/// Who asks. A token that is not of use is refused; a session that has ended is nobody's.
///
/// A token goes before a session: whoever sends one means it. What changed in somebody's rights holds at once; the new
/// secret waits for a page that can bring it.
pub(crate) fn who(
    house: &dyn House,
    store: &mut dyn SystemOfRecord,
    head: &Head,
    workloads: &Workloads,
    rotates: bool,
) -> Result<Known, Refusal> {
    let nobody = Known { visitor: Visitor::Nobody, rotated: false };
    let now = house.now();
    if let Some(token) = &head.token {
        let actor = match workloads {
            Workloads::Of(operator) if is_identity_token(token) => {
                workload(house, store, operator.as_deref(), token, now)?
            }
            _ => who_asks_with_token(store, token, now, house.program()).map_err(unknown)?,
        };
        return Ok(Known { visitor: Visitor::Program { actor }, rotated: false });
    }
    let secret = head.session.as_ref().and_then(|sent| SessionSecret::read(sent.reveal()));
    let Some(secret) = secret else { return Ok(nobody) };
    let Some(found) = who_asks_in_session(store, &secret, now)? else { return Ok(nobody) };
    if !(found.rotate && rotates) {
        let visitor = Visitor::Person { actor: found.actor, session: secret };
        return Ok(Known { visitor, rotated: false });
    }
    let fresh = rotate_session(store, &secret, &found, now, random(house)?)?;
    let is_new = fresh.is_some();
    let session = fresh.unwrap_or(secret);
    Ok(Known { visitor: Visitor::Person { actor: found.actor, session }, rotated: is_new })
}

/// Which workload shows this identity token. Only where somebody trusts its issuer are the issuer's keys asked for.
fn workload(
    house: &dyn House,
    store: &dyn SystemOfRecord,
    operator: Option<&str>,
    token: &Secret,
    now: Timestamp,
) -> Result<Actor, Refusal> {
    let trusted = trusted_issuer(store, operator, token, now).map_err(unknown)?;
    let kid = claimed_key(token);
    let keys = house.issuers().keys(&trusted.issuer, kid.as_deref(), now).map_err(for_strangers)?;
    who_asks_as_workload(store, &trusted, token, &keys, now).map_err(unknown)
}

/// A token that lets nobody in is no credential (RFC 9110 section 15.5.2).
fn unknown(error: ActionError) -> Refusal {
    match error {
        ActionError::Forbidden(says) => Refusal::new(401, says),
        other => other.into(),
    }
}

//! Identity: whose session or token a request carries.

use jiff::Timestamp;
use proofmark_access::SessionSecret;
use proofmark_actions::ActionError;
use proofmark_actions::people::{rotate_session, who_asks_in_session, who_asks_with_token};
use proofmark_facts::SystemOfRecord;

use super::head::Head;
use crate::house::{House, random};
use crate::refusal::Refusal;
use crate::visitor::Visitor;

/// Who asks, and whether their browser gets another secret: what they may do has changed.
pub(crate) struct Known {
    pub(crate) visitor: Visitor,
    pub(crate) rotated: bool,
}

/// Who asks. A token that is not of use is refused; a session that has ended is nobody's.
///
/// A token goes before a session: whoever sends one means it. What changed in somebody's rights holds at once; the new
/// secret waits for a page that can bring it.
pub(crate) fn who(
    house: &dyn House,
    store: &mut dyn SystemOfRecord,
    head: &Head,
    now: Timestamp,
    rotates: bool,
) -> Result<Known, Refusal> {
    let nobody = Known { visitor: Visitor::Nobody, rotated: false };
    if let Some(token) = &head.token {
        let actor = who_asks_with_token(store, token, now, house.program()).map_err(|error| match error {
            ActionError::Forbidden(says) => Refusal::new(401, says),
            other => other.into(),
        })?;
        return Ok(Known { visitor: Visitor::Program { actor }, rotated: false });
    }
    let secret = head.session.as_ref().and_then(|sent| SessionSecret::read(sent.reveal()));
    let Some(secret) = secret else { return Ok(nobody) };
    let Some(found) = who_asks_in_session(store, &secret, now)? else { return Ok(nobody) };
    if !(found.rotate && rotates) {
        let visitor = Visitor::Person { actor: found.actor, session: secret };
        return Ok(Known { visitor, rotated: false });
    }
    let session = rotate_session(store, &secret, &found, now, random(house)?)?;
    Ok(Known { visitor: Visitor::Person { actor: found.actor, session }, rotated: true })
}

//! Wishes for letters: each person says for themselves what they want to be told, and how often.

use proofmark_access::Right;
use proofmark_facts::{LetterRhythm, LetterWish, Noun as _, Place, Problem, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::notices::post::Post;
use crate::notices::webhook_change::keep_setting;
use crate::products::ChangeOrder;
use crate::record::{kept_noun, written};

/// Keeps the wish and writes one line of the ledger. A wish to hear nothing at all takes the record away.
///
/// A summary tells of all of an operator's products, so only who sees all of them may wish for one.
pub fn wish_letters(
    order: &ChangeOrder<'_>,
    operator: &str,
    wish: &LetterWish,
    post: &dyn Post,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    order.demand(Right::SeeProduct, operator, None)?;
    // Nobody has letters sent to another.
    if wish.account != order.by.name {
        return Err(ActionError::Forbidden(text!("courier-wish-of-another")));
    }
    if !post.is_address(&wish.address) {
        let says = text!("courier-mail-address", address = &wish.address);
        return Err(ActionError::Refused(vec![Problem::error(Place::at("address"), says)]));
    }
    let kept = kept_noun::<LetterWish>(keeping, operator, &wish.id())?;
    let nothing = wish.rhythm == LetterRhythm::Never && !wish.urgent_at_once;
    let write = match (nothing, kept) {
        (true, None) => return Ok(()),
        (true, Some(kept)) => kept.taken_away(),
        (false, kept) => written(operator, wish, kept.map(|kept| kept.sha256)),
    };
    keep_setting(order, "wish-letters", operator, vec![write], vec![], keeping)
}

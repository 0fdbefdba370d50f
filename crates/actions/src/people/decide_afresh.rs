//! Decides a proposal after a fresh look: whether the release gate is open is not left to the last assessment.

use jiff::tz::TimeZone;
use proofmark_access::{Act, Proposal};
use proofmark_facts::{Place, Problem, SystemOfRecord};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use super::decide_proposal::{SecondSignature, decide_proposal, proposal};
use super::errand::Errand;
use super::refused::check;
use crate::error::ActionError;
use crate::products::{ChangeOrder, KeptOrder, OpenKeptSources, look_kept, own_release};

/// Decides it. An approval to issue a declaration first asks the release gate as it is this moment, with the vulnerability
/// data there is now: between two assessments a decision may have run out.
pub fn decide_afresh(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    (operator, id): (&str, &str),
    signature: SecondSignature<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
) -> Result<Proposal, ActionError> {
    let kept = proposal(store, operator, id)?.noun;
    let approves = !matches!(signature, SecondSignature::Refuse(_)) && kept.waits(errand.at).is_ok();
    if let (true, Act::IssueDeclaration { product, release, .. }) = (approves, &kept.act) {
        check(errand, kept.act.approved_with(), operator, Some(product))?;
        let order = KeptOrder {
            change: ChangeOrder { by: errand.by, with: errand.with, at: errand.at },
            as_of: errand.at.to_zoned(TimeZone::UTC).date(),
            operator,
            product,
            release: own_release(operator, product, release, store)?,
        };
        let looked = look_kept(&order, open_sources, state, store)?.assessment;
        if !looked.gate.may_be_placed_on_the_market {
            let closed = Problem::error(Place::default(), text!("papers-obstacle-gate"));
            return Err(ActionError::Refused(vec![closed]));
        }
    }
    decide_proposal(store, errand, operator, id, signature)
}

//! Does a sensitive act alone while nobody else could sign, and proposes it once somebody can.

use proofmark_facts::SystemOfRecord;
use schemars::JsonSchema;
use serde::Serialize;

use super::alone::is_alone_for;
use super::do_alone::do_alone;
use super::errand::Errand;
use super::propose::{ProposeOrder, propose};
use crate::error::ActionError;

/// What came of a sensitive act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "settled", rename_all = "kebab-case")]
pub enum Settled {
    /// It is done.
    Done,
    /// It waits for a second person.
    Proposed {
        /// The proposal's identification.
        proposal: String,
    },
}

/// Does the act, or proposes it. A program always proposes: what it does alone, nobody saw.
pub fn do_or_propose(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: ProposeOrder<'_>,
) -> Result<Settled, ActionError> {
    if is_alone_for(store, errand, order.operator, &order.act)? {
        do_alone(store, errand, order.operator, &order.act)?;
        return Ok(Settled::Done);
    }
    propose(store, errand, order).map(|proposal| Settled::Proposed { proposal: proposal.id })
}

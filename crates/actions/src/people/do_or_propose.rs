//! Does a sensitive act alone while nobody else could sign, and proposes it once somebody can.

use proofmark_facts::{ActorKind, SystemOfRecord};
use schemars::JsonSchema;
use serde::Serialize;

use super::do_alone::do_alone;
use super::errand::Errand;
use super::members::{person_behind, somebody_else_signs};
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
    let alone = match errand.by.kind {
        ActorKind::Local => true,
        ActorKind::Person => {
            let person = person_behind(store, order.operator, errand.by)?;
            !somebody_else_signs(store, order.operator, &person)?
        }
        ActorKind::Token | ActorKind::Workload => false,
    };
    if alone {
        do_alone(store, errand, order.operator, &order.act)?;
        return Ok(Settled::Done);
    }
    propose(store, errand, order).map(|proposal| Settled::Proposed { proposal: proposal.id })
}

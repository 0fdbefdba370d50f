//! Evaluates the gate for a release from files that are handed over: the same verdict as in the directory they come from, with nothing
//! kept.

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{Beside as _, SystemOfRecord};
use proofmark_law::StateOfTheLaw;

use crate::conclusion::AssessOrder;
use crate::error::ActionError;
use crate::gate::{GateVerdict, POLICY, PolicyFile, evaluate_gate};
use crate::products::assess_files::OpenKeptSources;
use crate::products::handed_file::HandedFile;
use crate::products::handed_over::HandedOrder;

/// The verdict on these files on this day. `named` is what whoever hands over the policy calls it. It is evaluated to its end before
/// anything is answered: no verdict is of a part.
pub fn gate_handed(
    order: &HandedOrder<'_>,
    (as_of, named): (Date, Option<&str>),
    files: &[HandedFile],
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<GateVerdict, ActionError> {
    order.change.demand(Right::SeePortfolio, order.operator, None)?;
    let beside = order.beside(files, keeping)?;
    let asked =
        AssessOrder { by: &order.change.by.name, with: order.change.with, at: order.change.at, as_of };
    let open = |advisories: &[String]| open_sources(advisories, &beside);
    let policy = match named {
        None => None,
        Some(name) => beside.read(POLICY)?.map(|bytes| PolicyFile { name: name.to_owned(), bytes }),
    };
    evaluate_gate(&asked, &beside, &open, state, policy)
}

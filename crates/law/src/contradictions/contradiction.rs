//! Contradictions: where a dossier contradicts itself or the law, all at once, each with its place.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Problem};

use crate::contradictions::authority_requests::authority_requests;
use crate::contradictions::classification::classification;
use crate::contradictions::conformity::conformity;
use crate::contradictions::mandate::mandate;
use crate::contradictions::modification::modification;
use crate::contradictions::neighbours::neighbours;
use crate::contradictions::periods::periods;
use crate::contradictions::product::product;
use crate::contradictions::reporting::reporting;
use crate::contradictions::requirements::{decisions, evidence, requirements};
use crate::contradictions::roles::roles;
use crate::contradictions::stated::stated;
use crate::contradictions::suppliers::suppliers;
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::verdict::assess;

/// How many problems are reported at most.
pub const MOST_PROBLEMS: usize = 200;

/// Every contradiction in the dossier: an error where the law says otherwise, a warning where it is doubtful.
///
/// Procedures are judged on the day of placing on the market, or on the state's own day where none is stated.
pub fn contradictions(dossier: &Dossier, state: &StateOfTheLaw) -> Vec<Problem> {
    let day: Date = dossier.release.placed_on_the_market_on.unwrap_or(state.as_of).max(state.as_of);
    let verdict = assess(dossier, state, day);
    let mut problems = Vec::new();
    roles(dossier, &verdict, &mut problems);
    stated(dossier, &verdict, &mut problems);
    mandate(dossier, &mut problems);
    suppliers(dossier, &verdict, &mut problems);
    authority_requests(dossier, &mut problems);
    product(dossier, state, &verdict, &mut problems);
    classification(dossier, &verdict, &mut problems);
    periods(dossier, state, &verdict, &mut problems);
    requirements(dossier, &mut problems);
    conformity(dossier, &verdict, &mut problems);
    modification(dossier, &verdict, &mut problems);
    decisions(dossier, &mut problems);
    evidence(dossier, &mut problems);
    neighbours(dossier, &mut problems);
    reporting(dossier, &mut problems);
    problems.truncate(MOST_PROBLEMS);
    problems
}

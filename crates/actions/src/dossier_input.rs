//! The dossier: read, and held against itself and the law, with every problem at its place in the file.

use proofmark_facts::{Beside, Dossier, Place, Problem, Sha256};
use proofmark_formats::{Places, read_partial_dossier};
use proofmark_law::{StateOfTheLaw, contradictions};
use proofmark_text::text;

use crate::error::ActionError;

/// The file beside which everything else lies.
pub const DOSSIER: &str = "proofmark.toml";

/// A dossier that was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DossierInput {
    /// What is declared; absent where nothing could be read.
    pub(crate) declared: Option<(Dossier, Places)>,
    /// The digest of the file.
    pub(crate) sha256: Sha256,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// Everything that is wrong or doubtful.
    pub(crate) problems: Vec<Problem>,
}

/// Reads the dossier; what contradicts the law is reported together with what cannot be read.
pub(crate) fn dossier_input(beside: &dyn Beside, state: &StateOfTheLaw) -> Result<DossierInput, ActionError> {
    let Some(bytes) = beside.read(DOSSIER)? else {
        let says = text!("actions-dossier-not-there", name = DOSSIER);
        let place = Place { file: Some(DOSSIER.to_owned()), ..Place::default() };
        return Err(ActionError::Refused(vec![Problem::error(place, says)]));
    };
    let partial = read_partial_dossier(&bytes);
    let mut problems = partial.problems;
    let declared = partial.read.map(|read| (read.dossier, read.places));
    if let Some((dossier, places)) = &declared {
        for mut problem in contradictions(dossier, state) {
            // Where a key could not be read, that it is not stated is no contradiction of its own.
            if !problem.place.path.as_deref().is_some_and(|path| places.is_unread(path)) {
                places.locate(&mut problem);
                problems.push(problem);
            }
        }
    }
    in_order(&mut problems);
    let sha256 = Sha256::of(&bytes);
    Ok(DossierInput { declared, sha256, bytes, problems })
}

/// Names the file in every place, and sorts by where in it the problems stand.
fn in_order(problems: &mut [Problem]) {
    for problem in problems.iter_mut() {
        problem.place.file = Some(DOSSIER.to_owned());
    }
    problems.sort_by_key(|problem| problem.place.bytes.as_ref().map(|bytes| (bytes.start, bytes.end)));
}

/// Finds the place of a problem that carries only a path of the dossier.
pub(crate) fn locate(problem: &mut Problem, places: &Places) {
    if problem.place.file.is_none() {
        places.locate(problem);
        problem.place.file = Some(DOSSIER.to_owned());
    }
}

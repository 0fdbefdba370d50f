//! One revision of a dossier with its component list and its risk assessment, as a comparison needs it.

use proofmark_facts::{Beside, Dossier, Place, Problem, Sha256, Weight};
use proofmark_formats::Places;
use proofmark_law::StateOfTheLaw;

use crate::assessment::InputDocument;
use crate::component_list::{ComponentList, component_list};
use crate::dossier_input::{DossierInput, dossier_input, locate};
use crate::error::ActionError;

/// A revision that was read without an error.
#[derive(Debug, Clone)]
pub struct Revision {
    /// What is declared.
    pub(crate) dossier: Dossier,
    /// Where it stands in the file.
    places: Places,
    /// The dossier's file.
    pub(crate) bytes: Vec<u8>,
    /// Its digest.
    pub(crate) sha256: Sha256,
    /// The component list, if there is one.
    pub(crate) list: Option<ComponentList>,
    /// The risk assessment it names, if it is there.
    pub(crate) risk_assessment: Option<(InputDocument, Vec<u8>)>,
    /// What was noticed on the way.
    pub notices: Vec<Problem>,
}

impl Revision {
    /// Finds the place in the dossier of a problem that carries only a path.
    pub(crate) fn locate(&self, problem: &mut Problem) {
        locate(problem, &self.places);
    }
}

/// Reads a dossier, its component list and its risk assessment, by the rules an assessment reads them by.
pub fn read_revision(beside: &dyn Beside, state: &StateOfTheLaw) -> Result<Revision, ActionError> {
    let DossierInput { declared, sha256, bytes, mut problems } = dossier_input(beside, state)?;
    let Some((dossier, places)) = declared else { return Err(ActionError::Refused(problems)) };
    let named = dossier.release.sbom.as_deref();
    let list = component_list(named, &dossier.product.name, beside, &mut problems)?;
    let risk_assessment = risk_assessment(&dossier, beside, &mut problems)?;
    for problem in &mut problems {
        locate(problem, &places);
    }
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    Ok(Revision { dossier, places, bytes, sha256, list, risk_assessment, notices: problems })
}

/// The file the dossier names as its risk assessment; one that is not there is no error, but no proof either.
fn risk_assessment(
    dossier: &Dossier,
    beside: &dyn Beside,
    problems: &mut Vec<Problem>,
) -> Result<Option<(InputDocument, Vec<u8>)>, ActionError> {
    let Some(name) = &dossier.risk_assessment.document else { return Ok(None) };
    match beside.read(name) {
        Ok(read) => Ok(read.map(|bytes| {
            let sha256 = Sha256::of(&bytes);
            (InputDocument { name: name.clone(), sha256 }, bytes)
        })),
        Err(error) if error.refused => {
            problems.push(Problem::error(Place::at("risk_assessment.document"), error.says));
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

//! The files to hand in for a dossier, where the action that reads them is somewhere else.

use std::collections::BTreeSet;

use proofmark_facts::{Beside, Dossier};
use proofmark_formats::read_partial_dossier;
use proofmark_law::StateOfTheLaw;

use crate::component_list::usual_names;
use crate::conclusion::{Meant, read_inputs};
use crate::dossier_input::{DOSSIER, dossier_input};
use crate::error::ActionError;
use crate::named_files::paths;

/// What the files are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedFor {
    /// An assessment.
    Assessment,
    /// The check of a supplied product.
    SupplierCheck,
    /// A revision laid against another.
    Revision,
}

/// The files to hand in for a dossier, by the names it gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilesToHandIn {
    /// Files; one that is not there is no reason not to hand in the others.
    pub files: BTreeSet<String>,
    /// Files and folders of advisories.
    pub advisories: Vec<String>,
}

/// Names every file an action would read for this. Of a dossier that cannot be read to its end, what could be read
/// counts: what is wrong with it is said by the action it is handed to.
pub fn files_to_hand_in(beside: &dyn Beside, wanted: HandedFor) -> Result<FilesToHandIn, ActionError> {
    let Some(bytes) = beside.read(DOSSIER)? else {
        // In the words every command says it with.
        let missing = dossier_input(beside, StateOfTheLaw::embedded());
        return missing.map(|_| FilesToHandIn::default());
    };
    let mut named = FilesToHandIn { files: [DOSSIER.to_owned()].into(), advisories: Vec::new() };
    let Some(read) = read_partial_dossier(&bytes).read else { return Ok(named) };
    let dossier = read.dossier;
    if wanted != HandedFor::SupplierCheck {
        named.files.extend(component_lists(&dossier, beside)?);
    }
    match wanted {
        HandedFor::Revision => named.files.extend(dossier.risk_assessment.document),
        HandedFor::SupplierCheck => named.files.extend(paths(&dossier).into_iter().map(str::to_owned)),
        HandedFor::Assessment => {
            named.files.extend(paths(&dossier).into_iter().map(str::to_owned));
            named.advisories = dossier.advisories;
        }
    }
    Ok(named)
}

/// What is wrong with dossier and component list here, before anything is handed in.
pub fn check_inputs(beside: &dyn Beside) -> Result<(), ActionError> {
    read_inputs(beside, StateOfTheLaw::embedded(), &Meant::default()).map(drop)
}

/// The list the dossier names; without one, all of the usual names, among which the reader chooses.
fn component_lists(dossier: &Dossier, beside: &dyn Beside) -> Result<Vec<String>, ActionError> {
    Ok(match &dossier.release.sbom {
        Some(name) => vec![name.clone()],
        None => usual_names(&beside.names()?).into_iter().cloned().collect(),
    })
}

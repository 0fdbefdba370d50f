//! Assesses a release: from its makers' declaration and its component list to everything that follows.

use proofmark_facts::{Beside, Dossier, SystemOfRecord};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use crate::again_when_moved::again_when_moved;
use crate::assessment::Assessment;
use crate::component_list::ComponentList;
use crate::conclusion::{AssessOrder, Inputs, Meant, conclude, read_inputs};
use crate::error::ActionError;
use crate::keep_assessment::{FilesAfter, ToKeep, files_read, keep_assessment};
use crate::kept_decisions::kept_decisions;
use crate::named_files::NamedFiles;
use crate::rules_before::rules_before;
use crate::seal::{seal, still_as_sealed};
use crate::vulnerability_source::VulnerabilitySource;

/// Opens the vulnerability databases: the installation's, and one made of the advisories beside the dossier.
pub type OpenSources<'a> = dyn Fn(&[String]) -> Result<Vec<VulnerabilitySource>, ActionError> + 'a;

/// An assessment, with what it was made from.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// The result.
    pub assessment: Assessment,
    /// The result as it was kept: JSON.
    pub bytes: Vec<u8>,
    /// What the makers declare.
    pub dossier: Dossier,
    /// The dossier's file.
    pub(crate) dossier_bytes: Vec<u8>,
    /// The component list and its file.
    pub(crate) list: Option<ComponentList>,
    /// The files the dossier names.
    pub(crate) files: NamedFiles,
}

impl Assessed {
    /// An assessment with the inputs it was concluded from.
    pub(crate) fn of(assessment: Assessment, bytes: Vec<u8>, inputs: Inputs) -> Self {
        let Inputs { dossier, dossier_bytes, list, files, .. } = inputs;
        Self { assessment, bytes, dossier, dossier_bytes, list, files }
    }
}

/// Assesses the release the dossier is about, keeps inputs, result and where product and release stand now, and writes
/// one line of the ledger.
///
/// When an input cannot be used nothing is kept, and the place to keep things is not even opened.
pub fn assess<K: SystemOfRecord>(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
    open_keeping: impl FnOnce() -> Result<(K, SignerKey), ActionError>,
) -> Result<(Assessed, K, SignerKey), ActionError> {
    let mut inputs = read_inputs(beside, state, &Meant::default())?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let (mut keeping, signer) = open_keeping()?;
    still_as_sealed(&keeping, &signer)?;
    inputs.decisions = kept_decisions(&inputs.dossier, &keeping)?;
    inputs.rules_before = rules_before(&inputs.dossier, &keeping)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let bytes = assessment.to_bytes();
    let to_keep = ToKeep {
        order,
        assessment: &assessment,
        bytes: &bytes,
        inputs: &inputs,
        files: FilesAfter::ThoseRead,
        made_from: files_read(&inputs),
        more: Vec::new(),
        records: Vec::new(),
        rescan: false,
    };
    // The inputs lie on the disk: what somebody else changed meanwhile is only what they are laid against.
    let line = again_when_moved(|| keep_assessment(&to_keep, &mut keeping))?;
    seal(&mut keeping, &signer, line.index + 1)?;
    Ok((Assessed::of(assessment, bytes, inputs), keeping, signer))
}

/// Assesses the release and keeps nothing: no document, no line of the ledger.
pub fn look(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
) -> Result<Assessed, ActionError> {
    let inputs = read_inputs(beside, state, &Meant::default())?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let bytes = assessment.to_bytes();
    Ok(Assessed::of(assessment, bytes, inputs))
}

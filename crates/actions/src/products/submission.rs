//! What a pipeline hands in for a release, and the receipt that keeps what no file of it says.

use jiff::Timestamp;
use proofmark_facts::{Artefact, Sha256};
use schemars::JsonSchema;
use serde::Serialize;

use crate::products::handed_file::HandedFile;

/// What a pipeline hands in for a release. Nothing of it is needed but what the product does not have yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Submission {
    /// The release's version; `None`: the one the dossier is about.
    pub release: Option<String>,
    /// The component list. It takes the place of the one the dossier names; its own path counts where none is named.
    pub sbom: Option<HandedFile>,
    /// Statements on vulnerabilities, in OpenVEX.
    pub vex: Option<HandedFile>,
    /// The dossier.
    pub dossier: Option<Vec<u8>>,
    /// Further files the dossier names.
    pub files: Vec<HandedFile>,
    /// What is shipped, by digest.
    pub artefacts: Vec<SubmittedArtefact>,
    /// Whether these are all the files of the product: what is not among them is no longer one.
    pub complete: bool,
}

/// A shipped file, by digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubmittedArtefact {
    /// Its name.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
}

impl From<&SubmittedArtefact> for Artefact {
    fn from(submitted: &SubmittedArtefact) -> Self {
        Self { name: submitted.name.clone(), sha256: Some(submitted.sha256) }
    }
}

/// The most artefacts of one submission.
pub(crate) const MOST_ARTEFACTS: usize = 10_000;

/// The receipt of a submission, kept as a document: which files came together, and what is shipped.
#[derive(Debug, Serialize)]
pub(crate) struct Receipt<'a> {
    pub(crate) proofmark_submission: u32,
    pub(crate) subject: &'a str,
    pub(crate) release: Option<&'a str>,
    pub(crate) received_at: Timestamp,
    pub(crate) received_from: &'a str,
    pub(crate) files: Vec<ReceivedFile<'a>>,
    pub(crate) artefacts: &'a [SubmittedArtefact],
}

/// A file of a submission.
#[derive(Debug, Serialize)]
pub(crate) struct ReceivedFile<'a> {
    pub(crate) path: &'a str,
    pub(crate) sha256: Sha256,
}

impl Receipt<'_> {
    /// The receipt's bytes: JSON, indented, with a newline at its end.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("strings, numbers and lists become JSON");
        bytes.push(b'\n');
        bytes
    }
}

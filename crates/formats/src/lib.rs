//! How the world writes it down: bytes to facts and back, one file a standard. This room must never open a
//! file, a socket or a clock, never keep what it read, and never panic, whatever the bytes. Start reading
//! at [`read_sbom`], then [`read_cyclonedx`], whose shape the other readers follow.

mod cargo_lock;
mod cyclonedx;
mod detect;
mod digest;
mod dossier;
mod epss;
mod excerpt;
mod gathered;
mod input;
mod json;
mod kev;
mod law_case;
mod limits;
mod nvd;
mod openvex;
mod osv;
mod package_lock;
mod problems;
mod spdx;

pub use cargo_lock::read_cargo_lock;
pub use cyclonedx::{CyclonedxHeading, read_cyclonedx, write_cyclonedx};
pub use detect::read_sbom;
pub use dossier::{
    Answer, Answers, DossierKey, Excerpt, ExcerptLine, PartialDossier, Places, ReadDossier, Takes,
    dossier_key, dossier_keys, dossier_reference, excerpt, filled, judge_answer, judge_yes_or_no,
    nearest_dossier_key, read_answers, read_dossier, read_partial_dossier, starter,
};
pub use epss::{ExploitScore, ExploitScores, begins_as_epss, read_epss};
pub use kev::{ExploitedCatalogue, ExploitedEntry, read_kev};
pub use law_case::{LawCase, read_law_case};
pub use limits::Limits;
pub use nvd::{NvdMetric, NvdPage, NvdRecord, begins_as_nvd, read_nvd};
pub use openvex::read_openvex;
pub use osv::read_osv;
pub use package_lock::read_package_lock;
pub use spdx::read_spdx;

//! How the world writes it down: bytes to facts and back, one file a standard. This room must never open a
//! file, a socket or a clock, never keep what it read, and never panic, whatever the bytes. Start reading
//! at [`read_cyclonedx`], whose shape every other reader follows, and at [`read_dossier`].

mod cyclonedx;
mod digest;
mod dossier;
mod excerpt;
mod gathered;
mod input;
mod json;
mod kev;
mod limits;
mod osv;
mod problems;
mod spdx;

pub use cyclonedx::{CyclonedxHeading, read_cyclonedx, write_cyclonedx};
pub use dossier::{
    Excerpt, ExcerptLine, PartialDossier, Places, ReadDossier, dossier_reference, excerpt, read_dossier,
    read_partial_dossier, starter,
};
pub use kev::{ExploitedCatalogue, ExploitedEntry, read_kev};
pub use limits::Limits;
pub use osv::read_osv;
pub use spdx::read_spdx;

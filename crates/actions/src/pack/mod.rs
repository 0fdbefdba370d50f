//! The evidence pack: how it is laid out, what its manifest says, and the archive it travels in.

mod archive;
mod layout;
mod manifest;

pub use archive::{Archive, ArchiveError, ArchiveFile};
pub(crate) use layout::{
    CHECKPOINT, KEY, KEY_PEM, MANIFEST, SUMS, line_path, line_place, proof_path, proof_place,
};
pub(crate) use manifest::PACK_FORMAT;
pub use manifest::{Manifest, ManifestFile};

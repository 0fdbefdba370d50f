//! Holds what `sbom generate` lists of published packages against what another generator lists of them, and explains every difference
//! (`docs/generate.md`). Start reading at [`generate_compare`].

mod compared;
mod listed;
mod trees;

pub(crate) use compared::generate_compare;

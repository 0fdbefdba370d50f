//! Holds what `sbom check` says of real bills of materials against what two other judges say of them, and explains every
//! difference (`docs/sbom-quality.md`). Start reading at [`compare`].

mod classes;
mod course;
mod judge;
mod tally;

pub(crate) use course::compare;

//! Ranges of versions as VERS writes them (package-url/vers-spec, "VERS specification"): `vers:npm/>=1.0.0|<2.0.0`.
//! Start reading at [`VersRange`].

mod comparator;
mod constraint;
mod percent;
mod range;
mod reading;
mod sequence;
mod vers_type;

pub use comparator::Comparator;
pub use constraint::Constraint;
pub use range::VersRange;

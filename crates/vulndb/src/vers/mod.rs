//! Ranges of versions as VERS writes them (package-url/vers-spec, "VERS specification"): `vers:npm/>=1.0.0|<2.0.0`.
//! Start reading at [`VersRange`]; ranges in the
//! notations of package managers are [`NativeRange`]s.

mod comparator;
mod constraint;
mod native_bounds;
mod native_grammar;
mod native_range;
mod native_reading;
mod percent;
mod range;
mod reading;
mod sequence;
mod vers_type;

pub use comparator::Comparator;
pub use constraint::Constraint;
pub use native_range::NativeRange;
pub use native_reading::NotANativeRange;
pub use range::VersRange;

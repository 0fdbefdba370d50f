//! CycloneDX JSON, 1.2 to 1.7 (ECMA-424; <https://cyclonedx.org/docs/1.7/json/>).

mod analysis;
mod component;
mod dependency;
mod document;
mod licence_expression;
mod metadata;
mod revision;
mod so_far;
mod wanted;
mod write;

pub(crate) use analysis::analyses;
pub use document::read_cyclonedx;
pub use write::{CyclonedxHeading, write_cyclonedx};

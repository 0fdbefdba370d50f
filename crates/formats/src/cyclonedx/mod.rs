//! CycloneDX JSON, 1.2 to 1.7 (ECMA-424; <https://cyclonedx.org/docs/1.7/json/>).

mod component;
mod dependency;
mod document;
mod metadata;

pub use document::read_cyclonedx;

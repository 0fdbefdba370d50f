//! CycloneDX, 1.2 to 1.7, in JSON and XML (ECMA-424; <https://cyclonedx.org/docs/1.7/json/>, <https://cyclonedx.org/docs/1.7/xml/>).

mod analysis;
mod component;
mod dependency;
mod document;
mod fitted;
mod later;
mod licence_expression;
mod metadata;
mod particulars;
mod references;
mod revision;
mod so_far;
mod spoken;
mod version;
mod wanted;
mod whole;
mod write;
mod written_component;
mod written_document;
mod xml;
mod xml_grammar;
mod xml_lists;
mod xml_place;

pub(crate) use analysis::analyses;
pub use document::read_cyclonedx;
pub(crate) use licence_expression::is_expression;
pub use version::CyclonedxVersion;
pub use write::{CyclonedxHeading, write_cyclonedx, write_cyclonedx_to};
pub(crate) use xml::told_as_json;
pub(crate) use xml_place::{DependencyPlace, in_xml, of_xml};

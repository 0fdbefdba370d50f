//! SPDX 2.2 and 2.3 (<https://spdx.github.io/spdx-spec/v2.3/>): JSON, the tag-value form, and archives of many documents.

mod archive;
mod assembled;
mod document;
mod document_reference;
mod extracted;
mod heading;
mod names;
mod not_carried;
mod noted;
mod package;
mod packages;
mod particulars;
mod party;
mod recipes;
mod referred;
mod relations;
mod relationship;
mod tag_value;
mod told_tag_value;
mod whole;
mod write;
mod written_document;
mod written_package;
mod zephyr;

pub(crate) use archive::{is_archive, read_spdx_of_builder};
pub use archive::{read_spdx_archive, read_spdx_tag_value};
pub use document::read_spdx;
pub(crate) use extracted::{Extracted, as_id};
pub use heading::SpdxHeading;
pub(crate) use particulars::Member;
pub(crate) use whole::{Members, further_of};
pub use write::write_spdx_2;
pub(crate) use write::{urn, with_product};
pub(crate) use written_document::{AsWritten, own};
pub(crate) use written_package::instant;

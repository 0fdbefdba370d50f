//! SPDX 2.2 and 2.3 (<https://spdx.github.io/spdx-spec/v2.3/>): JSON, the tag-value form, and archives of many documents.

mod archive;
mod assembled;
mod document;
mod document_reference;
mod noted;
mod package;
mod packages;
mod recipes;
mod referred;
mod relationship;
mod tag_value;
mod zephyr;

pub(crate) use archive::{is_archive, read_spdx_of_builder};
pub use archive::{read_spdx_archive, read_spdx_tag_value};
pub use document::read_spdx;

//! SPDX JSON, 2.2 and 2.3 (<https://spdx.github.io/spdx-spec/v2.3/>).

mod document;
mod package;
mod relationship;

pub use document::read_spdx;

//! SPDX 3.0 as JSON-LD (<https://spdx.github.io/spdx-spec/v3.0.1/>): software and security profiles, as Yocto's `create-spdx-3.0`
//! writes them.

mod document;
mod element;
mod graph;
mod not_carried;
mod vex;
mod write;
mod written_package;

pub use document::read_spdx_3;
pub use write::write_spdx_3;

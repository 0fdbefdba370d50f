//! SPDX 3.0 as JSON-LD (<https://spdx.github.io/spdx-spec/v3.0.1/>): software and security profiles, as Yocto's `create-spdx-3.0`
//! writes them.

mod document;
mod element;
mod graph;
mod item;
mod known;
mod not_carried;
mod own_elements;
mod taken_document;
mod taken_package;
mod taken_relations;
mod vex;
mod whole;
mod write;
mod written_element;
mod written_package;
mod written_relations;

pub use document::read_spdx_3;
pub use write::{write_spdx_3, write_spdx_3_to};

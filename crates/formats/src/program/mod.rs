//! What a program says of what it was built from: `cargo auditable`'s list, and Go's build information.

mod audit_data;
mod go_build_info;
mod list;

pub use list::read_program;

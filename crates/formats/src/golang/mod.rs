//! What Go writes of modules: `go.mod`, and what it builds into a program.

mod build_info;
mod mod_file;
mod module;
mod work_file;

pub(crate) use build_info::list_build_info;
pub use mod_file::read_go_mod;
pub use work_file::{GoWork, read_go_work};

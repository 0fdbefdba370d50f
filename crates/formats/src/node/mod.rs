//! What pnpm and Yarn fix, and the manifests beside it.

mod manifest;
mod package;
mod pnpm;
mod yarn;
mod yarn_entry;

pub use manifest::{NodeManifest, read_package_json};
pub use pnpm::read_pnpm_lock;
pub use yarn::read_yarn_lock;

//! What package managers and builds of C and C++ write of packages, and what a maker declares of those that lie in its own tree.

mod cmake;
mod conan;
mod conan_lock;
mod vcpkg_manifest;
mod vcpkg_status;
mod vendored;

pub use cmake::read_cmake;
pub use conan::read_conanfile;
pub use conan_lock::read_conan_lock;
pub use vcpkg_manifest::read_vcpkg_manifest;
pub use vcpkg_status::read_vcpkg_status;
pub use vendored::{Vendored, read_vendored};

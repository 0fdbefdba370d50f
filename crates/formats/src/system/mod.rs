//! What the root file system of a device or image says of the packages installed in it.

mod apk_installed;
mod distribution;
mod dpkg_status;
mod installed;
mod kernel_release;

pub use apk_installed::read_apk_installed;
pub use distribution::{Distribution, read_os_release};
pub use dpkg_status::read_dpkg_status;
pub use kernel_release::kernel_release;

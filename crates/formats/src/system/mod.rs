//! What the root file system of a device or image says of the packages installed in it.

mod apk_installed;
mod asked_for;
mod distribution;
mod dpkg_status;
mod installed;
mod kernel_release;
mod rpm_bdb;
mod rpm_database;
mod rpm_header;
mod rpm_ndb;
mod rpm_sqlite;

pub use apk_installed::read_apk_installed;
pub use asked_for::{read_apk_world, read_apt_marks};
pub use distribution::{Distribution, read_os_release};
pub use dpkg_status::read_dpkg_status;
pub use kernel_release::kernel_release;
pub use rpm_database::read_rpm_database;

//! What OpenWrt's build and the tool that puts images together write of an image: its manifest, package indexes, the list of profiles
//! (<https://openwrt.org/docs/techref/opkg>).

mod manifest;
mod package_index;
mod profiles;

pub(crate) use manifest::{is_manifest, is_package_status, read_manifest, read_package_status};
pub(crate) use package_index::{is_package_index, read_index_json, read_package_index};
pub(crate) use profiles::read_profiles;

//! What Yocto's builds write of an image beside SPDX: manifests of its packages, and reports of vulnerabilities
//! (<https://docs.yoctoproject.org/dev-manual/vulnerabilities.html>).

mod cve_report;
mod image_manifest;
mod license_manifest;

pub(crate) use cve_report::{is_cve_text, read_cve_report};
pub(crate) use image_manifest::{is_image_manifest, read_image_manifest};
pub(crate) use license_manifest::{is_license_manifest, license_entries, read_license_manifest};

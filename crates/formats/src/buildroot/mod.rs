//! What Buildroot's make targets write of a configuration: `show-info`, `legal-info`, `pkg-stats`, and CycloneDX made from the first
//! (<https://buildroot.org/downloads/manual/manual.html>).

mod cyclonedx;
mod manifest_csv;
mod pkg_stats;
mod show_info;

pub(crate) use cyclonedx::without_host_tools;
pub(crate) use manifest_csv::{is_manifest_csv, read_manifest_csv};
pub(crate) use pkg_stats::read_pkg_stats;
pub(crate) use show_info::{is_show_info, read_show_info};

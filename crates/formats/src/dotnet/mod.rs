//! What NuGet and the builds of .NET write of packages.

mod central_versions;
mod deps_json;
mod packages_config;
mod packages_lock;
mod project_file;
mod properties;

pub use central_versions::{CentralVersions, read_central_versions};
pub use deps_json::read_deps_json;
pub use packages_config::read_packages_config;
pub use packages_lock::read_packages_lock;
pub use project_file::{DotnetProject, list_dotnet_project, read_dotnet_project};

//! A component list generated from a tree of files: what lies there tells what a product is made of.

mod assembled;
mod dotnet_projects;
mod generate_sbom;
mod generated_sbom;
mod jvm_projects;
mod kept_files;
mod named_kind;
mod native_projects;
mod node_projects;
mod part;
mod parts;
mod projects;
mod python_projects;
mod scripted_projects;
mod systems;
mod tree_sources;

pub use generate_sbom::{Artefact, GenerateAs, generate_sbom};
pub use generated_sbom::{FoundIn, GeneratedSbom, GenerationReport, SourceRead};
pub use tree_sources::TreeSources;

//! What Maven, Gradle and their archives say of packages.

mod coordinates;
mod dependency_tree;
mod gradle_lock;
mod java_archive;
mod pom;
mod pom_properties;
mod pom_tree;
mod verification_metadata;

pub use dependency_tree::read_dependency_tree;
pub use gradle_lock::read_gradle_lock;
pub use java_archive::read_java_archive;
pub use pom::{Pom, read_pom};
pub use pom_tree::list_poms;
pub use verification_metadata::{GradleDigests, read_verification_metadata};

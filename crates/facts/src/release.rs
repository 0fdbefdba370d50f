//! One release: a version with its artefacts, its SBOM and its place in time.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::digest::Sha256;
use crate::placing::Placing;

/// One version of the product.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Release {
    /// The version.
    pub version: String,
    /// The day it was, or is planned to be, placed on the market.
    pub placed_on_the_market_on: Option<Date>,
    /// Its SBOM or lockfile, as a path beside the dossier; `None`: looked for by its usual names.
    pub sbom: Option<String>,
    /// Further files its build wrote about its packages, as paths beside the dossier.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub build_files: Vec<String>,
    /// The source files its Linux kernel was compiled from, as a path beside the dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compiled_files: Option<String>,
    /// The configuration its Linux kernel was built with, as a path beside the dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kernel_config: Option<String>,
    /// Under which options each source file of the kernel is compiled, as a path beside the dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kernel_build_rules: Option<String>,
    /// The source tree its Linux kernel was built from.
    #[serde(skip_serializing_if = "KernelTree::is_unstated")]
    pub kernel_tree: KernelTree,
    /// Repositories whose history is at hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repositories: Vec<RepositoryHistory>,
    /// The system on a chip it runs on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub soc: Option<String>,
    /// What is shipped.
    pub artefacts: Vec<Artefact>,
    /// Member States where it is, or will be, made available; empty: not stated.
    pub member_states: Vec<crate::country::Country>,
    /// The days around placing on the market that the transitional rules turn on.
    pub placing: Placing,
}

impl Release {
    /// A release of which only the version is stated.
    pub fn of_version(version: impl Into<String>) -> Self {
        Self {
            version: version.into(),
            placed_on_the_market_on: None,
            sbom: None,
            build_files: Vec::new(),
            compiled_files: None,
            kernel_config: None,
            kernel_build_rules: None,
            kernel_tree: KernelTree::default(),
            repositories: Vec::new(),
            soc: None,
            artefacts: Vec::new(),
            member_states: Vec::new(),
            placing: Placing::default(),
        }
    }
}

/// The source tree of a release's Linux kernel.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct KernelTree {
    /// The vendor's tree, by its name; `None`: upstream's.
    pub vendor: Option<String>,
    /// The version of upstream it was made from.
    pub base_version: Option<String>,
    /// Its commits, as a path beside the dossier.
    pub commits: Option<String>,
}

impl KernelTree {
    /// Whether nothing is stated of it.
    pub fn is_unstated(&self) -> bool {
        *self == Self::default()
    }
}

/// A repository components come from, whose history is at hand: with it commits are held against ranges of commits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RepositoryHistory {
    /// Its address, as records and the SBOM name it.
    pub address: String,
    /// Its commits and tags, as a path beside the dossier.
    pub history: String,
}

/// One shipped file.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Artefact {
    /// Its name.
    pub name: String,
    /// Its digest.
    pub sha256: Option<Sha256>,
}

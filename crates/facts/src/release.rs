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
            artefacts: Vec::new(),
            member_states: Vec::new(),
            placing: Placing::default(),
        }
    }
}

/// One shipped file.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Artefact {
    /// Its name.
    pub name: String,
    /// Its digest.
    pub sha256: Option<Sha256>,
}

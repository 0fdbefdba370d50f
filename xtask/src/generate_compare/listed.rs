//! What a generator listed of a tree: packages by name and version, whatever else stands in their package URLs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proofmark_facts::Purl;
use serde_json::Value;

use crate::run::Complaint;

/// A package: type, full name in lower case, version.
pub(super) type Package = (String, String, String);

/// What stands in a CycloneDX document; what it is about is not among it.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) packages: BTreeSet<Package>,
    /// What its generator marks as not shipped (`scope`).
    pub(super) not_required: BTreeSet<Package>,
    pub(super) subject: Option<Package>,
}

impl Listed {
    pub(super) fn read(path: &Path) -> Result<Self, Complaint> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let document: Value = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        let mut listed = Self { subject: package(&document["metadata"]["component"]), ..Self::default() };
        for component in document["components"].as_array().into_iter().flatten() {
            let Some(package) = package(component) else { continue };
            if matches!(component["scope"].as_str(), Some("optional" | "excluded")) {
                listed.not_required.insert(package.clone());
            }
            listed.packages.insert(package);
        }
        Ok(listed)
    }

    /// Whether the same package stands here in another version.
    pub(super) fn has_other_version(&self, (kind, name, _): &Package) -> bool {
        self.packages.iter().any(|(other, called, _)| other == kind && called == name)
    }
}

fn package(component: &Value) -> Option<Package> {
    let purl: Purl = component["purl"].as_str()?.parse().ok()?;
    let namespace = purl.namespace.map(|namespace| format!("{namespace}/")).unwrap_or_default();
    let name = format!("{namespace}{}", purl.name).to_lowercase();
    Some((purl.kind, name, purl.version.unwrap_or_default()))
}

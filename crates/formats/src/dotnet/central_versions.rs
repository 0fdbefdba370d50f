//! `Directory.Packages.props`: versions for all projects below a folder
//! (<https://learn.microsoft.com/nuget/consume-packages/central-package-management>).

use std::collections::BTreeMap;

use proofmark_facts::Read;

use super::properties::{evaluated, properties};
use crate::Limits;
use crate::xml_elements::read_xml;

/// Versions by the names of packages in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CentralVersions(pub(super) BTreeMap<String, String>);

/// Reads a `Directory.Packages.props`. Conditions are not evaluated: of a package that stands several times the last version counts.
pub fn read_central_versions(bytes: &[u8], limits: &Limits) -> Read<CentralVersions> {
    let root = match read_xml(bytes, limits) {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    let properties = properties(&root);
    let named = root
        .all()
        .filter(|element| matches!(element.name.as_str(), "PackageVersion" | "GlobalPackageReference"));
    let versions = named.filter_map(|element| {
        let name = element.attribute("Include").or_else(|| element.attribute("Update"))?;
        let version = element.attribute("Version").or_else(|| element.words("Version"))?;
        Some((name.to_lowercase(), evaluated(version, &properties)))
    });
    Read::clean(CentralVersions(versions.collect()))
}

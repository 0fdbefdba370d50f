//! Package indexes: `Packages` and `Packages.manifest`, a stanza for each package there is, and `index.json`. They say what packages
//! are made from and by which CPE name they are known, not what is in an image.

use proofmark_facts::Read;
use serde::Deserialize;

use crate::Limits;
use crate::json::{List, MaybeWords, read_value};
use crate::package_fact::PackageFact;

/// The most packages of one index.
const MOST_PACKAGES: usize = 200_000;

/// What is read of a package.
#[derive(Debug, Default, Clone)]
pub(super) struct Stanza<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    pub(super) status: &'a str,
    pub(super) cpe: &'a str,
    pub(super) licence: &'a str,
    pub(super) source: &'a str,
    pub(super) source_name: &'a str,
}

pub(crate) fn is_package_index(written: &str) -> bool {
    written.starts_with("Package: ")
}

pub(super) fn stanzas(written: &str) -> Vec<Stanza<'_>> {
    let mut all: Vec<Stanza<'_>> = Vec::new();
    for line in written.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        if key == "Package" {
            if all.len() == MOST_PACKAGES {
                break;
            }
            all.push(Stanza { name: value, ..Stanza::default() });
            continue;
        }
        let Some(stanza) = all.last_mut() else { continue };
        match key {
            "Version" => stanza.version = value,
            "Status" => stanza.status = value,
            "CPE-ID" => stanza.cpe = value,
            "License" => stanza.licence = value,
            "Source" => stanza.source = value,
            "SourceName" => stanza.source_name = value,
            _ => {}
        }
    }
    all
}

/// What an index says of each package. Where only the folder of the source is named, its last part is the source.
pub(crate) fn read_package_index(written: &str) -> Vec<PackageFact> {
    let fact = |stanza: Stanza<'_>| {
        let folder = stanza.source.rsplit('/').next().unwrap_or_default();
        let source = if stanza.source_name.is_empty() { folder } else { stanza.source_name };
        PackageFact::new(stanza.name, source, stanza.cpe)
    };
    stanzas(written).into_iter().map(fact).collect()
}

/// A package of the JSON the feeds write (`make … pkgmanifestjson`).
#[derive(Deserialize)]
struct Package<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    cpe_id: MaybeWords<'a>,
}

/// Reads the list of packages with their CPE names.
pub(crate) fn read_index_json(bytes: &[u8], limits: &Limits) -> Read<Vec<PackageFact>> {
    let packages: List<Package<'_>> = match read_value(bytes, limits.bytes, limits.depth, "OpenWrt packages")
    {
        Ok(packages) => packages,
        Err(problem) => return Read::refused(*problem),
    };
    let fact = |package: &Package<'_>| {
        let cpe = package.cpe_id.0.as_deref().unwrap_or_default();
        package.name.0.as_deref().filter(|name| !name.is_empty()).map(|name| PackageFact::new(name, "", cpe))
    };
    Read::clean(packages.0.iter().filter_map(fact).collect())
}

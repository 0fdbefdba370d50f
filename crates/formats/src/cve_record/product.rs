//! The products a container calls affected.

use proofmark_facts::{AffectedProduct, VersionClaim, VersionStatus, VersionUntil};
use serde::Deserialize;

use super::collection::ecosystem_of;
use crate::json::{List, Words};

/// The kernel's numbering authority, its vendor and its product, and the ecosystem OSV has it in, with one package.
const KERNEL: &str = "Linux";

/// One entry of `affected`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Product<'a> {
    #[serde(borrow)]
    vendor: Option<Words<'a>>,
    #[serde(rename = "product", borrow)]
    name: Option<Words<'a>>,
    #[serde(rename = "collectionURL", borrow)]
    collection: Option<Words<'a>>,
    #[serde(borrow)]
    package_name: Option<Words<'a>>,
    #[serde(rename = "packageURL", borrow)]
    purl: Option<Words<'a>>,
    #[serde(borrow)]
    repo: Option<Words<'a>>,
    #[serde(default, borrow)]
    cpes: List<Words<'a>>,
    #[serde(default, borrow)]
    platforms: List<Words<'a>>,
    #[serde(default, borrow)]
    modules: List<Words<'a>>,
    #[serde(default, borrow)]
    program_files: List<Words<'a>>,
    #[serde(borrow)]
    default_status: Option<Words<'a>>,
    #[serde(default, borrow)]
    versions: List<Version<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version<'a> {
    #[serde(rename = "version", borrow)]
    first: Option<Words<'a>>,
    #[serde(borrow)]
    status: Option<Words<'a>>,
    #[serde(rename = "versionType", borrow)]
    order: Option<Words<'a>>,
    #[serde(borrow)]
    less_than: Option<Words<'a>>,
    #[serde(borrow)]
    less_than_or_equal: Option<Words<'a>>,
    #[serde(default, borrow)]
    changes: List<Change<'a>>,
}

#[derive(Deserialize)]
struct Change<'a> {
    #[serde(borrow)]
    at: Option<Words<'a>>,
    #[serde(borrow)]
    status: Option<Words<'a>>,
}

impl Product<'_> {
    /// The entry, as this source's.
    pub(super) fn into_product(self, claimed_by: &str) -> AffectedProduct {
        let is_kernel = claimed_by == KERNEL
            && [&self.vendor, &self.name].map(|name| name.as_deref()) == [Some(KERNEL); 2];
        let collection_url = self.collection.map(Words::into_string);
        // Some writers fill a field they have nothing for.
        let said = |words: Option<Words<'_>>| {
            words.map(Words::into_string).filter(|text| !matches!(text.trim(), "" | "n/a" | "N/A"))
        };
        AffectedProduct {
            claimed_by: claimed_by.to_owned(),
            vendor: said(self.vendor),
            product: said(self.name),
            ecosystem: collection_url
                .as_deref()
                .and_then(ecosystem_of)
                .or(is_kernel.then_some(KERNEL))
                .map(str::to_owned),
            collection_url,
            package_name: said(self.package_name).or_else(|| is_kernel.then(|| "Kernel".to_owned())),
            purl: said(self.purl),
            repository: said(self.repo),
            cpes: strings(self.cpes),
            digests: Vec::new(),
            platforms: strings(self.platforms),
            modules: strings(self.modules),
            program_files: strings(self.program_files),
            default_status: status(self.default_status.as_ref()),
            versions: self.versions.0.into_iter().map(Version::into_claim).collect(),
        }
    }
}

impl Version<'_> {
    fn into_claim(self) -> VersionClaim {
        let until = match (self.less_than, self.less_than_or_equal) {
            (Some(end), _) => VersionUntil::LessThan(end.into_string()),
            (None, Some(end)) => VersionUntil::LessThanOrEqual(end.into_string()),
            (None, None) => VersionUntil::Only,
        };
        let change = |change: Change<'_>| Some((change.at?.into_string(), status(change.status.as_ref())));
        VersionClaim {
            status: status(self.status.as_ref()),
            version: self.first.map(Words::into_string).unwrap_or_default(),
            until,
            version_type: self.order.map(Words::into_string),
            changes: self.changes.0.into_iter().filter_map(change).collect(),
        }
    }
}

fn status(written: Option<&Words<'_>>) -> VersionStatus {
    match written.map(|words| &**words) {
        Some("affected") => VersionStatus::Affected,
        Some("unaffected") => VersionStatus::Unaffected,
        _ => VersionStatus::Unknown,
    }
}

fn strings(list: List<Words<'_>>) -> Vec<String> {
    list.0.into_iter().map(Words::into_string).collect()
}

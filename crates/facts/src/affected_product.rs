//! A product a CVE record calls affected, as the record has it: by vendor and name, with statuses of versions.

/// One entry of a CVE record's `affected` (CVE Record Format 5, `product`), or what another database says in its place.
///
/// Nothing is matched by vendor and product alone here: names of vendors are no identifiers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AffectedProduct {
    /// Who says so.
    pub claimed_by: String,
    /// The vendor's name.
    pub vendor: Option<String>,
    /// The product's name.
    pub product: Option<String>,
    /// The collection the package is of, as written.
    pub collection_url: Option<String>,
    /// The OSV ecosystem that collection is, where it is one whose packages are known by name.
    pub ecosystem: Option<String>,
    /// The package's name in the collection.
    pub package_name: Option<String>,
    /// Its package URL, as written.
    pub purl: Option<String>,
    /// Its repository.
    pub repository: Option<String>,
    /// CPE names, as written.
    pub cpes: Vec<String>,
    /// Digests of files that are affected, as algorithm and hexadecimal value.
    pub digests: Vec<(String, String)>,
    /// Platforms it is affected on; all where none are named.
    pub platforms: Vec<String>,
    /// Modules that are affected.
    pub modules: Vec<String>,
    /// Source files that are affected.
    pub program_files: Vec<String>,
    /// The status of versions nothing else is said of.
    pub default_status: VersionStatus,
    /// Statuses of versions, in the order of the document: the first that holds a version decides.
    pub versions: Vec<VersionClaim>,
}

/// Whether a version is affected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VersionStatus {
    /// It is.
    Affected,
    /// It is not.
    Unaffected,
    /// Nobody says.
    #[default]
    Unknown,
}

/// A version, or a range of versions, and their status.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VersionClaim {
    /// The status from the first version on.
    pub status: VersionStatus,
    /// The version, or the first one.
    pub version: String,
    /// Where the range ends.
    pub until: VersionUntil,
    /// How its versions are ordered, as written (`semver`, `git`, `custom`).
    pub version_type: Option<String>,
    /// Versions inside the range from which on the status is another, in ascending order.
    pub changes: Vec<(String, VersionStatus)>,
}

/// Where a range of versions ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum VersionUntil {
    /// It is this one version.
    #[default]
    Only,
    /// Before this one; `*` is beyond every version, `6.6.*` beyond every one that begins so.
    LessThan(String),
    /// With this one.
    LessThanOrEqual(String),
}

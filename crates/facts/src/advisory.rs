//! An advisory: what one source has published about one vulnerability, in OSV's shape.

use jiff::Timestamp;

use crate::affected_product::AffectedProduct;
use crate::informational::Informational;
use crate::record_claim::RecordClaim;
use crate::severity::SeverityVector;
use crate::source_claim::ClaimState;
use crate::version_list::VersionList;

/// One source's record, kept as its own claim (OSV schema 1.x).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Advisory {
    /// Its identifier at the source: `GHSA-…`, `RUSTSEC-…`, `CVE-…`.
    pub id: String,
    /// Identifiers of the same vulnerability elsewhere.
    pub aliases: Vec<String>,
    /// Identifiers of vulnerabilities this one is derived from (a distribution's record of a CVE).
    pub upstream: Vec<String>,
    /// Identifiers of closely related, but not the same, vulnerabilities.
    pub related: Vec<String>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it last changed.
    pub modified_at: Option<Timestamp>,
    /// When it was withdrawn; a withdrawn advisory makes no finding.
    pub withdrawn_at: Option<Timestamp>,
    /// One line.
    pub summary: Option<String>,
    /// More than one line.
    pub details: Option<String>,
    /// Severity of the vulnerability as such.
    pub severities: Vec<SeverityVector>,
    /// The weaknesses behind it (`CWE-79`), each once, where the record is one source's alone.
    pub weaknesses: Vec<String>,
    /// What is affected.
    pub affected: Vec<Affected>,
    /// Where to read more.
    pub references: Vec<String>,
    /// Whether its source still says so; see [`Advisory::stands`].
    pub state: ClaimState,
    /// What each source inside the record says; empty where the record is one source's alone.
    pub claims: Vec<RecordClaim>,
    /// What is affected by vendor and product, as the record has it.
    pub products: Vec<AffectedProduct>,
    /// What it tells of where that is no vulnerability.
    pub informational: Option<Informational>,
}

impl Advisory {
    /// Whether findings may be made of it: neither withdrawn nor rejected.
    pub fn stands(&self) -> bool {
        self.withdrawn_at.is_none() && self.state.stands()
    }
}

/// One package and which of its versions are affected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Affected {
    /// OSV ecosystem with its release suffix, as `Debian:12`, `crates.io`.
    pub ecosystem: String,
    /// Package name in that ecosystem.
    pub name: String,
    /// Package URL, as written, where the record has one.
    pub purl: Option<String>,
    /// Ranges.
    pub ranges: Vec<AffectedRange>,
    /// Versions listed one by one.
    pub versions: VersionList,
    /// Severity in this package, which goes before the record's own.
    pub severities: Vec<SeverityVector>,
    /// The ecosystem's own word for how bad it is, where there is no vector (`HIGH`, `moderate`).
    pub severity_word: Option<String>,
}

/// One range of affected versions.
#[derive(Debug, Clone, PartialEq)]
pub struct AffectedRange {
    /// How its versions are ordered.
    pub kind: RangeKind,
    /// The repository of a Git range.
    pub repository: Option<String>,
    /// Its events, in the order of the document.
    pub events: Vec<RangeEvent>,
}

/// How the versions of a range are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeKind {
    /// By Semantic Versioning 2.0.
    SemVer,
    /// By the ecosystem's own order.
    Ecosystem,
    /// By the commit graph.
    Git,
}

/// One event of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RangeEvent {
    /// Affected from this version on; `0` is before every version.
    Introduced(String),
    /// No longer affected from this version on.
    Fixed(String),
    /// Affected up to and including this version.
    LastAffected(String),
    /// Nothing is said from this version on.
    Limit(String),
}

impl RangeEvent {
    /// The version it happens at, as written.
    pub fn version(&self) -> &str {
        match self {
            Self::Introduced(version)
            | Self::Fixed(version)
            | Self::LastAffected(version)
            | Self::Limit(version) => version,
        }
    }
}

//! What a paper is written from: the declared facts, the law's verdict on them, and what was looked up beside them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_facts::{Dossier, Finding, Sha256, Unchecked};
use proofmark_law::{StateOfTheLaw, Verdict};
use proofmark_text::Text;

/// Everything any paper needs; each takes what it is about and leaves the rest.
#[derive(Debug, Clone)]
pub struct PaperInputs<'a> {
    /// What the makers declare.
    pub dossier: &'a Dossier,
    /// What the law says of it.
    pub verdict: &'a Verdict,
    /// The state of the law the verdict was reached under.
    pub state: &'a StateOfTheLaw,
    /// The day the papers are issued on: handed in, never read from a clock.
    pub day: Date,
    /// The release's software bill of materials; `None`: none was found.
    pub sbom: Option<SbomSummary>,
    /// The files the dossier names that were found, by the path it names them by.
    pub files: &'a BTreeMap<String, Sha256>,
    /// Known vulnerabilities in the release's components, each with the makers' decision on it.
    pub findings: &'a [Finding],
    /// Components nothing can be said about; the makers' own are left out, because no advisory is expected on them.
    pub unchecked: &'a [Unchecked],
    /// The release gate's answer (Annex I Part I(2)(a)).
    pub gate: GateSummary,
    /// The vulnerability data that was asked; `None`: there was none.
    pub vulnerability_data: Option<VulnerabilityData>,
    /// The declaration of conformity that was issued for the release; `None`: none was, as far as is known here.
    pub issued: Option<IssuedPaper>,
}

/// A declaration of conformity that was issued: the paper itself lies beside those that are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    /// Its number among the release's, from one.
    pub revision: usize,
    /// The day of issue.
    pub issued_on: Date,
    /// Whether the dossier still says what it says.
    pub agrees: bool,
}

/// What the papers say of a software bill of materials; the file itself goes with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SbomSummary {
    /// Its file, as a path beside the dossier.
    pub name: String,
    /// Its format with the version, as `CycloneDX 1.6`.
    pub format: String,
    /// Its digest.
    pub sha256: Sha256,
    /// How many components it names.
    pub components: usize,
    /// The product's direct dependencies, by package URL, else name and version; empty: it names none.
    pub top_level: Vec<String>,
}

/// The release gate's answer, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct GateSummary {
    /// Whether the release passes.
    pub may_be_placed: bool,
    /// Everything that stands in the way; if nothing does, what the answer rests on.
    pub lines: Vec<Text>,
}

/// Which published vulnerability data was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VulnerabilityData {
    /// The day it was complete up to, where it says so.
    pub as_of: Option<Date>,
    /// How many records it holds.
    pub records: u64,
    /// The sources it was gathered from.
    pub sources: Vec<AdvisorySource>,
}

/// One source of vulnerability data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvisorySource {
    /// Its name.
    pub name: String,
    /// How many records came from it.
    pub records: u64,
    /// The day they were complete up to.
    pub as_of: Option<Date>,
}

//! What is kept of an advisory until the index is written: numbers of strings, a few dozen bytes a claim.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use proofmark_facts::Sha256;

use crate::claim_record::ClaimSeverity;
use crate::kept_cpe::KeptCpes;
use crate::kept_git::KeptRepositories;
use crate::ratings::Ratings;
use crate::record::{Prediction, Window};
use crate::strings::Strings;

/// Everything kept so far.
#[derive(Debug, Default)]
pub(crate) struct Keep {
    /// All texts.
    pub(crate) strings: Strings,
    /// Their vectors' scores.
    pub(crate) ratings: Ratings,
    /// Records, in the order they came.
    pub(crate) records: Vec<Kept>,
    /// Their claims.
    pub(crate) affected: Vec<KeptAffected>,
    /// The code some of these name, in their order.
    pub(crate) codes: Vec<KeptCode>,
    /// The windows of the claims, with numbers of strings for offsets.
    pub(crate) windows: Vec<Window>,
    /// Strings: aliases, upstream identifiers, versions listed, words of claims.
    pub(crate) references: Vec<u32>,
    /// What sources say of the vulnerabilities.
    pub(crate) claims: Vec<KeptClaim>,
    /// How bad they say it is, with numbers of strings for offsets.
    pub(crate) claim_severities: Vec<ClaimSeverity>,
    /// Entries of catalogues of exploited vulnerabilities.
    pub(crate) exploited: Vec<KeptExploited>,
    /// Predictions by CVE: there are far more than vulnerabilities in the index, so their names are no strings of it.
    pub(crate) predictions: HashMap<String, Prediction, FixedState>,
    /// What the records say of products by CPE names.
    pub(crate) cpes: KeptCpes,
    /// What the records say of repositories by ranges of commits.
    pub(crate) repositories: KeptRepositories,
    /// The files they speak of by digest.
    pub(crate) files: Vec<KeptFile>,
    /// Digests of what the records come from.
    pub(crate) built_from: Vec<Sha256>,
}

/// One source's record.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// String: its identifier.
    pub(crate) id: u32,
    /// String: its source.
    pub(crate) source: u32,
    /// String: its summary.
    pub(crate) summary: u32,
    /// When it last changed, in microseconds since 1970.
    pub(crate) modified: i64,
    /// Whether it was withdrawn or rejected; then it speaks of no package, and of identifiers only as what it took back.
    pub(crate) withdrawn: bool,
    /// The code of what it tells of where that is no vulnerability.
    pub(crate) informational: u8,
    /// Its aliases, in the references.
    pub(crate) aliases: Range<usize>,
    /// What it is derived from, in the references.
    pub(crate) upstream: Range<usize>,
    /// Its claims about packages.
    pub(crate) affected: Range<usize>,
    /// Its configurations of products.
    pub(crate) configurations: Range<usize>,
    /// Its claims about repositories.
    pub(crate) commits: Range<usize>,
    /// Its claims about files.
    pub(crate) files: Range<usize>,
    /// Claims that name no package of an ecosystem in the register, and no product.
    pub(crate) without_package: u32,
    /// What its sources say of the vulnerability.
    pub(crate) claims: Range<usize>,
}

/// What one source says of the vulnerability a record speaks of.
#[derive(Debug, Clone)]
pub(crate) struct KeptClaim {
    /// String: who says it.
    pub(crate) source: u32,
    /// String: the list it stands on as exploited; zero's string for none.
    pub(crate) exploited_list: u32,
    /// Its days, as in the file: published, modified, ended, exploited since, decided.
    pub(crate) days: [u32; 5],
    /// How bad it says it is.
    pub(crate) severities: Range<usize>,
    /// Weaknesses, then marks, in the references.
    pub(crate) words: Range<usize>,
    /// How many of these are weaknesses.
    pub(crate) weaknesses: u16,
    /// The code of its state.
    pub(crate) state: u8,
    /// The code of its decision points.
    pub(crate) ssvc: u8,
}

/// One claim about one package.
#[derive(Debug, Clone)]
pub(crate) struct KeptAffected {
    /// String: the ecosystem's OSV name.
    pub(crate) ecosystem: u32,
    /// String: the release.
    pub(crate) release: u32,
    /// String: the package's name, normalised.
    pub(crate) name: u32,
    /// String: the vector.
    pub(crate) vector: u32,
    /// The base score in tenths; 255 for none.
    pub(crate) score: u8,
    /// The rating's code.
    pub(crate) rating: u8,
    /// Its windows.
    pub(crate) windows: Range<usize>,
    /// Its versions listed, in the references.
    pub(crate) listed: Range<usize>,
    /// Whether its source speaks of the whole ecosystem, so that what it does not name is not affected.
    pub(crate) covers: bool,
}

/// An entry in a catalogue of exploited vulnerabilities.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeptExploited {
    /// String: the CVE.
    pub(crate) cve: u32,
    /// String: the catalogue.
    pub(crate) catalogue: u32,
    /// The day, as in the file; zero for none.
    pub(crate) day: u32,
}

/// The code a kept claim names.
#[derive(Debug, Clone)]
pub(crate) struct KeptCode {
    /// The claim, by its number among those kept.
    pub(crate) affected: usize,
    /// Files, then commits, in the references.
    pub(crate) words: Range<usize>,
    /// How many of these are files.
    pub(crate) files: usize,
}

/// A claim about a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeptFile {
    /// String: algorithm, colon, hexadecimal value.
    pub(crate) digest: u32,
    /// String: the vector.
    pub(crate) vector: u32,
    /// The base score in tenths; 255 for none.
    pub(crate) score: u8,
    /// The rating's code.
    pub(crate) rating: u8,
}

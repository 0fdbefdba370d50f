//! Rows: components and findings of a release in the form lists and searches ask them in.
//!
//! Rows are made from documents the ledger names; a release's record holds their digest, so that a row changed,
//! added or removed behind Proofmark's back is seen.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::release_record::RowSeal;

/// A component of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComponentRow {
    /// Its place in the component list, from zero.
    pub place: u64,
    /// Group and name as people write them.
    pub name: String,
    /// Version; empty where none is given.
    pub version: String,
    /// Package URL; empty where there is none.
    pub purl: String,
    /// Licences as written, joined by ` AND `.
    pub licences: String,
    /// Named by the product itself, not by another component.
    pub top_level: bool,
    /// The words vulnerabilities are looked up by beside its package URL: CPE names, its own name, repositories, commits; each
    /// once and without a line's end. Absent where nobody kept them: then it may be asked by any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Vec<String>>,
}

/// A finding of a release: one vulnerability in one component, from when it was first seen until it closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingRow {
    /// The component by package URL, else name and version.
    pub component: String,
    /// The vulnerability.
    pub vulnerability: String,
    /// Its other identifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// One line about it; empty where no source has one.
    pub summary: String,
    /// Severity times ten (CVSS base score 9.8 is 98); -1 where there is none.
    pub score: i64,
    /// Probability of exploitation within thirty days (EPSS) in millionths; -1 where it is not known.
    pub epss: i64,
    /// Listed as exploited somewhere in the world. Not: in this product.
    pub exploited: bool,
    /// The decision's VEX status; empty where there is none.
    pub status: String,
    /// Why the gate is closed by it or not: it is still to be resolved.
    pub unresolved: bool,
    /// Versions in which it is fixed, joined by commas.
    pub fixed_in: String,
    /// When it was first found in this release.
    pub opened_at: Timestamp,
    /// When it was no longer found.
    pub closed_at: Option<Timestamp>,
    /// Why it closed, in a word: `not-listed`, `withdrawn`, `component-gone`.
    pub closed_because: String,
}

/// The rows of a release that a change writes anew; `None` leaves them as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseRows {
    /// The operator's id.
    pub operator: String,
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// All its components.
    pub components: Option<Vec<ComponentRow>>,
    /// All its findings, open and closed.
    pub findings: Option<Vec<FindingRow>>,
}

impl RowSeal {
    /// The seal of these components, in the order of their places.
    pub fn of_components<'a>(rows: impl IntoIterator<Item = &'a ComponentRow>) -> Self {
        let mut seal = RowSealing::default();
        rows.into_iter().for_each(|row| seal.component(row));
        seal.finish()
    }

    /// The seal of these findings, in the order of component and vulnerability.
    pub fn of_findings<'a>(rows: impl IntoIterator<Item = &'a FindingRow>) -> Self {
        let mut seal = RowSealing::default();
        rows.into_iter().for_each(|row| seal.finding(row));
        seal.finish()
    }
}

/// A digest over rows as they come: each field with its length, so that no two lists of rows read alike.
#[derive(Debug, Default)]
pub struct RowSealing {
    count: u64,
    bytes: sha2::Sha256,
}

impl RowSealing {
    /// Takes the next component, in the order of their places.
    pub fn component(&mut self, row: &ComponentRow) {
        let place = row.place.to_string();
        let mut top = (if row.top_level { "1" } else { "0" }).to_owned();
        // Rows without words are sealed as they were before words were kept.
        for word in row.asked.iter().flatten() {
            top.push('\n');
            top.push_str(word);
        }
        top.push_str(if row.asked.is_some() { "\n" } else { "" });
        self.row(&[&place, &row.name, &row.version, &row.purl, &row.licences, &top]);
    }

    /// Takes the next finding, in the order of component, vulnerability and when it was found.
    pub fn finding(&mut self, row: &FindingRow) {
        let flags = [u8::from(row.exploited) + b'0', u8::from(row.unresolved) + b'0'];
        let flags = std::str::from_utf8(&flags).unwrap_or_default();
        let closed = row.closed_at.map(|at| at.as_millisecond().to_string()).unwrap_or_default();
        let (score, epss) = (row.score.to_string(), row.epss.to_string());
        let opened = row.opened_at.as_millisecond().to_string();
        // No identifier holds a zero: rows without aliases are sealed as they were before aliases were kept.
        let called = std::iter::once(row.vulnerability.as_str());
        let called = called.chain(row.aliases.iter().map(String::as_str)).collect::<Vec<_>>().join("\0");
        self.row(&[
            &row.component,
            &called,
            &row.summary,
            &score,
            &epss,
            flags,
            &row.status,
            &row.fixed_in,
            &opened,
            &closed,
            &row.closed_because,
        ]);
    }

    fn row(&mut self, fields: &[&str]) {
        use sha2::Digest as _;
        self.count += 1;
        for field in fields {
            self.bytes.update((field.len() as u64).to_be_bytes());
            self.bytes.update(field.as_bytes());
        }
    }

    /// The seal of all that were taken.
    pub fn finish(self) -> RowSeal {
        use sha2::Digest as _;
        RowSeal { count: self.count, sha256: Sha256(self.bytes.finalize().into()) }
    }
}

//! A line of the ledger: who did what, when, with which documents. Its bytes are a leaf of the tree.

use jiff::Timestamp;
use proofmark_facts::{LinePlace, RecordWrite, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::line_action::action_says;

/// The versions of the line's format that this program reads. A line is written as the first that can say what it says:
/// one that names records as the second, one behind a checkpoint as the third.
const LINE_FORMATS: [u32; 3] = [1, 2, 3];

/// One line. It holds digests, not contents: it can be shown to a witness who may not see the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LedgerLine {
    /// The format's version.
    pub proofmark_line: u32,
    /// Whom it is about.
    pub subject: String,
    /// Its number among the lines about the same subject, from zero, without gaps.
    pub sequence: u64,
    /// When it was written.
    pub at: Timestamp,
    /// Who asked for it.
    pub by: String,
    /// What was done: an action's name.
    pub action: String,
    /// The documents it was done with and those that came of it.
    pub documents: Vec<LineDocument>,
    /// The records it changed, with what they held before and after (format 2).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub records: Vec<LineRecord>,
    /// The outcome in a word, where the action has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<String>,
    /// The size of the last signed checkpoint when it was written (format 3); absent: nothing was sealed yet. So a checkpoint
    /// that is taken away is missed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sealed: Option<u64>,
    /// The program that wrote it.
    pub with: String,
}

/// A document of a line, by digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LineDocument {
    /// What it is to the action: `dossier`, `sbom`, `assessment`, `manifest`.
    pub role: String,
    /// Its SHA-256 digest in hexadecimal digits.
    pub sha256: String,
}

/// A record that a line changed: named, with the digests of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LineRecord {
    /// The operator it belongs to; empty: the installation.
    pub operator: String,
    /// What kind of record it is.
    pub kind: String,
    /// Which one.
    pub id: String,
    /// The digest of its content before; absent: there was none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub before: Option<String>,
    /// The digest of its content after; absent: it was taken away.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub after: Option<String>,
}

impl LineRecord {
    /// What a write does to its record.
    pub fn of(write: &RecordWrite) -> Self {
        Self {
            operator: write.key.operator.clone(),
            kind: write.key.kind.word().to_owned(),
            id: write.key.id.clone(),
            before: write.expects.map(|digest| digest.to_string()),
            after: write.content.as_deref().map(|content| Sha256::of(content).to_string()),
        }
    }
}

impl LineDocument {
    /// A document with this digest.
    pub fn new(role: &str, sha256: &Sha256) -> Self {
        Self { role: role.to_owned(), sha256: sha256.to_string() }
    }
}

/// All of a line but its place, which the store gives.
#[derive(Debug, Clone)]
pub struct LineDraft<'a> {
    /// Whom it is about.
    pub subject: &'a str,
    /// When.
    pub at: Timestamp,
    /// Who asked.
    pub by: &'a str,
    /// What was done.
    pub action: &'a str,
    /// With which documents.
    pub documents: Vec<LineDocument>,
    /// With which outcome.
    pub outcome: Option<&'a str>,
    /// By which program.
    pub with: &'a str,
}

impl LineDraft<'_> {
    /// The line's bytes at its place: JSON on one line, fields in the order of [`LedgerLine`].
    pub fn at_place(&self, place: LinePlace, records: &[RecordWrite]) -> Vec<u8> {
        // Whatever a test has written betrays an action nobody found words for.
        debug_assert!(action_says(self.action).is_some(), "`{}` has no words in `line_action`", self.action);
        let sealed = Some(place.sealed).filter(|size| *size > 0);
        let line = LedgerLine {
            proofmark_line: match (sealed, records) {
                (Some(_), _) => 3,
                (None, [_, ..]) => 2,
                (None, []) => 1,
            },
            subject: self.subject.to_owned(),
            sequence: place.sequence,
            at: self.at,
            by: self.by.to_owned(),
            action: self.action.to_owned(),
            documents: self.documents.clone(),
            records: records.iter().map(LineRecord::of).collect(),
            outcome: self.outcome.map(str::to_owned),
            sealed,
            with: self.with.to_owned(),
        };
        let mut bytes = serde_json::to_vec(&line).expect("strings, numbers and lists become JSON");
        bytes.push(b'\n');
        bytes
    }
}

impl LedgerLine {
    /// Reads a line; the sentence says what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let line: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if !LINE_FORMATS.contains(&line.proofmark_line) {
            return Err(format!("its format is {}, this program reads 1 to 3", line.proofmark_line));
        }
        Ok(line)
    }

    /// The digest of the document in this role.
    pub fn document(&self, role: &str) -> Option<&str> {
        self.documents.iter().find(|document| document.role == role).map(|document| document.sha256.as_str())
    }
}

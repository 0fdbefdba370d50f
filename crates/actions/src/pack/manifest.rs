//! The manifest: every file of a pack by path, size and digest, with what it shows and when that was observed.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::Sha256;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the pack's format that this program writes and reads.
pub(crate) const PACK_FORMAT: u32 = 1;

/// What the pack says of itself. Its digest is in the ledger's last line about the product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The format's version.
    pub proofmark_pack: u32,
    /// Operator and product in one word, as the ledger names them.
    pub subject: String,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// When the pack was made.
    pub made_at: Timestamp,
    /// The program that made it.
    pub made_with: String,
    /// The name of the ledger that its checkpoint must bear.
    pub ledger_origin: String,
    /// Every file but the ledger's, sorted by path.
    pub files: Vec<ManifestFile>,
}

/// One file of a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its path in the pack.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256 digest in hexadecimal digits.
    pub sha256: String,
    /// What it shows, in words.
    pub shows: String,
    /// When what it shows was observed, where that is known: not when it was put in.
    pub observed_on: Option<Date>,
}

impl ManifestFile {
    /// The entry of a file with these bytes.
    pub fn of(path: String, bytes: &[u8], shows: String, observed_on: Option<Date>) -> Self {
        let sha256 = Sha256::of(bytes).to_string();
        Self { path, size: bytes.len() as u64, sha256, shows, observed_on }
    }
}

impl Manifest {
    /// The manifest's bytes: JSON, indented, with a newline at its end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("strings, numbers and lists become JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a manifest; the sentence says what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }

    /// The text of `SHA256SUMS`: the listed files and the manifest itself, as coreutils writes it.
    pub fn sums(&self) -> String {
        let own = format!("{}  {}\n", Sha256::of(&self.to_bytes()), super::layout::MANIFEST);
        let listed = self.files.iter().map(|file| format!("{}  {}\n", file.sha256, file.path));
        listed.chain([own]).collect()
    }
}

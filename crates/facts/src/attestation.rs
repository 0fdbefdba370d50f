//! Attestations of the ledger: what others, who are not us, said about a checkpoint: when it was there (a time-stamping
//! authority, RFC 3161), and that the ledger only grew up to it (a witness, C2SP tlog-cosignature).

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::{Noun, RecordKind};

/// The id of the record that says whom to ask.
pub const ATTESTORS: &str = "attestors";

/// The id of the record that says how far each of them has come.
pub const LATEST_ATTESTATIONS: &str = "latest";

/// Whom the installation asks to attest its ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttestorSettings {
    /// The time-stamping authority.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub authority: Option<StampAuthority>,
    /// The witnesses, in the order of their names.
    #[serde(default)]
    pub witnesses: Vec<LedgerWitness>,
    /// How often each is asked at most, in minutes.
    pub every_minutes: u32,
}

/// A time-stamping authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StampAuthority {
    /// Where requests are sent.
    pub url: String,
    /// The root certificates its answers must lead to: PEM.
    pub roots: String,
    /// The policy that is asked for, as numbers with dots; absent: the authority's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub policy: Option<String>,
}

/// A witness of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LedgerWitness {
    /// Its verifier key, which begins with its name: `name+id+base64`.
    pub key: String,
    /// The prefix below which it takes checkpoints.
    pub url: String,
}

/// Everything that was said about the checkpoint of one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// The size of the ledger.
    pub size: u64,
    /// The time stamps of it, in the order they came.
    #[serde(default)]
    pub stamps: Vec<KeptStamp>,
    /// The cosignatures under it, in the order they came.
    #[serde(default)]
    pub cosignatures: Vec<KeptCosignature>,
}

/// A time stamp that was verified and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptStamp {
    /// Who was asked.
    pub authority: String,
    /// When the authority saw the checkpoint, by its clock.
    pub at: Timestamp,
    /// The policy it was made under, as numbers with dots.
    pub policy: String,
    /// The digest of the token (DER).
    pub token: String,
    /// The digest of the root certificates it was verified under (PEM).
    pub roots: String,
}

/// A cosignature that was verified and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptCosignature {
    /// The verifier key of the witness.
    pub witness: String,
    /// When it signed, by its clock.
    pub at: Timestamp,
    /// The digest of the checkpoint with the cosignature below the ledger's own signature.
    pub note: String,
}

/// How far each of those who attest has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LatestAttestations {
    /// The last time stamp.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stamped: Option<Attested>,
    /// The last cosignature of each witness, by its verifier key.
    #[serde(default)]
    pub witnessed: BTreeMap<String, Attested>,
}

/// What was attested last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// The size of the ledger.
    pub size: u64,
    /// When, by the clock of who attested.
    pub at: Timestamp,
    /// When it was asked for, by ours.
    pub kept_at: Timestamp,
}

impl Attestation {
    /// The id of the record about this size: sizes sort as numbers.
    pub fn id_of(size: u64) -> String {
        format!("{size:020}")
    }
}

impl Noun for AttestorSettings {
    const KIND: RecordKind = RecordKind::Setting;

    fn id(&self) -> String {
        ATTESTORS.to_owned()
    }
}

impl Noun for Attestation {
    const KIND: RecordKind = RecordKind::Attestation;

    fn id(&self) -> String {
        Self::id_of(self.size)
    }
}

impl Noun for LatestAttestations {
    const KIND: RecordKind = RecordKind::Attestation;

    fn id(&self) -> String {
        LATEST_ATTESTATIONS.to_owned()
    }
}

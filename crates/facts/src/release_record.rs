//! What the installation keeps about a release: the assessments it had, the component lists it came with.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::looked_for::LookedFor;
use crate::product_record::GateAnswer;
use crate::record::{Noun, RecordKind};
use crate::tally::FindingTally;

/// A release as the installation keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRecord {
    /// The product's id.
    pub product: String,
    /// The version, as its makers write it.
    pub version: String,
    /// When it was first kept.
    pub created_at: Timestamp,
    /// Its place among the product's releases, from one, in the order they came.
    pub number: u64,
    /// The dossier as it was when this release was last assessed.
    pub dossier: Sha256,
    /// Every component list that was handed in for it, oldest first; the last one counts.
    pub sboms: Vec<SbomReceipt>,
    /// The files it was last assessed from, by the path its dossier names them by: the dossier, the component list, the
    /// evidence that was there, the advisories. A product has only its newest files; a release keeps its own. `None`: it was
    /// last assessed before this was kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub files: Option<BTreeMap<String, Sha256>>,
    /// The last assessment.
    pub assessment: Sha256,
    /// When that was.
    pub assessed_at: Timestamp,
    /// The release gate's answer.
    pub gate: GateAnswer,
    /// How many findings are open.
    pub findings: FindingTally,
    /// What was looked for before the findings were counted; `None`: it was assessed before this was kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub looked_for: Option<LookedFor>,
    /// The digest of what the last assessment noticed, in no order: what advisories tell of a component that is no vulnerability
    /// stands in no row. `None`: it was assessed before this was kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notices: Option<Sha256>,
    /// What holds the component rows against the ledger.
    pub component_rows: RowSeal,
    /// What holds the finding rows against the ledger.
    pub finding_rows: RowSeal,
}

/// That a component list was handed in: what, when and by whom. A wrong one is superseded, never deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SbomReceipt {
    /// The file's name as it was handed in.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
    /// When it was handed in.
    pub received_at: Timestamp,
    /// By whom.
    pub received_from: String,
}

/// How many rows belong to a release and the digest of them all, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowSeal {
    /// How many.
    pub count: u64,
    /// The digest over all of them.
    pub sha256: Sha256,
}

impl Noun for ReleaseRecord {
    const KIND: RecordKind = RecordKind::Release;

    /// Product and version; a product's id holds no space.
    fn id(&self) -> String {
        release_id(&self.product, &self.version)
    }
}

/// What a release is called among its operator's records.
pub fn release_id(product: &str, version: &str) -> String {
    format!("{product} {version}")
}

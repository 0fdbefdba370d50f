//! What the installation keeps about a product: its files and where it stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::looked_for::LookedFor;
use crate::outlook::Outlook;
use crate::record::{Noun, RecordKind};
use crate::tally::{FindingTally, ObligationTally};

/// A product as the installation keeps it: the files handed in for it and a summary of its last assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductRecord {
    /// The product's name as one word, unique within its operator.
    pub id: String,
    /// Whom the ledger's lines about it are about: operator and product in one word.
    pub subject: String,
    /// The product's name as its makers write it.
    pub name: String,
    /// The files handed in for it, by the path its dossier names them by; the dossier is `proofmark.toml`.
    pub files: BTreeMap<String, Sha256>,
    /// When it was first kept.
    pub created_at: Timestamp,
    /// Where it stands, once it was assessed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub standing: Option<ProductStanding>,
    /// No longer shown among the products at work; nothing of it is gone.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub archived: bool,
}

/// Where a product stood when it was last assessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductStanding {
    /// The assessment it was read from.
    pub assessment: Sha256,
    /// When that was.
    pub assessed_at: Timestamp,
    /// The release it was about.
    pub release: String,
    /// Scope, role and class in the words of the assessment's JSON.
    pub scope: String,
    /// The operator's role.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<String>,
    /// The product's class.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub class: Option<String>,
    /// The release gate's answer.
    pub gate: GateAnswer,
    /// How many obligations stand how.
    pub obligations: ObligationTally,
    /// How many findings are open.
    pub findings: FindingTally,
    /// How many components nothing can be said about.
    pub unchecked: u64,
    /// What was looked for before the findings were counted; `None`: it was assessed before this was kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub looked_for: Option<LookedFor>,
    /// The support period's last day, where it is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub support_ends_on: Option<Date>,
    /// The next deadline of a running clock (Article 14).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next_deadline_at: Option<Timestamp>,
    /// What lies ahead of it; `None`: it was assessed before this was kept, and must be assessed again to know.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outlook: Option<Outlook>,
}

/// The release gate's answer (Annex I Part I (2)(a)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GateAnswer {
    /// The release may be placed on the market.
    Open,
    /// It must not.
    Closed,
    /// The Regulation does not ask it of this product.
    NotAsked,
}

impl Noun for ProductRecord {
    const KIND: RecordKind = RecordKind::Product;

    fn id(&self) -> String {
        self.id.clone()
    }
}

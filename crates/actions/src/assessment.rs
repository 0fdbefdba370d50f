//! The assessment: everything Proofmark says of one release on one day. Its JSON form is a promise.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Finding, Problem, SbomOrigin, Sha256, Unchecked};
use proofmark_law::{Gate, Standing, Step, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

use crate::kernel_fold::SameSource;
use crate::rule_applied::RuleApplied;

/// The version of the assessment's form that this program writes.
pub(crate) const ASSESSMENT_FORMAT: u32 = 1;

/// What was found about one release, with the inputs it was found from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Assessment {
    /// The form's version.
    pub proofmark_assessment: u32,
    /// Operator and product in one word, as the ledger names them.
    pub subject: String,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// When it was assessed.
    pub assessed_at: Timestamp,
    /// The day the answer is for.
    pub as_of: Date,
    /// The program that assessed.
    pub assessed_with: String,
    /// The dossier that was read.
    pub dossier: InputDocument,
    /// The component list that was read; `None`: there was none.
    pub sbom: Option<SbomInput>,
    /// Files the dossier names, by the path it names them by; `None`: it is not there.
    pub files: BTreeMap<String, Option<Sha256>>,
    /// Scope, role, class, routes and days.
    pub verdict: Verdict,
    /// The vulnerability data that was asked; empty: none.
    pub vulnerability_data: Vec<VulnerabilityData>,
    /// Known vulnerabilities in the release's components, worst first.
    pub findings: Vec<Finding>,
    /// Components of which something, or anything, could not be said.
    pub unchecked: Vec<Unchecked>,
    /// Components that findings name another one for, as both were built from the same source of a kernel.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_source: Vec<SameSource>,
    /// The makers' own rules that decide on findings, each with what it did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleApplied>,
    /// Whether the gate is asked of this product, where scope or role is open whether it may be; what was placed on the
    /// market before full application is answered as it would stand (Article 69(2)).
    pub gate_is_asked: bool,
    /// The release gate (Annex I Part I (2)(a)); answered even where it is not asked.
    pub gate: Gate,
    /// How each obligation stands.
    pub obligations: Vec<Standing>,
    /// What to do next, the most useful first.
    pub next_steps: Vec<Step>,
    /// What was noticed in the inputs on the way.
    pub notices: Vec<Problem>,
}

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InputDocument {
    /// Its name beside the dossier.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
}

/// The component list that was read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SbomInput {
    /// Its name beside the dossier.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
    /// What it says of itself.
    pub origin: SbomOrigin,
    /// How many components it lists.
    pub components: usize,
    /// How many of them the makers wrote themselves.
    pub own_components: usize,
    /// The product's direct dependencies, by package URL, else name and version.
    pub top_level: Vec<String>,
}

/// Vulnerability data that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VulnerabilityData {
    /// Where it came from: the installation's database, or advisories beside the dossier.
    pub name: String,
    /// The newest change among its records, where they say.
    pub as_of: Option<Timestamp>,
    /// How many records it holds.
    pub records: u64,
    /// How many vulnerabilities its catalogues list as exploited somewhere in the world; none: it holds no catalogue.
    pub exploited: u64,
    /// The sources it was built from.
    pub sources: Vec<DataSource>,
}

/// One source of vulnerability data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DataSource {
    /// Its name.
    pub name: String,
    /// How many records came from it.
    pub records: u64,
    /// The newest change among them, where they say.
    pub as_of: Option<Timestamp>,
}

impl Assessment {
    /// The assessment's bytes: JSON, indented, with a newline at its end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes =
            serde_json::to_vec_pretty(self).expect("strings, numbers, lists and names become JSON");
        bytes.push(b'\n');
        bytes
    }
}

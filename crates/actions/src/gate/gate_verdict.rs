//! The gate's verdict: one document with every rule, every hit and everything it rests on. Its JSON form is a promise.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{GateLevel, GateRule, Problem, Rating, Sha256, Waiver};
use proofmark_law::{Citation, StateName};
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{InputDocument, VulnerabilityData};

/// The version of the verdict's form that this program writes.
pub(super) const GATE_FORMAT: u32 = 1;

/// What the gate says of one release on one day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GateVerdict {
    /// The form's version.
    pub proofmark_gate: u32,
    /// Operator and product in one word.
    pub subject: String,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// Whether nothing stands in the way: neither the Regulation's rule nor one of the manufacturer's that blocks.
    pub passed: bool,
    /// Each rule, the Regulation's first.
    pub rules: Vec<RuleOutcome>,
    /// Each waiver of the policy, and whether it let anything through.
    pub waivers: Vec<WaiverUse>,
    /// What the verdict rests on.
    pub rests_on: GateBasis,
    /// What was noticed in the inputs on the way.
    pub notices: Vec<Problem>,
}

/// What came of one rule.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RuleOutcome {
    /// The rule.
    #[serde(flatten)]
    pub rule: GateRule,
    /// Whose it is.
    pub source: RuleSource,
    /// Where the Regulation says so, for its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citation>,
    /// What came of it.
    pub outcome: GateOutcome,
    /// What it hits, the worst first.
    pub hits: Vec<GateHit>,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleSource {
    /// The Regulation's. No policy changes it.
    Regulation,
    /// The manufacturer's.
    Policy,
}

/// What came of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GateOutcome {
    /// It hits nothing.
    Passed,
    /// All it hits is waived.
    Waived,
    /// It hits something, which is told.
    Warned,
    /// It hits something, which closes the gate.
    Blocked,
    /// The Regulation does not ask it of this product.
    NotAsked,
}

/// One thing a rule hits.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct GateHit {
    /// The component, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The vulnerability, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<String>,
    /// Other names of the vulnerability.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How bad the vulnerability is.
    #[serde(skip_serializing_if = "is_unrated")]
    pub rating: Rating,
    /// What pulls the component in, from the product down to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// What is so; its hint says how it is mended.
    pub says: Option<Text>,
    /// Where it stands.
    pub place: HitPlace,
    /// The waiver that lets it through, as its place among the verdict's waivers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_by: Option<usize>,
    /// A waiver that let it through and does no longer: the last day it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiver_expired_on: Option<Date>,
}

/// A place in a file beside the dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HitPlace {
    /// The file.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
}

/// A waiver of the policy.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WaiverUse {
    /// The waiver.
    #[serde(flatten)]
    pub waiver: Waiver,
    /// What it does on the day.
    pub standing: WaiverStanding,
    /// How many hits it lets through, or would if it had not expired.
    pub hits: usize,
}

/// What a waiver does on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaiverStanding {
    /// It lets something through.
    Used,
    /// It holds, and there is nothing it would let through.
    Unused,
    /// Its last day has passed.
    Expired,
    /// It was decided on a later day.
    NotYet,
}

/// What a verdict rests on: whoever has the same gets the same.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GateBasis {
    /// When it was judged.
    pub judged_at: Timestamp,
    /// The day it is for.
    pub as_of: Date,
    /// The program.
    pub judged_with: String,
    /// The state of the law.
    pub state_of_the_law: StateName,
    /// The dossier.
    pub dossier: InputDocument,
    /// The policy; `None`: the Regulation's rule alone.
    pub policy: Option<InputDocument>,
    /// The bill of materials; `None`: there is none.
    pub sbom: Option<InputDocument>,
    /// Further files the rules were held against; `None`: it is not there.
    pub files: BTreeMap<String, Option<Sha256>>,
    /// The vulnerability data that was asked; empty: none.
    pub vulnerability_data: Vec<VulnerabilityData>,
    /// Digests of what each of these databases was built from, in the same order.
    pub vulnerability_data_built_from: Vec<Vec<Sha256>>,
    /// How many findings there are.
    pub findings: usize,
}

impl RuleOutcome {
    /// Of a rule of the policy and what it hits; waivers come later.
    pub(super) fn of_policy(rule: &GateRule, hits: Vec<GateHit>) -> Self {
        Self {
            rule: rule.clone(),
            source: RuleSource::Policy,
            cites: None,
            outcome: GateOutcome::Passed,
            hits,
        }
    }

    /// The hits no waiver lets through.
    pub fn standing(&self) -> impl Iterator<Item = &GateHit> {
        self.hits.iter().filter(|hit| hit.waived_by.is_none())
    }

    /// Settles what came of it, once waivers were laid against its hits.
    pub(super) fn settle(&mut self) {
        let stands = self.standing().next().is_some();
        self.outcome = match (stands, self.rule.level) {
            (false, _) if self.hits.is_empty() => GateOutcome::Passed,
            (false, _) => GateOutcome::Waived,
            (true, GateLevel::Warn) => GateOutcome::Warned,
            (true, GateLevel::Block) => GateOutcome::Blocked,
        };
    }
}

impl GateVerdict {
    /// The verdict's bytes: JSON, indented, with a newline at its end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes =
            serde_json::to_vec_pretty(self).expect("strings, numbers, lists and names become JSON");
        bytes.push(b'\n');
        bytes
    }

    /// How many hits close the gate.
    pub fn blocking(&self) -> usize {
        self.of_outcome(GateOutcome::Blocked)
    }

    /// How many hits are told only.
    pub fn warnings(&self) -> usize {
        self.of_outcome(GateOutcome::Warned)
    }

    fn of_outcome(&self, outcome: GateOutcome) -> usize {
        self.rules.iter().filter(|rule| rule.outcome == outcome).map(|rule| rule.standing().count()).sum()
    }
}

impl GateHit {
    /// What it is about, in a word: the component, else the file.
    pub fn about(&self) -> &str {
        self.component.as_deref().unwrap_or(&self.place.file)
    }

    /// What is so, in a sentence.
    pub fn sentence(&self) -> String {
        self.says.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// How it is mended.
    pub fn hint(&self) -> String {
        self.says.as_ref().and_then(Text::hint).unwrap_or_default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it so")]
fn is_unrated(rating: &Rating) -> bool {
    *rating == Rating::Unknown
}

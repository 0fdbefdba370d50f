//! What became of each test.

use proofmark_facts::Problem;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// What is said of a document of CSAF 2.0.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CsafJudgement {
    /// `/document/tracking/id`, where it is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Whether the document is a valid one: it keeps the official schema, no mandatory test failed, and none could not be decided.
    pub is_valid: bool,
    /// Where it breaks the official schema. What its CVSS objects break is told by test 6.1.8.
    pub schema: Vec<Problem>,
    /// In how many places it does; beyond some thousands nobody counts.
    pub schema_count: usize,
    /// Every test, in the standard's order.
    pub tests: Vec<CsafTestAnswer>,
}

/// What became of one test.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CsafTestAnswer {
    /// Its number, which is that of the standard's section: `6.1.27.9`.
    pub id: &'static str,
    /// Its name, in the standard's words.
    pub name: &'static str,
    /// Whether a document that fails it is invalid.
    pub tier: CsafTier,
    /// What became of it.
    pub outcome: CsafOutcome,
    /// Where it fails, at most as many as were asked for; an error where the test is mandatory, else a warning.
    pub findings: Vec<Problem>,
    /// In how many places it fails.
    pub count: usize,
    /// Why it could not be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Text>,
}

/// How much a test weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CsafTier {
    /// Section 6.1: it must not fail at a valid document.
    Mandatory,
    /// Section 6.2: it should not fail without a good reason.
    Optional,
}

/// What became of a test. What did not run never passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CsafOutcome {
    /// It ran and found nothing.
    Passed,
    /// It found something.
    Failed,
    /// The standard asks it of documents of another category only.
    NotApplicable,
    /// It found nothing, and could not look at everything.
    Undecided,
}

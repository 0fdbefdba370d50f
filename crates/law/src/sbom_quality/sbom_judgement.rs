//! What came of holding a bill of materials against the guidelines.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use super::check::{MendedBy, Tier};
use super::guideline::Guideline;
use crate::source::Verification;

/// How good a bill of materials is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SbomJudgement {
    /// Its format and version.
    pub format: String,
    /// How many components it lists, the product among them.
    pub components: usize,
    /// What each guideline says of it, the law first.
    pub guidelines: Vec<GuidelineAnswer>,
}

/// What one guideline says of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GuidelineAnswer {
    /// Which.
    pub guideline: Guideline,
    /// Its name and edition.
    pub title: Text,
    /// How well its text is known here.
    pub verified: &'static [Verification],
    /// That all it requires is there. What cannot be told from a document is not counted.
    pub met: bool,
    /// How much of what it requires is there, in hundredths, rounded down: each check counts alike, one of components by the share
    /// of them that meet it. It orders documents; it is no threshold of any guideline.
    pub score: u8,
    /// Each thing it asks for, in its own order.
    pub checks: Vec<CheckAnswer>,
}

/// What came of one check.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckAnswer {
    /// The check.
    pub id: &'static str,
    /// How strongly it is asked for.
    pub tier: Tier,
    /// What is asked; its hint says how it is mended.
    pub asks: Text,
    /// Whether it is there.
    pub outcome: CheckOutcome,
    /// Of how many it was asked: components, or the document once.
    pub asked: usize,
    /// Where it was not found.
    pub lacking: usize,
    /// Where nobody can tell from the document whether there is such a thing.
    pub undecided: usize,
    /// The first places where it was not found, in the order of the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Lacking>,
    /// Who can mend it.
    pub mended_by: MendedBy,
}

/// The outcome of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CheckOutcome {
    /// It is there, everywhere it was looked for.
    Met,
    /// It is lacking somewhere.
    NotMet,
    /// It is lacking nowhere, and somewhere nobody can tell whether there is such a thing; or nothing is listed it could be asked of.
    Undecided,
}

/// A place where something is lacking.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Lacking {
    /// The component; `None`: the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The document's own reference for the component, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What stands there instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Text>,
}

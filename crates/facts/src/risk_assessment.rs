//! The cybersecurity risk assessment as a kept document (Article 13(2) to (4)).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Which document holds the assessment and which of its required elements it covers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct RiskAssessment {
    /// The document, as a file beside the dossier.
    pub document: Option<String>,
    /// When it was last reviewed.
    pub reviewed_on: Option<Date>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Covers the intended purpose and reasonably foreseeable use (Article 13(3)).
    pub covers_use: bool,
    /// Covers the conditions of use: operational environment and assets to be protected (Article 13(3)).
    pub covers_conditions: bool,
    /// Takes the expected time in use into account (Article 13(3)).
    pub covers_time_in_use: bool,
}

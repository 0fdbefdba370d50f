//! Facts that decide between neighbouring categories of Annexes III and IV.

use schemars::JsonSchema;
use serde::Serialize;

/// Attack potential a circuit is designed to withstand: the vulnerability analysis levels of the Common Criteria.
///
/// Implementing Regulation (EU) 2025/2392 draws the line between important and critical circuits with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "each is a level of the Common Criteria")]
pub enum AvaVan {
    #[serde(rename = "AVA_VAN.1")]
    One,
    #[serde(rename = "AVA_VAN.2")]
    Two,
    #[serde(rename = "AVA_VAN.3")]
    Three,
    #[serde(rename = "AVA_VAN.4")]
    Four,
    #[serde(rename = "AVA_VAN.5")]
    Five,
}

impl AvaVan {
    /// The name the Common Criteria and dossiers give the level.
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "AVA_VAN.1",
            Self::Two => "AVA_VAN.2",
            Self::Three => "AVA_VAN.3",
            Self::Four => "AVA_VAN.4",
            Self::Five => "AVA_VAN.5",
        }
    }
}

/// What the product is called in three places; they should agree (Commission guidance points 142 and 143).
///
/// Each is a category of Annex III or IV, as `III.I.12`, or words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DescribedAs {
    /// In sales material.
    pub marketing: Option<String>,
    /// In the instructions for users.
    pub instructions: Option<String>,
    /// In the technical documentation.
    pub technical_documentation: Option<String>,
}

//! The facts the free and open-source software path turns on (Article 3(48), recitals 15 to 20).

use schemars::JsonSchema;
use serde::Serialize;

/// What the publisher of free and open-source software declares. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct FreeSoftware {
    /// The licence as an SPDX expression.
    pub licence: Option<String>,
    /// The licence grants free access, use, modification and redistribution.
    pub freely_licensed: Option<bool>,
    /// The source is openly shared with the public, not with customers only.
    pub source_openly_shared: Option<bool>,
    /// This person publishes it and has primary control of development, releases and distribution.
    pub under_own_responsibility: Option<bool>,
    /// Donations gate access, updates, security fixes or contractual benefits.
    pub donations_gate_access: Option<bool>,
    /// A not-for-profit whose constitution sends all earnings after costs to not-for-profit goals.
    pub not_for_profit: Option<bool>,
    /// A natural person who bundles support at cost only.
    pub support_at_cost_only: Option<bool>,
    /// Systematic, sustained support of specific software meant for commercial activities, ensuring its viability.
    pub sustained_support: Option<bool>,
    /// How a steward supports it (guidance points 79 to 82); empty: not stated.
    pub supported_by: Vec<StewardSupport>,
    /// Where the technical documentation is public at the time of placing on the market (Article 32(5)).
    pub technical_documentation_public_at: Option<String>,
}

/// How a steward supports the software it stands behind (guidance points 79 to 82).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StewardSupport {
    /// Money, law, administration or publicity.
    NonTechnical,
    /// The network and information systems it is developed with.
    Infrastructure,
    /// People who work on the software itself.
    Engineering,
}

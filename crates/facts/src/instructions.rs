//! The instructions that go with the product (Annex II points 8 and 9).

use schemars::JsonSchema;
use serde::Serialize;

/// Each instruction as text, or as a link to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Instructions {
    /// Measures at commissioning and over the lifetime (point 8(a)).
    pub commissioning: Option<String>,
    /// How changes to the product can affect the security of data (point 8(b)).
    pub changes: Option<String>,
    /// How security updates are installed (point 8(c)).
    pub updates: Option<String>,
    /// Secure decommissioning and how user data is removed (point 8(d)).
    pub decommissioning: Option<String>,
    /// How automatic security updates are turned off (point 8(e)).
    pub automatic_updates_off: Option<String>,
    /// What an integrator needs to meet Annexes I and VII (point 8(f)).
    pub integration: Option<String>,
    /// Where users find the SBOM, if it is offered to them (point 9).
    pub sbom_at: Option<String>,
    /// Languages the instructions come in, as BCP 47 tags.
    pub languages: Vec<String>,
}

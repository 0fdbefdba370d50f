//! How users and finders reach the manufacturer (Article 13(16) and (17), Annex II points 1 and 2).

use schemars::JsonSchema;
use serde::Serialize;

/// The single point of contact and the coordinated vulnerability disclosure policy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Contact {
    /// Single point of contact for users (Article 13(17)), as an address or URL.
    pub single_point_of_contact: Option<String>,
    /// Users reach a person there, not only automated tools (Article 13(17)).
    pub reaches_a_person: Option<bool>,
    /// Where vulnerabilities are reported.
    pub vulnerability_reports: Option<String>,
    /// Where the coordinated vulnerability disclosure policy is published (Annex I Part II(5)).
    pub disclosure_policy: Option<String>,
    /// Where security advisories are published (Annex I Part II(4)).
    pub advisories: Option<String>,
}

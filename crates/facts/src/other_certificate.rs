//! A certificate on cybersecurity issued under other harmonisation law (Article 69(1)).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A type-examination certificate or approval decision under another act.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OtherCertificate {
    /// The act it was issued under.
    pub issued_under: String,
    /// Its number or name.
    pub certificate: Option<String>,
    /// The cybersecurity risks it covers.
    pub risks_covered: Vec<String>,
    /// The last day it is valid by its own terms.
    pub valid_until: Option<Date>,
}

//! Certificates that bear on the conformity assessment procedure.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A European cybersecurity certificate of the product (Regulation (EU) 2019/881).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Certificate {
    /// The scheme, as `EUCC`.
    pub scheme: String,
    /// The assurance level; below `substantial` it counts for nothing here.
    pub level: AssuranceLevel,
    /// Its number.
    pub reference: Option<String>,
    /// The last day it is valid.
    pub valid_until: Option<Date>,
    /// Whether it covers every risk of the core functionality.
    pub covers_core_functionality: Option<bool>,
}

/// Assurance levels of Regulation (EU) 2019/881.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a word of Regulation (EU) 2019/881, Article 52")]
pub enum AssuranceLevel {
    Basic,
    Substantial,
    High,
}

impl AssuranceLevel {
    /// The word of Regulation (EU) 2019/881.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Substantial => "substantial",
            Self::High => "high",
        }
    }
}

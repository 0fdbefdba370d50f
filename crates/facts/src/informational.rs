//! What an advisory tells of that is no vulnerability.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an informational advisory tells of (`informational` of the `RustSec` advisory format). Code that is `unsound` is a defect,
/// and none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Informational {
    /// Nobody maintains the package any more.
    Unmaintained,
    /// Something else whoever uses the package should know.
    Notice,
}

impl Informational {
    /// The kind of this name; `None` for what is a vulnerability, and for a name that is not known to be none.
    pub fn of(name: &str) -> Option<Self> {
        match name.trim() {
            "unmaintained" => Some(Self::Unmaintained),
            "notice" => Some(Self::Notice),
            _ => None,
        }
    }
}

//! How strongly the law speaks: it asks, it allows, or others advise.

use schemars::JsonSchema;
use serde::Serialize;

/// The modal word of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Modal {
    /// A legal duty.
    Must,
    /// An option; where it is used, what is asked with it.
    May,
    /// Advice of guidance or recitals, which does not bind by itself.
    Should,
}

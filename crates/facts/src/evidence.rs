//! Evidence: a kept document by digest, with what it shows and when that was observed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A file beside the dossier that shows something, as declared.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeclaredEvidence {
    /// The file, as a path beside the dossier.
    pub file: String,
    /// What it shows: obligation or requirement ids, as `art13-2` or `I.2.c`.
    pub shows: Vec<String>,
    /// In words.
    pub says: Option<String>,
    /// When what it shows was observed: not when it was uploaded.
    pub observed_on: Option<Date>,
    /// The last day it can be relied on.
    pub stale_after: Option<Date>,
}

//! What a written document cannot say of what was read.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that a format, or the version of it that is written, has no place for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NotCarried {
    /// What it was said of: the document, or a component as findings call it.
    pub of: String,
    /// The member that says it, in the words of the format it was read from: `evidence`, `metadata/lifecycles`.
    pub member: String,
    /// Why it is not carried, or what stands in its place.
    pub why: Text,
}

/// A bill of materials as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenSbom {
    /// The document.
    pub document: String,
    /// What of the bill of materials does not stand in it, in order.
    pub not_carried: Vec<NotCarried>,
}

//! What only one format can say, kept in its own words.

/// A member of a document that no field of ours holds: kept so that it can be written again in the same format, and named where
/// another format cannot carry it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnWords {
    /// The member's name in its format: `evidence`, `cryptoProperties`, `attributionTexts`.
    pub member: String,
    /// Its value as JSON, without blanks between its signs.
    pub json: String,
}

//! What a written SPDX document says of itself.

use jiff::Timestamp;

/// What a written SPDX document says of itself and of the release it is about.
#[derive(Debug, Clone)]
pub struct SpdxHeading<'a> {
    /// The product's name; the subject's where the SBOM has no subject of its own.
    pub product: &'a str,
    /// The release; the subject's version where the SBOM has no subject, or one without version.
    pub release: &'a str,
    /// A UUID (RFC 9562) that no other document has; the namespace is made of it.
    pub serial: [u8; 16],
    /// When the document is made.
    pub created_at: Timestamp,
    /// The version of this program.
    pub tool_version: &'a str,
    /// Whether it is the document that was read, written again: its namespace, its date and its makers stay then, and no subject is
    /// made up.
    pub goes_on: bool,
}

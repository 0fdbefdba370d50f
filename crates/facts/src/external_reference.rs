//! What stands elsewhere about a component or a document.

/// A reference to something outside the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ExternalReference {
    /// What is found there, in CycloneDX's words: `website`, `vcs`, `distribution`, `source-distribution`, `security-contact`.
    pub kind: String,
    /// Its address.
    pub url: String,
    /// What is said of it.
    pub comment: Option<String>,
    /// Digests of what is found there, as algorithm and hexadecimal value.
    pub digests: Vec<(String, String)>,
}

//! How much of what comes from outside is read before it is refused.

/// The limits a reader keeps. [`Limits::default`] holds what the product ships with.
///
/// Memory is bounded by them together: a reader holds the value it gives, and beside it never more than a
/// small multiple of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The longest SBOM, in bytes.
    pub bytes: usize,
    /// The longest TOML document (a `Cargo.lock`), in bytes: it is held as a tree while it is read.
    pub toml_bytes: usize,
    /// The longest single advisory, catalogue of exploited vulnerabilities and file of scores, in bytes.
    pub advisory_bytes: usize,
    /// The longest file of many advisories that is read as one document, in bytes.
    pub feed_bytes: usize,
    /// How deep JSON objects and arrays may stand in each other.
    pub depth: usize,
    /// The most components of one SBOM.
    pub components: usize,
    /// The most dependencies of one SBOM, counted as written: one for each pair.
    pub dependencies: usize,
    /// The longest single text that is kept (a name, a version, a licence), in bytes.
    pub text_bytes: usize,
    /// The most problems of one kind that are told one by one; the rest of that kind is counted.
    pub problems: usize,
    /// Whether the particulars of components and of the document are read as well, which takes several times the memory.
    pub particulars: bool,
}

impl Limits {
    /// The same limits, with everything an SBOM says read.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { particulars: true, ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 * 1024 * 1024,
            toml_bytes: 8 * 1024 * 1024,
            advisory_bytes: 16 * 1024 * 1024,
            feed_bytes: 1024 * 1024 * 1024,
            depth: 64,
            components: 1_000_000,
            dependencies: 5_000_000,
            text_bytes: 1024 * 1024,
            problems: 100,
            particulars: false,
        }
    }
}

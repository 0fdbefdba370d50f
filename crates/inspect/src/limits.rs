//! How much of a tree is looked at.

/// The limits a walk keeps. [`WalkLimits::default`] holds what the product ships with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkLimits {
    /// The most files and folders that are come upon.
    pub entries: usize,
    /// How deep folders may stand in each other.
    pub depth: usize,
    /// The longest file that is read, in bytes.
    pub file_bytes: u64,
    /// The most bytes that are read, of all files together.
    pub total_bytes: u64,
}

impl Default for WalkLimits {
    fn default() -> Self {
        Self {
            entries: 5_000_000,
            depth: 128,
            file_bytes: 256 * 1024 * 1024,
            total_bytes: 64 * 1024 * 1024 * 1024,
        }
    }
}

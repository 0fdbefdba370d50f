//! A finding as decisions name it.

/// A finding that is decided on, as lists name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedFinding {
    /// The vulnerability.
    pub vulnerability: String,
    /// The component.
    pub component: String,
}

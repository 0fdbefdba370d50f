//! Symbols that stand beside words.

/// A symbol, drawn because the typefaces have none of its kind. It always stands beside the word it
/// strengthens, so nothing is said by shape or colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A disc with an i.
    Note,
    /// A disc with a cross.
    Missing,
    /// A triangle with an exclamation mark.
    Warning,
    /// A bullet.
    Bullet,
}

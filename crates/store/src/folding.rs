//! Names as searches compare them.

/// A name without its case. PostgreSQL's text has no zero: in an order, another sign stands for it.
pub(crate) fn folded(name: &str) -> String {
    name.to_lowercase().replace('\0', "\u{FFFD}")
}

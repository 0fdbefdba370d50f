//! Writes that are kept together: how far their transaction has come.

use super::value::Value;

/// Whether writes are kept each by itself or together.
#[derive(Debug)]
pub(crate) enum Together {
    /// Each by itself.
    Apart,
    /// Together, and none was made yet: the first one puts this mark.
    Promised(Mark),
    /// Together, in the transaction that is open.
    Open,
    /// Somebody else's mark was there: nothing is written.
    Taken,
}

/// What is written before everything else: by it two who want the same find out about each other. It touches one row, or
/// none where the row is another one's.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The statement.
    pub(crate) statement: &'static str,
    /// Its values.
    pub(crate) values: Vec<Value>,
}

//! What goes into a statement and comes out of a row.

use jiff::Timestamp;
use proofmark_facts::Sha256;

/// A value both databases hold alike. A truth is 0 or 1, an instant microseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Words.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    /// The words of a text; a value that is none has none.
    pub(crate) fn words(&self) -> &str {
        match self {
            Self::Text(words) => words,
            Self::Null | Self::Integer(_) | Self::Bytes(_) => "",
        }
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<u64> for Value {
    /// The ledger's sizes end where a database integer does, so nothing is lost.
    fn from(value: u64) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Integer(value.into())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl From<Sha256> for Value {
    fn from(value: Sha256) -> Self {
        Self::Bytes(value.0.to_vec())
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        Self::Integer(micros(value))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The instant as it is kept: microseconds since 1970 hold every instant there is.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// The instant of a kept number; `None`: no instant was ever kept so.
pub(crate) fn instant(micros: i64) -> Option<Timestamp> {
    Timestamp::from_microsecond(micros).ok()
}

/// A count; what is below zero was never kept.
pub(crate) fn unsigned(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

//! A row of an answer, read column by column in the order the statement names them.

use jiff::Timestamp;
use proofmark_facts::Sha256;

use super::fault::SqlError;
use super::value::{Value, instant, unsigned};
use crate::error;

/// A row; each call reads the next column.
#[derive(Debug)]
pub(crate) struct Row(std::vec::IntoIter<Value>);

impl Row {
    /// A row of these columns.
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    /// The next column, whatever it holds.
    pub(crate) fn value(&mut self) -> Result<Value, SqlError> {
        self.0.next().ok_or_else(unreadable)
    }

    /// A whole number.
    pub(crate) fn integer(&mut self) -> Result<i64, SqlError> {
        self.maybe_integer()?.ok_or_else(unreadable)
    }

    /// A whole number, where there is one.
    pub(crate) fn maybe_integer(&mut self) -> Result<Option<i64>, SqlError> {
        match self.value()? {
            Value::Integer(value) => Ok(Some(value)),
            Value::Null => Ok(None),
            Value::Text(_) | Value::Bytes(_) => Err(unreadable()),
        }
    }

    /// A count.
    pub(crate) fn count(&mut self) -> Result<u64, SqlError> {
        self.integer().map(unsigned)
    }

    /// A truth.
    pub(crate) fn flag(&mut self) -> Result<bool, SqlError> {
        self.integer().map(|value| value != 0)
    }

    /// Words.
    pub(crate) fn text(&mut self) -> Result<String, SqlError> {
        self.maybe_text()?.ok_or_else(unreadable)
    }

    /// Words, where there are some.
    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>, SqlError> {
        match self.value()? {
            Value::Text(value) => Ok(Some(value)),
            Value::Null => Ok(None),
            Value::Integer(_) | Value::Bytes(_) => Err(unreadable()),
        }
    }

    /// Bytes.
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, SqlError> {
        match self.value()? {
            Value::Bytes(value) => Ok(value),
            Value::Null | Value::Integer(_) | Value::Text(_) => Err(unreadable()),
        }
    }

    /// A digest or a hash of 32 bytes.
    pub(crate) fn digest(&mut self) -> Result<Sha256, SqlError> {
        self.bytes()?.try_into().map(Sha256).map_err(|_| unreadable())
    }

    /// An instant.
    pub(crate) fn instant(&mut self) -> Result<Timestamp, SqlError> {
        instant(self.integer()?).ok_or_else(unreadable)
    }

    /// An instant, where there is one.
    pub(crate) fn maybe_instant(&mut self) -> Result<Option<Timestamp>, SqlError> {
        self.maybe_integer()?.map(|value| instant(value).ok_or_else(unreadable)).transpose()
    }
}

fn unreadable() -> SqlError {
    error::unreadable_value().into()
}

//! One JSON document from its bytes through a reader, checked before and judged after.

use proofmark_facts::Problem;
use serde::de::{Deserialize, DeserializeSeed};

use super::depth::depth_error;
use super::fault::{Stop, fault};
use crate::input::text_of;

/// Reads a whole document: bytes within the limit, text, not too deep, JSON, nothing after it.
pub(crate) fn read_document<'a, R>(
    bytes: &'a [u8],
    most_bytes: usize,
    most_deep: usize,
    format: &str,
    reader: &mut R,
) -> Result<(), Box<Problem>>
where
    R: AsMut<Stop>,
    for<'r> &'r mut R: DeserializeSeed<'a, Value = ()>,
{
    let written = text_of(bytes, most_bytes)?;
    depth_error(written, most_deep)?;
    let mut deserializer = serde_json::Deserializer::from_str(written);
    let mut read = reader.deserialize(&mut deserializer);
    if read.is_ok() {
        read = deserializer.end();
    }
    read.map_err(|error| Box::new(fault(written, format, &error, std::mem::take(reader.as_mut()))))
}

/// Reads a whole document that is small enough to be held as it is written.
pub(crate) fn read_value<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    most_bytes: usize,
    most_deep: usize,
    format: &str,
) -> Result<T, Box<Problem>> {
    let written = text_of(bytes, most_bytes)?;
    depth_error(written, most_deep)?;
    serde_json::from_str(written).map_err(|error| Box::new(fault(written, format, &error, Stop::default())))
}

//! Subresource integrity (<https://www.w3.org/TR/SRI/>): how lockfiles of JavaScript write digests.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofmark_facts::Place;

use crate::gathered::Gathered;

/// The digests of a text of integrity, `sha512-…` and several of them; what is none is told and left out.
pub(crate) fn digests_of_integrity(
    written: &str,
    gathered: &mut Gathered<'_>,
    place: &dyn Fn() -> Place,
) -> Vec<(String, String)> {
    let each = written.split_ascii_whitespace().filter_map(|integrity| {
        let (algorithm, value) = integrity.split_once('-')?;
        gathered.digest(algorithm, &hexadecimal(value.split('?').next()?), place)
    });
    each.collect()
}

/// Integrity is written in base64, digests here in hexadecimal. What is no base64 gives what is no digest.
fn hexadecimal(base64: &str) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    let bytes = STANDARD.decode(base64).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

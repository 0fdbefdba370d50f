//! Object identifiers: numbers with dots, by which algorithms and policies are named (ITU-T X.660).

use std::fmt;
use std::str::FromStr;

use super::error::TimeStampError;
use crate::decimal;

/// The content of the identifier of SHA-256.
pub(super) const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

/// That of what a key may be for: `id-kp-timeStamping`.
pub(super) const TIME_STAMPING: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x08];

/// The most bytes of one: far more than any that is in use.
const MAX_BYTES: usize = 64;

/// An object identifier, such as the policy of a time-stamping authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oid(Vec<u8>);

impl Oid {
    /// From the content of its encoding.
    pub(super) fn from_content(content: &[u8]) -> Result<Self, TimeStampError> {
        let mut first = true;
        for byte in content {
            // Each number begins with a byte that counts.
            if first && *byte == 0x80 {
                return Err(TimeStampError::Encoding);
            }
            first = byte & 0x80 == 0;
        }
        if content.is_empty() || content.len() > MAX_BYTES || !first {
            return Err(TimeStampError::Encoding);
        }
        Ok(Self(content.to_vec()))
    }

    /// The content of its encoding.
    pub(super) fn content(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for Oid {
    type Err = TimeStampError;

    fn from_str(written: &str) -> Result<Self, TimeStampError> {
        let arcs: Option<Vec<u64>> = written.split('.').map(decimal::parse).collect();
        let arcs = arcs.filter(|arcs| arcs.len() >= 2 && arcs[0] <= 2 && (arcs[0] == 2 || arcs[1] < 40));
        let arcs = arcs.ok_or(TimeStampError::Oid)?;
        // The first two numbers are written as one (X.690 section 8.19.4).
        let front = (arcs[0] * 40).checked_add(arcs[1]).ok_or(TimeStampError::Oid)?;
        let mut bytes = Vec::new();
        for arc in [front].iter().chain(&arcs[2..]) {
            let mut digits = vec![u8::try_from(arc & 0x7f).unwrap_or_default()];
            let mut rest = arc >> 7;
            while rest > 0 {
                digits.push(u8::try_from(rest & 0x7f).unwrap_or_default() | 0x80);
                rest >>= 7;
            }
            bytes.extend(digits.into_iter().rev());
        }
        if bytes.len() > MAX_BYTES { Err(TimeStampError::Oid) } else { Ok(Self(bytes)) }
    }
}

impl fmt::Display for Oid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arcs: Vec<u128> = Vec::new();
        let mut arc = 0_u128;
        for byte in &self.0 {
            arc = arc.wrapping_shl(7) | u128::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                arcs.push(arc);
                arc = 0;
            }
        }
        let front = arcs.first().copied().unwrap_or_default();
        let top = (front / 40).min(2);
        write!(out, "{top}.{}", front - top * 40)?;
        arcs.iter().skip(1).try_for_each(|arc| write!(out, ".{arc}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_dots_read_and_print() {
        for written in
            ["1.2.3.4", "2.16.840.1.101.3.4.2.1", "0.0", "2.999.1", "1.3.6.1.4.1.18446744073709551615"]
        {
            let oid: Oid = written.parse().unwrap();
            assert_eq!(oid.to_string(), written);
            assert_eq!(Oid::from_content(oid.content()), Ok(oid));
        }
        assert_eq!("2.16.840.1.101.3.4.2.1".parse::<Oid>().unwrap().content(), SHA256);
        for wrong in ["", "1", "3.1", "1.40", "1.2.", "1.02", "1.2.x", "1.2.99999999999999999999"] {
            assert_eq!(wrong.parse::<Oid>(), Err(TimeStampError::Oid), "{wrong}");
        }
        for wrong in [&[][..], &[0x80, 1], &[0x2a, 0x81]] {
            assert_eq!(Oid::from_content(wrong), Err(TimeStampError::Encoding), "{wrong:?}");
        }
    }
}

//! Base 32 (RFC 4648 section 6) without padding: what people type and what a double click selects as a whole.

/// The alphabet of RFC 4648, table 3.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The bytes in capital letters and digits, five bits each.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for group in bytes.chunks(5) {
        let mut bits = [0; 8];
        bits[3..3 + group.len()].copy_from_slice(group);
        let bits = u64::from_be_bytes(bits);
        for place in 0..(group.len() * 8).div_ceil(5) {
            let five = (bits >> (35 - 5 * place)) & 31;
            written.push(char::from(ALPHABET[usize::try_from(five).unwrap_or(0)]));
        }
    }
    written
}

/// Reads it back, letters of either case. `None`: another character, an impossible length, or bits left over.
pub(crate) fn decode(written: &str) -> Option<Vec<u8>> {
    if matches!(written.len() % 8, 1 | 3 | 6) {
        return None;
    }
    let mut bytes = Vec::with_capacity(written.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in written.bytes() {
        let letter = letter.to_ascii_uppercase();
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    (held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_vectors_of_rfc_4648_section_10() {
        for (plain, written) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(encode(plain.as_bytes()), written);
            assert_eq!(decode(written).as_deref(), Some(plain.as_bytes()));
            assert_eq!(decode(&written.to_lowercase()).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(decode("MZ"), None, "bits left over");
        assert_eq!(decode("M"), None);
        assert_eq!(decode("M1"), None);
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn what_can_be_read_is_written_in_one_way(written in "[A-Z2-7]{0,40}") {
            if let Some(bytes) = decode(&written) {
                prop_assert_eq!(encode(&bytes), written);
            }
        }
    }
}

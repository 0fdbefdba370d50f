//! The little of CBOR (RFC 8949) that authenticators write: one value, maps with few keys, within limits.

use ciborium::Value;

/// Nested deeper than this is nothing an authenticator writes.
const DEEPEST: usize = 16;

/// Reads one value and says where it ends. `None`: not CBOR, or too deep.
pub(super) fn read_value(bytes: &[u8]) -> Option<(Value, &[u8])> {
    let mut rest = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, DEEPEST).ok()?;
    Some((value, rest))
}

/// What a map holds under a key that stands in it exactly once.
pub(super) fn field<'v>(map: &'v Value, key: &Value) -> Option<&'v Value> {
    let mut found = map.as_map()?.iter().filter(|(one, _)| one == key);
    match (found.next(), found.next()) {
        (Some((_, value)), None) => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_none() {
        let (map, rest) = read_value(&[0xa2, 0x01, 0x02, 0x01, 0x03, 0xff]).unwrap();
        assert_eq!((field(&map, &1.into()), rest), (None, &[0xff][..]));
        let (map, _) = read_value(&[0xa1, 0x01, 0x02]).unwrap();
        assert_eq!(field(&map, &1.into()), Some(&2.into()));
    }

    #[test]
    fn a_tower_of_lists_does_not_fall_on_us() {
        assert!(read_value(&[0x81; 10_000]).is_none());
        // A text that claims to be 2^40 bytes long.
        assert!(read_value(&[0x7b, 0, 0, 1, 0, 0, 0, 0, 0, 0x61]).is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read_value(&bytes);
        }
    }
}

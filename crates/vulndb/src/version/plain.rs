//! The general orders of the VERS specification ("VERS types"): integers with dots, instants, and texts by their bytes.

use jiff::Timestamp;

use super::number;

/// `intdot`: numbers and dots up to the first other character. The specification says nothing of a number
/// that is missing; as it ignores leading zeros, it counts as zero here.
pub(crate) fn int_dot(written: &str) -> Option<&str> {
    let end =
        written.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.').unwrap_or(written.len());
    let numbers = written[..end].trim_end_matches('.');
    numbers.split('.').all(number::is_number).then_some(numbers)
}

/// `datetime`: an instant as RFC 3339 writes it (section 5.6), with an upper-case `T` and `Z` or an offset.
pub(crate) fn instant(written: &str) -> Option<Timestamp> {
    let readable = written.as_bytes().get(10) == Some(&b'T') && !written.contains(['t', 'z', '[', ' ', ',']);
    if readable { written.parse().ok() } else { None }
}

/// A key of an instant: its seconds, counted from the least.
pub(crate) fn instant_key(instant: Timestamp) -> u64 {
    instant.as_second().abs_diff(i64::MIN)
}

/// `lexicographic`: any text.
pub(crate) fn text_key(text: &str) -> u64 {
    let mut first = [0; 8];
    for (place, byte) in first.iter_mut().zip(text.bytes()) {
        *place = byte;
    }
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_those_of_rfc_3339() {
        assert_eq!(instant("2024-01-01T00:00:00Z"), instant("2023-12-31T19:00:00-05:00"));
        assert!(instant("2024-01-01T00:00:00.5Z") > instant("2024-01-01T00:00:00Z"));
        for junk in ["", "2024-01-01", "2024-01-01t00:00:00z", "2024-01-01 00:00:00Z", "2024-01-01T00:00:00"]
        {
            assert_eq!(instant(junk), None, "{junk}");
        }
        let [before, after] = ["1969-12-31T23:59:59Z", "1970-01-01T00:00:01Z"].map(|at| instant(at).unwrap());
        assert!(instant_key(before) < instant_key(after));
    }

    #[test]
    fn integers_end_at_the_first_other_character() {
        assert_eq!(int_dot("1.2rc1"), Some("1.2"));
        assert_eq!(int_dot("10.234.5.12"), Some("10.234.5.12"));
        assert_eq!(int_dot("rc1"), None);
        assert_eq!(int_dot("1..2"), None);
    }
}

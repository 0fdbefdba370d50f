//! Decimal numbers of any length, compared as written.

use std::cmp::Ordering;

/// The digits at the start of a text, and the rest.
pub(crate) fn leading(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// Whether the text is one or more digits.
pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Compares two runs of digits by value; an empty run is zero. No length is too long, as versions made of
/// dates and hashes overflow every machine integer sooner or later.
pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
    // Byte by byte: most are a few digits or none, with which the system's own comparison is slow.
    left.len().cmp(&right.len()).then_with(|| left.bytes().cmp(right.bytes()))
}

/// The value, or `most` where it is that or more.
pub(crate) fn at_most(digits: &str, most: u64) -> u64 {
    let mut value: u64 = 0;
    for byte in digits.bytes() {
        let digit = byte.wrapping_sub(b'0');
        value = value.saturating_mul(10).saturating_add(digit.into());
        if digit > 9 || value >= most {
            return most;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_value_whatever_their_length() {
        assert_eq!(compare("9", "10"), Ordering::Less);
        assert_eq!(compare("007", "7"), Ordering::Equal);
        assert_eq!(compare("", "0"), Ordering::Equal);
        assert_eq!(compare(&"9".repeat(40), &"8".repeat(41)), Ordering::Less);
    }

    #[test]
    fn a_value_that_is_too_big_is_cut() {
        assert_eq!(at_most("0012", 100), 12);
        assert_eq!(at_most("101", 100), 100);
        assert_eq!(at_most(&"9".repeat(40), 100), 100);
    }
}

//! Percent-encoding in versions (VERS specification, 5.3.3.2; RFC 3986, section 2.1).

use std::fmt;
use std::ops::Range;

/// What is wrong with an encoded version, and the bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// No two hexadecimal digits follow.
    Invalid(Range<usize>),
    /// It stands for something a version does not hold.
    Unprintable(Range<usize>),
    /// Its digits are in lower case.
    LowerCase(Range<usize>),
}

/// Decodes once, and says what is wrong; text that is no version is left as it is.
pub(super) fn decode(encoded: &str) -> (String, Vec<Fault>) {
    let (mut decoded, mut faults, mut at) = (String::with_capacity(encoded.len()), Vec::new(), 0);
    while let Some(character) = encoded[at..].chars().next() {
        let start = at;
        at += character.len_utf8();
        if character != '%' {
            if !character.is_ascii_graphic() {
                faults.push(Fault::Unprintable(start..at));
            }
            decoded.push(character);
            continue;
        }
        let digits = encoded[at..].bytes().take_while(u8::is_ascii_hexdigit).take(2).count();
        let digits = &encoded[at..at + digits];
        at += digits.len();
        let Some(value) = u8::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 2) else {
            at += encoded[at..].chars().next().map_or(0, char::len_utf8);
            faults.push(Fault::Invalid(start..at));
            continue;
        };
        if digits.bytes().any(|digit| digit.is_ascii_lowercase()) {
            faults.push(Fault::LowerCase(start..at));
        }
        if value.is_ascii_graphic() || value == b' ' {
            decoded.push(char::from(value));
        } else {
            faults.push(Fault::Unprintable(start..at));
        }
    }
    (decoded, faults)
}

/// Writes a version, encoding what has a meaning of its own in a range.
pub(super) fn write(version: &str, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    for byte in version.bytes() {
        if b"><=!*|%".contains(&byte) || !byte.is_ascii_graphic() {
            write!(out, "%{byte:02X}")?;
        } else {
            write!(out, "{}", char::from(byte))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_decoded_once() {
        assert_eq!(decode("1.0%252F0"), ("1.0%2F0".to_owned(), Vec::new()));
        assert_eq!(decode("1%2b2").1, [Fault::LowerCase(1..4)]);
        assert_eq!(decode("1%2G0").1, [Fault::Invalid(1..4)]);
        assert_eq!(decode("1%2").1, [Fault::Invalid(1..3)]);
        assert_eq!(decode("1%2é").1, [Fault::Invalid(1..5)]);
        assert_eq!(decode("1%00").1, [Fault::Unprintable(1..4)]);
    }
}

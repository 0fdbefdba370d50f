//! Percent encoding (RFC 3986 section 2) of what goes into a URI.

/// Everything but the unreserved characters becomes `%` and two digits.
pub(crate) fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            written.push(char::from(byte));
        } else {
            written.push('%');
            written.push(char::from(DIGITS[usize::from(byte >> 4)]));
            written.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(super::percent_encoded("a-b_c.d~e/ü ?"), "a-b_c.d~e%2F%C3%BC%20%3F");
    }
}

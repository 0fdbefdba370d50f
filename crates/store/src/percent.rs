//! Escapes in addresses (RFC 3986 section 2.1): `%2F` is `/`.

/// The word without its escapes; what is no escape stays as it is.
pub(crate) fn unescaped(word: &str) -> String {
    let mut bytes = Vec::with_capacity(word.len());
    let mut rest = word.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match escaped.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_become_what_they_stand_for_and_the_rest_stays() {
        assert_eq!(unescaped("%2Fetc%2fca.pem"), "/etc/ca.pem");
        assert_eq!(unescaped("100%"), "100%");
        assert_eq!(unescaped("%zz%C3%A9"), "%zzé");
    }
}

//! JSON on its way to a terminal or a file: the same value, written so that no sign in it steers whoever shows it.

use std::borrow::Cow;

use proofmark_text::steers;

/// The JSON with every steering sign of its strings as an escape (RFC 8259 section 7). Outside of strings there is none.
pub(crate) fn escaped_json(json: &str) -> Cow<'_, str> {
    // A carriage return is white space between values as well; inside a string it is escaped already.
    // Nearly all of it is plain ASCII, which bytes tell faster than letters.
    if is_plain_json(json.as_bytes()) || !json.contains(is_bare) {
        return Cow::Borrowed(json);
    }
    let mut written = String::with_capacity(json.len() + 32);
    for letter in json.chars() {
        if is_bare(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                written.extend(["\\u", &format!("{unit:04x}")]);
            }
        } else {
            written.push(letter);
        }
    }
    Cow::Owned(written)
}

/// Whether all of the JSON is printable ASCII or white space, so that [`escaped_json`] would change nothing of it.
pub(crate) fn is_plain_json(json: &[u8]) -> bool {
    // What holds no white space is told with one comparison a byte.
    json.chunks(64).all(|bytes| are_printable(bytes) || are_plain(bytes))
}

/// Looked at together: a loop that may end early is a slow one.
fn are_printable(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |all, &byte| all & (byte.wrapping_sub(b' ') <= b'~' - b' '))
}

/// The same, with white space.
fn are_plain(bytes: &[u8]) -> bool {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
    bytes.iter().fold(true, |all, &byte| all & is_plain(byte))
}

fn is_bare(letter: char) -> bool {
    letter != '\r' && steers(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_value_and_loses_what_steers() {
        let value = serde_json::json!({ "name": "gpj.\u{202e}exe\u{9b}2J\u{7f}\u{e0041}\u{1b}[8m שלום" });
        let plain = serde_json::to_string_pretty(&value).unwrap();
        let written = escaped_json(&plain);
        assert!(!written.chars().any(steers) && written.contains("\\u202e"), "{written}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value);
        assert!(matches!(escaped_json("{\r\n}"), Cow::Borrowed(_)));
    }

    #[test]
    fn plain_is_what_has_no_sign_to_look_at_twice() {
        for byte in 0..=u8::MAX {
            // In the middle of what is looked at together, and behind it.
            for length in [3, 40, 64, 70] {
                let mut json = vec![b'a'; length];
                json[length - 2] = byte;
                let expected = matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
                assert_eq!(is_plain_json(&json), expected, "{byte} in {length}");
            }
        }
    }
}

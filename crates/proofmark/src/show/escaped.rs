//! JSON on its way to a terminal or a file: the same value, written so that no sign in it steers whoever shows it.

use std::borrow::Cow;

use proofmark_text::steers;

/// The JSON with every steering sign of its strings as an escape (RFC 8259 section 7). Outside of strings there is none.
pub(crate) fn escaped_json(json: &str) -> Cow<'_, str> {
    // A carriage return is white space between values as well; inside a string it is escaped already.
    // Nearly all of it is plain ASCII, which bytes tell faster than letters.
    if json.as_bytes().chunks(64).all(are_plain) || !json.contains(is_bare) {
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

/// Whether all of these are printable ASCII or white space. Looked at together: a loop that may end early is a slow one.
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
}

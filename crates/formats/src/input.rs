//! What must hold of bytes before any reader looks at them: not too many, not packed, readable text.

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};

/// The bytes as text without byte order mark, or why they are none.
pub(crate) fn text_of(bytes: &[u8], most_bytes: usize) -> Result<&str, Box<Problem>> {
    let refuse = |says: Text| Err(Box::new(Problem::error(Place::default(), says)));
    if bytes.len() > most_bytes {
        return refuse(text!("formats-too-long", bytes = bytes.len(), most = most_bytes));
    }
    if let Some(says) = not_text(bytes) {
        return refuse(says);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(written) if written.trim().is_empty() => refuse(text!("formats-empty")),
        Ok(written) => Ok(written),
        Err(error) => Err(Box::new(not_utf8(bytes, error.valid_up_to()))),
    }
}

/// One-based line and column, the column in characters, of a byte offset.
pub(crate) fn line_and_column(written: &str, offset: usize) -> (usize, usize) {
    let before = written.get(..offset).unwrap_or(written);
    let line_starts_at = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    (line, before[line_starts_at..].chars().count() + 1)
}

/// Recognises, by their first bytes, what people hand in where a text is asked for.
fn not_text(bytes: &[u8]) -> Option<Text> {
    let packed = |kind: &str| Some(text!("formats-packed", kind = kind));
    match bytes {
        [0x1f, 0x8b, ..] => packed("gzip"),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => packed("ZIP"),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => packed("Zstandard"),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => packed("XZ"),
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, ..] => packed("bzip2"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(text!("formats-pdf")),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'{', ..] | [b'{', 0, ..] => Some(text!("formats-utf16")),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], valid_up_to: usize) -> Problem {
    let before = str::from_utf8(&bytes[..valid_up_to]).unwrap_or_default();
    let place = Place {
        bytes: Some(valid_up_to..valid_up_to + 1),
        line_and_column: Some(line_and_column(before, valid_up_to)),
        ..Place::default()
    };
    Problem::error(place, text!("formats-not-utf8", offset = valid_up_to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_and_a_line_begins_at_one() {
        assert_eq!(line_and_column("é\nüx", 0), (1, 1));
        assert_eq!(line_and_column("é\nüx", 5), (2, 2));
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(text_of(b"\xef\xbb\xbf{}", 10), Ok("{}"));
    }
}

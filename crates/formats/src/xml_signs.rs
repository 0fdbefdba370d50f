//! Which signs XML allows, and those it has a name for.

use proofmark_text::{Text, text};

/// Whether XML 1.0 allows this sign nowhere, not even by its number (section 2.2, `Char`).
pub(crate) fn is_forbidden(sign: char) -> bool {
    matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Why a document with this sign is not read.
pub(crate) fn not_allowed(sign: char) -> Text {
    text!("formats-xml-not-allowed", what = format!("U+{:04X}", u32::from(sign)))
}

/// The five entities XML has by itself; others a document would have to declare, and none may.
pub(crate) fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => return None,
    })
}

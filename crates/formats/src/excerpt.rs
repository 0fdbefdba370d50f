//! A value of the input as a sentence may show it.

/// The most characters of a value that a sentence shows.
const LONGEST_CHARS: usize = 80;

/// The value, cut where it is long, without control characters: it will stand on a terminal and in a page.
pub(crate) fn excerpt(value: &str) -> String {
    let mut shown = String::new();
    for (count, character) in value.chars().enumerate() {
        if count == LONGEST_CHARS {
            shown.push('…');
            break;
        }
        shown.push(if character.is_control() { '\u{fffd}' } else { character });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_long_value_is_cut_and_control_characters_are_hidden() {
        assert_eq!(excerpt("a\u{1b}[2Jb"), "a\u{fffd}[2Jb");
        assert_eq!(excerpt(&"é".repeat(81)), format!("{}…", "é".repeat(80)));
    }
}

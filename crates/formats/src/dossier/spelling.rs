//! What somebody probably meant, and how a value is shown in a sentence.

use strsim::{jaro_winkler, osa_distance};

/// The longest part of a user's value that is repeated in a sentence, in characters.
const LONGEST_SHOWN: usize = 60;

/// The known word nearest to the written one, if it is near enough to be a slip.
pub(super) fn nearest<'w>(written: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    if written.len() > 100 {
        return None;
    }
    let written = written.to_lowercase().replace(['-', ' '], "_");
    let spelled = |word: &str| word.to_lowercase().replace('-', "_");
    let near = |word: &str| {
        let allowed = (word.chars().count() / 3).max(1);
        osa_distance(&written, word) <= allowed || jaro_winkler(&written, word) > 0.93
    };
    known
        .filter(|word| near(&spelled(word)))
        .min_by_key(|word| (osa_distance(&written, &spelled(word)), word.len()))
}

/// A user's value as it may stand in a sentence: clipped, with control characters made visible.
pub(super) fn shown(written: &str) -> String {
    let visible = |letter: char| if letter.is_control() { char::REPLACEMENT_CHARACTER } else { letter };
    let mut shown: String = written.chars().take(LONGEST_SHOWN).map(visible).collect();
    if shown.len() < written.len() && written.chars().nth(LONGEST_SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["postal_address", "name", "email", "website"];
        let near = |written| nearest(written, known.into_iter());
        assert_eq!(near("nmae"), Some("name"));
        assert_eq!(near("postal-adress"), Some("postal_address"));
        assert_eq!(near("Email"), Some("email"));
        assert_eq!(near("colour"), None);
    }

    #[test]
    fn a_long_value_is_clipped_between_characters() {
        assert_eq!(shown("a\u{7}b"), "a\u{FFFD}b");
        assert_eq!(shown(&"é".repeat(61)).chars().count(), 61);
        assert_eq!(shown(&"é".repeat(60)), "é".repeat(60));
    }
}

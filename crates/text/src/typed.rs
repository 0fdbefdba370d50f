//! Words a person may type, as the catalogue lists them: each language brings its own.

use crate::{Language, Text};

/// Whether what was typed is one of the words this sentence lists between commas, in whatever language and case.
pub fn is_typed(words: &Text, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let listed = |language: &Language| {
        words.in_language(*language).split(',').any(|word| word.trim().to_lowercase() == typed)
    };
    !typed.is_empty() && Language::ALL.iter().any(listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn the_words_of_every_language_are_understood_and_no_others() {
        let unknown = text!("ends-words-unknown");
        for typed in ["unknown", " Don't know ", "UNBEKANNT", "Weiß nicht"] {
            assert!(is_typed(&unknown, typed), "{typed}");
        }
        for typed in ["", ",", "un", "unknown, don't know", "know"] {
            assert!(!is_typed(&unknown, typed), "{typed}");
        }
    }
}

//! A sentence of a register of the law: English beside the rule it states, other languages in the catalogue.

use std::borrow::Cow;
use std::fmt;

use crate::files::{REGISTER, files};
use crate::{Language, catalogue};

/// A sentence that stands as a constant in a register, with the key other languages have it under.
///
/// The key is `register-`, what the sentence is, and the id of its entry: `register-asks-I-2-c` is what `I.2.c` asks.
/// It is made from the id, so that a register needs no keys of its own; the law's tests hold register and catalogue
/// against each other. `Display` is English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterSentence {
    key: String,
    english: &'static str,
}

impl RegisterSentence {
    /// The sentence of the entry with this id; `what` tells the sentences of one entry apart.
    pub fn new(what: &str, id: &str, english: &'static str) -> Self {
        Self { key: format!("{REGISTER}-{what}-{}", key_part(id)), english }
    }

    /// One of several sentences of an entry, by its place among them, counted from one.
    pub fn numbered(what: &str, id: &str, number: usize, english: &'static str) -> Self {
        Self::new(what, &format!("{id}-{number}"), english)
    }

    /// Its key in the catalogue.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The sentence in the reader's language; in English where the catalogue lacks it in that language.
    pub fn in_language(&self, language: Language) -> Cow<'static, str> {
        catalogue::of_register(&self.key, language).unwrap_or(Cow::Borrowed(self.english))
    }
}

impl fmt::Display for RegisterSentence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.english)
    }
}

/// The keys a language has sentences of registers under, for the check that none is left over; none in English.
pub fn register_keys(language: Language) -> Vec<&'static str> {
    let of_registers = files(language).iter().filter(|(room, _)| *room == REGISTER);
    let lines = of_registers.flat_map(|(_, source)| source.lines());
    lines
        .filter(|line| line.starts_with(REGISTER))
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .collect()
}

/// What a key may not hold becomes a hyphen: `I.2.c` is `I-2-c`.
fn key_part(id: &str) -> String {
    let pieces = id.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_its_constant_in_english_and_the_catalogue_s_in_german() {
        let sentence = RegisterSentence::new("role", "manufacturer", "manufacturer");
        assert_eq!(sentence.key(), "register-role-manufacturer");
        assert_eq!(sentence.in_language(Language::English), "manufacturer");
        assert_eq!(sentence.in_language(Language::German), "Hersteller");
        assert_eq!(sentence.to_string(), "manufacturer");
    }

    #[test]
    fn a_key_is_made_from_any_id() {
        for (id, key) in [
            ("I.2.c", "register-x-I-2-c-1"),
            ("B+C", "register-x-B-C-1"),
            ("one, or two (three)", "register-x-one-or-two-three-1"),
        ] {
            assert_eq!(RegisterSentence::numbered("x", id, 1, "").key(), key);
        }
    }

    #[test]
    fn a_sentence_nobody_translated_is_said_in_english() {
        let sentence = RegisterSentence::new("asks", "art99-1", "Do nothing.");
        assert_eq!(sentence.in_language(Language::German), "Do nothing.");
    }

    #[test]
    fn a_sentence_of_a_register_in_a_gap_is_said_in_the_language_of_the_reader() {
        let role = RegisterSentence::new("role", "importer", "importer");
        let text = crate::text!("law-not-stated", path = role);
        assert!(text.to_string().contains("`importer`"));
        assert!(text.in_language(Language::German).contains("`Einführer`"));
    }

    #[test]
    fn english_has_no_keys_for_what_are_its_constants() {
        assert_eq!(register_keys(Language::English), Vec::<&str>::new());
        assert!(register_keys(Language::German).contains(&"register-asks-art13-8a"));
    }
}

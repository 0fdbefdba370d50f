//! A reader: who looks at a page, in which language and light, at whose desk.

use proofmark_access::Right;
use proofmark_text::{Language, Text};

use super::english_words::ENGLISH_BETWEEN;
use super::instants::with_instants;
use crate::visitor::Taste;

/// Who looks at a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reader {
    /// How they like to read.
    pub(crate) taste: Taste,
    /// What they are called, if they are signed in.
    pub(crate) name: Option<String>,
    /// What every form they send must carry.
    pub(crate) form_token: Option<String>,
    /// The operator whose things are shown.
    pub(crate) desk: Option<Desk>,
    /// The other operators they work for.
    pub(crate) desks: Vec<Desk>,
    /// Whether all of it is only a demonstration.
    pub(crate) demonstration: bool,
    /// What they may not do at the desk, of what its places ask.
    pub(crate) closed: Vec<Right>,
    /// The page they are on, to come back to.
    pub(crate) path: String,
}

/// An operator, as a place to work at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Desk {
    /// Its id.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
}

impl Reader {
    /// A sentence in the reader's language.
    ///
    /// What a library said in it stands between two signs; the finished page makes of them what tells its language.
    pub(crate) fn say(&self, text: &Text) -> String {
        let text = text.with_english_between(self.taste.language, ENGLISH_BETWEEN);
        with_instants(text.in_language(self.taste.language))
    }

    /// A sentence's hint in the reader's language; empty where it has none.
    pub(crate) fn hint(&self, text: &Text) -> String {
        let text = text.with_english_between(self.taste.language, ENGLISH_BETWEEN);
        text.hint_in(self.taste.language).unwrap_or_default()
    }

    /// A count as the reader's language writes it: groups of three.
    pub(crate) fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let separator = match self.taste.language {
            Language::English => ',',
            Language::German => '.',
        };
        let mut written = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(separator);
            }
            written.push(digit);
        }
        written
    }

    /// Millionths as a percentage with one decimal, as the reader's language writes it.
    pub(crate) fn percent(&self, millionths: u64) -> String {
        format!("{}{}{}\u{a0}%", millionths / 10_000, self.point(), millionths / 1000 % 10)
    }

    /// Tenths with one decimal, as the reader's language writes them: scores are kept so.
    pub(crate) fn tenths(&self, tenths: u64) -> String {
        format!("{}{}{}", tenths / 10, self.point(), tenths % 10)
    }

    fn point(&self) -> char {
        match self.taste.language {
            Language::English => '.',
            Language::German => ',',
        }
    }

    /// The language of the words on the page.
    pub(crate) fn language(&self) -> Language {
        self.taste.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visitor::Theme;

    #[test]
    fn counts_are_grouped_as_the_language_does() {
        let english = Reader::default();
        let taste = Taste { language: Language::German, theme: Theme::System };
        let german = Reader { taste, ..Reader::default() };
        for (count, in_english, in_german) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1,000", "1.000"),
            (1_234_567, "1,234,567", "1.234.567"),
        ] {
            assert_eq!(english.count(count), in_english);
            assert_eq!(german.count(count), in_german);
        }
    }

    #[test]
    fn decimals_have_the_point_of_the_language() {
        let english = Reader::default();
        let taste = Taste { language: Language::German, theme: Theme::System };
        let german = Reader { taste, ..Reader::default() };
        assert_eq!(
            (english.percent(943_200), german.percent(943_200)),
            ("94.3\u{a0}%".into(), "94,3\u{a0}%".into())
        );
        assert_eq!((english.percent(500), german.percent(500)), ("0.0\u{a0}%".into(), "0,0\u{a0}%".into()));
        assert_eq!((english.tenths(98), german.tenths(98)), ("9.8".into(), "9,8".into()));
    }
}

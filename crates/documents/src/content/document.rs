//! The paper as a whole.

use jiff::civil::Date;
use proofmark_text::Language;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Block, Section};

/// One paper: who says what, about which product, on which day.
///
/// ```
/// use proofmark_documents::{Callout, Document, KeyValues, Section};
///
/// let paper = Document::new("DOC-7", "EU declaration of conformity", "en", jiff::civil::date(2027, 12, 11))
///     .subject("Heat pump controller HPC-40")
///     .author("Example Oy")
///     .section(
///         Section::new("Manufacturer")
///             .cites("Annex V, point 2")
///             .block(KeyValues::new().entry("Name", "Example Oy"))
///             .block(Callout::missing("The postal address is not declared.")),
///     )
///     .numbered();
/// assert_eq!(paper.sections[0].number.as_deref(), Some("1"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The paper's own identification, unique with its issuer; printed on every page.
    pub id: String,
    /// What kind of paper it is, or what it is called.
    pub title: String,
    /// A second line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The language of the words, as a BCP 47 tag such as `en` or `de-AT`.
    pub language: String,
    /// The product the paper is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Who issues it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// The day it is issued on: handed in, never read from a clock.
    pub date: Date,
    /// Where it stands, for example `Draft, 3 items missing`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Whether a table of contents follows the title.
    #[serde(default)]
    pub contents: bool,
    /// What stands before the first section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Block>,
    /// The body.
    #[serde(default)]
    pub sections: Vec<Section>,
}

impl Document {
    /// A paper with nothing in it yet.
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        language: impl Into<String>,
        date: Date,
    ) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            subtitle: None,
            language: language.into(),
            subject: None,
            authors: Vec::new(),
            date,
            status: None,
            contents: false,
            lead: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Sets the second line under the title.
    #[must_use]
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(subtitle.into());
        self
    }

    /// Names the product the paper is about.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Adds one who issues it.
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.authors.push(author.into());
        self
    }

    /// Says where the paper stands.
    #[must_use]
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Asks for a table of contents.
    #[must_use]
    pub fn with_contents(mut self) -> Self {
        self.contents = true;
        self
    }

    /// Adds a block before the first section.
    #[must_use]
    pub fn lead(mut self, block: impl Into<Block>) -> Self {
        self.lead.push(block.into());
        self
    }

    /// Adds a section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// Numbers all sections `1`, `1.1`, `1.1.1` in their order, whatever numbers they had.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        for (index, section) in self.sections.iter_mut().enumerate() {
            section.renumber(&(index + 1).to_string());
        }
        self
    }

    /// The language of the words the renderers add: the paper's, if we speak it.
    pub(crate) fn own_language(&self) -> Option<Language> {
        Language::of_tag(self.language_tag())
    }

    /// The language for readers that only take a tag: words that are none become `und`, which says so.
    pub(crate) fn language_tag(&self) -> &str {
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
        };
        let tag = self.language.as_str();
        let begins = tag.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if begins && tag.split('-').all(is_part) { tag } else { "und" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_follows_the_nesting() {
        let paper = Document::new("D", "T", "en", jiff::civil::date(2026, 9, 11))
            .section(Section::new("a").section(Section::new("a.a")).section(Section::new("a.b")))
            .section(Section::new("b"))
            .numbered();
        let of = |section: &Section| section.number.clone().unwrap_or_default();
        assert_eq!(of(&paper.sections[0].sections[1]), "1.2");
        assert_eq!(of(&paper.sections[1]), "2");
    }

    #[test]
    fn words_that_are_no_language_tag_are_not_passed_on() {
        let of = |language: &str| {
            Document::new("D", "T", language, jiff::civil::date(2026, 9, 11)).language_tag().to_owned()
        };
        assert_eq!(of("de-AT"), "de-AT");
        assert_eq!([of(""), of("Deutsch (Österreich)"), of("-x"), of("de--AT")], ["und"; 4]);
    }
}

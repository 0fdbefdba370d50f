//! Words in a line.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words in a line: runs, each said in its own way. A line feed inside a run is a line break on paper.
///
/// Plain words become one with `into()`; longer sentences are chained:
///
/// ```
/// use proofmark_documents::Inline;
///
/// let sentence = Inline::from("Digest ").code("sha256:9f86…").plain(", see ").link("the list", "https://example.eu/l");
/// assert_eq!(sentence.words(), "Digest sha256:9f86…, see the list");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Inline {
    /// The runs, in reading order.
    pub runs: Vec<Run>,
}

/// Longer addresses are shown as words.
const LONGEST_URL: usize = 2_000;

/// Some words said in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "run", rename_all = "snake_case", deny_unknown_fields)]
pub enum Run {
    /// As it is.
    Plain {
        /// The words.
        text: String,
    },
    /// Of importance.
    Strong {
        /// The words.
        text: String,
    },
    /// Stressed.
    Emphasis {
        /// The words.
        text: String,
    },
    /// To be read character by character: a digest, a version, a package URL.
    Code {
        /// The characters.
        text: String,
    },
    /// Leads somewhere else.
    Link {
        /// The words.
        text: String,
        /// Where it leads. Only plain `https:`, `http:` and `mailto:` addresses can be followed; anything else
        /// is shown as words, because addresses come from bills of materials that strangers wrote.
        url: String,
    },
    /// A place in the law, for example `Annex V, point 3`.
    Citation {
        /// The place.
        text: String,
    },
    /// Something that is asked for and not there, shown with a symbol and the word.
    Missing {
        /// What is missing.
        text: String,
    },
}

impl Inline {
    /// No words yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Something that is asked for and not there.
    pub fn missing(what: impl Into<String>) -> Self {
        Self { runs: vec![Run::Missing { text: what.into() }] }
    }

    /// What is there, or the mark that it is missing.
    pub fn or_missing(value: Option<impl Into<Inline>>, what: impl Into<String>) -> Self {
        value.map_or_else(|| Self::missing(what), Into::into)
    }

    /// Adds words as they are.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.run(Run::Plain { text: text.into() })
    }

    /// Adds words of importance.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.run(Run::Strong { text: text.into() })
    }

    /// Adds stressed words.
    #[must_use]
    pub fn emphasis(self, text: impl Into<String>) -> Self {
        self.run(Run::Emphasis { text: text.into() })
    }

    /// Adds characters to be read one by one.
    #[must_use]
    pub fn code(self, text: impl Into<String>) -> Self {
        self.run(Run::Code { text: text.into() })
    }

    /// Adds words that lead somewhere else.
    #[must_use]
    pub fn link(self, text: impl Into<String>, url: impl Into<String>) -> Self {
        self.run(Run::Link { text: text.into(), url: url.into() })
    }

    /// Adds an address that leads to itself; a mail address is shown without `mailto:`.
    #[must_use]
    pub fn url(self, url: impl Into<String>) -> Self {
        let url = url.into();
        let text = url.strip_prefix("mailto:").unwrap_or(&url).to_owned();
        self.run(Run::Link { text, url })
    }

    /// Adds a place in the law.
    #[must_use]
    pub fn cites(self, citation: impl Into<String>) -> Self {
        self.run(Run::Citation { text: citation.into() })
    }

    /// Adds a run.
    #[must_use]
    pub fn run(mut self, run: Run) -> Self {
        self.runs.push(run);
        self
    }

    /// All words without how they are said.
    pub fn words(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    /// Whether there is not a single word.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text().is_empty())
    }
}

impl Run {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain { text }
            | Self::Strong { text }
            | Self::Emphasis { text }
            | Self::Code { text }
            | Self::Link { text, .. }
            | Self::Citation { text }
            | Self::Missing { text } => text,
        }
    }

    /// Where a link leads, if it is an address that may be followed.
    pub fn target(&self) -> Option<&str> {
        let Self::Link { url, .. } = self else { return None };
        let (scheme, rest) = url.split_once(':')?;
        let follows = ["https", "http", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        // RFC 3986, section 2: an address has no other characters, and a PDF takes no others either.
        let stray = |it: char| !it.is_ascii_graphic() || r#""<>\^`{|}"#.contains(it);
        let clean = (1..=LONGEST_URL).contains(&rest.len()) && !url.contains(stray);
        (follows && clean).then_some(url)
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

impl From<&String> for Inline {
    fn from(text: &String) -> Self {
        Self::new().plain(text)
    }
}

/// A sentence of the catalogue: what stands in backticks there is code.
impl From<Text> for Inline {
    fn from(text: Text) -> Self {
        let said = text.to_string();
        let parts: Vec<&str> = said.split('`').collect();
        if parts.len().is_multiple_of(2) {
            return said.into();
        }
        let mut inline = Self::new();
        for (at, part) in parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
            inline = if at % 2 == 0 { inline.plain(part) } else { inline.code(part) };
        }
        inline
    }
}

impl From<Run> for Inline {
    fn from(run: Run) -> Self {
        Self { runs: vec![run] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(url: &str) -> Option<String> {
        Run::Link { text: "x".to_owned(), url: url.to_owned() }.target().map(str::to_owned)
    }

    #[test]
    fn backticks_of_the_catalogue_become_code() {
        let said = Inline::from(proofmark_text::text!("documents-pdf-refused", reasons = "a `b` c"));
        assert_eq!(
            said,
            Inline::new().plain("the PDF/A rules refuse this document: a ").code("b").plain(" c")
        );
        let odd = Inline::from(proofmark_text::text!("documents-pdf-refused", reasons = "a ` c"));
        assert_eq!(odd, Inline::from("the PDF/A rules refuse this document: a ` c"));
    }

    #[test]
    fn only_addresses_that_may_be_followed_lead_somewhere() {
        assert_eq!(target("https://example.eu/a?b=c"), Some("https://example.eu/a?b=c".to_owned()));
        assert_eq!(target("MAILTO:psirt@example.eu"), Some("MAILTO:psirt@example.eu".to_owned()));
        for refused in [
            "javascript:alert(1)",
            "data:text/html,x",
            "example.eu",
            "https:",
            "https://a b",
            "https://e.eu/\"x",
            "https://еxample.eu",
            "java\nscript:x",
        ] {
            assert_eq!(target(refused), None, "{refused}");
        }
    }
}

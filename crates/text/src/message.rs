//! One sentence to say: its key in the catalogue and what goes into its gaps.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::{Language, RegisterSentence, catalogue};

/// A sentence of the catalogue with its arguments, not yet put into words.
///
/// [`in_language`](Self::in_language) renders it for a reader, `Display` in English, the reference language. In JSON it is an object with `id` (stable: a
/// promise to programs), `text` and, where the catalogue has one, `hint`.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
    /// Already in words: somebody else's program said it.
    told: Option<Box<Told>>,
}

/// A sentence as another program put it into words.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    words: String,
    hint: Option<String>,
}

/// What can stand in a gap of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words or names, as they are.
    Words(String),
    /// A count; the catalogue chooses the plural form by it.
    Count(u64),
    /// Another sentence, said in the language of the one it stands in.
    Text(Text),
    /// A sentence of a register of the law, said likewise.
    Register(RegisterSentence),
}

impl Text {
    /// Names a sentence. Use [`text!`](crate::text!), which the tidy check reads.
    pub fn new(id: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        Self { id, args, told: None }
    }

    /// A sentence another Proofmark said, in its words: its gaps are filled already, and its key may be newer than
    /// this catalogue.
    ///
    /// The key is kept until the program ends: this is for one that asks, hears a few of these, and ends.
    pub fn told(id: &str, words: String, hint: Option<String>) -> Self {
        let id = Box::leak(id.to_owned().into_boxed_str());
        Self { id, args: Vec::new(), told: Some(Box::new(Told { words, hint })) }
    }

    /// The key in the catalogue: stable, and the code of a refusal.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What goes into the gaps, in the order they were named.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// The sentence in the reader's language; in English where the catalogue lacks it in that language.
    pub fn in_language(&self, language: Language) -> String {
        match &self.told {
            Some(told) => told.words.clone(),
            None => catalogue::render(self, language),
        }
    }

    /// The same sentence with these signs around what a library said in English, for a reader of another language: a page
    /// says in its markup which words are English.
    #[must_use]
    pub fn with_english_between(&self, language: Language, signs: [char; 2]) -> Self {
        catalogue::with_english_between(self, language, signs)
    }

    pub(crate) fn with_args(&self, args: Vec<(&'static str, Arg)>) -> Self {
        Self { args, ..self.clone() }
    }

    /// What the reader can do about it, in English, where the catalogue has something to say.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::English)
    }

    /// What the reader can do about it, in the reader's language, or in English like the sentence itself.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        match &self.told {
            Some(told) => told.hint.clone(),
            None => catalogue::render_hint(self, language),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.in_language(Language::English))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hint = self.hint();
        let mut object = serializer.serialize_struct("Text", 2 + usize::from(hint.is_some()))?;
        object.serialize_field("id", self.id)?;
        object.serialize_field("text", &self.to_string())?;
        if let Some(hint) = hint {
            object.serialize_field("hint", &hint)?;
        }
        object.end()
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "A sentence: `id` is stable and meant for programs, `text` for people.",
            "properties": {
                "id": { "type": "string" },
                "text": { "type": "string" },
                "hint": { "type": "string" }
            },
            "required": ["id", "text"],
            "additionalProperties": false
        })
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&Text> for Arg {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

impl From<RegisterSentence> for Arg {
    fn from(sentence: RegisterSentence) -> Self {
        Self::Register(sentence)
    }
}

/// Names a sentence of the catalogue: `text!("gate-open", release = version)`.
///
/// The key is a literal so that the tidy check can hold code and catalogue against each other. An argument
/// is anything that becomes an [`Arg`](crate::Arg): words, a count, or another sentence. Hand a sentence over as
/// it is: what became a string before stays English for every reader.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Text::new($id, vec![$((stringify!($name), $crate::Arg::from($value))),*])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_said_is_said_in_its_words() {
        let told = Text::told("newer-key", "the words".into(), Some("the hint".into()));
        assert_eq!((told.id(), told.to_string()), ("newer-key", "the words".to_owned()));
        assert_eq!(told.hint_in(Language::German).as_deref(), Some("the hint"));
        // A key of ours does not bring our words back.
        assert_eq!(Text::told("text-no-such", "w".into(), None).hint(), None);
    }
}

//! Categories, classes and kinds of products.

use std::borrow::Cow;

use proofmark_text::{Language, RegisterSentence};

use super::obligations::numbered;
use crate::classes::category::{Category, Class};
use crate::classes::look_up::KindOfProduct;
use crate::classes::suggestion::Suggestion;

impl Category {
    /// What it is called, to be said in the language of its reader.
    pub fn title_sentence(&self) -> RegisterSentence {
        title(self.id, self.title)
    }

    /// What it is called, in short.
    pub fn title_in(&self, language: Language) -> Cow<'static, str> {
        self.title_sentence().in_language(language)
    }

    /// What makes a product match, to be said in the language of its reader.
    pub fn matches_when_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("category-matches", self.id, self.matches_when)
    }

    /// What makes a product match, in short.
    pub fn matches_when_in(&self, language: Language) -> Cow<'static, str> {
        self.matches_when_sentence().in_language(language)
    }

    /// Kinds of products the description names, as words to read: a dossier names them in English.
    pub fn example_sentences(&self) -> Vec<RegisterSentence> {
        numbered("category-example", self.id, self.named_examples)
    }

    /// Parts of the description whose final wording was not seen.
    pub fn draft_sentence(&self) -> Option<RegisterSentence> {
        Some(RegisterSentence::new("category-draft", self.id, self.rests_on_a_draft?))
    }
}

impl Suggestion {
    /// What the category is called, to be said in the language of its reader.
    pub fn title_sentence(&self) -> RegisterSentence {
        title(self.category, self.title)
    }
}

impl Class {
    /// The class in words, to be said in the language of its reader; in English its name in dossiers.
    pub fn sentence(self) -> RegisterSentence {
        RegisterSentence::new("class", self.name(), self.name())
    }

    /// The class in words; in English its name in dossiers.
    pub fn name_in(self, language: Language) -> Cow<'static, str> {
        self.sentence().in_language(language)
    }
}

impl KindOfProduct {
    /// The kind as people call it, to be said in the language of its reader.
    pub fn kind_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("kind", self.kind, self.kind)
    }

    /// The kind as people call it in this language.
    pub fn kind_in(&self, language: Language) -> Cow<'static, str> {
        self.kind_sentence().in_language(language)
    }

    /// The mistake often made about it.
    pub fn mistake_sentence(&self) -> Option<RegisterSentence> {
        Some(RegisterSentence::new("kind-mistake", self.kind, self.mistake?))
    }
}

fn title(id: &str, title: &'static str) -> RegisterSentence {
    RegisterSentence::new("category-title", id, title)
}

//! What teaches the law: mistakes, roles and terms.

use std::borrow::Cow;

use proofmark_text::{Language, RegisterSentence};

use crate::definitions::Definition;
use crate::teaching::mistake::Mistake;
use crate::teaching::role_notions::RoleNotion;

impl Mistake {
    /// What is said, to be said in the language of its reader.
    pub fn claim_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("claim", self.id, self.claim)
    }

    /// What is said.
    pub fn claim_in(&self, language: Language) -> Cow<'static, str> {
        self.claim_sentence().in_language(language)
    }

    /// What is right, to be said in the language of its reader.
    pub fn correct_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("correct", self.id, self.correct)
    }

    /// What is right.
    pub fn correct_in(&self, language: Language) -> Cow<'static, str> {
        self.correct_sentence().in_language(language)
    }
}

impl RoleNotion {
    /// Its name, to be said in the language of its reader.
    pub fn name_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("role", self.name, self.name)
    }

    /// Its name.
    pub fn name_in(&self, language: Language) -> Cow<'static, str> {
        self.name_sentence().in_language(language)
    }

    /// What makes somebody one, to be said in the language of its reader.
    pub fn is_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("role-is", self.name, self.is)
    }

    /// What makes somebody one.
    pub fn is_in(&self, language: Language) -> Cow<'static, str> {
        self.is_sentence().in_language(language)
    }

    /// What follows, to be said in the language of its reader.
    pub fn follows_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("role-follows", self.name, self.follows)
    }

    /// What follows.
    pub fn follows_in(&self, language: Language) -> Cow<'static, str> {
        self.follows_sentence().in_language(language)
    }
}

impl Definition {
    /// The term, to be said in the language of its reader.
    pub fn term_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("term", self.term, self.term)
    }

    /// The term, as the Regulation writes it in this language.
    pub fn term_in(&self, language: Language) -> Cow<'static, str> {
        self.term_sentence().in_language(language)
    }

    /// What it means, to be said in the language of its reader.
    pub fn meaning_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("meaning", self.term, self.meaning)
    }

    /// What it means, in plain words of this language.
    pub fn meaning_in(&self, language: Language) -> Cow<'static, str> {
        self.meaning_sentence().in_language(language)
    }
}

//! The reporting platform's fields and what is known of it, and the acts beside the Regulation.

use std::borrow::Cow;

use proofmark_text::{Language, RegisterSentence};

use crate::act_name::act_name;
use crate::neighbours::near::{TouchedAct, UnstatedAct};
use crate::reporting::fields::{FieldGap, PlatformField};
use crate::reporting::platform::PlatformFact;

impl PlatformField {
    /// What it holds, to be said in the language of its reader.
    pub fn what_sentence(&'static self) -> RegisterSentence {
        field(&self.key, &self.what)
    }

    /// What it holds.
    pub fn what_in(&'static self, language: Language) -> Cow<'static, str> {
        self.what_sentence().in_language(language)
    }

    /// What to know beside that.
    pub fn note_sentence(&'static self) -> Option<RegisterSentence> {
        Some(RegisterSentence::new("field-note", &self.key, self.note.as_deref()?))
    }
}

impl FieldGap {
    /// What the field holds, to be said in the language of its reader.
    pub fn what_sentence(&self) -> RegisterSentence {
        field(self.field, self.what)
    }
}

impl PlatformFact {
    /// What is known, to be said in the language of its reader.
    pub fn says_sentence(&'static self) -> RegisterSentence {
        RegisterSentence::new("platform", &self.row, &self.says)
    }

    /// What is known.
    pub fn says_in(&'static self, language: Language) -> Cow<'static, str> {
        self.says_sentence().in_language(language)
    }
}

impl TouchedAct {
    /// What people call it, to be said in the language of its reader.
    pub fn name_sentence(&self) -> RegisterSentence {
        neighbour(self.id, self.name)
    }

    /// The act, as it is cited in this language.
    pub fn act_in(&self, language: Language) -> String {
        act_name(self.act).in_language(language)
    }
}

impl UnstatedAct {
    /// What people call it, to be said in the language of its reader.
    pub fn name_sentence(&self) -> RegisterSentence {
        neighbour(self.id, self.name)
    }

    /// The act, as it is cited in this language.
    pub fn act_in(&self, language: Language) -> String {
        act_name(self.act).in_language(language)
    }
}

pub(super) fn neighbour(id: &str, name: &'static str) -> RegisterSentence {
    RegisterSentence::new("neighbour", id, name)
}

fn field(key: &str, what: &'static str) -> RegisterSentence {
    RegisterSentence::new("field", key, what)
}

//! What obligations ask, what helps to show them, and what is done again and again for them.

use std::borrow::Cow;

use proofmark_text::{Language, RegisterSentence};

use crate::readiness::routine::{ROUTINES, Rhythm, Routine};
use crate::readiness::standing::Standing;
use crate::register::obligation::Obligation;
use crate::register::suggestion::SuggestedEvidence;

impl Obligation {
    /// What it asks, to be said in the language of its reader.
    pub fn asks_sentence(&self) -> RegisterSentence {
        asks(self.id, self.asks)
    }

    /// What it asks, in plain words of this language.
    pub fn asks_in(&self, language: Language) -> Cow<'static, str> {
        self.asks_sentence().in_language(language)
    }

    /// Evidence that typically shows it.
    pub fn suggested_evidence(&self) -> Vec<RegisterSentence> {
        self.suggested("suggested-evidence", |suggests| suggests.evidence)
    }

    /// Statements a test or a review can confirm or refute.
    pub fn suggested_statements(&self) -> Vec<RegisterSentence> {
        self.suggested("suggested-statement", |suggests| suggests.statements)
    }

    /// What to know when deciding on it.
    pub fn suggested_notes(&self) -> Vec<RegisterSentence> {
        self.suggested("suggested-note", |suggests| suggests.notes)
    }

    fn suggested(
        &self,
        what: &str,
        of: fn(&SuggestedEvidence) -> &'static [&'static str],
    ) -> Vec<RegisterSentence> {
        self.suggests.map(|suggests| numbered(what, self.id, of(suggests))).unwrap_or_default()
    }
}

impl Standing {
    /// What the obligation asks, to be said in the language of its reader.
    pub fn asks_sentence(&self) -> RegisterSentence {
        asks(self.obligation, self.asks)
    }

    /// What the obligation asks, in plain words of this language.
    pub fn asks_in(&self, language: Language) -> Cow<'static, str> {
        self.asks_sentence().in_language(language)
    }
}

impl Routine {
    /// What is done, to be said in the language of its reader.
    pub fn does_sentence(&self) -> RegisterSentence {
        let same_rhythm = ROUTINES.iter().filter(|one| one.rhythm == self.rhythm);
        let before = same_rhythm.take_while(|one| one.does != self.does).count();
        RegisterSentence::numbered("routine", rhythm_key(self.rhythm), before + 1, self.does)
    }

    /// What is done, in this language.
    pub fn does_in(&self, language: Language) -> Cow<'static, str> {
        self.does_sentence().in_language(language)
    }
}

/// Several sentences of one entry, counted from one.
pub(super) fn numbered(what: &str, id: &str, sentences: &'static [&'static str]) -> Vec<RegisterSentence> {
    let numbers = 1..;
    let each = numbers.zip(sentences);
    each.map(|(number, sentence)| RegisterSentence::numbered(what, id, number, sentence)).collect()
}

fn asks(id: &str, asks: &'static str) -> RegisterSentence {
    RegisterSentence::new("asks", id, asks)
}

fn rhythm_key(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::PerRelease => "per-release",
        Rhythm::Weekly => "weekly",
        Rhythm::Monthly => "monthly",
        Rhythm::Yearly => "yearly",
        Rhythm::OnEvent => "on-event",
    }
}

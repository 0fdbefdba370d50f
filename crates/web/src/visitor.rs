//! A visitor: who asks, as far as that is known, and how they like to read.

use proofmark_access::{Secret, SessionSecret};
use proofmark_facts::Actor;
use proofmark_text::Language;

use crate::cookie::{CookieName, SetCookie};

/// Who asks.
#[derive(Debug)]
pub enum Visitor {
    /// Nobody known.
    Nobody,
    /// A person in a browser.
    Person {
        /// Who, with what they were granted.
        actor: Actor,
        /// Their session's secret.
        session: SessionSecret,
    },
    /// A program with a token.
    Program {
        /// Who, with what it was granted.
        actor: Actor,
    },
}

impl Visitor {
    /// Who it is, if that is known.
    pub fn actor(&self) -> Option<&Actor> {
        match self {
            Self::Nobody => None,
            Self::Person { actor, .. } | Self::Program { actor } => Some(actor),
        }
    }

    /// The cookie of their session.
    pub fn session_cookie(&self) -> Option<SetCookie> {
        match self {
            Self::Person { session, .. } => Some(session_cookie(session)),
            Self::Nobody | Self::Program { .. } => None,
        }
    }

    /// What their forms must carry.
    pub fn form_token(&self) -> Option<Secret> {
        match self {
            Self::Person { session, .. } => Some(session.form_token()),
            Self::Nobody | Self::Program { .. } => None,
        }
    }
}

/// The cookie of a session. It goes when the browser closes; the session's own limits are the store's.
pub(crate) fn session_cookie(session: &SessionSecret) -> SetCookie {
    SetCookie { name: CookieName::Session, value: session.to_text().reveal().to_owned(), for_seconds: None }
}

/// How somebody likes to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taste {
    /// In which language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// In a word, as the cookie and the page have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

//! A question: which key it asks for, how it is put, what the Regulation means by it, and when it is worth asking.

use proofmark_law::Citation;
use proofmark_text::Text;

use super::situation::Situation;

/// One question of the register. The notion behind it is the hint of its sentence.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The key, as `scope.data_connection` or `remote_services[].name`.
    pub key: &'static str,
    /// The question; its hint explains the Regulation's notion.
    pub asks: fn() -> Text,
    /// An example of an answer.
    pub example: fn() -> Text,
    /// The law behind the notion.
    pub cites: Citation,
    /// How an answer becomes a key.
    pub shape: Shape,
    /// When it is worth asking.
    pub(super) when: When,
}

/// How an answer becomes a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The key's own value.
    Plain,
    /// The key's own value, or that there is none.
    OrNone,
    /// Yes or no: whether the table is there; its keys are asked after it.
    Gate,
}

/// When a question is worth asking.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    /// At the very beginning: without it there is no dossier to ask the law about.
    Begin,
    /// When a verdict waits for it.
    Waited,
    /// While this holds: the law takes its absence for an answer, so it would never wait for it.
    While(fn(&Situation<'_>) -> bool),
}

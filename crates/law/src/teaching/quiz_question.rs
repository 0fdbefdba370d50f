//! One question of the quiz, with its answer.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::source::Source;

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QuizQuestion {
    /// What it is drawn from: an id that can be explained.
    pub about: String,
    /// The question.
    pub asks: Text,
    /// What can be chosen; one of them is right.
    pub choices: Vec<String>,
    /// The position of the right choice, from zero.
    pub answer: usize,
    /// Why it is right.
    pub because: String,
    /// Where it stands.
    pub cites: Vec<String>,
    /// Why a lawyer should look at it before anyone relies on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_review: Option<Text>,
}

pub(super) fn question(
    about: &str,
    asks: Text,
    choices: Vec<String>,
    answer: usize,
    because: &str,
    cites: Vec<String>,
    source: Source,
) -> QuizQuestion {
    let legal_review = source.legal_review();
    QuizQuestion {
        about: about.to_owned(),
        asks,
        choices,
        answer,
        because: because.to_owned(),
        cites,
        legal_review,
    }
}

//! Questions to learn the Regulation from: drawn from the popular mistakes and from the register, each with its answer.

use proofmark_text::{Language, text};

use crate::teaching::draw::Draw;
use crate::teaching::mistake::Mistake;
use crate::teaching::mistakes::MISTAKES;
use crate::teaching::quiz_of_register::of_register;
use crate::teaching::quiz_question::{QuizQuestion, question};

/// The most questions that are drawn: the register is not asked twice for the same.
pub const MOST_QUESTIONS: usize = 100;

/// Draws this many questions (at most [`MOST_QUESTIONS`]), every second one from the popular mistakes while they last.
pub fn quiz(seed: u64, count: usize) -> Vec<QuizQuestion> {
    quiz_in(seed, count, Language::English)
}

/// The same questions, with choices and answers in this language.
pub fn quiz_in(seed: u64, count: usize, language: Language) -> Vec<QuizQuestion> {
    let mut draw = Draw::new(seed);
    let mut mistakes: Vec<&Mistake> = MISTAKES.iter().collect();
    draw.shuffle(&mut mistakes);
    let mut mistakes = mistakes.into_iter();
    let mut asked: Vec<QuizQuestion> = Vec::new();
    for number in 0..count.min(MOST_QUESTIONS) {
        let of_mistake = if number % 2 == 0 { mistakes.next() } else { None };
        let question = match of_mistake {
            Some(mistake) => true_or_false(mistake, &mut draw, language),
            None => unasked(&asked, &mut draw, language),
        };
        asked.push(question);
    }
    asked
}

/// A question of the register that was not asked yet.
fn unasked(asked: &[QuizQuestion], draw: &mut Draw, language: Language) -> QuizQuestion {
    let mut question = of_register(draw, language);
    while asked.iter().any(|one| one.about == question.about && one.asks.id() == question.asks.id()) {
        question = of_register(draw, language);
    }
    question
}

fn true_or_false(mistake: &Mistake, draw: &mut Draw, language: Language) -> QuizQuestion {
    let is_true = draw.coin();
    let statement = if is_true { mistake.correct_sentence() } else { mistake.claim_sentence() };
    let asks = text!("teaching-quiz-statement", statement = statement);
    question(
        mistake.id,
        asks,
        [text!("teaching-quiz-true"), text!("teaching-quiz-false")]
            .map(|choice| choice.in_language(language))
            .into(),
        usize::from(!is_true),
        &mistake.correct_in(language),
        mistake.cites.iter().map(|cites| cites.in_language(language)).collect(),
        mistake.source(),
    )
}

//! Questions to learn the Regulation from: drawn from the popular mistakes and from the register, each with its answer.

use proofmark_text::text;

use crate::teaching::draw::Draw;
use crate::teaching::mistake::Mistake;
use crate::teaching::mistakes::MISTAKES;
use crate::teaching::quiz_of_register::of_register;
use crate::teaching::quiz_question::{QuizQuestion, question};

/// The most questions that are drawn: the register is not asked twice for the same.
pub const MOST_QUESTIONS: usize = 100;

/// Draws this many questions (at most [`MOST_QUESTIONS`]), every second one from the popular mistakes while they last.
pub fn quiz(seed: u64, count: usize) -> Vec<QuizQuestion> {
    let mut draw = Draw::new(seed);
    let mut mistakes: Vec<&Mistake> = MISTAKES.iter().collect();
    draw.shuffle(&mut mistakes);
    let mut mistakes = mistakes.into_iter();
    let mut asked: Vec<QuizQuestion> = Vec::new();
    for number in 0..count.min(MOST_QUESTIONS) {
        let of_mistake = if number % 2 == 0 { mistakes.next() } else { None };
        let question = match of_mistake {
            Some(mistake) => true_or_false(mistake, &mut draw),
            None => unasked(&asked, &mut draw),
        };
        asked.push(question);
    }
    asked
}

/// A question of the register that was not asked yet.
fn unasked(asked: &[QuizQuestion], draw: &mut Draw) -> QuizQuestion {
    let mut question = of_register(draw);
    while asked.iter().any(|one| one.about == question.about && one.asks.id() == question.asks.id()) {
        question = of_register(draw);
    }
    question
}

fn true_or_false(mistake: &Mistake, draw: &mut Draw) -> QuizQuestion {
    let is_true = draw.coin();
    let statement = if is_true { mistake.correct } else { mistake.claim };
    let asks = text!("teaching-quiz-statement", statement = statement);
    question(
        mistake.id,
        asks,
        [text!("teaching-quiz-true").to_string(), text!("teaching-quiz-false").to_string()].into(),
        usize::from(!is_true),
        mistake.correct,
        mistake.cites.iter().map(ToString::to_string).collect(),
        mistake.source(),
    )
}

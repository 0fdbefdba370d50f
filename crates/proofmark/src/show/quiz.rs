//! A question of the quiz, and its answer with where it stands.

use proofmark_law::QuizQuestion;
use proofmark_text::text;

use super::page::{Mark, Page, dim, strong};

/// The question with its choices.
pub(crate) fn quiz_question(page: &mut Page, question: &QuizQuestion, number: usize, count: usize) {
    let heading = text!("teaching-quiz-number", number = number, count = count).to_string();
    page.heading(&heading, &text!("teaching-quiz-choose").to_string());
    page.paragraph(&question.asks.to_string());
    for (number, choice) in (1..).zip(&question.choices) {
        page.numbered(number, choice);
    }
}

/// Whether the choice was right, what is, and where it stands; without a choice, the answer alone.
pub(crate) fn quiz_answer(page: &mut Page, question: &QuizQuestion, choice: Option<usize>) {
    let answer = question.choices.get(question.answer).map(String::as_str).unwrap_or_default();
    let (mark, says) = match choice {
        Some(choice) if choice == question.answer => (Mark::Good, text!("teaching-quiz-right")),
        Some(_) => (Mark::Bad, text!("teaching-quiz-wrong", answer = answer)),
        None => (Mark::Plain, text!("teaching-quiz-skipped", answer = answer)),
    };
    page.marked(mark, &strong(&says.to_string()));
    page.below(&format!(
        "{} {}",
        question.because,
        dim(&format!("({}; {})", question.cites.join(", "), question.about))
    ));
    if let Some(why) = &question.legal_review {
        page.marked(Mark::Open, &text!("teaching-legal-review", why = why.to_string()).to_string());
    }
}

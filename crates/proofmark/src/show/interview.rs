//! A question as a person reads it, and what the answers came to.

use proofmark_actions::{Asked, OpenQuestion};
use proofmark_formats::Takes;
use proofmark_law::{Class, ClassOutcome, Role, ScopeOutcome, Verdict, category};
use proofmark_text::{Text, text};

use super::assessment::{procedure_says, role_says, scope_says};
use super::page::{Mark, Page, dim, strong};

/// Lists longer than this are shown on request only.
const CHOICES_SHOWN: usize = 8;

/// The question, the notion behind it, an example, and what may be answered.
pub(crate) fn question(page: &mut Page, asked: &Asked) {
    page.blank();
    page.paragraph(&strong(&asked.asks.to_string()));
    page.below(&format!("{} {}", asked.notion, dim(&cites(asked))));
    page.below(&dim(&text!("interview-example", example = &asked.example).to_string()));
    page.below(&answers(asked).to_string());
}

/// Everything there is to say about a question.
pub(crate) fn question_in_full(page: &mut Page, asked: &Asked) {
    page.below(&text!("interview-more-key", key = &asked.path, note = asked.note).to_string());
    for (number, choice) in (1..).zip(&asked.choices) {
        let says = match choice.means.clone() {
            Some(title) => text!("interview-more-category", id = choice.word, title = title).to_string(),
            None => choice.word.to_owned(),
        };
        page.numbered(number, &says);
    }
    page.below(&answers(asked).to_string());
}

/// What the answers came to: scope, role, class and procedures, one line each, and what is open.
pub(crate) fn answered(page: &mut Page, verdict: &Verdict, open: &[OpenQuestion]) {
    page.blank();
    let (mark, says) = scope_says(&verdict.scope.outcome);
    page.marked(mark, &strong(&says.to_string()));
    let concerned =
        matches!(verdict.scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. });
    // What the Regulation leaves alone has no class; only a steward has a role for it.
    if concerned || verdict.role.role() == Some(Role::Steward) {
        let (mark, says) = role_says(&verdict.role.outcome);
        page.marked(mark, &strong(&says.to_string()));
    }
    if concerned {
        let (mark, class) = class_says(verdict);
        page.marked(mark, &strong(&class.to_string()));
        page.below(&routes_say(verdict).to_string());
    }
    if open.is_empty() {
        return;
    }
    page.heading(&text!("interview-open-questions", count = open.len()).to_string(), "");
    for one in open {
        let says = text!("interview-open-one", key = &one.key, asks = one.asks.to_string());
        page.marked(Mark::Open, &says.to_string());
    }
}

fn class_says(verdict: &Verdict) -> (Mark, Text) {
    match &verdict.class.outcome {
        ClassOutcome::Is(Class::Default) => (Mark::Plain, text!("proofmark-class-default")),
        ClassOutcome::Is(class) => {
            let class = class.sentence();
            let says = match verdict.class.category.and_then(category) {
                Some(found) => text!(
                    "ends-interview-class",
                    class = class,
                    category = found.id,
                    title = found.title_sentence()
                ),
                None => text!("interview-class", class = class),
            };
            (Mark::Plain, says)
        }
        ClassOutcome::Undetermined { missing } => {
            (Mark::Open, text!("proofmark-class-open", missing = missing.join(", ")))
        }
    }
}

fn routes_say(verdict: &Verdict) -> Text {
    let open: Vec<String> = verdict.routes.open.iter().map(|route| procedure_says(route.procedure)).collect();
    match open.len() {
        0 => text!("interview-routes-none"),
        _ => text!("interview-routes", open = open.join(", ")),
    }
}

fn cites(asked: &Asked) -> String {
    if asked.cites.is_empty() { String::new() } else { format!("({})", asked.cites) }
}

fn answers(asked: &Asked) -> Text {
    let choices = || {
        let words =
            (1..).zip(&asked.choices).map(|(number, choice): (usize, _)| format!("{number} {}", choice.word));
        words.collect::<Vec<_>>().join(", ")
    };
    match &asked.takes {
        Takes::YesOrNo => text!("interview-answers-yes-no"),
        Takes::AnyOf(_) if asked.choices.len() > CHOICES_SHOWN => {
            text!("interview-answers-many", count = asked.choices.len())
        }
        _ if asked.choices.len() > CHOICES_SHOWN => {
            text!("interview-answers-category", count = asked.choices.len())
        }
        Takes::AnyOf(_) => text!("interview-answers-choices-none", choices = choices()),
        Takes::OneOf(_) if asked.or_none => text!("interview-answers-choice-none", choices = choices()),
        Takes::OneOf(_) if asked.required => text!("interview-answers-choice-required", choices = choices()),
        Takes::OneOf(_) => text!("interview-answers-choice", choices = choices()),
        Takes::Date => text!("interview-answers-date"),
        Takes::Number => text!("interview-answers-number"),
        Takes::List => text!("interview-answers-list"),
        _ if asked.or_none => text!("interview-answers-words-none"),
        _ if asked.required => text!("interview-answers-required"),
        _ => text!("interview-answers-words"),
    }
}

//! Questions made from the registers: where it stands, who owes it, from when, what shows it, which class.

use proofmark_text::{Language, Text, text};

use crate::calendar::{
    ENTRY_INTO_FORCE, FULL_APPLICATION, NOTIFIED_BODIES_CHAPTER, OTHER_CERTIFICATES_END, REPORTING,
};
use crate::classes::categories::categories;
use crate::classes::category::Class;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::obligation::Obligation;
use crate::register::obligations::OBLIGATIONS;
use crate::roles::role::Role;
use crate::source::Source;
use crate::teaching::draw::Draw;
use crate::teaching::quiz_question::{QuizQuestion, question};
use crate::teaching::role_notions::ROLE_NOTIONS;

/// How many choices a question has, where there are as many.
const CHOICES: usize = 4;

/// One question, whichever the lot falls on.
pub(super) fn of_register(draw: &mut Draw, language: Language) -> QuizQuestion {
    let obligation = &OBLIGATIONS[draw.below(OBLIGATIONS.len())];
    match draw.below(6) {
        0 => who_owes_it(obligation, draw, language),
        1 => from_when(obligation, draw, language),
        2 | 3 => where_it_stands(obligation, draw, language),
        4 => what_shows_it(obligation, draw, language),
        _ => which_class(draw, language),
    }
}

fn who_owes_it(one: &Obligation, draw: &mut Draw, language: Language) -> QuizQuestion {
    let others = ROLE_NOTIONS.iter().filter(|notion| !one.owed_by.contains(&notion.role));
    let wrong: Vec<String> = others.map(|notion| notion.name_in(language).into_owned()).collect();
    if wrong.is_empty() {
        // What everyone owes leaves no wrong answer.
        return where_it_stands(one, draw, language);
    }
    about(
        one,
        text!("teaching-quiz-who", asks = one.asks_sentence()),
        role_names(one.owed_by, language),
        wrong,
        draw,
        language,
    )
}

fn from_when(one: &Obligation, draw: &mut Draw, language: Language) -> QuizQuestion {
    let days =
        [ENTRY_INTO_FORCE, NOTIFIED_BODIES_CHAPTER, REPORTING, FULL_APPLICATION, OTHER_CERTIFICATES_END];
    let wrong = days.iter().map(ToString::to_string).collect();
    about(
        one,
        text!("teaching-quiz-when", asks = one.asks_sentence()),
        one.from.to_string(),
        wrong,
        draw,
        language,
    )
}

fn where_it_stands(one: &Obligation, draw: &mut Draw, language: Language) -> QuizQuestion {
    let mut wrong: Vec<String> = OBLIGATIONS.iter().map(|other| other.cites.in_language(language)).collect();
    draw.shuffle(&mut wrong);
    about(
        one,
        text!("teaching-quiz-where", asks = one.asks_sentence()),
        one.cites.in_language(language),
        wrong,
        draw,
        language,
    )
}

fn what_shows_it(one: &Obligation, draw: &mut Draw, language: Language) -> QuizQuestion {
    let Some(right) = one.shown_by.first() else { return where_it_stands(one, draw, language) };
    let mut wrong: Vec<String> = EvidenceKind::ALL
        .iter()
        .filter(|kind| !one.shown_by.contains(kind))
        .map(|kind| kind.name().in_language(language))
        .collect();
    draw.shuffle(&mut wrong);
    about(
        one,
        text!("teaching-quiz-shown", asks = one.asks_sentence()),
        right.name().in_language(language),
        wrong,
        draw,
        language,
    )
}

fn which_class(draw: &mut Draw, language: Language) -> QuizQuestion {
    let all: Vec<_> = categories().collect();
    let one = all[draw.below(all.len())];
    let classes = [Class::Default, Class::ImportantI, Class::ImportantII, Class::Critical];
    let choices: Vec<String> = classes.iter().map(|class| class.name_in(language).into_owned()).collect();
    let answer = classes.iter().position(|class| *class == one.class).unwrap_or_default();
    let asks = text!("teaching-quiz-class", title = one.title_sentence());
    question(
        one.id,
        asks,
        choices,
        answer,
        &one.matches_when_in(language),
        vec![one.cites.in_language(language)],
        one.source(),
    )
}

fn about(
    one: &Obligation,
    asks: Text,
    right: String,
    wrong: Vec<String>,
    draw: &mut Draw,
    language: Language,
) -> QuizQuestion {
    let mut choices: Vec<String> = Vec::new();
    let mut others = wrong;
    draw.shuffle(&mut others);
    for other in others {
        if choices.len() + 1 < CHOICES && other != right && !choices.contains(&other) {
            choices.push(other);
        }
    }
    let answer = draw.below(choices.len() + 1);
    choices.insert(answer, right);
    let because = text!(
        "teaching-quiz-because",
        asks = one.asks_sentence(),
        role = role_names(one.owed_by, language),
        from = one.from.to_string()
    );
    let source = Source::new(one.row, one.verified);
    question(
        one.id,
        asks,
        choices,
        answer,
        &because.in_language(language),
        vec![one.cites.in_language(language)],
        source,
    )
}

fn role_names(roles: &[Role], language: Language) -> String {
    let names = ROLE_NOTIONS
        .iter()
        .filter(|notion| roles.contains(&notion.role))
        .map(|notion| notion.name_in(language));
    names.collect::<Vec<_>>().join(", ")
}

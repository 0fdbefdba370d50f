//! What teaches the law says what the law says: every entry can be asked for, and no answer of the quiz is wrong.

use std::collections::BTreeSet;

use proofmark_law::{
    MISTAKES, MODULES, MOST_QUESTIONS, OBLIGATIONS, Subject, categories, explain, explain_in, mistake,
    obligation, quiz, quiz_in, rows,
};
use proofmark_text::Language;
use proptest::prelude::*;

fn ids(asked: &str) -> Vec<String> {
    explain(asked)
        .unwrap_or_else(|_| panic!("`{asked}` is not known"))
        .into_iter()
        .map(|one| one.id)
        .collect()
}

#[test]
fn every_mistake_of_the_reference_is_there_with_its_verification() {
    let of_section: Vec<_> = rows().iter().filter(|row| row.section == "13").collect();
    assert_eq!(of_section.len(), 32);
    for row in of_section {
        let found = mistake(&row.id).unwrap_or_else(|| panic!("{} is not taught", row.id));
        assert_eq!(found.verified, row.verified, "{}", row.id);
        assert!(!found.cites.is_empty() && found.claim != found.correct);
    }
}

#[test]
fn every_entry_of_every_register_is_found_by_its_id() {
    let all = OBLIGATIONS
        .iter()
        .map(|one| one.id)
        .chain(categories().map(|one| one.id))
        .chain(MISTAKES.iter().map(|one| one.id));
    for id in all {
        assert_eq!(ids(id), [id], "{id}");
    }
    for row in rows().iter().filter(|row| row.section != "13") {
        // Several terms may share a row.
        let found: BTreeSet<String> = ids(&row.id).into_iter().collect();
        assert_eq!(found, BTreeSet::from([row.id.clone()]));
    }
    assert_eq!(MODULES.len(), 4);
}

#[test]
fn places_are_found_however_they_are_written() {
    let cases: &[(&str, &[&str])] = &[
        ("Annex I Part I (2)(c)", &["I.2.c"]),
        ("annex i, part i, point (2)(c)", &["I.2.c"]),
        ("module H", &["H"]),
        ("Module B", &["B+C"]),
        ("B+C", &["B+C"]),
        ("internal control", &["A"]),
        ("Importer", &["importer", "DEF-11"]),
        ("authorised-representative", &["authorised representative", "DEF-10"]),
        ("class II", &["important-II"]),
        ("err-8", &["ERR-08"]),
        ("scp4", &["SCP-04"]),
        ("web browser", &["III.I.2"]),
        ("Annex III class I point 12", &["III.I.12"]),
        ("Article 14(2)(a)", &["art14-2-a", "ERR-20"]),
    ];
    for (asked, expected) in cases {
        assert_eq!(ids(asked), *expected, "{asked}");
    }
    for asked in ["art13-8", "13(8)", "Article 13(8)"] {
        let found = ids(asked);
        assert!(
            found.contains(&"art13-8a".to_owned()) && found.contains(&"ERR-10".to_owned()),
            "{asked}: {found:?}"
        );
        assert!(!found.contains(&"art13-18".to_owned()), "{asked}: {found:?}");
    }
}

#[test]
fn an_explanation_speaks_the_language_of_its_reader_and_finds_names_in_both() {
    let german = |asked: &str| explain_in(asked, Language::German).unwrap_or_else(|_| panic!("`{asked}`"));
    for asked in ["art13-8b", "I.2.c", "13(8)", "web browser", "module H", "importer", "ERR-08", "class II"] {
        let (said, english) = (german(asked), explain(asked).unwrap_or_else(|_| panic!("`{asked}`")));
        let ids =
            |found: &[proofmark_law::Explained]| found.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&said), ids(&english), "{asked}");
        assert!(said.iter().zip(&english).all(|(one, other)| one.says != other.says), "{asked}");
    }
    assert_eq!(german("Einführer")[0].id, "importer");
    assert_eq!(german("Webbrowser")[0].id, "III.I.2");
    assert_eq!(german("I.2.c")[0].cites, ["Anhang I Teil I Nummer 2 Buchstabe c"]);
}

#[test]
fn the_same_seed_draws_the_same_questions_in_every_language() {
    let (english, german) = (quiz(7, 40), quiz_in(7, 40, Language::German));
    for (one, other) in english.iter().zip(&german) {
        assert_eq!((&one.about, one.answer), (&other.about, other.answer));
        assert_ne!(one.because, other.because);
    }
    assert_eq!(english.len(), german.len());
}

#[test]
fn what_is_not_known_gets_near_names() {
    assert_eq!(explain("art13-88").unwrap_err().nearest[0], "art13-8a");
    assert!(explain("imporder").unwrap_err().nearest.contains(&"importer".to_owned()));
    assert_eq!(explain("").unwrap_err().nearest, Vec::<String>::new());
    assert_eq!(explain("((((").unwrap_err().nearest, Vec::<String>::new());
}

#[test]
fn a_draft_asks_for_legal_review_when_it_is_explained() {
    let found = explain("III.I.12").unwrap();
    assert!(found[0].legal_review.is_some());
    assert_eq!(found[0].subject, Subject::Category);
    assert!(explain("ERR-30").unwrap()[0].legal_review.is_some(), "secondary sources alone");
    assert!(explain("art13-2").unwrap()[0].legal_review.is_none());
}

proptest! {
    #[test]
    fn no_question_makes_the_look_up_panic(asked in ".{0,60}") {
        if let Ok(found) = explain(&asked) {
            prop_assert!(!found.is_empty());
        }
    }

    #[test]
    fn the_right_answer_is_right_and_the_wrong_ones_are_wrong(seed in any::<u64>(), count in 0..120_usize) {
        let questions = quiz(seed, count);
        prop_assert_eq!(questions.len(), count.min(MOST_QUESTIONS));
        prop_assert_eq!(&questions, &quiz(seed, count));
        for question in &questions {
            let right = &question.choices[question.answer];
            let distinct: BTreeSet<&String> = question.choices.iter().collect();
            prop_assert_eq!(distinct.len(), question.choices.len());
            prop_assert!(question.choices.len() >= 2 && !question.cites.is_empty());
            if let Some(one) = obligation(&question.about) {
                match question.asks.id() {
                    "teaching-quiz-where" => prop_assert_eq!(right, &one.cites.to_string()),
                    "teaching-quiz-when" => prop_assert_eq!(right, &one.from.to_string()),
                    "teaching-quiz-shown" => {
                        let shows: Vec<String> = one.shown_by.iter().map(|kind| kind.name().to_string()).collect();
                        let matching = question.choices.iter().filter(|choice| shows.contains(choice)).count();
                        prop_assert_eq!(matching, 1);
                        prop_assert!(shows.contains(right));
                    }
                    _ => {}
                }
            } else if let Some(one) = mistake(&question.about) {
                let said = question.asks.to_string();
                prop_assert_eq!(right == "false", !said.contains(one.correct));
            } else {
                let one = categories().find(|one| one.id == question.about).unwrap();
                prop_assert_eq!(right, one.class.name());
            }
        }
    }
}

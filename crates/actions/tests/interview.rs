//! The interview against the law: every fact a verdict waits for has a question, every answer leads on, and the file that is
//! written says what was answered.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proofmark_actions::{Asked, Interview, missing_facts, question_for, questions};
use proofmark_formats::{
    Answer, Answers, Takes, dossier_key, dossier_keys, filled, judge_answer, read_answers, read_dossier,
};
use proofmark_law::{Role, ScopeOutcome, StateOfTheLaw, assess};
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 21);

const IDENTITY: &str = "[operator]\nname = \"Acme\"\n[product]\nname = \"Lamp\"\nkind = \"software\"\n[release]\nversion = \"1\"\n";

fn begun(more: &str) -> Interview<'static> {
    let read = read_answers(format!("{IDENTITY}{more}").as_bytes());
    assert_eq!(read.problems, []);
    Interview::new(read.value.unwrap(), StateOfTheLaw::embedded(), DAY)
}

/// Answers question after question; what is not listed is not known. Gives the keys in the order they were asked.
fn talk(interview: &mut Interview<'_>, known: &[(&str, &str)]) -> Vec<String> {
    let mut asked_for = Vec::new();
    while let Some(asked) = interview.next_question() {
        match known.iter().find(|(path, _)| *path == asked.path) {
            Some((_, typed)) => {
                let done = interview.answer(&asked, typed);
                assert!(done.is_ok(), "{}: {done:?}", asked.path);
            }
            None => interview.leave_open(&asked),
        }
        asked_for.push(asked.path);
        assert!(asked_for.len() < 200, "the interview keeps asking: {asked_for:?}");
    }
    asked_for
}

#[test]
fn every_question_asks_for_a_key_and_explains_it() {
    let mut seen = BTreeSet::new();
    for question in questions() {
        assert!(seen.insert(question.key), "{} is asked twice", question.key);
        let key = dossier_key(question.key).unwrap_or_else(|| panic!("{} is no key", question.key));
        assert_eq!(key.path, question.key);
        let asks = (question.asks)();
        assert!(asks.to_string().ends_with(['?', '.']), "{asks}");
        assert!(asks.hint().is_some_and(|notion| notion.len() > 20), "{} is not explained", question.key);
        assert!(!(question.example)().to_string().is_empty());
    }
    assert!(seen.len() > 50);
}

#[test]
fn a_paid_app_is_asked_what_matters_to_it_and_no_more() {
    let mut interview = begun("");
    let asked = talk(
        &mut interview,
        &[
            ("scope.data_connection", "direct-logical"),
            ("scope.other_acts", "none"),
            ("scope.test_version", "no"),
            ("free_software", "no"),
            ("scope.supply.on_union_market", "yes"),
            ("scope.supply.price", "yes"),
            ("remote_services[0].name", "none"),
            ("operator.activity.develops_or_has_developed", "y"),
            ("operator.activity.markets_under_own_name", "y"),
            ("product.core_functionality.is", "keeps passwords"),
            ("product.core_functionality.category", "III.I.3"),
            ("product.core_functionality.because", "It stores passwords."),
            ("release.placed_on_the_market_on", "2028-01-10"),
        ],
    );
    for never in [
        "scope.supply.course_of_business",
        "scope.spare_part",
        "operator.activity.distributes_unchanged",
        "free_software.freely_licensed",
    ] {
        assert!(!asked.iter().any(|path| path == never), "{never} was asked");
    }
    assert!(asked.iter().any(|path| path == "support_period.ends_on"));
    let verdict = interview.verdict().unwrap();
    assert_eq!(verdict.scope.outcome, ScopeOutcome::InScope);
    assert_eq!(verdict.role.role(), Some(Role::Manufacturer));
    assert_eq!(verdict.class.category, Some("III.I.3"));
    let open: Vec<String> = interview.open().into_iter().map(|open| open.key).collect();
    assert!(open.contains(&"support_period.ends_on".to_owned()));
    assert!(!open.contains(&"scope.other_acts".to_owned()));
}

#[test]
fn what_is_out_is_asked_nothing_more() {
    let mut interview = begun("");
    let asked = talk(&mut interview, &[("scope.data_connection", "none")]);
    assert_eq!(asked, ["scope.data_connection"]);
    assert_eq!(interview.open(), []);
}

#[test]
fn services_are_named_one_after_another() {
    let mut interview = begun("");
    let asked = talk(
        &mut interview,
        &[
            ("scope.data_connection", "1"),
            ("remote_services[0].name", "Cloud"),
            ("remote_services[1].name", "Maps"),
            ("remote_services[2].name", "none"),
            ("remote_services[0].function_depends_on_it", "yes"),
        ],
    );
    let of_services = |path: &&String| path.starts_with("remote_services");
    let services: Vec<&String> = asked.iter().filter(of_services).collect();
    assert_eq!(services.len(), 7, "{services:?}");
    let dossier = interview.dossier().unwrap();
    assert_eq!(dossier.remote_services.len(), 2);
    assert_eq!(dossier.remote_services[0].function_depends_on_it, Some(true));
}

#[test]
fn an_unknown_category_leaves_the_class_open_and_is_no_answer() {
    let mut interview = begun(
        "[scope]\ndata_connection = \"indirect\"\n[scope.supply]\non_union_market = true\nprice = true\n[operator.activity]\ndevelops_or_has_developed = true\nmarkets_under_own_name = true\n",
    );
    talk(&mut interview, &[("product.core_functionality.is", "guards a network")]);
    assert_eq!(interview.verdict().unwrap().class.class(), None);
    let open: Vec<String> = interview.open().into_iter().map(|open| open.key).collect();
    assert!(open.contains(&"product.core_functionality.category".to_owned()), "{open:?}");
}

#[test]
fn an_answer_can_be_taken_back_and_a_wrong_one_is_explained() {
    let mut interview = begun("");
    let asked = interview.next_question().unwrap();
    assert!(interview.answer(&asked, "by pigeon").is_err());
    interview.answer(&asked, "none").unwrap();
    assert_eq!(interview.next_question(), None);
    interview.take_back(&asked);
    assert_eq!(interview.next_question().unwrap().path, asked.path);
    let category = begun(
        "[scope]\ndata_connection = \"indirect\"\n[scope.supply]\non_union_market = true\nprice = true\n[operator.activity]\ndevelops_or_has_developed = true\nmarkets_under_own_name = true\n[product.core_functionality]\nis = \"x\"\n",
    );
    let mut category_asked: Option<Asked> = None;
    let mut ahead = category;
    while let Some(asked) = ahead.next_question() {
        if asked.path == "product.core_functionality.category" {
            category_asked = Some(asked);
            break;
        }
        ahead.leave_open(&asked);
    }
    let asked = category_asked.unwrap();
    assert_eq!(ahead.answer(&asked, "III.I.2O").unwrap_err().id(), "interview-category-meant");
    assert!(ahead.answer(&asked, "III.II.2").is_ok());
}

#[test]
fn what_is_asked_of_a_row_of_a_list_goes_into_that_row() {
    let mut interview = begun(
        "[scope]\ndata_connection = \"indirect\"\n[scope.supply]\non_union_market = true\nprice = true\n[operator.activity]\ndevelops_or_has_developed = true\nmarkets_under_own_name = true\n[[product.modules]]\nname = \"a\"\nsold_separately = true\n",
    );
    let path = "product.modules[0].core_functionality.is";
    talk(&mut interview, &[(path, "stores keys")]);
    assert_eq!(interview.answers().get(path), Some(&Answer::Value("\"stores keys\"".to_owned())));
    assert!(interview.file().contains("is = \"stores keys\""), "{}", interview.file());
}

/// Some keys with some values of theirs, whichever keys the register has.
fn some_answers(chosen: &[(prop::sample::Index, u8)]) -> Answers {
    let leaves: Vec<(String, Takes, &str)> = dossier_keys()
        .into_iter()
        .filter(|key| !matches!(key.takes, Takes::Table | Takes::Tables) && key.path != "proofmark")
        .map(|key| {
            (
                key.path.replacen("[]", "[0]", 1).replace("requirements[0]", "requirements.\"I.2.a\""),
                key.takes,
                key.example,
            )
        })
        .collect();
    let mut answers = read_answers(IDENTITY.as_bytes()).value.unwrap();
    for (index, kind) in chosen {
        let (path, takes, example) = &leaves[index.index(leaves.len())];
        if path.contains("[]") {
            continue;
        }
        let value = match takes {
            Takes::YesOrNo => (kind % 2 == 0).to_string(),
            Takes::OneOf(words) => format!("\"{}\"", words[usize::from(*kind) % words.len()]),
            _ => (*example).to_owned(),
        };
        answers.set(path, Answer::Value(value));
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_fact_a_verdict_waits_for_has_a_question(
        chosen in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..60),
    ) {
        let file = filled(&some_answers(&chosen));
        let read = read_dossier(file.as_bytes());
        prop_assert!(read.problems.iter().all(|problem| problem.says.id() != "dossier-unknown-key"), "{:?}", read.problems);
        let dossier = read.value.unwrap().dossier;
        let verdict = assess(&dossier, StateOfTheLaw::embedded(), DAY);
        for path in missing_facts(&verdict, true) {
            let key = dossier_key(&path);
            prop_assert!(key.is_some(), "the law waits for `{path}`, which is no key");
            let key = key.unwrap();
            // The keys of a row stand below the list and its brackets.
            let list = if matches!(key.takes, Takes::Tables) && !key.path.ends_with("[]") { "[]" } else { "" };
            let below = format!("{}{list}.", key.path);
            let asked = match key.takes {
                Takes::Table | Takes::Tables => questions().any(|question| question.key.starts_with(&below)),
                _ => question_for(&path).is_some(),
            };
            prop_assert!(asked, "no question asks for `{path}`: add one to the register");
        }
    }

    #[test]
    fn whatever_is_answered_the_interview_ends_and_the_file_says_what_was_answered(
        start in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        dice in proptest::collection::vec(any::<u8>(), 200),
    ) {
        let state = StateOfTheLaw::embedded();
        let mut interview = Interview::new(some_answers(&start), state, DAY);
        let mut turns = 0;
        while let Some(asked) = interview.next_question() {
            let roll = dice[turns];
            turns += 1;
            prop_assert!(turns < 150, "the interview keeps asking: {}", asked.path);
            prop_assert_ne!(asked.asks.id(), "interview-of-the-reference", "no question asks for `{}`", asked.path);
            prop_assert!(!asked.path.contains("[]"), "`{}` is a place in no row", asked.path);
            let typed = match &asked.takes {
                _ if roll % 7 == 0 => String::new(),
                Takes::YesOrNo => if roll % 2 == 0 { "yes" } else { "no" }.to_owned(),
                Takes::OneOf(words) => words[usize::from(roll) % words.len()].to_owned(),
                _ if asked.or_none && (roll % 2 == 0 || turns > 60) => "none".to_owned(),
                _ => dossier_key(&asked.path).unwrap().example.trim_matches('"').to_owned(),
            };
            if typed.is_empty() || interview.answer(&asked, &typed).is_err() {
                interview.leave_open(&asked);
            }
        }
        let verdict = interview.verdict().unwrap();
        let file = interview.file();
        let read = read_dossier(file.as_bytes());
        prop_assert!(read.problems.is_empty(), "{:?}", read.problems);
        prop_assert_eq!(&assess(&read.value.unwrap().dossier, state, DAY), &verdict);
        // Left and resumed, it is the same interview.
        let kept = read_answers(interview.answers().to_toml().as_bytes());
        prop_assert!(kept.problems.is_empty(), "{:?}", kept.problems);
        let resumed = Interview::new(kept.value.unwrap(), state, DAY);
        prop_assert_eq!(resumed.next_question(), None);
        prop_assert_eq!(resumed.verdict().unwrap(), verdict);
    }

    #[test]
    fn no_typed_words_are_taken_for_what_the_reader_would_refuse(typed in ".{0,40}", which in any::<prop::sample::Index>()) {
        let all: Vec<&str> = questions().map(|question| question.key).collect();
        let path = all[which.index(all.len())].replace("[]", "[0]");
        if let Ok(value) = judge_answer(&path, &typed) {
            let mut answers = Answers::default();
            answers.set(&path, Answer::Value(value));
            prop_assert!(read_answers(answers.to_toml().as_bytes()).value.is_some());
        }
    }
}

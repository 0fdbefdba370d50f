//! Whatever a dossier states, in whatever combination: the law answers, and answers consistently. The facts are drawn from
//! the register of the dossier's keys, so that a key added later is drawn too.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proofmark_facts::Dossier;
use proofmark_formats::{Answer, Answers, Takes, dossier_keys, filled, read_answers, read_dossier};
use proofmark_law::{Case, Kept, StandingState, StateOfTheLaw, assess, contradictions, find, readiness};
use proptest::prelude::*;
use serde_json::Value;

const IDENTITY: &str = "[operator]\nname = \"Acme\"\n[product]\nname = \"Lamp\"\nkind = \"software\"\n[release]\nversion = \"1\"\n";
const DAYS: [Date; 4] = [date(2026, 9, 10), date(2026, 11, 21), date(2027, 12, 11), date(2040, 2, 29)];

/// A key of the dossier with a value of its kind, by two numbers.
fn answered(answers: &mut Answers, which: prop::sample::Index, value: u16) {
    let keys: Vec<_> = dossier_keys()
        .into_iter()
        .filter(|key| !matches!(key.takes, Takes::Table | Takes::Tables) && key.path != "proofmark")
        .collect();
    let key = which.get(&keys);
    let entry = if value.is_multiple_of(3) { "[1]" } else { "[0]" };
    let path = key.path.replace("[]", entry).replace("requirements[0]", "requirements.\"I.2.a\"");
    let path = path.replace("requirements[1]", "requirements.\"II.5\"");
    let value = match &key.takes {
        Takes::YesOrNo => value.is_multiple_of(2).to_string(),
        Takes::OneOf(words) => format!("{:?}", words[usize::from(value) % words.len()]),
        Takes::AnyOf(words) => {
            let (one, two) = (usize::from(value) % words.len(), usize::from(value / 7) % words.len());
            format!("[{:?}, {:?}]", words[one], words[two])
        }
        Takes::Date => date(2020, 1, 1).checked_add(i64::from(value).days()).unwrap().to_string(),
        Takes::Number => (value % 200 + 1).to_string(),
        Takes::Words | Takes::List | Takes::Table | Takes::Tables => key.example.to_owned(),
    };
    answers.set(&path, Answer::Value(value));
}

fn stating(facts: &[(prop::sample::Index, u16)]) -> Option<Dossier> {
    let mut answers = read_answers(IDENTITY.as_bytes()).value.unwrap();
    for (which, value) in facts {
        answered(&mut answers, *which, *value);
    }
    read_dossier(filled(&answers).as_bytes()).value.map(|read| read.dossier)
}

fn objects<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| objects(item, found)),
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| objects(value, found));
        }
        _ => {}
    }
}

/// Procedures under one name of the routes.
fn procedures(verdict: &Value, name: &str) -> BTreeSet<String> {
    let all = verdict["routes"][name].as_array().into_iter().flatten();
    all.map(|route| route["procedure"].as_str().unwrap().to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_global_rejects: 100, ..ProptestConfig::default() })]

    #[test]
    fn no_set_of_facts_is_too_much_for_the_law(
        facts in proptest::collection::vec((any::<prop::sample::Index>(), any::<u16>()), 0..80),
        day in proptest::sample::select(DAYS.to_vec()),
    ) {
        let dossier = stating(&facts);
        // What the reader refuses never reaches the law; too much of that would prove nothing.
        prop_assume!(dossier.is_some());
        let dossier = dossier.unwrap();
        let state = StateOfTheLaw::embedded();
        let verdict = assess(&dossier, state, day);
        contradictions(&dossier, state);
        let kept = Kept::default();
        for standing in readiness(&Case { dossier: &dossier, verdict: &verdict, state, kept: &kept, day }) {
            prop_assert!(!find(standing.obligation).is_empty());
            if let StandingState::Late { since, .. } = standing.state {
                prop_assert!(since <= day, "{} is late since {since}", standing.obligation);
            }
        }
        let written = serde_json::to_value(&verdict).unwrap();
        let (open, closed) = (procedures(&written, "open"), procedures(&written, "closed"));
        prop_assert!(open.is_disjoint(&closed), "{open:?} {closed:?}");
        prop_assert!(procedures(&written, "undecided").is_disjoint(&open));
        let mut all = Vec::new();
        objects(&written, &mut all);
        for reason in all.into_iter().filter(|object| object.contains_key("says") && object.contains_key("row")) {
            prop_assert!(reason["cites"].as_str().is_some_and(|cites| !cites.is_empty()), "{reason:?}");
            let codes = reason["verified"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let review = codes.into_iter().any(|code| matches!(code, "D" | "M" | "I"));
            prop_assert!(!review || reason.contains_key("legal_review"), "{} asks for no review: {reason:?}", reason["row"]);
        }
    }
}

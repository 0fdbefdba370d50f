//! Answers kept one by one, against the dossier they become.

use proptest::prelude::*;

use super::super::answers::{Answer, Answers, join};
use super::super::answers_file::read_answers;
use super::super::described::{Takes, dossier_key, dossier_keys, judge_answer};
use super::super::key::{Key, Kind};
use super::super::read::{DOSSIER, read_dossier};
use super::super::starter::filled;
use super::LEAST;

const EXAMPLES: [&str; 3] = [
    include_str!("../../../../../examples/edge-gateway/proofmark.toml"),
    include_str!("../../../../../examples/password-manager/proofmark.toml"),
    include_str!("../../../../../proofmark.toml"),
];

/// Every leaf of the register with its example, list entries at these positions.
fn leaves(keys: &[Key], above: &str, index: usize, found: &mut Vec<(String, String)>) {
    for key in keys {
        let path = join(above, key.name);
        match key.kind {
            Kind::Table(below) => leaves(below, &path, index, found),
            Kind::Rows(below) => leaves(below, &format!("{path}[{index}]"), index, found),
            Kind::Keyed(below) => leaves(below, &format!("{path}.\"I.2.{index}\""), index, found),
            Kind::Format => {}
            _ => found.push((path, key.example.to_owned())),
        }
    }
}

#[test]
fn a_dossier_taken_apart_into_answers_and_put_together_again_is_the_same() {
    for source in EXAMPLES {
        let read = read_answers(source.as_bytes());
        let answers = read.value.unwrap();
        let before = read_dossier(source.as_bytes());
        let file = filled(&answers);
        let after = read_dossier(file.as_bytes());
        assert_eq!(after.problems.len(), before.problems.len(), "{:?}\n{file}", after.problems);
        assert_eq!(after.value.unwrap().dossier, before.value.unwrap().dossier);
        let kept = read_answers(answers.to_toml().as_bytes()).value.unwrap();
        assert_eq!(read_dossier(filled(&kept).as_bytes()).value, read_dossier(file.as_bytes()).value);
    }
}

#[test]
fn unknown_keys_in_answers_are_refused_and_missing_ones_are_not() {
    let read = read_answers(b"[scope]\ndata_conection = \"indirect\"\n[product]\nkind = \"toaster\"\n");
    let told: Vec<&str> = read.problems.iter().map(|problem| problem.says.id()).collect();
    assert_eq!(told, ["dossier-unknown-key-meant", "dossier-unknown-word"]);
    assert_eq!(read.problems[0].place.line_and_column, Some((2, 1)));
    let read = read_answers(
        b"[product.core_functionality]\ncategory = \"III.I.2\"\n#? scope.supply.price\n#? no.such\n",
    );
    assert_eq!(read.problems, []);
    let answers = read.value.unwrap();
    assert_eq!(answers.get("scope.supply.price"), Some(&Answer::Unknown));
    assert_eq!(answers.get("no.such"), None);
    assert!(!answers.suffice());
}

#[test]
fn a_gap_that_would_be_read_as_an_answer_holds_its_table_back() {
    let mut answers = read_answers(LEAST.as_bytes()).value.unwrap();
    answers.set("product.core_functionality.is", Answer::Value("\"routes\"".to_owned()));
    answers.set("product.core_functionality.category", Answer::Unknown);
    let file = filled(&answers);
    let read = read_dossier(file.as_bytes());
    assert_eq!(read.problems, []);
    assert_eq!(read.value.unwrap().dossier.product.core_functionality, None);
    assert!(file.contains("#is = \"routes\"") && file.contains("OPEN"), "{file}");
    answers.set("product.core_functionality.category", Answer::Nothing);
    let read = read_dossier(filled(&answers).as_bytes());
    assert_eq!(read.value.unwrap().dossier.product.core_functionality.unwrap().is, "routes");
}

#[test]
fn what_a_person_types_is_judged_as_the_reader_judges_it() {
    let ok = [
        ("scope.supply.price", "Y", "true"),
        ("scope.supply.price", "no", "false"),
        ("scope.supply.price", "Nein", "false"),
        ("scope.supply.price", "ja", "true"),
        ("scope.data_connection", "2", "\"direct-logical\""),
        ("scope.data_connection", "INDIRECT", "\"indirect\""),
        ("scope.other_acts", "1, marine-equipment", "[\"medical-devices\", \"marine-equipment\"]"),
        ("support_period.ends_on", "2033-12", "\"2033-12\""),
        ("support_period.expected_use_years", "8", "8"),
        ("operator.established_in", "de", "\"DE\""),
        ("remote_services[3].name", "a \"cloud\"", "\"a \\\"cloud\\\"\""),
        ("release.member_states", "de, fr", "[\"DE\", \"FR\"]"),
    ];
    for (path, typed, expected) in ok {
        assert_eq!(judge_answer(path, typed).as_deref(), Ok(expected), "{path} {typed}");
    }
    let wrong = [
        ("scope.supply.price", "perhaps", "interview-not-yes-or-no"),
        ("scope.data_connection", "9", "dossier-unknown-word"),
        ("support_period.ends_on", "2033-02-30", "dossier-date-impossible"),
        ("support_period.expected_use_years", "0", "dossier-years-out-of-range"),
        ("support_period.expected_use_years", "some", "interview-not-a-number"),
        ("operator.established_in", "EL", "dossier-country-meant"),
        ("contact.disclosure_policy", "nowhere", "dossier-not-a-url"),
        ("operator.name", " ", "dossier-text-empty"),
        ("scope.supply", "yes", "interview-a-table"),
        ("scope.nonsense", "yes", "interview-no-such-key"),
    ];
    for (path, typed, id) in wrong {
        assert_eq!(judge_answer(path, typed).map_err(|text| text.id()), Err(id), "{path} {typed}");
    }
}

#[test]
fn every_key_is_found_by_every_spelling_of_its_path() {
    let all = dossier_keys();
    assert!(all.len() > 150);
    for key in &all {
        assert_eq!(dossier_key(&key.path).as_ref(), Some(key), "{}", key.path);
    }
    for path in ["remote_services[7].name", "requirements.\"I.2.a\".applies", "requirements[].applies"] {
        assert!(dossier_key(path).is_some(), "{path}");
    }
    for path in ["", "remote_services", "scope.supply"] {
        assert!(
            dossier_key(path).is_none_or(|key| matches!(key.takes, Takes::Table | Takes::Tables)),
            "{path}"
        );
    }
    for path in
        ["remote_services.name", "scope.supply.price.more", "product[0].name", "remote_services[x].name"]
    {
        assert_eq!(dossier_key(path), None, "{path}");
    }
}

/// Whether a decision's component is named by the other of the two keys already: both are refused.
fn is_named_otherwise(answers: &Answers, path: &str) -> bool {
    let Some((entry, key)) =
        path.rsplit_once('.').filter(|(entry, _)| entry.starts_with("vulnerability_dec"))
    else {
        return false;
    };
    let has = |key: &str| answers.has_value(&format!("{entry}.{key}"));
    match key {
        "component" => has("name") || has("version"),
        "name" | "version" => has("component"),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_was_answered_the_file_is_read_without_a_problem(
        chosen in proptest::collection::vec((any::<prop::sample::Index>(), 0..10_u8), 0..60),
    ) {
        let mut all = Vec::new();
        leaves(DOSSIER, "", 0, &mut all);
        leaves(DOSSIER, "", 1, &mut all);
        let mut answers = read_answers(LEAST.as_bytes()).value.unwrap();
        for (index, kind) in chosen {
            let (path, example) = &all[index.index(all.len())];
            if answers.has_value(path) || is_named_otherwise(&answers, path) {
                continue;
            }
            answers.set(path, match kind {
                0 => Answer::Unknown,
                1 => Answer::Nothing,
                _ => Answer::Value(example.clone()),
            });
        }
        let file = filled(&answers);
        let read = read_dossier(file.as_bytes());
        prop_assert!(read.problems.is_empty(), "{:?}\n{}", read.problems, file);
        let kept = read_answers(answers.to_toml().as_bytes());
        prop_assert!(kept.problems.is_empty(), "{:?}", kept.problems);
        let again = read_dossier(filled(&kept.value.unwrap()).as_bytes()).value.unwrap().dossier;
        prop_assert_eq!(again, read.value.unwrap().dossier);
    }
}

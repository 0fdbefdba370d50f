//! What commands ask: answers as the command line prints them, files that are handed over, and files that are all.

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::Value;

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

const SUBMISSIONS: &str = "/api/v1/operators/maker/submissions";
const FILES: [(&str, &str, &str); 2] =
    [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];

fn json(seen: &Seen) -> Value {
    serde_json::from_str(&seen.body).unwrap_or_else(|error| panic!("{error}: {}", seen.body))
}

async fn at_home(duty: Duty) -> (std::sync::Arc<TestHouse>, Browser) {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("ben", "maker", duty);
    let mut ben = Browser::new(&house);
    ben.sign_in("ben").await;
    (house, ben)
}

#[tokio::test]
async fn words_come_only_to_those_who_ask_and_as_wide_as_they_ask() {
    let (_house, mut ben) = at_home(Duty::ProductOwner).await;
    let plain = ben.send_files(SUBMISSIONS, &FILES).await;
    assert_eq!(plain.status, StatusCode::CREATED, "{}", plain.body);
    assert!(json(&plain).get("printed").is_none());
    let told = json(&ben.send_files(&format!("{SUBMISSIONS}?columns=72&all=true"), &FILES).await);
    assert_eq!(told["printed"]["answer"], "no");
    let words = told["printed"]["text"].as_str().unwrap();
    assert!(words.starts_with("72: Assessment(") && words.ends_with(", true)"), "{words}");
    assert!(told["printed"].get("result").is_none(), "it is kept, and found by its digest");
    for nonsense in ["columns=-1", "columns=x", "columns=70000", "on=yesterday", "complete=perhaps"] {
        let seen = ben.send_files(&format!("{SUBMISSIONS}?{nonsense}"), &FILES).await;
        assert_eq!(seen.status, StatusCode::BAD_REQUEST, "{nonsense}");
    }
}

#[tokio::test]
async fn the_day_is_the_one_that_was_asked_for() {
    let (_house, mut ben) = at_home(Duty::ProductOwner).await;
    let seen = ben.send_files(&format!("{SUBMISSIONS}?on=2029-03-04"), &FILES).await;
    let document = ben.ask(seen.header("location")).await;
    assert_eq!(json(&document)["as_of"], "2029-03-04");
}

#[tokio::test]
async fn what_is_complete_leaves_nothing_of_before_and_only_its_keeper_may_say_so() {
    let (house, mut ben) = at_home(Duty::Engineer).await;
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let more = [FILES[0], FILES[1], ("files", "notes.txt", "n")];
    let product = json(&anna.send_files(SUBMISSIONS, &more).await)["product"].as_str().unwrap().to_owned();
    let address = format!("/api/v1/operators/maker/products/{product}");
    let files = |seen: Seen| json(&seen)["files"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    // An engineer hands in, and takes nothing away.
    let complete = format!("{SUBMISSIONS}?complete=true");
    assert_eq!(ben.send_files(&complete, &more).await.status, StatusCode::CREATED);
    let refused = ben.send_files(&complete, &FILES).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::FORBIDDEN, "access-may-not"));
    assert_eq!(files(anna.ask(&address).await), ["notes.txt", "proofmark.toml", "sbom.cdx.json"]);
    assert_eq!(anna.send_files(SUBMISSIONS, &FILES).await.status, StatusCode::CREATED);
    assert_eq!(files(anna.ask(&address).await).len(), 3, "without the word nothing is taken away");
    assert_eq!(anna.send_files(&complete, &FILES).await.status, StatusCode::CREATED);
    assert_eq!(files(anna.ask(&address).await), ["proofmark.toml", "sbom.cdx.json"]);
}

#[tokio::test]
async fn a_note_beside_the_advisories_is_passed_over_as_on_a_disk() {
    let (_house, mut ben) = at_home(Duty::ProductOwner).await;
    let dossier = DOSSIER.replacen("proofmark = 1", "proofmark = 1\nadvisories = [\"advisories\"]", 1);
    let advisory = r#"{"schema_version":"1.6.7","id":"GHSA-2m8v-572m-ff2v","modified":"2021-02-16T16:50:49Z",
        "affected":[{"package":{"ecosystem":"npm","name":"left-pad"},"versions":["1.3.0"]}]}"#;
    let mut files = vec![
        ("files", "proofmark.toml", dossier.as_str()),
        FILES[1],
        ("files", "advisories/x.json", advisory),
        ("files", "advisories/ORIGIN.md", "# Where these come from"),
    ];
    let seen = ben.send_files(SUBMISSIONS, &files).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    let document = json(&ben.ask(seen.header("location")).await);
    assert_eq!(document["vulnerability_data"][0]["records"], 1, "{}", document["vulnerability_data"]);
    // What is meant as an advisory and is none is not.
    files.push(("files", "advisories/y.json", "# no advisory"));
    let refused = ben.send_files(SUBMISSIONS, &files).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("advisories/y.json") && !refused.body.contains("ORIGIN.md"),
        "{}",
        refused.body
    );
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_the_list_of_components_too() {
    let (_house, mut ben) = at_home(Duty::ProductOwner).await;
    let wrong = DOSSIER.replacen("[release]", "[release]\ncolour = \"red\"", 1);
    let files = [("files", "proofmark.toml", wrong.as_str()), ("files", "sbom.cdx.json", "{")];
    let refused = ben.send_files(SUBMISSIONS, &files).await;
    let problems = json(&refused)["problems"].clone();
    let of =
        |file: &str| problems.as_array().unwrap().iter().filter(|one| one["place"]["file"] == file).count();
    assert!(of("proofmark.toml") > 0 && of("sbom.cdx.json") > 0, "{problems}");
}

#[tokio::test]
async fn what_is_handed_over_is_answered_word_for_word_and_becomes_no_file_of_a_product() {
    let (house, mut ben) = at_home(Duty::Engineer).await;
    let lines = || house.in_store(|store| store.ledger_size().unwrap());
    let before = lines();
    for path in ["maturity?columns=60", "explanations?what=art13-8&columns=60"] {
        let seen = ben.send_files(&format!("/api/v1/operators/maker/{path}"), &FILES).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
        let answer = json(&seen);
        let printed = answer.get("printed").unwrap_or(&answer);
        assert_eq!(printed["answer"], "yes");
        assert!(printed["text"].as_str().unwrap().starts_with("60: "));
        // The door's own bytes: not even the order of the keys is another.
        assert!(seen.body.contains("{\n  \"b\": 1,\n  \"a\": 2\n}"), "{}", seen.body);
    }
    assert_eq!(lines(), before, "nothing was kept");
    let unknown = ben.send_files("/api/v1/operators/maker/explanations?what=nonsense", &FILES).await;
    assert_eq!((unknown.status.as_u16(), unknown.code().as_str()), (422, "teaching-not-known"));
    let none = ben.send_files("/api/v1/operators/maker/maturity", &[]).await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_check_and_a_review_ask_the_right_to_hand_in() {
    let revisions = [
        ("files", "earlier/proofmark.toml", DOSSIER),
        ("files", "earlier/sbom.cdx.json", SBOM),
        ("files", "newer/proofmark.toml", DOSSIER),
        ("files", "newer/sbom.cdx.json", SBOM),
    ];
    for (duty, status) in [(Duty::Engineer, StatusCode::CREATED), (Duty::Auditor, StatusCode::FORBIDDEN)] {
        let (_house, mut ben) = at_home(duty).await;
        let seen = ben.send_files("/api/v1/operators/maker/supplier-checks", &FILES).await;
        assert_eq!(seen.status, status, "{}", seen.body);
        let seen = ben.send_files("/api/v1/operators/maker/modification-reviews", &revisions).await;
        assert_eq!(seen.status, status, "{}", seen.body);
    }
    let (_house, mut ben) = at_home(Duty::Engineer).await;
    let other = DOSSIER.replacen("name = \"Maker\"", "name = \"Other\"", 1);
    assert_ne!(other, DOSSIER);
    let files = [("files", "proofmark.toml", other.as_str()), FILES[1]];
    for path in ["supplier-checks", "submissions"] {
        let seen = ben.send_files(&format!("/api/v1/operators/maker/{path}"), &files).await;
        assert_eq!(seen.code(), "record-dossier-of-another-operator", "{path}: {}", seen.body);
        let hint = serde_json::from_str::<Value>(&seen.body).unwrap()["hint"].to_string();
        assert!(hint.contains("name = \\\"Maker\\\"") && hint.contains("/installation/operators"), "{hint}");
    }
    let broken = [("files", "earlier/proofmark.toml", "x"), ("files", "newer/proofmark.toml", "y")];
    let seen = ben.send_files("/api/v1/operators/maker/modification-reviews", &broken).await;
    for file in ["earlier/proofmark.toml", "newer/proofmark.toml"] {
        assert!(seen.body.contains(file), "{file}: {}", seen.body);
    }
}

#[tokio::test]
async fn whoever_asks_learns_that_commands_are_answered() {
    let (_house, mut ben) = at_home(Duty::Auditor).await;
    let me = json(&ben.ask("/api/v1/me").await);
    assert_eq!((me["commands"].as_u64(), me["program"].as_str()), (Some(1), Some("proofmark 0.0.0-test")));
    let verified = json(&ben.ask("/api/v1/operators/maker/ledger/verification?columns=80").await);
    assert_eq!(verified["answer"], "yes", "{verified}");
}

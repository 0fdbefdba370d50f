//! A change asked for twice under one key: made once, and answered the same.

use proofmark_facts::{Passing, Sha256};
use proofmark_web::House as _;
use serde_json::json;

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

const KEY: [(&str, &str); 1] = [("idempotency-key", "one")];

fn hold(name: &str) -> serde_json::Value {
    json!({ "name": name, "because": "an inquiry" })
}

#[tokio::test]
async fn it_is_done_once_and_answered_as_the_first_time() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let path = format!("{API}/holds");
    let before = house.in_store(|store| store.ledger_size().unwrap());
    let first = anna.call("POST", &path, Some(hold("inquiry")), &KEY).await.held(201);
    // Another process, as after a crash: it knows what the first one kept and nothing else.
    let mut later = Browser::new(&house);
    later.sign_in("anna").await;
    let again = later.call("POST", &path, Some(hold("inquiry")), &KEY).await.held(201);
    assert_eq!(
        (again.body.clone(), again.header("location")),
        (first.body.clone(), first.header("location"))
    );
    let after = house.in_store(|store| store.ledger_size().unwrap());
    assert_eq!(anna.ask(&path).await.items().len(), 1);
    let other = anna.call("POST", &path, Some(hold("other")), &KEY).await;
    other.refused(422, "web-once-for-something-else");
    // Signing in writes a line, asking again none.
    assert_eq!(after - before, 2);
    // After a day it is a new key.
    house.wait(24 * 60);
    let mut next_day = Browser::new(&house);
    next_day.sign_in("anna").await;
    next_day.call("POST", &path, Some(hold("other")), &KEY).await.held(201);
}

#[tokio::test]
async fn a_refusal_frees_the_key() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let path = format!("{API}/holds");
    anna.call("POST", &path, Some(hold("inquiry")), &[]).await.held(201);
    let refused = anna.call("POST", &path, Some(hold("inquiry")), &KEY).await;
    assert!(refused.status.is_client_error(), "{}", refused.body);
    anna.call("POST", &path, Some(hold("other")), &KEY).await.held(201);
}

#[tokio::test]
async fn a_note_of_an_older_program_is_waited_for_and_not_taken_for_an_answer() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let path = format!("{API}/holds");
    anna.call("POST", &path, Some(hold("inquiry")), &KEY).await.held(201);
    house.in_store(|store| {
        let key = format!("{}/{}", Sha256::of(b"anna"), Sha256::of(b"one"));
        let kept = store.passing("answer", &key, house.now()).unwrap().unwrap();
        let kept: serde_json::Value = serde_json::from_str(&kept.content).unwrap();
        let content = json!({ "asked": kept["asked"], "answer": null }).to_string();
        let expires_at = house.now() + jiff::SignedDuration::from_mins(10);
        store.put_passing(&Passing { kind: "answer".to_owned(), key, content, expires_at }).unwrap();
    });
    let waits = anna.call("POST", &path, Some(hold("inquiry")), &KEY).await;
    assert_eq!(waits.header("retry-after"), "2");
    waits.refused(409, "web-once-at-work");
}

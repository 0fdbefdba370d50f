//! Whose account it is, by page and by program: links into the accounts of others, and accounts of one's own.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::{PASSWORD, TestHouse};

async fn somebody(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

/// Anna administers and owns; vera and boris approve; boris's duties wait for one of them as anna proposed it.
async fn waiting() -> (Arc<TestHouse>, Browser, String) {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("vera", "maker", Duty::Approver);
    house.let_in("boris", "maker", Duty::Administrator);
    house.let_in("erik", "maker", Duty::Engineer);
    let mut anna = somebody(&house, "anna").await;
    let duties = json!({ "duties": [{ "duty": "auditor" }], "because": "he looks on" });
    let change = anna.tell(&format!("{API}/people/erik/duties"), duties).await.held(202).json();
    (house, anna, change["proposal"].as_str().unwrap().to_owned())
}

/// Anna makes a link into vera's account, and whoever has it uses it.
async fn reset_by(house: &Arc<TestHouse>, anna: &mut Browser) {
    let made = anna.call("POST", &format!("{API}/people/vera/reset-link"), None, &[]).await.held(201).json();
    let link = made["link"].as_str().unwrap();
    let path = &link[link.find("/reset/").unwrap()..];
    let mut whoever = Browser::new(house);
    whoever.get(path).await.held(200);
    let seen = whoever.post(path, &[("password", PASSWORD)]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
}

async fn holders(browser: &mut Browser, account: &str) -> Value {
    let people = browser.ask(&format!("{API}/people")).await.held(200).items();
    people.iter().find(|one| one["account"] == account).unwrap()["link_holders"].clone()
}

#[tokio::test]
async fn a_reset_lends_nobody_a_second_signature_until_somebody_else_confirms() {
    let (house, mut anna, id) = waiting().await;
    reset_by(&house, &mut anna).await;
    let mut vera = somebody(&house, "vera").await;
    let approve = format!("{API}/proposals/{id}/approve");
    vera.tell(&approve, json!({})).await.refused(403, "desk-one-hand");
    let page = vera.get("/o/maker/approvals").await.held(200).body;
    assert!(page.contains("count as one person") && !page.contains("/approve\""), "{page}");
    assert_eq!(holders(&mut vera, "vera").await[0]["account"], "anna");

    let confirm = "/o/maker/people/vera/confirm";
    let page = vera.get("/o/maker/people").await.held(200).body;
    assert!(page.contains(confirm), "an approver who administers nothing finds it too: {page}");
    let none = json!({ "keeps": [] });
    let wrong = vera.tell(&format!("{API}/people/vera/confirm"), none.clone()).await;
    wrong.refused(403, "desk-not-yours-to-confirm");
    let wrong = anna.tell(&format!("{API}/people/vera/confirm"), none.clone()).await;
    wrong.refused(403, "desk-not-yours-to-confirm");
    let mut boris = somebody(&house, "boris").await;
    let shown = boris.get("/o/maker/people").await.held(200).body;
    assert!(shown.contains("I know that this is"), "{shown}");
    boris.post(confirm, &[]).await.held(303);
    assert!(holders(&mut boris, "vera").await.is_null());
    assert!(!boris.get("/o/maker/people").await.body.contains(confirm));
    boris.tell(&format!("{API}/people/vera/confirm"), none).await.refused(409, "desk-nothing-to-confirm");
    vera.tell(&approve, json!({})).await.held(401);
    let mut vera = somebody(&house, "vera").await;
    vera.tell(&approve, json!({})).await.held(200);
}

#[tokio::test]
async fn two_accounts_of_one_person_are_one_once_a_second_person_says_so() {
    let (house, mut anna, id) = waiting().await;
    let mut vera = somebody(&house, "vera").await;
    let mut boris = somebody(&house, "boris").await;
    let page = anna.get("/o/maker/people/vera").await.held(200).body;
    assert!(page.contains("/vera/same-person\"") && page.contains("value=\"boris\""), "{page}");
    assert!(!page.contains("/same-person/revoke\""), "{page}");
    let flag = "/o/maker/people/vera/same-person";
    assert_eq!(vera.post(flag, &[("other", "anna")]).await.status, StatusCode::FORBIDDEN);
    anna.post(flag, &[("other", "nobody"), ("same_because", "x")]).await.held(404);
    anna.post(flag, &[("other", "anna"), ("same_because", "one desk")]).await.held(303);
    // Nothing is said until a second person signs, and neither account may.
    assert!(!anna.get("/o/maker/people/vera").await.body.contains("The same person as"));
    let waits = proposal_about(&mut boris, "flag-same-person").await;
    let page = boris.get("/o/maker/approvals").await.held(200).body;
    assert!(page.contains("are one person from then on"), "{page}");
    let sign = format!("{API}/proposals/{waits}/approve");
    vera.tell(&sign, json!({})).await.refused(403, "access-proposal-concerned");
    boris.tell(&sign, json!({})).await.held(200);
    assert!(anna.get("/o/maker/people/vera").await.body.contains("The same person as"));
    vera.tell(&format!("{API}/proposals/{id}/approve"), json!({})).await.refused(403, "access-proposal-own");
    let path = format!("{API}/people/vera/same-person");
    let again = json!({ "other": "anna", "because": "x" });
    anna.tell(&path, again).await.refused(409, "access-same-person-already");

    // Taken back the same way: by two, and by neither of the accounts.
    let page = anna.get("/o/maker/people/vera").await.held(200).body;
    assert!(page.contains("/vera/same-person/revoke\""), "{page}");
    let path = format!("{API}/people/vera/same-person/revoke");
    let back = anna.tell(&path, json!({ "because": "two desks after all" })).await.held(202).json();
    assert_eq!(back["done"], false);
    let sign = format!("{API}/proposals/{}/approve", back["proposal"].as_str().unwrap());
    vera.tell(&sign, json!({})).await.refused(403, "access-proposal-own");
    boris.tell(&sign, json!({})).await.held(200);
    assert!(!anna.get("/o/maker/people/vera").await.body.contains("The same person as"));
    anna.tell(&path, json!({ "because": "x" })).await.refused(409, "ends-not-same-person");
    vera.tell(&format!("{API}/proposals/{id}/approve"), json!({})).await.held(200);
}

/// The proposal that waits about this.
async fn proposal_about(browser: &mut Browser, act: &str) -> String {
    let all = browser.ask(&format!("{API}/proposals")).await.held(200).items();
    let views = all.iter().map(|view| &view["proposal"]);
    let mut found = views.filter(|one| one["act"]["act"] == act);
    found.next().unwrap()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_confirms_sees_what_was_added_meanwhile_and_keeps_what_is_named() {
    let (house, mut anna, _) = waiting().await;
    reset_by(&house, &mut anna).await;
    let mut vera = somebody(&house, "vera").await;
    let token = json!({ "name": "planted <b>", "duties": [{ "duty": "approver" }], "expires_at": "2028-03-01T09:00:00Z" });
    vera.tell(&format!("{API}/tokens"), token).await.held(201);
    let mut boris = somebody(&house, "boris").await;
    let people = boris.ask(&format!("{API}/people")).await.held(200).items();
    let seen = people.iter().find(|one| one["account"] == "vera").unwrap();
    let way = &seen["ways_in"][0];
    assert_eq!((&way["kind"], &way["name"]), (&json!("token"), &json!("planted <b>")), "{seen}");
    let page = boris.get("/o/maker/people").await.held(200).body;
    assert!(page.contains("name=\"keeps\"") && page.contains("planted &lt;b&gt;"), "{page}");
    let path = format!("{API}/people/vera/confirm");
    boris.tell(&path, json!({ "keeps": ["token:none"] })).await.refused(422, "ends-way-in-unknown");
    boris.post("/o/maker/people/vera/confirm", &[]).await.held(303);
    let tokens = anna.ask(&format!("{API}/tokens")).await.held(200).items();
    assert_eq!(tokens[0]["revoked"]["by"], "boris", "{tokens:?}");
}

#[tokio::test]
async fn closing_the_others_out_makes_nobody_alone_at_once() {
    let (house, mut anna, _) = waiting().await;
    for other in ["vera", "boris"] {
        anna.call("POST", &format!("{API}/people/{other}/disable"), None, &[]).await.held(200);
    }
    let duties = json!({ "duties": [{ "duty": "approver" }], "because": "x" });
    let path = format!("{API}/people/erik/duties");
    assert_eq!(anna.tell(&path, duties.clone()).await.held(202).json()["done"], false);
    let ida = json!({ "account": "ida", "display_name": "Ida", "duties": [{ "duty": "approver" }] });
    let invited = anna.tell(&format!("{API}/people"), ida).await.held(201).json();
    assert!(invited["proposal"].is_string(), "{invited}");
    house.wait(14 * 24 * 60 + 1);
    let mut anna = somebody(&house, "anna").await;
    assert_eq!(anna.tell(&path, duties).await.held(200).json()["done"], true);
}

//! People, tokens and operators by program; what each is shown of the places there are; links that do not work.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::json;

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

async fn somebody(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

#[tokio::test]
async fn people_are_invited_closed_out_and_given_other_duties_by_two() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = somebody(&house, "anna").await;
    // As long as nobody else could sign, one does it alone.
    let ida = json!({ "account": "ida", "display_name": "<b>Ida</b>", "duties": [{ "duty": "auditor" }] });
    let invited = anna.tell(&format!("{API}/people"), ida).await.held(201).json();
    assert!(
        invited["link"].as_str().unwrap().contains("/invitation/") && invited["proposal"].is_null(),
        "{invited}"
    );
    let again = anna.call("POST", &format!("{API}/people/ida/invitation"), None, &[]).await.held(201).json();
    assert_ne!(again["link"], invited["link"]);
    house.let_in("vera", "maker", Duty::Approver);
    let duties = json!({ "duties": [{ "duty": "engineer" }], "because": "she builds now" });
    let change = anna.tell(&format!("{API}/people/vera/duties"), duties.clone()).await.held(202).json();
    let id = change["proposal"].as_str().unwrap().to_owned();
    assert_eq!(change["done"], false);
    // Nobody signs under their own duties, nor under what they proposed.
    let mut vera = somebody(&house, "vera").await;
    let approve = format!("{API}/proposals/{id}/approve");
    vera.tell(&approve, json!({})).await.refused(403, "access-proposal-concerned");
    anna.tell(&approve, json!({})).await.refused(403, "access-proposal-own");
    house.let_in("boris", "maker", Duty::Administrator);
    let mut boris = somebody(&house, "boris").await;
    let shown = boris.get("/o/maker/approvals").await.held(200);
    assert!(shown.body.contains("she builds now") && shown.body.contains("After approval"), "{}", shown.body);
    boris.tell(&approve, json!({})).await.held(200);
    let people = boris.ask(&format!("{API}/people")).await.held(200).items();
    let vera_now = people.iter().find(|one| one["account"] == "vera").unwrap();
    assert_eq!(vera_now["grants"][0]["duty"], "engineer");

    let closed = anna.call("POST", &format!("{API}/people/vera/disable"), None, &[]).await.held(200).json();
    assert_eq!(closed["state"], "disabled");
    assert_eq!(vera.ask(&format!("{API}/findings")).await.status, StatusCode::UNAUTHORIZED);
    anna.call("POST", &format!("{API}/people/vera/enable"), None, &[]).await.held(200);
    anna.call("POST", &format!("{API}/people/vera/enable"), None, &[])
        .await
        .refused(409, "access-not-disabled");
    let reset = anna.call("POST", &format!("{API}/people/vera/reset-link"), None, &[]).await.held(201).json();
    assert!(reset["link"].as_str().unwrap().contains("/reset/"));
    anna.call("POST", &format!("{API}/people/nobody/disable"), None, &[])
        .await
        .refused(404, "access-no-account");
    let forget = json!({ "because": "telephone lost" });
    let forget = anna.tell(&format!("{API}/people/vera/second-factor/forget"), forget).await;
    forget.refused(403, "access-no-second-factor");
    let mut vera = somebody(&house, "vera").await;
    vera.tell(&format!("{API}/people/anna/duties"), duties).await.refused(403, "access-may-not");
}

#[tokio::test]
async fn somebody_is_invited_to_one_product_from_the_page() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = somebody(&house, "anna").await;
    assert!(anna.get("/o/maker/people").await.held(200).body.contains("id=\"invite-products\""));
    let fields =
        [("account", "ida"), ("display_name", "Ida"), ("products", "gateway sensor"), ("duty", "engineer")];
    assert!(anna.post("/o/maker/people", &fields).await.held(200).body.contains("/invitation/"));
    let people = anna.ask(&format!("{API}/people")).await.held(200).items();
    let ida = people.iter().find(|one| one["account"] == "ida").unwrap();
    assert_eq!(ida["grants"][0]["products"], json!(["gateway", "sensor"]));
}

#[tokio::test]
async fn a_token_is_shown_once_begets_no_token_and_ends_at_once() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = somebody(&house, "anna").await;
    let asked = json!({ "name": "<b>CI</b>", "duties": [{ "duty": "product-owner" }], "expires_at": "2028-03-01T09:00:00Z" });
    let key = [("idempotency-key", "token")];
    let made = anna.call("POST", &format!("{API}/tokens"), Some(asked.clone()), &key).await.held(201).json();
    let (token, id) =
        (made["token"].as_str().unwrap().to_owned(), made["record"]["id"].as_str().unwrap().to_owned());
    let again = anna.call("POST", &format!("{API}/tokens"), Some(asked.clone()), &key).await;
    again.refused(409, "desk-once-secret");
    let listed = anna.ask(&format!("{API}/tokens")).await.held(200);
    assert!(listed.body.contains(&id) && !listed.body.contains(&token));
    let mut program = Browser::new(&house);
    let products = program.with_token(&token, "GET", &format!("{API}/products"), None).await;
    assert_eq!(products.status, StatusCode::OK);
    program
        .with_token(&token, "POST", &format!("{API}/tokens"), Some(asked))
        .await
        .refused(403, "access-in-person");
    program.with_token(&token, "GET", &format!("{API}/people"), None).await.held(200);
    program.with_token(&token, "GET", "/api/v1/mail", None).await.refused(404, "web-not-found");
    let ended = anna.call("POST", &format!("{API}/tokens/{id}/revoke"), None, &[]).await.held(200).json();
    assert_eq!(ended["revoked"]["by"], "anna");
    program
        .with_token(&token, "GET", &format!("{API}/products"), None)
        .await
        .refused(401, "access-token-revoked");
    anna.call("POST", &format!("{API}/tokens/none/revoke"), None, &[]).await.refused(404, "access-no-token");
}

#[tokio::test]
async fn operators_are_listed_to_their_own_and_added_by_who_administers_the_installation() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("olga", "maker", Duty::Administrator);
    let mut anna = somebody(&house, "anna").await;
    let other = json!({ "name": "Other <b>", "administrator": "anna" });
    let added = anna.tell("/api/v1/operators", other.clone()).await.held(201);
    assert_eq!(added.header("location"), "/api/v1/operators/other-b/people");
    anna.tell("/api/v1/operators", other.clone()).await.refused(422, "access-operator-taken");
    assert_eq!(anna.ask("/api/v1/operators").await.items().len(), 2);
    let mut olga = somebody(&house, "olga").await;
    assert_eq!(olga.ask("/api/v1/operators").await.items().len(), 1);
    olga.tell("/api/v1/operators", other).await.refused(404, "web-not-found");
}

#[tokio::test]
async fn each_is_shown_the_places_they_may_open_and_no_other() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("boris", "maker", Duty::Administrator);
    house.let_in("erik", "maker", Duty::Engineer);
    let mut boris = somebody(&house, "boris").await;
    assert_eq!(boris.get("/").await.header("location"), "/o/maker/people", "who administers sees no product");
    let page = boris.get("/o/maker/people").await.held(200).body;
    assert!(
        !page.contains("href=\"/o/maker/findings\"") && page.contains("href=\"/o/maker/settings\""),
        "{page}"
    );
    let page = boris.get("/o/maker/settings").await.held(200).body;
    assert!(page.contains("/settings/webhooks\"") && page.contains("/settings/retention\""));
    assert!(!page.contains("/settings/mail\""), "mail is the installation's");
    let mut erik = somebody(&house, "erik").await;
    assert_eq!(erik.get("/").await.header("location"), "/o/maker");
    let page = erik.get("/o/maker/settings").await.held(200).body;
    assert!(!page.contains("/settings/webhooks\"") && !page.contains("href=\"/o/maker/ledger\""), "{page}");
    for place in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        if place.starts_with("/o/") {
            assert_eq!(erik.get(place).await.status, StatusCode::OK, "{place} was offered");
        }
    }
}

#[tokio::test]
async fn a_link_that_does_not_work_says_so_before_anybody_fills_in_a_form() {
    let house = TestHouse::new();
    let mut browser = Browser::new(&house);
    for path in ["/set-up/wrong", "/reset/wrong", "/invitation/wrong"] {
        browser.ask(path).await.refused(404, "access-no-link");
        assert!(!browser.get(path).await.body.contains("<input id=\"password\""), "{path}");
    }
}

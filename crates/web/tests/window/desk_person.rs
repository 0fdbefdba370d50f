//! One person's page: let out and back in, given duties for products, freed of a lost second factor; by two where two are.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

const ERIK: &str = "/o/maker/people/erik";

async fn somebody(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

async fn grants_of(browser: &mut Browser, account: &str) -> serde_json::Value {
    let people = browser.ask(&format!("{API}/people")).await.held(200).items();
    people.iter().find(|one| one["account"] == account).unwrap()["grants"].clone()
}

#[tokio::test]
async fn an_account_is_closed_at_once_and_opened_again_on_its_page() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let (mut anna, mut erik) = (somebody(&house, "anna").await, somebody(&house, "erik").await);
    assert!(anna.get("/o/maker/people").await.body.contains(&format!("href=\"{ERIK}\"")));
    assert!(!erik.get("/o/maker/people").await.body.contains(ERIK), "who may not is offered nothing");
    assert_eq!(erik.ask(ERIK).await.status, StatusCode::FORBIDDEN);
    let page = anna.get(ERIK).await.held(200).body;
    assert!(page.contains("/erik/disable\"") && !page.contains("/erik/enable\""), "{page}");
    assert!(!page.contains("second-factor"), "there is none to forget");
    anna.post(&format!("{ERIK}/disable"), &[]).await.held(303);
    assert_eq!(erik.ask("/o/maker/findings").await.status, StatusCode::UNAUTHORIZED);
    let page = anna.get(ERIK).await.held(200).body;
    assert!(page.contains("/erik/enable\"") && !page.contains("/erik/disable\""), "{page}");
    anna.post(&format!("{ERIK}/enable"), &[]).await.held(303);
    somebody(&house, "erik").await.get("/o/maker/findings").await.held(200);
    anna.ask("/o/maker/people/nobody").await.refused(404, "access-no-account");
}

#[tokio::test]
async fn duties_change_at_once_for_one_alone_and_wait_where_a_second_could_sign() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let mut anna = somebody(&house, "anna").await;
    let duties = format!("{ERIK}/duties");
    let ticked = [("duty", "engineer"), ("products-engineer", "gateway, sensor"), ("duty", "auditor")];
    let seen = anna.post(&duties, &ticked).await.held(303);
    assert_eq!(seen.header("location"), ERIK);
    let grants = grants_of(&mut anna, "erik").await;
    assert_eq!(grants[0]["duty"], "engineer");
    assert_eq!(grants[0]["products"], serde_json::json!(["gateway", "sensor"]));
    assert_eq!((grants[1]["duty"].as_str(), grants[1]["products"].is_null()), (Some("auditor"), true));
    let page = anna.get(ERIK).await.held(200).body;
    assert!(page.contains("value=\"gateway sensor\"") && !page.contains("waits for a second"), "{page}");

    house.let_in("boris", "maker", Duty::Administrator);
    anna.post(&duties, &[("duty", "approver")]).await.held(422);
    anna.post(&duties, &[("duty", "approver"), ("because", "he signs from now on")]).await.held(303);
    assert_eq!(grants_of(&mut anna, "erik").await, grants, "nothing holds before it is signed");
    let page = anna.get(ERIK).await.held(200).body;
    assert!(page.contains("waits for a second person") && page.contains("/o/maker/approvals"), "{page}");
    let mut boris = somebody(&house, "boris").await;
    let waiting = boris.ask(&format!("{API}/proposals")).await.held(200).items();
    let id = waiting[0]["proposal"]["id"].as_str().unwrap().to_owned();
    boris.tell(&format!("{API}/proposals/{id}/approve"), serde_json::json!({})).await.held(200);
    assert_eq!(grants_of(&mut anna, "erik").await[0]["duty"], "approver");
    assert!(!anna.get(ERIK).await.body.contains("waits for a second person"));

    let invite =
        [("account", "ida"), ("display_name", "Ida"), ("email", "ida@example.eu"), ("duty", "auditor")];
    let page = anna.post("/o/maker/people", &invite).await.held(200).body;
    assert!(page.contains("The duties were proposed and wait for a second person"), "{page}");
}

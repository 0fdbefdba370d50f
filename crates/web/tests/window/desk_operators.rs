//! Operators, archiving and the installation's own jobs, as pages and by program.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::{Duty, JobState, Lane, NewJob};
use proofmark_web::House as _;

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

async fn somebody(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

#[tokio::test]
async fn operators_are_listed_and_added_on_a_page_of_the_installation() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("olga", "maker", Duty::Administrator);
    let (mut anna, mut olga) = (somebody(&house, "anna").await, somebody(&house, "olga").await);
    let way = "href=\"/installation/operators\"";
    assert!(anna.get("/o/maker/settings").await.body.contains(way));
    assert!(!olga.get("/o/maker/settings").await.body.contains(way), "it is the installation's");
    assert_eq!(olga.ask("/installation/operators").await.status, StatusCode::NOT_FOUND);
    let page = anna.get("/installation/operators").await.held(200).body;
    assert!(page.contains("<code>maker</code>") && page.contains("href=\"/o/maker\""), "{page}");
    let wrong = [("operator_name", "Other <b>"), ("administrator", "nobody")];
    anna.post("/installation/operators", &wrong).await.held(404);
    let other = [("operator_name", "Other <b>"), ("administrator", "olga")];
    let seen = anna.post("/installation/operators", &other).await.held(303);
    assert_eq!(seen.header("location"), "/installation/operators");
    let page = anna.get("/installation/operators").await.held(200).body;
    assert!(page.contains("Other &lt;b&gt;") && page.contains("<code>other-b</code>"), "{page}");
    assert!(!page.contains("href=\"/o/other-b\""), "who manages operators is let into none by that");
    olga.get("/o/other-b/people").await.held(200);
    anna.post("/installation/operators", &other).await.held(422);
}

#[tokio::test]
async fn a_product_is_archived_from_its_page_and_taken_back() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let mut anna = somebody(&house, "anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let archive = format!("{product}/archive");
    let lines = || house.in_store(|store| store.ledger_size().unwrap());
    let before = lines();
    anna.post(&archive, &[("archived", "maybe")]).await.held(422);
    assert_eq!(anna.post(&archive, &[("archived", "yes")]).await.held(303).header("location"), product);
    assert_eq!(lines(), before + 1);
    anna.post(&archive, &[("archived", "yes")]).await.held(303);
    assert_eq!(lines(), before + 1, "it was so already");
    let page = anna.get(&product).await.held(200).body;
    assert!(page.contains("archived") && page.contains("value=\"no\""), "{page}");
    anna.post(&archive, &[("archived", "no")]).await.held(303);
    assert!(anna.get(&product).await.body.contains("value=\"yes\""));
    let mut erik = somebody(&house, "erik").await;
    assert!(!erik.get(&product).await.held(200).body.contains(&archive), "who may not is offered nothing");
    assert_eq!(erik.post(&archive, &[("archived", "yes")]).await.status, StatusCode::FORBIDDEN);
}

/// Puts a job of the installation itself into the queue and lets it fail.
fn failed_job(house: &TestHouse, id: &str) {
    let job = NewJob {
        id: id.to_owned(),
        lane: Lane::Bulk,
        kind: "cosign-checkpoint".to_owned(),
        payload: "{}".to_owned(),
        operator: String::new(),
        due_at: house.now(),
        most_attempts: 3,
    };
    house.in_store(|store| {
        store.add_job(&job).unwrap();
        let until = house.now() + std::time::Duration::from_mins(1);
        store.lease_job("node", &[Lane::Bulk], house.now(), until).unwrap().unwrap();
        assert!(store.fail_job(id, "node", "nobody answers <b>", None).unwrap());
    });
}

#[tokio::test]
async fn jobs_of_the_installation_are_seen_and_tried_again_by_who_may() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("olga", "maker", Duty::Administrator);
    // The names of witnesses look like paths.
    let (id, sent) = ("cosign-checkpoint witness.example/w1", "cosign-checkpoint%20witness.example%2Fw1");
    failed_job(&house, id);
    let state = || house.in_store(|store| store.jobs("", None, 10).unwrap()[0].state);
    let mut olga = somebody(&house, "olga").await;
    assert!(!olga.get("/o/maker/feeds").await.held(200).body.contains("witness.example"));
    assert_eq!(olga.ask("/api/v1/jobs").await.status, StatusCode::NOT_FOUND);
    let page_form = format!("/o/maker/feeds/installation-jobs/{sent}/retry");
    assert_eq!(olga.post(&page_form, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        olga.post(&format!("/o/maker/feeds/jobs/{sent}/retry"), &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(state(), JobState::Failed, "an operator's queue is not the installation's");

    let mut anna = somebody(&house, "anna").await;
    let page = anna.get("/o/maker/feeds").await.held(200).body;
    assert!(page.contains("nobody answers &lt;b&gt;") && page.contains(&page_form), "{page}");
    assert_eq!(anna.post(&page_form, &[]).await.held(303).header("location"), "/o/maker/feeds");
    assert_eq!(state(), JobState::Waiting);
    let listed = anna.ask("/api/v1/jobs").await.held(200).items();
    assert_eq!((listed[0]["id"].as_str(), listed[0]["state"].as_str()), (Some(id), Some("waiting")));
    let retry = format!("/api/v1/jobs/{sent}/retry");
    anna.call("POST", &retry, None, &[]).await.refused(404, "desk-no-such-job");
    house.in_store(|store| {
        let until = house.now() + std::time::Duration::from_mins(1);
        store.lease_job("node", &[Lane::Bulk], house.now(), until).unwrap().unwrap();
        store.fail_job(id, "node", "again", None).unwrap();
    });
    anna.call("POST", &retry, None, &[]).await.held(200);
    assert_eq!(state(), JobState::Waiting);
}
